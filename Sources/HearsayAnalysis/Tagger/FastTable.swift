/// Weights of the fast model by feature: eight columns of signed bytes to a row, four rows to a line
/// of forty bytes.
///
/// A line begins with four proofs of two bytes; a feature that was not kept in training finds none
/// of its own and weighs nothing.
package struct FastTable: @unchecked Sendable {
  /// Columns in a row: begin, inside and end of a content and of a source, begin and end of a cue.
  package static let columns = 8
  /// Steps of a weight that stand for one.
  package static let unit: Float = 64
  /// Rows in a line.
  package static let slots = 4
  /// Bytes in a line.
  package static let lineSize = 40

  // Read only, and never freed: the bytes are the program's own.
  private let lines: UnsafeRawPointer
  private let count: UInt64

  /// The table in `bytes`, which must stay where they are; nil where they are no table.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty, bytes.count % FastTable.lineSize == 0, let base = bytes.baseAddress else {
      return nil
    }
    lines = base
    count = UInt64(bytes.count / FastTable.lineSize)
  }

  /// Which of `count` lines a feature's row is in.
  @inline(__always)
  package static func line(_ feature: UInt32, of count: Int) -> Int {
    Int((UInt64(feature) &* UInt64(count)) >> 32)
  }

  /// The sum of the features' rows.
  @inline(__always)
  package func score(_ features: UnsafePointer<UInt32>) -> SIMD8<Int16> {
    // Without a branch: a row that was not found is read all the same and counts as zeros.
    let (lines, count) = (lines, count)
    var sum = SIMD8<Int16>(repeating: 0)
    for index in 0..<FastFeatures.count {
      let feature = features[index]
      let line = lines + Int((UInt64(feature) &* count) >> 32) &* FastTable.lineSize
      let proofs = line.loadUnaligned(as: UInt64.self)
      let wanted = UInt64(FastTable.proof(feature)) &* 0x0001_0001_0001_0001
      let difference = proofs ^ wanted
      let zeros = (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
      let slot = (zeros | 1 << 63).trailingZeroBitCount &>> 4
      let row = line.loadUnaligned(fromByteOffset: 8 &+ slot &* 8, as: SIMD8<Int8>.self)
      let found = row & SIMD8(repeating: zeros == 0 ? 0 : -1)
      sum &+= SIMD8<Int16>(truncatingIfNeeded: found)
    }
    return sum
  }

  /// What the lower bits prove; zero marks a free row.
  @inline(__always)
  package static func proof(_ feature: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: feature) | 1 }
}

/// The fast model's labels: what eight columns make of the thirteen of ``AttributionLabel``.
///
/// A single one is a beginning and an end at once; the inside of a cue weighs nothing, and so does
/// what is outside.
package enum FastLabel {
  /// The scores of all labels.
  package static func expand(_ columns: SIMD16<Float>) -> SIMD16<Float> {
    let c = columns
    return SIMD16(
      0, c[0], c[1], c[2], c[0] + c[2], c[3], c[4], c[5], c[3] + c[5], c[6], 0, c[7], c[6] + c[7],
      0, 0, 0)
  }

  /// What a gradient by label is by column.
  package static func fold(_ labels: SIMD16<Float>) -> SIMD16<Float> {
    let g = labels
    return SIMD16(
      g[1] + g[4], g[2], g[3] + g[4], g[5] + g[8], g[6], g[7] + g[8], g[9] + g[12], g[11] + g[12],
      0, 0, 0, 0, 0, 0, 0, 0)
  }
}
