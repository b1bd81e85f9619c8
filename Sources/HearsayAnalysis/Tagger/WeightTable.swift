/// Weights by feature: fourteen columns of signed bytes to a row, four rows to a cache line.
///
/// A feature's upper bits choose the line, its lower sixteen bits the row inside it; a feature that
/// was not kept in training finds no row and weighs nothing.
package struct WeightTable: @unchecked Sendable {
  /// Columns in a row.
  package static let columns = 14
  /// Bytes in a line: four proofs of two bytes, four rows.
  static let lineSize = 64

  // Read only, and never freed: the bytes are the program's own.
  private let lines: UnsafeRawPointer
  private let shift: UInt32
  /// What one step of a byte stands for.
  package let scale: Float

  /// The table in `bytes`, which must stay where they are and hold a power of two of lines; nil
  /// where they do not.
  package init?(_ bytes: UnsafeRawBufferPointer, scale: Float) {
    let count = bytes.count / WeightTable.lineSize
    guard count > 1, count & (count - 1) == 0, bytes.count % WeightTable.lineSize == 0,
      let base = bytes.baseAddress
    else { return nil }
    lines = base
    shift = UInt32(32 - count.trailingZeroBitCount)
    self.scale = scale
  }

  /// The table's bytes.
  package var copiedBytes: [UInt8] {
    Array(UnsafeRawBufferPointer(start: lines, count: WeightTable.lineSize << Int(32 - shift)))
  }

  /// What the lower bits prove; zero marks a free row.
  @inline(__always)
  package static func proof(_ feature: UInt32) -> UInt16 {
    let low = UInt16(truncatingIfNeeded: feature)
    return low == 0 ? 1 : low
  }

  /// Which of `count` lines, a power of two, a feature's row is in.
  package static func line(_ feature: UInt32, of count: Int) -> Int {
    Int(feature >> UInt32(32 - count.trailingZeroBitCount))
  }

  /// The sum of the features' rows, in steps of ``scale``: columns 0, 2, … and 1, 3, …, behind a
  /// pair that means nothing.
  ///
  /// Without a branch, so that the loads overlap: a row that was not found is read all the same and
  /// counts as zeros.
  @inline(__always)
  private func sum(
    _ features: UnsafePointer<UInt32>, _ count: Int
  ) -> (even: SIMD8<Int16>, odd: SIMD8<Int16>) {
    let base = lines
    var even = SIMD8<Int16>(repeating: 0)
    var odd = SIMD8<Int16>(repeating: 0)
    for index in 0..<count {
      let feature = features[index]
      let line = base + Int(truncatingIfNeeded: feature &>> shift) &<< 6
      let proofs = line.loadUnaligned(as: UInt64.self)
      let wanted = UInt64(WeightTable.proof(feature)) &* 0x0001_0001_0001_0001
      let difference = proofs ^ wanted
      let zeros = (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
      // The lowest of the bits 15, 31, 47, 63; the last row's where there is none.
      let bit = (zeros | 1 << 63).trailingZeroBitCount
      // Rows are read two bytes early, so that the last ends with its line.
      let row = line.loadUnaligned(
        fromByteOffset: 6 &+ bit &>> 4 &* WeightTable.columns, as: SIMD8<Int16>.self)
      let found = row & SIMD8(repeating: zeros == 0 ? 0 : -1)
      even &+= (found &<< 8) &>> 8
      odd &+= found &>> 8
    }
    return (even, odd)
  }
}

/// Whatever gives features their weights.
package protocol FeatureScorer {
  /// The sum over the features, one column a label or tag.
  func score(_ features: UnsafePointer<UInt32>, _ count: Int) -> SIMD16<Float>
}

extension WeightTable: FeatureScorer {
  /// The sum of the features' rows.
  package func score(_ features: UnsafePointer<UInt32>, _ count: Int) -> SIMD16<Float> {
    let (even, odd) = sum(features, count)
    let (evenFloats, oddFloats) = (WeightTable.floats(even), WeightTable.floats(odd))
    var pairs = SIMD16<Float>()
    pairs.evenHalf = evenFloats
    pairs.oddHalf = oddFloats
    // The first pair is proof, no weight.
    let low = pairs.lowHalf
    let high = pairs.highHalf
    let result = SIMD16<Float>(
      low[2], low[3], low[4], low[5], low[6], low[7], high[0], high[1], high[2], high[3], high[4],
      high[5], high[6], high[7], 0, 0)
    return result * scale
  }

  /// Whole numbers as floats.
  @inline(__always)
  private static func floats(_ values: SIMD8<Int16>) -> SIMD8<Float> {
    SIMD8<Float>(SIMD8<Int32>(truncatingIfNeeded: values))
  }
}
