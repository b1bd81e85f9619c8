/// A word, number or sign as the rules for time expressions see it; `two-year` is two of them.
struct DateAtom: Sendable {
  /// Facts about an atom.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
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
    /// Ends in `ed`, as most past tenses do.
    static let endsInEd = Flags(rawValue: 64)
    /// Ends in `s`, as most plurals do.
    static let endsInS = Flags(rawValue: 128)
  }

  /// First byte, from the paragraph's start.
  var start: Int32
  /// One past the last byte.
  var end: Int32
  /// Its number.
  var value: Int32 = 0
  /// What it can do.
  var kind: DateWordKind
  /// How many digits it is written in.
  var digits: UInt8 = 0
  /// Facts about it.
  var flags: Flags = []
  /// Two more numbers, of `03.12.2021` or `1990.5`; -1 is none.
  var second: Int16 = -1
  /// The third number.
  var third: Int16 = -1

  /// A year in four digits that news could name.
  var isYear: Bool {
    kind == .cardinal && digits == 4 && second < 0 && (1000...2199).contains(value)
  }
  /// A plain whole number in digits.
  var isPlainNumber: Bool { kind == .cardinal && flags.contains(.digits) && second < 0 }
  /// The word “as”.
  var isAs: Bool { kind == .preposition && value == 2 }
  /// Whether white space stands before it.
  var isSpaced: Bool { flags.contains(.spaced) }
  /// Whether it begins with a capital.
  var isCapitalized: Bool { flags.contains(.capitalized) }
}
