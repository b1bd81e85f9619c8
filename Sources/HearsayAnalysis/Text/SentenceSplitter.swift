/// Cuts a paragraph's tokens into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…`, with the closing marks and brackets behind it, where
/// the next word could begin one. A dot after an abbreviation, an initial or inside a number
/// ends nothing.
enum SentenceSplitter {
  /// Adds ranges of token indices that together hold every token to a list that is empty; marks the
  /// first words on the way.
  static func split(
    _ tokens: inout [Token], of bytes: [UInt8], into sentences: inout [Range<Int>]
  ) {
    tokens.withUnsafeMutableBufferPointer { split($0, bytes, &sentences) }
  }

  private static func split(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ bytes: [UInt8], _ sentences: inout [Range<Int>]
  ) {
    let read = UnsafeBufferPointer(tokens)
    var start = 0
    var index = 0
    while index < read.count {
      guard read[index].kind == .punctuation, endsSentence(read, index, bytes) else {
        index &+= 1
        continue
      }
      var end = index + 1
      while end < read.count, isCloser(read[end], bytes), !opensNext(read, end) { end += 1 }
      if end >= read.count || canBegin(read, end, after: index, bytes) {
        sentences.append(start..<end)
        start = end
      }
      index = end
    }
    if start < read.count { sentences.append(start..<read.count) }
    for sentence in sentences { markFirstWord(tokens, in: sentence) }
  }

  private static func markFirstWord(
    _ tokens: UnsafeMutableBufferPointer<Token>, in sentence: Range<Int>
  ) {
    for index in sentence where tokens[index].kind == .word || tokens[index].kind == .number {
      tokens[index].flags.insert(.sentenceStart)
      return
    }
  }

  /// Whether a sign of punctuation ends a sentence.
  private static func endsSentence(
    _ tokens: UnsafeBufferPointer<Token>, _ index: Int, _ bytes: [UInt8]
  ) -> Bool {
    let token = tokens[index]
    switch bytes[token.start] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return true
    case UInt8(ascii: "."):
      guard token.end - token.start == 1 else { return true }
      return !followsAbbreviation(tokens, index)
    case 0xE2:
      // U+2026 HORIZONTAL ELLIPSIS
      return token.end - token.start == 3 && bytes[token.start + 1] == 0x80
        && bytes[token.start + 2] == 0xA6
    default:
      return false
    }
  }

  private static func followsAbbreviation(
    _ tokens: UnsafeBufferPointer<Token>, _ index: Int
  ) -> Bool {
    guard index > 0, tokens[index - 1].end == tokens[index].start else { return false }
    let word = tokens[index - 1]
    guard word.kind == .word else { return false }
    // “U.S.” is cut into letters and dots; so is the initial in “John F. Kennedy”.
    if word.end - word.start == 1, word.isCapitalized {
      let partOfAcronym =
        (index > 1 && tokens[index - 2].end == word.start && tokens[index - 2].kind == .punctuation)
      guard partOfAcronym, index + 1 < tokens.count else { return true }
      return !tokens[index + 1].has(.common.union(.determiner))
    }
    return word.has(.abbreviation)
  }

  private static func isCloser(_ token: Token, _ bytes: [UInt8]) -> Bool {
    if token.kind == .mark { return true }
    guard token.kind == .punctuation, token.end == token.start + 1 else { return false }
    return bytes[token.start] == UInt8(ascii: ")") || bytes[token.start] == UInt8(ascii: "]")
  }

  /// A mark with white space before and none behind it opens the next sentence.
  private static func opensNext(_ tokens: UnsafeBufferPointer<Token>, _ index: Int) -> Bool {
    guard tokens[index].flags.contains(.spaceBefore) else { return false }
    return index + 1 < tokens.count && !tokens[index + 1].flags.contains(.spaceBefore)
  }

  private static func canBegin(
    _ tokens: UnsafeBufferPointer<Token>, _ index: Int, after stop: Int, _ bytes: [UInt8]
  ) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.spaceBefore) || token.start > tokens[stop].end else { return false }
    switch token.kind {
    case .word: return token.isCapitalized
    case .number, .mark, .symbol: return true
    case .punctuation:
      let byte = bytes[token.start]
      return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte >= 0x80
        || byte == UInt8(ascii: "-")
    }
  }
}
