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

  /// The device that the 32 digits from a place on name, or nil.
  init?(digits: UnsafeBufferPointer<UInt8>, at place: Int) {
    guard place + 32 <= digits.count, let high = Hexadecimal.word(digits, at: place),
      let low = Hexadecimal.word(digits, at: place + 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// 32 lower-case hexadecimal digits.
  public var description: String {
    String(unsafeUninitializedCapacity: 32) { digits in
      Hexadecimal.write(high, into: digits, at: 0)
      Hexadecimal.write(low, into: digits, at: 16)
      return 32
    }
  }

  /// The order in which it is sorted.
  public static func < (left: DeviceID, right: DeviceID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
