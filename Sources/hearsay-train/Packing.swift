import Foundation
import HearsayAnalysis

/// Writes what was learnt in the layout that ``AttributionModel`` reads.
enum Packing {
  /// Lines of the three tables of rows, entries of the table of choices; powers of two.
  struct Sizes {
    var words = 1 << 12
    var first = 1 << 15
    var second = 1 << 15
    var choices = 1 << 17
  }

  /// The bytes of all weights.
  static func pack(
    words: (bytes: [UInt8], scale: Float), first: LabelTrainer.Model, second: LabelTrainer.Model,
    choice: ChoiceTrainer.Model, calibration: (slope: Float, offset: Float), sizes: Sizes
  ) -> [UInt8] {
    let firstTable = table(first.rows, lines: sizes.first, columns: 14)
    let secondTable = table(second.rows, lines: sizes.second, columns: 13)
    let choiceTable = table(choice, entries: sizes.choices)
    var bytes = Array("HSAT".utf8)
    put(AttributionModel.version, &bytes)
    for table in [words.bytes, firstTable.bytes, secondTable.bytes, choiceTable.bytes] {
      put(UInt32(table.count), &bytes)
    }
    for scale in [words.scale, firstTable.scale, secondTable.scale, choiceTable.scale] {
      put(scale.bitPattern, &bytes)
    }
    put(choice.baseWeight.bitPattern, &bytes)
    put(calibration.slope.bitPattern, &bytes)
    put(calibration.offset.bitPattern, &bytes)
    bytes += Array(repeating: 0, count: AttributionModel.headerSize - bytes.count)
    for score in first.transitions + second.transitions { put(score.bitPattern, &bytes) }
    // The fast model is put in its place by ``FastStage``.
    bytes += Array(repeating: 0, count: LabelChain.transitionCount * 4)
    return bytes + words.bytes + firstTable.bytes + secondTable.bytes + choiceTable.bytes
  }

  /// The number at a place.
  static func integer(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
  }

  /// Appends a number.
  static func put(_ value: UInt32, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The features that find a place in a table of so many lines, the weightiest first.
  static func kept(_ model: SparseModel, lines: Int, columns: Int) -> [UInt32] {
    var used = Array(repeating: 0, count: lines)
    return ordered(model, columns).compactMap { entry in
      let line = WeightTable.line(entry.feature, of: lines)
      guard used[line] < 4 else { return nil }
      used[line] += 1
      return entry.feature
    }
  }

  /// The features by their greatest weight and how often they were seen.
  static func ordered(
    _ model: SparseModel, _ columns: Int
  ) -> [(feature: UInt32, number: Int)] {
    model.index.entries.map { entry -> (feature: UInt32, number: Int, weight: Float) in
      let row = model.rows[entry.number]
      var greatest: Float = 0
      for column in 0..<columns { greatest = max(greatest, abs(row[column])) }
      let count = Float(model.index.count(of: entry.number))
      return (entry.feature, entry.number, greatest * min(count, 256).squareRoot())
    }.sorted { ($0.weight, $1.feature) > ($1.weight, $0.feature) }.map { ($0.feature, $0.number) }
  }

  /// Rows as signed bytes, the weightiest first as long as their line has room.
  static func table(
    _ model: SparseModel, lines: Int, columns: Int
  ) -> (bytes: [UInt8], scale: Float) {
    let limit: Float = 2
    let scale = limit / 127
    var bytes = Array(repeating: UInt8(0), count: lines * 64)
    var used = Array(repeating: 0, count: lines)
    for entry in ordered(model, columns) {
      let line = WeightTable.line(entry.feature, of: lines)
      let slot = used[line]
      let proof = WeightTable.proof(entry.feature)
      let isTaken = (0..<slot).contains {
        bytes[line * 64 + $0 * 2] == UInt8(proof & 255)
          && bytes[line * 64 + $0 * 2 + 1] == UInt8(proof >> 8)
      }
      guard slot < 4, !isTaken else { continue }
      let row = (0..<columns).map { column in
        Int8(max(-127, min(127, (model.rows[entry.number][column] / scale).rounded())))
      }
      guard row.contains(where: { $0 != 0 }) else { continue }
      bytes[line * 64 + slot * 2] = UInt8(proof & 255)
      bytes[line * 64 + slot * 2 + 1] = UInt8(proof >> 8)
      for (column, weight) in row.enumerated() {
        bytes[line * 64 + 8 + slot * WeightTable.columns + column] = UInt8(bitPattern: weight)
      }
      used[line] += 1
    }
    return (bytes, scale)
  }

  /// The features that find a place in a table of so many entries, the weightiest first.
  static func kept(_ model: ChoiceTrainer.Model, entries: Int) -> [UInt32] {
    var isUsed = Array(repeating: false, count: entries)
    return ordered(model).compactMap { entry in
      let place = WeightTable.line(entry.feature, of: entries)
      guard !isUsed[place] else { return nil }
      isUsed[place] = true
      return entry.feature
    }
  }

  private static func ordered(
    _ model: ChoiceTrainer.Model
  ) -> [(feature: UInt32, number: Int)] {
    model.index.entries.map { entry -> (feature: UInt32, number: Int, weight: Float) in
      let count = Float(model.index.count(of: entry.number))
      return (
        entry.feature, entry.number,
        abs(model.weights[entry.number]) * min(count, 256).squareRoot()
      )
    }.sorted { ($0.weight, $1.feature) > ($1.weight, $0.feature) }.map { ($0.feature, $0.number) }
  }

  private static func table(
    _ model: ChoiceTrainer.Model, entries: Int
  ) -> (bytes: [UInt8], scale: Float) {
    let scale: Float = 1 / 4096
    var weights = [UInt32?](repeating: nil, count: entries)
    for entry in ordered(model) {
      let place = WeightTable.line(entry.feature, of: entries)
      let weight = (model.weights[entry.number] / scale).rounded()
      guard weights[place] == nil, weight != 0 else { continue }
      let value = UInt16(bitPattern: Int16(max(-32767, min(32767, weight))))
      weights[place] = UInt32(value) << 16 | UInt32(WeightTable.proof(entry.feature))
    }
    let kept = weights.compactMap(\.self)
    var bytes: [UInt8] = []
    put(UInt32(entries), &bytes)
    put(UInt32(kept.count), &bytes)
    for place in stride(from: 0, to: entries, by: 8) {
      bytes.append((0..<8).reduce(0) { $0 | (weights[place + $1] == nil ? 0 : 1 << UInt8($1)) })
    }
    var rank: UInt32 = 0
    for place in stride(from: 0, to: entries, by: 64) {
      put(rank, &bytes)
      for weight in weights[place..<place + 64] where weight != nil { rank += 1 }
    }
    for weight in kept { put(weight, &bytes) }
    bytes += Array(repeating: 0, count: (64 - bytes.count % 64) % 64)
    return (bytes, scale)
  }
}
