/// Identity of something stored: a UUID of version 7 (RFC 9562), in lower case with hyphens.
///
/// Its first 48 bits are the time of its making, so that ids in order of their text are in order of
/// time, as far as clocks agree.
public struct AnnotationID: Hashable, Sendable, Comparable {
  /// The 36 characters.
  public let text: String

  /// An id from its 36 characters in either case, or nil where they are no UUID.
  public init?(_ text: String) {
    let bytes = Array(text.lowercased().utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      let isHyphen = [8, 13, 18, 23].contains(index)
      let isDigit =
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      guard isHyphen ? byte == UInt8(ascii: "-") : isDigit else { return nil }
    }
    self.text = String(decoding: bytes, as: UTF8.self)
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
