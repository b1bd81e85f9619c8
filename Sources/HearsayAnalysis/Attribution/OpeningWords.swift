internal import HearsayText

/// What stands before a content and is none of it: a dateline, or what is told of the source.
struct OpeningWords {
  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }
  private let map: StretchMap

  /// Tokens of a dateline or a clause at most.
  private static let longest = 16

  init(_ input: ParagraphInput, _ map: StretchMap) {
    self.input = input
    self.map = map
  }

  /// A content without such words at its beginning.
  func dropped(from content: Range<Int>, creditedBy cue: Range<Int>?) -> Range<Int> {
    let start = content.lowerBound
    var end: Int?
    if start == 0 || tokens[start].flags.contains(.lineStart) {
      end = datelineEnd(content)
    } else if let cue, tokens[cue.lowerBound].reads("according") {
      end = clauseEnd(content)
    }
    guard let end, end < content.upperBound, !map.isQuoted(end) else { return content }
    return end..<content.upperBound
  }

  /// Behind a dateline, “KYIV, March 6 (Reuters) -”, or nil where there is none.
  private func datelineEnd(_ content: Range<Int>) -> Int? {
    guard tokens[content.lowerBound].flags.contains(.allCapitals) else { return nil }
    for place in content.dropFirst().prefix(OpeningWords.longest) {
      let token = tokens[place]
      switch token.kind {
      case .word where !token.isCapitalized: return nil
      case .word, .number: continue
      case .mark: return nil
      case .punctuation, .symbol: break
      }
      if isDash(place) { return place + 1 }
      if input.isSign(place, "/"), input.isSign(place + 1, ".") { return place + 2 }
    }
    return nil
  }

  /// A dash between blanks, or a long one.
  private func isDash(_ place: Int) -> Bool {
    guard input.isDash(place) else { return false }
    let sign = input.bytes(of: tokens[place])
    if sign.elementsEqual("—".utf8) || sign.elementsEqual("--".utf8) { return true }
    return tokens[place].flags.contains(.spaceBefore)
      && input.token(place + 1)?.flags.contains(.spaceBefore) ?? false
  }

  /// Behind “which cited two officials,” after “according to the agency,”; nil where no such clause
  /// stands.
  private func clauseEnd(_ content: Range<Int>) -> Int? {
    let first = tokens[content.lowerBound]
    guard first.reads("which") || first.reads("who") || first.reads("citing"),
      input.isSign(content.lowerBound - 1, ",")
    else { return nil }
    let comma = content.prefix(OpeningWords.longest).first { input.isSign($0, ",") }
    return comma.map { $0 + 1 }
  }
}
