import HearsayAnalysis
import HearsayTestSupport
import Testing

/// What holds for the tokens of any ASCII text.
@Suite struct TokenizerLawTests {
  private let tokenizer = Tokenizer(lexicon: Lexicon([]))

  @Test(arguments: 0..<128 as Range<UInt8>)
  func `a hash is that of the text in lower case wherever a sign stands`(sign: UInt8) {
    for place in 0..<20 {
      var bytes = Array("AbcdefghiJklmnopqrs tu".utf8)
      bytes[place] = sign
      check(bytes)
    }
  }

  @Test(arguments: 1...200)
  func `tokens hold all but white space`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = Array("aZz 9.,-'s\n\"$".utf8)
    check((0..<random.below(400)).map { _ in letters[random.below(letters.count)] })
  }

  private func check(_ bytes: [UInt8]) {
    var end = 0
    for token in tokenizer.tokens(of: bytes) {
      let text = bytes[token.start..<token.end]
      let small = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      #expect(token.hash == WordHash.of(small))
      let isHyphened = token.kind != .punctuation && text.contains(0x2D)
      #expect(token.flags.contains(.hyphened) == isHyphened)
      #expect(token.start >= end && !text.isEmpty)
      #expect(bytes[end..<token.start].allSatisfy { $0 <= 0x20 || $0 == 0x7F })
      end = token.end
    }
    #expect(bytes[end...].allSatisfy { $0 <= 0x20 || $0 == 0x7F })
  }
}
