/// The outermost stretches of a paragraph, and where its tokens stand among them.
///
/// Most paragraphs have none and share one map.
final class StretchMap: Sendable {
  /// The outermost stretches in order.
  let stretches: [MarkedStretch]
  /// Index of the outermost stretch that holds a token, or -1; empty where there is no stretch.
  private let numbers: [Int32]

  /// Whether the paragraph is another paper's story, whose ``StoryMark`` is no stretch of it.
  let tellsStory: Bool

  private static let none = StretchMap([], tokenCount: 0, tellsStory: false)

  /// The stretches of a paragraph with so many tokens.
  private init(_ stretches: [MarkedStretch], tokenCount: Int, tellsStory: Bool) {
    self.stretches = stretches
    self.tellsStory = tellsStory
    guard !stretches.isEmpty else {
      numbers = []
      return
    }
    var numbers = Array(repeating: Int32(-1), count: tokenCount)
    for (number, stretch) in stretches.enumerated() {
      for token in stretch.first...stretch.last {
        numbers[token] = Int32(truncatingIfNeeded: number)
      }
    }
    self.numbers = numbers
  }

  /// The outermost stretches of a paragraph whose marks are still to be paired.
  static func of(_ input: ParagraphInput) -> StretchMap {
    var stretches = MarkPairer.pair(input)
    if stretches.isEmpty { return none }
    let tellsStory = StoryMark(input).opens(stretches)
    if tellsStory { stretches.removeAll { $0.first == 0 } }
    if stretches.count > 1 { keepOutermost(&stretches) }
    return StretchMap(stretches, tokenCount: input.tokens.count, tellsStory: tellsStory)
  }

  /// Takes out what lies in another stretch.
  private static func keepOutermost(_ stretches: inout [MarkedStretch]) {
    var last = -1
    stretches.removeAll { stretch in
      defer { last = max(last, stretch.last) }
      return stretch.first <= last
    }
  }

  /// Whether a token stands between quotation marks, or is one.
  @inline(__always)
  func isQuoted(_ token: Int) -> Bool { !numbers.isEmpty && numbers[token] >= 0 }

  /// The stretch that holds a token, or nil.
  func stretch(at token: Int) -> MarkedStretch? {
    isQuoted(token) ? stretches[Int(numbers[token])] : nil
  }

  /// Where the words before a place begin that no stretch interrupts, from `limit` on.
  func segmentStart(of place: Int, from limit: Int) -> Int {
    var start = place
    while start > limit, !isQuoted(start - 1) { start -= 1 }
    return start
  }

  /// Where the words from a place on end that no stretch interrupts, up to `limit`.
  func segmentEnd(from place: Int, to limit: Int) -> Int {
    var end = place
    while end < limit, !isQuoted(end) { end += 1 }
    return end
  }
}
