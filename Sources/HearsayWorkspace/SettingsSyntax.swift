/// Why the TOML parser is not given a text.
struct SettingsSyntaxError: Error, Hashable {
  /// The line, from 1.
  let line: Int
  /// What is wrong with it.
  let reason: String
}

/// Goes over a text before the TOML parser does.
///
/// The parser takes for granted that a table's name begins with a letter, and follows dotted keys by
/// recursion: half-typed brackets and keys without end would stop the program instead of being told.
struct SettingsSyntax {
  /// Parts that a dotted key may have; a setting's has three at most.
  private static let longestKey = 8

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  /// Brackets that are open in a value.
  private var depth = 0
  /// Dots in the key or value that is read.
  private var dots = 0

  /// Looks for what the parser cannot be given.
  ///
  /// - Throws: ``SettingsSyntaxError`` for the first line of that kind.
  static func check(_ bytes: [UInt8]) throws(SettingsSyntaxError) {
    var syntax = SettingsSyntax(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { syntax.index = 3 }
    while syntax.index < bytes.count { try syntax.expression() }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while byte(index) == 0x20 || byte(index) == 0x09 { index += 1 }
  }

  /// A line with its value, which may go on over further lines.
  private mutating func expression() throws(SettingsSyntaxError) {
    depth = 0
    dots = 0
    skipBlanks()
    if byte(index) == UInt8(ascii: "[") { try header() }
    while let byte = byte(index) {
      index += 1
      switch byte {
      case 0x0A:
        line += 1
        dots = 0
        if depth <= 0 { return }
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
      case UInt8(ascii: "."):
        dots += 1
        guard dots < SettingsSyntax.longestKey else {
          throw SettingsSyntaxError(line: line, reason: "This key has too many parts.")
        }
      default: bracket(byte)
      }
    }
  }

  private mutating func bracket(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    case UInt8(ascii: ","), UInt8(ascii: "="): break
    default: return
    }
    dots = 0
  }

  /// The brackets before a table's name.
  private mutating func header() throws(SettingsSyntaxError) {
    index += 1
    if byte(index) == UInt8(ascii: "[") { index += 1 }
    skipBlanks()
    guard let first = byte(index) else { return }
    switch first {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "]"):
      return
    default: throw SettingsSyntaxError(line: line, reason: "A table's name is missing here.")
    }
  }

  private mutating func skipComment() {
    while let byte = byte(index), byte != 0x0A { index += 1 }
  }

  /// Passes over a string whose first quote was read.
  private mutating func skipString(_ quote: UInt8) {
    guard byte(index) == quote, byte(index + 1) == quote else { return skipShortString(quote) }
    index += 2
    while let byte = byte(index) {
      index += 1
      if byte == 0x0A { line += 1 }
      if byte == 0x5C, quote == UInt8(ascii: "\"") {
        if self.byte(index) == 0x0A { line += 1 }
        index += 1
      }
      guard byte == quote, self.byte(index) == quote, self.byte(index + 1) == quote else {
        continue
      }
      index += 2
      // One or two quotes may stand before the closing three.
      for _ in 0..<2 where self.byte(index) == quote { index += 1 }
      return
    }
  }

  private mutating func skipShortString(_ quote: UInt8) {
    while let byte = byte(index), byte != 0x0A {
      index += byte == 0x5C && quote == UInt8(ascii: "\"") ? 2 : 1
      if byte == quote { return }
    }
  }
}
