/// What a scalar is when words are cut.
enum ScalarKind {
  /// White space and control characters.
  case blank
  /// Seen by nobody: joiners, soft hyphens, byte order marks, variation selectors.
  case hidden
  /// A letter or digit of a script that puts spaces between words.
  case word
  /// A letter of a script that does not.
  case letter
  /// A combining mark, which belongs to what stands before it.
  case mark
  /// Anything else.
  case sign

  /// The kind of a scalar.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    guard value >= 0x80 else {
      self = ScalarKind.plain(UInt8(value))
      return
    }
    if ScalarKind.hasNoSpaces(value) {
      self = ScalarKind.isMark(scalar) ? .mark : .letter
    } else if 0xFE00...0xFE0F ~= value || 0xE0100...0xE01EF ~= value {
      self = .hidden
    } else if value < 0x250, value >= 0xC0, value != 0xD7, value != 0xF7 {
      self = .word
    } else {
      self.init(scalar.properties)
    }
  }

  private init(_ properties: Unicode.Scalar.Properties) {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      self = .word
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .format: self = .hidden
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .blank
    default: self = .sign
    }
  }

  private static func plain(_ byte: UInt8) -> ScalarKind {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      .word
    case 0...0x20, 0x7F: .blank
    default: .sign
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Thai, Lao, Myanmar, Khmer, the Japanese syllabaries and Han.
  private static func hasNoSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The scalar a sign is compared by.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018...0x201B, 0x2039, 0x203A, 0x02BC: "'"
    case 0x201C...0x201F, 0xAB, 0xBB: "\""
    case 0x2010...0x2015, 0x2212: "-"
    // Canonically equivalent to ASCII, which is numbered without a look at normal forms.
    case 0x212A: "K"
    case 0x037E: ";"
    case 0x1FEF: "`"
    default: scalar
    }
  }
}
