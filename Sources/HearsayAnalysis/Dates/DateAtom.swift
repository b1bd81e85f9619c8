/// A word, number or sign as the rules for time expressions see it; `two-year` is two of them.
struct DateAtom: Sendable {
  /// Facts about an atom.
  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt16
    /// Begins with a capital.
    static let capitalized = Flags(rawValue: 1)
    /// Joined to the atom before by a hyphen inside one word.
    static let hyphened = Flags(rawValue: 2)
    /// White space stands before it, or it is the paragraph's first.
    static let spaced = Flags(rawValue: 4)
    /// Written in digits.
    static let digits = Flags(rawValue: 8)
    /// First of a sentence.
    static let sentenceStart = Flags(rawValue: 16)
    /// First of a line.
    static let lineStart = Flags(rawValue: 32)
    /// Has the ending of most past tenses.
    static let pastEnding = Flags(rawValue: 64)
    /// Has the ending of most plurals.
    static let pluralEnding = Flags(rawValue: 128)
    /// A year in four digits that news could name.
    static let year = Flags(rawValue: 256)
  }

  /// First byte, from the paragraph's start.
  var start: Int32
  /// One past the last byte.
  var end: Int32
  /// Its number, for digits.
  var value: Int32 = 0
  /// What it is in the vocabulary of its language.
  var word: DateVocabulary.Word
  /// How many digits it is written in.
  var digits: UInt8 = 0
  /// The word's group among the first words of rules.
  var group: UInt8 = 0
  /// Facts about it.
  var flags: Flags = []
  /// Two more numbers, of `03.12.2021` or `1990.5`; -1 is none.
  var second: Int16 = -1
  /// The third number.
  var third: Int16 = -1

  /// What a token's flags tell of its first atom.
  @inline(__always)
  static func flags(_ flags: Token.Flags) -> Flags {
    let bits = UInt16(flags.rawValue)
    // Capital 1 → 1, space 4 → 4, line 8 → 32, sentence 64 → 16.
    return Flags(rawValue: bits & 5 | (bits & 8) << 2 | (bits & 64) >> 2)
  }

  /// Whether white space stands before it.
  var isSpaced: Bool { flags.contains(.spaced) }
  /// Whether it begins with a capital.
  var isCapitalized: Bool { flags.contains(.capitalized) }
}
