/// One store of one person on one machine: 128 random bits, minted at its first sync and again when
/// the store turns out to be a copy.
public struct DeviceID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first 64 bits.
  let high: UInt64
  /// The last 64 bits.
  let low: UInt64

  /// A device with given bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A device nobody has met, from a source of random bits.
  public init(using generator: inout some RandomNumberGenerator) {
    self.init(high: generator.next(), low: generator.next())
  }

  /// The device that 32 lower-case hexadecimal digits name, or nil.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 32, let bytes = Hexadecimal.bytes(text) else { return nil }
    high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// 32 lower-case hexadecimal digits.
  public var description: String {
    Hexadecimal.text(
      (0..<16).map { index in
        UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> UInt64(56 - index % 8 * 8))
      })
  }

  /// The order in which it is sorted.
  public static func < (left: DeviceID, right: DeviceID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
