internal import HearsayText

/// What the fast model looks at, token by token, of a paragraph whose sentences may credit anybody.
///
/// No word classes are guessed here: what stands in the lexicon and a word's ending have to do. The
/// lists lie in one piece of memory and are padded on both sides, so that a look past either end
/// needs no check.
package struct FastTraits {
  /// One token.
  struct Place {
    /// The word in lower case, as ``FeatureHash`` folds it.
    var word: UInt32 = 0x5EED
    /// The word where it is of a closed class, else its classes, capital and ending.
    var base: UInt32 = 0x5EED
    /// Outside, opening, inside or closing, with the length of the quotation in classes.
    var mark: UInt32 = 0
    /// The next word of the sentence that may credit, and how far that is, in classes.
    var cueAfter: UInt32 = 0
    var cueAfterDistance: UInt32 = 15
    /// Whether it may credit; whether it is a finite verb, as far as that can be told; whether a
    /// clause begins behind it.
    var isCue = false
    var isFinite = false
    var isBreak = false
  }

  /// How far templates look past either end.
  static let padding = 2

  /// Words that may credit.
  static let cues: WordClasses = [.cueVerb, .weakCueVerb]
  private static let closed: WordClasses = [
    .determiner, .preposition, .conjunction, .auxiliary, .subordinator, .pronounHe, .pronounShe,
    .pronounThey, .pronounIt, .pronounOther,
  ]
  private static let open: WordClasses = [
    .cueVerb, .weakCueVerb, .cueNoun, .title, .roleNoun, .organisationNoun, .documentNoun,
    .collectiveNoun, .maleName, .femaleName, .place, .calendar, .adverb, .finiteVerb,
  ]

  /// Fills `places`, which hold as many as there are tokens in `range` and ``padding`` on both sides.
  static func fill(
    _ places: UnsafeMutablePointer<Place>, _ range: Range<Int>, _ input: ParagraphInput,
    _ map: StretchMap
  ) {
    for index in 0..<padding {
      places[index] = Place()
      places[padding + range.count + index] = Place()
    }
    input.tokens.withUnsafeBufferPointer { tokens in
      input.bytes.withUnsafeBufferPointer { bytes in
        for index in range {
          places[padding + index - range.lowerBound] = place(tokens[index], bytes)
        }
      }
    }
    for stretch in map.stretches
    where stretch.last >= range.lowerBound && stretch.first < range.upperBound {
      mark(places + padding - range.lowerBound, stretch, range)
    }
  }

  private static func mark(
    _ places: UnsafeMutablePointer<Place>, _ stretch: MarkedStretch, _ range: Range<Int>
  ) {
    let length = stretch.content.count
    let size: UInt32 = length <= 3 ? 1 : length <= 6 ? 2 : length <= 12 ? 3 : 4
    let isOdd: UInt32 = stretch.isSingle || !stretch.isClosed ? 32 : 0
    let last = min(stretch.last, range.upperBound - 1)
    for index in max(stretch.first, range.lowerBound)...last {
      let isOpening = index < stretch.content.lowerBound
      let isClosing = index >= stretch.content.upperBound
      places[index].mark = (isOpening ? 1 : isClosing ? 3 : 2) | size << 2 | isOdd
      places[index].isCue = false
      if isOpening || isClosing { places[index].word = isOpening ? 0xAAAA : 0xBBBB }
      if isOpening || isClosing { places[index].base = places[index].word }
    }
  }

  @inline(__always)
  private static func place(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Place {
    var place = Place()
    place.word = FeatureHash.fold(token.hash)
    guard token.kind == .word else {
      place.base = token.kind == .number ? 0x7777 : place.word
      place.isBreak = token.kind != .number && bytes[token.start] != UInt8(ascii: ".")
      return place
    }
    place.isCue = token.has(cues) || token.reads("according")
    place.isBreak = token.has([.subordinator, .conjunction])
    if token.has(closed) {
      place.base = place.word
      place.isFinite = token.has(.auxiliary)
      return place
    }
    var code = UInt32(token.flags.rawValue & 0x23)
    if !token.isCapitalized, token.end - token.start > 3 {
      let ending = FastTraits.ending(bytes[token.end - 2] | 0x20, bytes[token.end - 1] | 0x20)
      code |= ending << 8
      place.isFinite = ending == 1 || token.has(.finiteVerb)
    }
    let classes = token.classes.intersection(open)
    place.base = FeatureHash.pair(FeatureHash.fold(classes.rawValue &* 0x9E37_79B9_7F4A_7C15), code)
    return place
  }

  /// The endings that tell most: -ed, -ng, -ly, -s.
  @inline(__always)
  private static func ending(_ second: UInt8, _ last: UInt8) -> UInt32 {
    switch (second, last) {
    case (0x65, 0x64): 1
    case (0x6E, 0x67): 2
    case (0x6C, 0x79): 3
    case (_, 0x73): 4
    default: 0
    }
  }
}
