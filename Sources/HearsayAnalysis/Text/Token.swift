public import HearsayText

/// A word, a number, a mark or another sign of one paragraph.
///
/// Offsets count bytes from the paragraph's start.
public struct Token: Hashable, Sendable {
  /// What kind of sign it is.
  public enum Kind: UInt8, Sendable {
    /// Letters, with inner hyphens and apostrophes; a possessive ending is a word of its own.
    case word
    /// Begins with a digit: `12`, `1,000.5`, `03.12.2021`, `5th`, `1990s`.
    case number
    /// A sign that opens or closes a quotation, or could.
    case mark
    /// Any other punctuation; one token a scalar, runs of dots and hyphens are one.
    case punctuation
    /// Emoji, currency and other symbols; one token a scalar.
    case symbol
  }

  /// Facts about a token's shape and surroundings.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// One bit for each fact.
    public let rawValue: UInt8
    /// The facts whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital.
    public static let capitalized = Flags(rawValue: 1)
    /// Two or more letters, none of them small.
    public static let allCapitals = Flags(rawValue: 2)
    /// White space stands before it, or it is the paragraph's first.
    public static let spaceBefore = Flags(rawValue: 4)
    /// A line break stands before it (a paragraph may hold several lines), or it is the first.
    public static let lineStart = Flags(rawValue: 8)
    /// Holds a digit.
    public static let hasDigit = Flags(rawValue: 16)
    /// `'s`, `’s` or a bare apostrophe after a plural.
    public static let possessive = Flags(rawValue: 32)
    /// First token of a sentence, after marks and brackets.
    public static let sentenceStart = Flags(rawValue: 64)
    /// Holds a hyphen.
    public static let hyphened = Flags(rawValue: 128)
  }

  /// First byte.
  public let start: Int
  /// One past the last byte.
  public let end: Int
  /// What kind of sign it is.
  public let kind: Kind
  /// Shape and surroundings.
  public var flags: Flags
  /// Hash of the text in lower case, curly apostrophes as straight ones; for a single sign of one
  /// byte, as for any text, ``WordHash/of(_:)`` gives the same number.
  public let hash: UInt64
  /// What the lexicon says of the word.
  public let classes: WordClasses

  /// The same token seen from an origin that lies `distance` bytes earlier; it is no longer known
  /// to begin a sentence.
  func shifted(by distance: Int) -> Token {
    Token(
      start: start + distance, end: end + distance, kind: kind,
      flags: flags.subtracting(.sentenceStart), hash: hash, classes: classes)
  }

  /// The bytes it covers, counted from the paragraph's start.
  public var span: ByteSpan { ByteSpan(start, end) }
  /// Whether the first letter is a capital.
  public var isCapitalized: Bool { flags.contains(.capitalized) }
  /// Whether the lexicon lists the word in any of the classes.
  @inline(__always)
  public func has(_ any: WordClasses) -> Bool { !classes.isDisjoint(with: any) }
  /// Whether the text is this word, given in lower case.
  @inline(__always)
  public func reads(_ word: WordHash) -> Bool { hash == word.value }
}

/// A word's identity: FNV-1a of its bytes in lower case.
public struct WordHash: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The hash.
  public let value: UInt64
  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// The identity of a word given in lower case.
  public init(stringLiteral word: StaticString) {
    value = word.withUTF8Buffer { buffer in
      var hash = WordHash.basis
      for byte in buffer { hash = (hash ^ UInt64(byte)) &* WordHash.prime }
      return hash
    }
  }

  /// The identity of bytes in lower case.
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = basis
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }
}
