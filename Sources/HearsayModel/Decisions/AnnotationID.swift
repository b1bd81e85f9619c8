/// Identity of something stored: a UUID of version 7 (RFC 9562), in lower case with hyphens.
///
/// Its first 48 bits are the time of its making, so that ids in order of their text are in order of
/// time, as far as clocks agree.
public struct AnnotationID: Hashable, Sendable, Comparable {
  /// The 36 characters.
  public let text: String

  /// An id from its 36 characters in either case, or nil where they are no UUID.
  public init?(_ text: String) {
    var text = text
    var (isUUID, isLower) = (text.utf8.count == 36, true)
    text.withUTF8 { bytes in
      guard isUUID else { return }
      for index in 0..<36 {
        let byte = bytes[index]
        if index == 8 || index == 13 || index == 18 || index == 23 {
          isUUID = isUUID && byte == UInt8(ascii: "-")
          continue
        }
        let isDigit = byte >= 0x30 && byte <= 0x39
        let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
        isUUID = isUUID && (isDigit || isLetter)
        isLower = isLower && (isDigit || byte >= 0x61)
      }
    }
    guard isUUID else { return nil }
    self.text = isLower ? text : text.lowercased()
  }

  /// An id of a moment.
  ///
  /// - Parameters:
  ///   - milliseconds: Unix time.
  ///   - random: 74 bits that nobody else has: 12 of `random.0`, 62 of `random.1`.
  public init(milliseconds: UInt64, random: (UInt64, UInt64)) {
    let high = milliseconds << 16 | 0x7000 | random.0 & 0xFFF
    let low = random.1 & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    var digits: [UInt8] = []
    for word in [high, low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        if [8, 13, 18, 23].contains(digits.count) { digits.append(UInt8(ascii: "-")) }
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift) & 15)
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// By text, which is by time.
  public static func < (left: AnnotationID, right: AnnotationID) -> Bool { left.text < right.text }
}
