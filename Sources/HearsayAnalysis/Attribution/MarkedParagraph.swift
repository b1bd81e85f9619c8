internal import HearsayText

/// A paragraph with its marks paired and its mentions by token: what all that look for credit share.
final class MarkedParagraph {
  let input: ParagraphInput
  let mentions: [Mention]
  let map: StretchMap
  /// Index of the mention that covers a token, or -1.
  let mentionAt: [Int32]

  init(_ input: ParagraphInput, mentions: [Mention], room: inout [Int32]) {
    self.input = input
    self.mentions = mentions
    map = StretchMap.of(input)
    var mentionAt = room.emptied()
    mentionAt.reserveCapacity(input.tokens.count)
    for _ in input.tokens.indices { mentionAt.append(-1) }
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
