internal import HearsayText

/// What the taggers look at, token by token, as numbers.
///
/// Every list is padded on both sides, so that a look to the left or right of the paragraph finds
/// ``nothing`` instead of needing a check.
package final class TokenTraits {
  /// How far templates may look past either end.
  static let padding = 5
  /// What stands outside of the paragraph.
  static let nothing: UInt32 = 0x5EED

  /// How many tokens there are.
  package let count: Int
  /// The word in lower case; one value for all marks that open and one for all that close.
  package let word: UnsafeMutablePointer<UInt32>
  /// Capitals, digits, kind of sign.
  package let shape: UnsafeMutablePointer<UInt32>
  /// The first five letters.
  package let stem: UnsafeMutablePointer<UInt32>
  /// The last two letters.
  package let ending: UnsafeMutablePointer<UInt32>
  /// The last three letters.
  package let suffix: UnsafeMutablePointer<UInt32>
  /// The lexicon's classes.
  package let lexical: UnsafeMutablePointer<UInt32>
  /// Where the token stands among quotation marks.
  package let marks: UnsafeMutablePointer<UInt32>
  /// The word where it belongs to a closed class, else its ``WordTag``.
  package let backbone: UnsafeMutablePointer<UInt32>
  /// The word's class as ``WordTag`` has it.
  package let tag: UnsafeMutablePointer<UInt32>

  private static let lists = 9
  private let storage: UnsafeMutablePointer<UInt32>

  /// The traits of a paragraph whose marks are still to be paired.
  package convenience init(_ input: ParagraphInput) {
    self.init(input, map: StretchMap.of(input))
  }

  /// The traits of a paragraph; tags are set by a ``WordTagger``.
  init(_ input: ParagraphInput, map: StretchMap) {
    count = input.tokens.count
    let stride = count + 2 * TokenTraits.padding
    storage = .allocate(capacity: stride * TokenTraits.lists)
    storage.initialize(repeating: TokenTraits.nothing, count: stride * TokenTraits.lists)
    let start = storage + TokenTraits.padding
    word = start
    shape = start + stride
    stem = start + stride * 2
    ending = start + stride * 3
    suffix = start + stride * 4
    lexical = start + stride * 5
    marks = start + stride * 6
    backbone = start + stride * 7
    tag = start + stride * 8
    fill(input)
    fillMarks(map)
  }

  deinit { storage.deallocate() }

  private func fill(_ input: ParagraphInput) {
    for (index, token) in input.tokens.enumerated() {
      word[index] = FeatureHash.fold(token.hash)
      shape[index] = UInt32(token.kind.rawValue) << 8 | UInt32(token.flags.rawValue & 0x73)
      lexical[index] = FeatureHash.fold(UInt64(token.classes.rawValue) &* 0x9E37_79B9_7F4A_7C15)
      letters(of: token, at: index, input.bytes)
    }
  }

  private func letters(of token: Token, at index: Int, _ bytes: [UInt8]) {
    let length = token.end - token.start
    guard token.kind == .word else {
      stem[index] = word[index]
      ending[index] = UInt32(token.kind.rawValue)
      suffix[index] = UInt32(token.kind.rawValue)
      return
    }
    var first: UInt32 = 0x811C_9DC5
    for place in 0..<min(5, length) {
      first = (first ^ UInt32(bytes[token.start + place] | 0x20)) &* 0x0100_0193
    }
    stem[index] = first
    var last: UInt32 = 0
    for place in 0..<min(3, length) {
      last = last << 8 | UInt32(bytes[token.end - 1 - place] | 0x20)
      if place == 1 { ending[index] = last }
    }
    if length < 2 { ending[index] = last }
    suffix[index] = last
  }

  private func fillMarks(_ map: StretchMap) {
    for index in 0..<count { marks[index] = 0 }
    for stretch in map.stretches {
      let length = stretch.content.count
      let size: UInt32 = length <= 3 ? 1 : length <= 6 ? 2 : length <= 12 ? 3 : 4
      let style: UInt32 = (stretch.isSingle ? 1 : 0) + (stretch.isClosed ? 0 : 2)
      for index in stretch.first...stretch.last {
        let isOpening = index < stretch.content.lowerBound
        let isClosing = index >= stretch.content.upperBound
        marks[index] = (isOpening ? 1 : isClosing ? 3 : 2) | size << 2 | style << 5
        if isOpening || isClosing { word[index] = isOpening ? 0xAAAA : 0xBBBB }
      }
    }
  }
}

extension TokenTraits {
  /// Whether a token stands between marks, or is one.
  @inline(__always)
  package func isQuoted(_ index: Int) -> Bool { marks[index] != 0 }
}
