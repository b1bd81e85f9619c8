/// How many columns of a terminal text takes.
enum DisplayWidth {
  /// Columns of a scalar: 0 for joiners and marks, 2 for East Asian and emoji, else 1.
  ///
  /// Ranges after Unicode 15's EastAsianWidth (W, F) and general category Mn, coarsely.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20F0, 0xFE00...0xFE0F,
      0xFEFF, 0xE0020...0xE007F, 0x1F3FB...0x1F3FF:
      0
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// Columns of a string.
  static func of(_ string: String) -> Int {
    string.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The longest beginning that takes at most `columns`, with `…` where something is cut off.
  static func fit(_ string: String, _ columns: Int) -> String {
    guard of(string) > columns else { return string }
    var result = ""
    var width = 0
    for scalar in string.unicodeScalars {
      guard width + of(scalar) < columns else { break }
      width += of(scalar)
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }
}
