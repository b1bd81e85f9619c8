/// Tells well-formed UTF-8 quickly; where it is broken is not its business.
enum UTF8Validator {
  /// Whether bytes are UTF-8: no overlong form, no surrogate, nothing above U+10FFFF, nothing cut.
  static func isWellFormed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < bytes.count {
      // Sixteen bytes of ASCII at a time; a text is hardly anything else.
      while index &+ 16 <= bytes.count {
        let low = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let high = bytes.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)
        if (low | high) & 0x8080_8080_8080_8080 != 0 { break }
        index &+= 16
      }
      while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
      guard index < bytes.count else { return true }
      guard let length = scalarLength(bytes, at: index) else { return false }
      index &+= length
    }
    return true
  }

  /// Length of the scalar outside ASCII that begins at an index; nil where none does.
  @inline(__always)
  private static func scalarLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int? {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, length <= bytes.count &- index else { return nil }
    // The second byte alone tells overlong forms, surrogates and what is out of range.
    let second = bytes[index &+ 1]
    let least: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let most: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= least, second <= most else { return nil }
    if length > 2, !UTF8Scan.isContinuation(bytes[index &+ 2]) { return nil }
    if length > 3, !UTF8Scan.isContinuation(bytes[index &+ 3]) { return nil }
    return length
  }
}
