/// Features as 32-bit numbers: the template's number and the values it looks at, mixed.
///
/// The upper bits choose a place in a ``WeightTable``, the lower sixteen are kept there as proof, so
/// two features are taken for one only where all 32 bits agree.
package enum FeatureHash {
  /// Two values as one.
  @inline(__always)
  package static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = (UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32) ^ UInt32(truncatingIfNeeded: mixed)
  }

  /// The feature that a template makes of a value.
  @inline(__always)
  package static func of(template: Int, _ value: UInt32) -> UInt32 {
    var mixed =
      (UInt64(truncatingIfNeeded: template) << 32 | UInt64(value)) &* 0xD6E8_FEB8_6659_FD93
    mixed ^= mixed >> 32
    return UInt32(truncatingIfNeeded: (mixed &* 0xCA5A_8263_9512_1157) >> 32)
  }

  /// A word's 64-bit identity as 32 bits.
  @inline(__always)
  static func fold(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }
}

/// Collects the features of one token; templates are numbered in the order of the calls.
package struct FeatureWriter {
  private let places: UnsafeMutablePointer<UInt32>
  /// How many there are.
  package private(set) var count: Int

  /// Writes to `places`, which must hold as many as will be added; the first template has the number
  /// `first` and goes to the place of that number.
  @inline(__always)
  init(_ places: UnsafeMutablePointer<UInt32>, first: Int = 0) {
    self.places = places
    count = first
  }

  /// Adds what the next template makes of a value.
  @inline(__always)
  mutating func add(_ value: UInt32) {
    places[count] = FeatureHash.of(template: count, value)
    count &+= 1
  }

  /// Adds what the next template makes of two values.
  @inline(__always)
  mutating func add(_ first: UInt32, _ second: UInt32) { add(FeatureHash.pair(first, second)) }

  /// Adds what the next template makes of three values.
  @inline(__always)
  mutating func add(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    add(FeatureHash.pair(FeatureHash.pair(first, second), third))
  }
}
