/// Cuts a paragraph into sentences as the reader sees them: a stretch between marks belongs to the
/// sentence that holds it, and so does the attribution behind a quoted question.
struct FrameFinder {
  private let input: ParagraphInput
  private let map: StretchMap
  private let cues: [Cue]
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput, map: StretchMap, cues: [Cue]) {
    self.input = input
    self.map = map
    self.cues = cues
  }

  /// Ranges of token indices that together hold every token, in the room of an earlier paragraph's.
  @inline(__always)
  func frames(room: inout [Range<Int>]) -> [Range<Int>] {
    var result = room.emptied()
    var start = 0
    var next = 0
    for sentence in input.sentences {
      let end = sentence.upperBound
      guard end < tokens.count else { break }
      while next < cues.count, cues[next].tokens.lowerBound < end { next += 1 }
      let cue = next < cues.count ? cues[next] : nil
      if isInsideMarks(end) || attributionFollows(end, by: cue) { continue }
      add(start..<end, to: &result)
      start = end
    }
    if start < tokens.count { add(start..<tokens.count, to: &result) }
    return result
  }

  /// Tokens that no sentence exceeds by much; what does is a list or a table, and is cut.
  private static let longest = 400

  /// Adds a sentence in pieces of bounded length, none of which ends inside marks.
  private func add(_ frame: Range<Int>, to pieces: inout [Range<Int>]) {
    var start = frame.lowerBound
    if frame.count > FrameFinder.longest {
      for place in frame where place - start >= FrameFinder.longest && !isInsideMarks(place) {
        pieces.append(start..<place)
        start = place
      }
    }
    pieces.append(start..<frame.upperBound)
  }

  private func isInsideMarks(_ boundary: Int) -> Bool {
    map.stretch(at: boundary).map { $0.first < boundary } ?? false
  }

  /// Whether the first cue behind a boundary credits the question before it: “Why now?” Ruiz asked.
  private func attributionFollows(_ boundary: Int, by cue: Cue?) -> Bool {
    guard let cue, cue.strength == .strong, cue.tokens.lowerBound - boundary <= 10,
      let stretch = map.stretch(at: boundary - 1), stretch.last == boundary - 1,
      QuotationClassifier(input).asksForMore(stretch)
    else { return false }
    return !(boundary..<cue.tokens.lowerBound).contains {
      map.isQuoted($0) || input.isSign($0, ".") || tokens[$0].has([.auxiliary, .subordinator])
    }
  }
}
