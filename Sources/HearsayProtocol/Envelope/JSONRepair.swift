/// Replaces what makes a JSON text unreadable although its structure is sound.
enum JSONRepair {
  private static let backslash = UInt8(ascii: "\\")
  private static let replacement = Array("\\ufffd".utf8)

  /// The text with unpaired surrogate escapes and ill-formed UTF-8 replaced by U+FFFD, or nil
  /// where it has neither.
  static func repaired(_ body: [UInt8]) -> [UInt8]? {
    let wellFormed = Array(String(decoding: body, as: UTF8.self).utf8)
    let result = replacingUnpairedSurrogates(wellFormed)
    return result == body ? nil : result
  }

  private static func replacingUnpairedSurrogates(_ body: [UInt8]) -> [UInt8] {
    var result = body
    var index = 0
    while index < result.count {
      guard result[index] == backslash else {
        index += 1
        continue
      }
      guard let unit = escapedUnit(result, at: index) else {
        index += 2
        continue
      }
      if unit & 0xFC00 == 0xD800, let next = escapedUnit(result, at: index + 6),
        next & 0xFC00 == 0xDC00
      {
        index += 12
        continue
      }
      if unit & 0xF800 == 0xD800 {
        result.replaceSubrange(index..<(index + 6), with: replacement)
      }
      index += 6
    }
    return result
  }

  /// The UTF-16 unit of a `\uXXXX` escape that begins at an offset, or nil.
  private static func escapedUnit(_ body: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 <= body.count, body[index] == backslash,
      body[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for byte in body[(index + 2)..<(index + 6)] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return unit
  }
}
