/// Finds where words stand in a text, whatever white space, line ends, normal form and typography
/// they are written with.
public struct WordFinder: Sendable {
  private let text: TokenSequence
  private let interner: TokenInterner
  private let index: TokenIndex

  /// Reads a text once; every question after that is cheap.
  public init(_ text: Text) {
    var interner = TokenInterner()
    self.text = TokenSequence(text.allBytes, interner: &interner)
    self.interner = interner
    index = TokenIndex(self.text.numbers, distinct: interner.count)
  }

  /// Every place where the words stand whole, in reading order.
  public func spans(of words: String) -> [ByteSpan] {
    let pattern = TokenSequence(Array(words.utf8), knownTo: interner).numbers
    guard !pattern.isEmpty, !pattern.contains(TokenInterner.unknown) else { return [] }
    var rarest = 0
    for offset in pattern.indices
    where index.places(of: pattern[offset]).count < index.places(of: pattern[rarest]).count {
      rarest = offset
    }
    return index.places(of: pattern[rarest]).compactMap { place in
      let start = Int(place) - rarest
      guard start >= 0, start + pattern.count <= text.count,
        text.numbers[start..<(start + pattern.count)].elementsEqual(pattern)
      else { return nil }
      return ByteSpan(text.spans[start].start, text.spans[start + pattern.count - 1].end)
    }
  }
}
