import HearsayAnalysis

/// Learns and packs the fast model, which stands beside the others and hangs on none of them.
enum FastStage {
  /// Rows of its table, the last of which stays empty.
  static let rows = 11_264

  /// Learnt once with all features; again with those that find a place.
  static func model(_ paragraphs: [PreparedParagraph], seed: UInt64) -> LabelTrainer.Model {
    var trainer = LabelTrainer()
    trainer.seed = seed
    trainer.epochs = 10
    trainer.learnsAnchors = false
    trainer.isTied = true
    func learn(_ index: FeatureIndex) -> LabelTrainer.Model {
      trainer.train(sequences(paragraphs, index), width: FastFeatures.count, index: index)
    }
    let all = learn(index(paragraphs, seen: 3))
    var model = learn(all.rows.index.keeping(kept(all.rows)))
    for label in 0..<AttributionLabel.count {
      for next in 1..<AttributionLabel.count where AttributionLabel.mayBegin(next) {
        model.transitions[label * 16 + next] += eagerness
      }
    }
    return model
  }

  /// What is added for every span that begins: so few features find too little; chosen on dev.
  private static let eagerness: Float = 0.4

  private static func index(_ paragraphs: [PreparedParagraph], seen: Int) -> FeatureIndex {
    var index = FeatureIndex()
    for paragraph in paragraphs {
      FastSequences.forEach(paragraph.gold.input) { _, features in
        for feature in features { index.see(feature) }
      }
    }
    index.keep(seen: seen)
    return index
  }

  private static func sequences(
    _ paragraphs: [PreparedParagraph], _ index: FeatureIndex
  ) -> [LabelledSequence] {
    var result: [LabelledSequence] = []
    for paragraph in paragraphs {
      FastSequences.forEach(paragraph.gold.input) { tokens, features in
        result.append(
          LabelledSequence(
            shared: SharedNumbers(features.map { index.number($0) }),
            labels: whole(tokens.map { paragraph.labels[$0] })))
      }
    }
    return result
  }

  /// Labels without the spans that the edge of what is read cuts in two.
  private static func whole(_ labels: [UInt8]) -> [UInt8] {
    var result = Array(repeating: UInt8(0), count: labels.count)
    for first in [AttributionLabel.content, AttributionLabel.source, AttributionLabel.cue] {
      var start: Int?
      for (index, label) in labels.enumerated() {
        switch Int(label) - first {
        case 0: start = index
        case 2:
          if let start { AttributionLabel.mark(&result, start..<index + 1, first) }
          start = nil
        case 3: AttributionLabel.mark(&result, index..<index + 1, first)
        default: break
        }
      }
    }
    return result
  }

  // MARK: - Packing

  private static func kept(_ model: SparseModel) -> [UInt32] {
    var isUsed = Array(repeating: false, count: rows - 1)
    return Packing.ordered(model, FastTable.columns).compactMap { entry in
      let row = FastTable.row(entry.feature, of: rows - 1)
      guard !isUsed[row] else { return nil }
      isUsed[row] = true
      return entry.feature
    }
  }

  /// The bytes of all weights with the fast model in the place of the one they hold.
  static func put(
    _ model: LabelTrainer.Model, calibration: (slope: Float, offset: Float), into bytes: [UInt8]
  ) -> [UInt8] {
    let table = table(model.rows)
    let sizes = (0..<4).reduce(0) { sum, number in
      sum + Int(Packing.integer(bytes, 8 + 4 * number))
    }
    let chains = AttributionModel.headerSize + 2 * LabelChain.transitionCount * 4
    let tables = chains + LabelChain.transitionCount * 4
    var result = Array(bytes[..<52])
    Packing.put(UInt32(table.count), &result)
    Packing.put(calibration.slope.bitPattern, &result)
    Packing.put(calibration.offset.bitPattern, &result)
    result += bytes[AttributionModel.headerSize..<chains]
    for score in model.transitions { Packing.put(score.bitPattern, &result) }
    return result + bytes[tables..<tables + sizes] + table
  }

  /// Proofs and rows as signed bytes; where two features share a row it is the weightier's.
  private static func table(_ model: SparseModel) -> [UInt8] {
    var proofs = Array(repeating: UInt16(0), count: rows)
    var weights = Array(repeating: UInt8(0), count: rows * FastTable.columns)
    for entry in Packing.ordered(model, FastTable.columns) {
      let row = FastTable.row(entry.feature, of: rows - 1)
      guard proofs[row] == 0 else { continue }
      proofs[row] = FastTable.proof(entry.feature)
      for column in 0..<FastTable.columns {
        let weight = (model.rows[entry.number][column] * FastTable.unit).rounded()
        weights[row * FastTable.columns + column] = UInt8(
          bitPattern: Int8(max(-127, min(127, weight))))
      }
    }
    return proofs.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } + weights
  }
}
