/// One weight a feature: a proof of two bytes and a signed weight of two.
///
/// A feature's upper bits choose one of a power of two of places. Of places without a weight nothing
/// is kept but a bit: the table begins with the number of places and that of weights, 32 bits each,
/// then a bit a place, the number of weights before every sixty-four places, and the weights.
package struct ChoiceTable: @unchecked Sendable {
  // Read only, and never freed: the bytes are the program's own.
  private let bits: UnsafeRawPointer
  private let ranks: UnsafeRawPointer
  private let entries: UnsafeRawPointer
  private let shift: UInt32
  private let scale: Float

  /// Bytes of a table of so many places and weights, without what fills it up.
  package static func size(places: Int, weights: Int) -> Int {
    8 + places / 8 + places / 16 + weights * 4
  }

  /// The table in `bytes`; nil where it is none.
  package init?(_ bytes: UnsafeRawBufferPointer, scale: Float) {
    guard bytes.count >= 8, let base = bytes.baseAddress else { return nil }
    let places = Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
    let weights = Int(
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    guard places >= 64, places & (places - 1) == 0, weights <= places,
      bytes.count >= ChoiceTable.size(places: places, weights: weights)
    else { return nil }
    bits = base + 8
    ranks = bits + places / 8
    entries = ranks + places / 16
    shift = UInt32(32 - places.trailingZeroBitCount)
    self.scale = scale
    guard isSound(places, weights) else { return nil }
  }

  /// Whether the numbers of weights before all places are those that the bits tell.
  private func isSound(_ places: Int, _ weights: Int) -> Bool {
    var sum = 0
    for word in 0..<places / 64 {
      guard rank(word) == sum else { return false }
      sum += mask(word).nonzeroBitCount
    }
    return sum == weights
  }

  @inline(__always)
  private func mask(_ word: Int) -> UInt64 {
    UInt64(littleEndian: bits.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self))
  }

  @inline(__always)
  private func rank(_ word: Int) -> Int {
    Int(UInt32(littleEndian: ranks.loadUnaligned(fromByteOffset: word &* 4, as: UInt32.self)))
  }

  /// The sum of the features' weights.
  package func score(_ features: [UInt32]) -> Float {
    var sum: Int32 = 0
    for feature in features {
      let place = Int(feature >> shift)
      let mask = mask(place >> 6)
      let bit: UInt64 = 1 << UInt64(place & 63)
      guard mask & bit != 0 else { continue }
      let number = rank(place >> 6) &+ (mask & (bit &- 1)).nonzeroBitCount
      let entry = entries.loadUnaligned(fromByteOffset: number &* 4, as: SIMD2<UInt16>.self)
      if entry[0] == WeightTable.proof(feature) {
        sum &+= Int32(Int16(bitPattern: entry[1]))
      }
    }
    return Float(sum) * scale
  }
}
