/// The coarse class of a Unicode scalar that decides how text falls into tokens.
enum ScalarClass {
  case letter
  case digit
  case space
  case mark
  case punctuation
  case symbol
  /// Joins what stands before it: combining marks, joiners, variation selectors.
  case extender

  /// The class of a scalar outside ASCII.
  static func of(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      .space
    case 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F:
      .mark
    case 0xAA, 0xB5, 0xBA:
      .letter
    case 0xA1, 0xA7, 0xB6, 0xB7, 0xBF, 0x2010...0x2017, 0x2020...0x2027, 0x2030...0x205E,
      0x060C, 0x061B, 0x061F, 0x06D4, 0x3001...0x3003, 0x3008...0x300B, 0x3010...0x301F,
      0xFF01...0xFF0F:
      .punctuation
    case 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x0300...0x036F, 0xAD,
      0xFE00...0xFE0F, 0x20D0...0x20FF, 0x064B...0x065F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
      .extender
    case 0xA2...0xBE, 0xD7, 0xF7, 0x20A0...0x20CF, 0x2100...0x2BFF, 0x1F000...0x1FAFF,
      0xE000...0xF8FF:
      .symbol
    default:
      .letter
    }
  }

  /// Whether a letter outside ASCII is a capital.
  static func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F, 0x400...0x40F, 0x391...0x3A9: return true
    case 0xDF...0xFF, 0x430...0x45F, 0x3B1...0x3C9: return false
    default: return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }
  }

  /// The small letter of a capital where the two lie a fixed distance apart; others unchanged.
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F, 0x391...0x3A9: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x100...0x137, 0x14A...0x177: scalar | 1
    default: scalar
    }
  }
}

/// Reads scalars out of bytes that are UTF-8; past the end and on broken bytes it yields harmless
/// values, so that no caller can trap.
struct ScalarReader {
  /// The scalar that begins at `index` and its length in bytes.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
