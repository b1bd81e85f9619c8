/// Numbers that look random and are the same for the same seed (SplitMix64, public domain).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A sequence of its own for each seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 to below 1.
  mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// A normally distributed number: twelve uniform ones less six, scaled (central limit).
  mutating func normal(mean: Double, deviation: Double) -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += fraction() }
    return mean + sum * deviation
  }
}
