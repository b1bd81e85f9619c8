internal import HearsayText

/// What the fast model looks at in one token of a sentence that may credit somebody.
///
/// No word classes are guessed here: what stands in the lexicon and a word's ending have to do.
struct FastPlace {
  /// The token's index in the paragraph; none where a template looks past an end.
  var token: Int32 = -1
  /// The word in lower case, as ``FeatureHash`` folds it.
  var word: UInt32 = 0x5EED
  /// The word where it is of a closed class, else its classes, capital and ending.
  var base: UInt32 = 0x5EED
  /// Outside, opening, inside or closing, with the length of the quotation in classes.
  var mark: UInt8 = 0
  /// Whether it may credit; whether it is a finite verb, as far as that can be told; whether a
  /// clause begins behind it.
  var isCue = false
  var isFinite = false
  var isBreak = false

  /// Whether a word may credit.
  @inline(__always)
  static func isCue(_ token: Token) -> Bool {
    token.has([.cueVerb, .weakCueVerb]) || token.reads("according")
  }

  private static let closed: WordClasses = [
    .determiner, .preposition, .conjunction, .auxiliary, .subordinator, .pronounHe, .pronounShe,
    .pronounThey, .pronounIt, .pronounOther,
  ]
  private static let open: WordClasses = [
    .cueVerb, .weakCueVerb, .cueNoun, .title, .roleNoun, .organisationNoun, .documentNoun,
    .collectiveNoun, .maleName, .femaleName, .place, .calendar, .adverb, .finiteVerb,
  ]

  /// Nothing: what stands past either end.
  init() {}

  /// A token outside of marks, or between them.
  @inline(__always)
  init(_ token: Token, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.token = Int32(truncatingIfNeeded: index)
    word = FeatureHash.fold(token.hash)
    guard token.kind == .word else {
      base = token.kind == .number ? 0x7777 : word
      isBreak = token.kind != .number && bytes[token.start] != UInt8(ascii: ".")
      return
    }
    isCue = FastPlace.isCue(token)
    isBreak = token.has([.subordinator, .conjunction])
    if token.has(FastPlace.closed) {
      base = word
      isFinite = token.has(.auxiliary)
      return
    }
    var code = UInt32(token.flags.rawValue & 0x23)
    if !token.isCapitalized, token.end - token.start > 3 {
      let ending = FastPlace.ending(bytes[token.end - 2] | 0x20, bytes[token.end - 1] | 0x20)
      code |= ending << 8
      isFinite = ending == 1 || token.has(.finiteVerb)
    }
    let classes = UInt64(token.classes.intersection(FastPlace.open).rawValue) | UInt64(code) << 32
    base = UInt32(truncatingIfNeeded: (classes &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// A token between marks, or one of the marks.
  @inline(__always)
  init(
    _ token: Token, at index: Int, in stretch: MarkedStretch, _ mark: UInt8,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.init(token, at: index, bytes)
    isCue = false
    if index < stretch.content.lowerBound {
      word = 0x4D1E_AAAB
      self.mark = mark | 1
    } else if index >= stretch.content.upperBound {
      word = 0xBBBB_4D1F
      self.mark = mark | 3
    } else {
      self.mark = mark | 2
      return
    }
    base = word
  }

  /// The length of a quotation in classes, and whether its marks are not those of a pair of double
  /// ones.
  @inline(__always)
  static func mark(of stretch: MarkedStretch) -> UInt8 {
    let length = stretch.content.count
    let size: UInt8 = length <= 3 ? 1 : length <= 6 ? 2 : length <= 12 ? 3 : 4
    return size << 2 | (stretch.isSingle || !stretch.isClosed ? 32 : 0)
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
