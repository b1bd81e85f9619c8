/// Weights of the fast model by feature: a row of eight signed bytes each, all rows behind all proofs.
///
/// A row belongs to one feature, whose lower bits stand as two bytes among the proofs; a feature
/// that was not kept in training finds another's there and weighs nothing. The last row is nobody's
/// and holds zeros.
package struct FastTable: @unchecked Sendable {
  /// Columns in a row: see ``FastLabel``.
  package static let columns = 8
  /// Steps of a weight that stand for one.
  package static let unit: Float = 64
  /// Bytes of a proof and a row.
  package static let rowSize = 2 + columns

  // Read only, and never freed: the bytes are the program's own.
  private let proofs: UnsafeRawPointer
  private let rows: UnsafeRawPointer
  /// Rows that belong to features.
  private let count: Int

  /// The table in `bytes`, which must stay where they are; nil where they are no table.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    let count = bytes.count / FastTable.rowSize
    guard count > 1, bytes.count % FastTable.rowSize == 0, let base = bytes.baseAddress,
      bytes.suffix(FastTable.columns).allSatisfy({ $0 == 0 })
    else { return nil }
    proofs = base
    rows = base + 2 * count
    self.count = count - 1
  }

  /// Which of `count` rows a feature's is.
  @inline(__always)
  package static func row(_ feature: UInt32, of count: Int) -> Int {
    Int((UInt64(feature) &* UInt64(count)) >> 32)
  }

  /// The sum of the features' rows.
  @inline(__always)
  package func score(_ features: UnsafePointer<UInt32>) -> SIMD8<Int16> {
    // Without a branch: where a row is another's, the zeros are read.
    let (proofs, rows, count) = (proofs, rows, count)
    var sum = SIMD8<Int16>(repeating: 0)
    for index in 0..<FastFeatures.count {
      let feature = features[index]
      let place = FastTable.row(feature, of: count)
      let proof = proofs.loadUnaligned(fromByteOffset: 2 &* place, as: UInt16.self)
      let own = proof == FastTable.proof(feature) ? place : count
      let row = rows.loadUnaligned(
        fromByteOffset: FastTable.columns &* own, as: SIMD8<Int8>.self)
      sum &+= SIMD8<Int16>(truncatingIfNeeded: row)
    }
    return sum
  }

  /// What the lower bits prove; zero marks a free row.
  @inline(__always)
  package static func proof(_ feature: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: feature) | 1 }
}

/// The fast model's labels: what eight columns make of the thirteen of ``AttributionLabel``.
///
/// The columns: inside of a content, begin of a content, of a source and of a cue, inside of a
/// source, end of a content, of a source and of a cue. A single one is a beginning and an end at
/// once; the inside of a cue weighs nothing, and so does what is outside.
package enum FastLabel {
  /// The column of a content's inside.
  static let inside = 0

  /// The scores of all labels.
  package static func expand(_ columns: SIMD16<Float>) -> SIMD16<Float> {
    let c = columns
    return SIMD16(
      0, c[1], c[0], c[5], c[1] + c[5], c[2], c[4], c[6], c[2] + c[6], c[3], 0, c[7], c[3] + c[7],
      0, 0, 0)
  }

  /// What a gradient by label is by column.
  package static func fold(_ labels: SIMD16<Float>) -> SIMD16<Float> {
    let g = labels
    return SIMD16(
      g[2], g[1] + g[4], g[5] + g[8], g[9] + g[12], g[6], g[3] + g[4], g[7] + g[8], g[11] + g[12],
      0, 0, 0, 0, 0, 0, 0, 0)
  }

  /// What may begin or stay behind what is closed, and stay or close in what is open, by pairs of
  /// labels that weigh the same; gives a gradient's sum to each of a kind.
  package static func tie(_ transitions: [Float]) -> [Float] {
    var sums = Array(repeating: Float(0), count: 24)
    func each(_ body: (Int, Int) -> Void) {
      for from in 0..<AttributionLabel.count {
        for to in 0..<AttributionLabel.count where AttributionLabel.mayFollow(to, from) {
          body(from * 16 + to, group(from, to))
        }
      }
    }
    each { pair, group in sums[group] += transitions[pair] }
    var result = transitions
    each { pair, group in result[pair] = sums[group] }
    return result
  }

  /// The pairs that weigh the same: begins and singles of a kind, ends and singles, begins and
  /// insides.
  private static func group(_ from: Int, _ to: Int) -> Int {
    func kind(_ label: Int) -> Int { (label + 3) / 4 }
    if AttributionLabel.mayBegin(to) { return kind(from) * 4 + kind(to) }
    return 16 + kind(from) * 2 + (AttributionLabel.mayEnd(to) ? 1 : 0)
  }
}
