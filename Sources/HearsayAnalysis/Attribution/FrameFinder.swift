/// Cuts a paragraph into sentences as the reader sees them: a stretch between marks belongs to the
/// sentence that holds it, and so does the attribution behind a quoted question.
struct FrameFinder {
  private let input: ParagraphInput
  private let stretches: [MarkedStretch]
  private let stretchAt: [Int]
  private let cues: [Cue]
  private let classifier: QuotationClassifier
  private var tokens: [Token] { input.tokens }

  init(
    _ input: ParagraphInput, stretches: [MarkedStretch], stretchAt: [Int], cues: [Cue],
    classifier: QuotationClassifier
  ) {
    self.input = input
    self.stretches = stretches
    self.stretchAt = stretchAt
    self.cues = cues
    self.classifier = classifier
  }

  /// Ranges of token indices that together hold every token.
  func frames() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for sentence in input.sentences {
      let end = sentence.upperBound
      guard end < tokens.count else { break }
      if isInsideMarks(end) || attributionFollows(end) { continue }
      result.append(start..<end)
      start = end
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  private func isInsideMarks(_ boundary: Int) -> Bool {
    let number = stretchAt[boundary]
    return number >= 0 && stretches[number].first < boundary
  }

  /// “Why now?” Ruiz asked.
  private func attributionFollows(_ boundary: Int) -> Bool {
    let number = stretchAt[boundary - 1]
    guard number >= 0, stretches[number].last == boundary - 1,
      classifier.asksForMore(stretches[number]),
      let cue = cues.first(where: { $0.tokens.lowerBound >= boundary }), cue.strength == .strong,
      cue.tokens.lowerBound - boundary <= 10
    else { return false }
    return !(boundary..<cue.tokens.lowerBound).contains {
      stretchAt[$0] >= 0 || input.isSign($0, ".")
        || tokens[$0].has([.auxiliary, .subordinator])
    }
  }
}
