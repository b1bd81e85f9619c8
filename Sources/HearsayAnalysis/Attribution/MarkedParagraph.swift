internal import HearsayText

/// A paragraph with its marks paired and its mentions by token: what all that look for credit share.
final class MarkedParagraph {
  let input: ParagraphInput
  let mentions: [Mention]
  let map: StretchMap
  /// Index of the mention that covers a token, or -1.
  private let mentionAt: [Int32]

  init(_ input: ParagraphInput, mentions: [Mention]) {
    self.input = input
    self.mentions = mentions
    map = StretchMap(of: input)
    var mentionAt = Array(repeating: Int32(-1), count: input.tokens.count)
    for (number, mention) in mentions.enumerated() {
      for token in mention.tokens { mentionAt[token] = Int32(truncatingIfNeeded: number) }
    }
    self.mentionAt = mentionAt
  }

  /// Index of the mention that covers a token, or -1.
  @inline(__always)
  func mention(at token: Int) -> Int { Int(mentionAt[token]) }

  /// The bytes of a range of tokens.
  func bytes(_ range: Range<Int>) -> ByteSpan { input.span(range) }
}
