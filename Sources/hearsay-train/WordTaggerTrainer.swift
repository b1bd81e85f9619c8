import HearsayAnalysis

/// Learns the ``WordTagger`` from a parser's word classes.
struct WordTaggerTrainer {
  var epochs = 5
  var rate: Float = 0.1
  var seed: UInt64 = 1

  /// A model of the paragraphs' silver classes.
  ///
  /// With `kept`, of these features only; else of all that were seen twice.
  func train(_ paragraphs: [GoldParagraph], kept: FeatureIndex? = nil) -> SparseModel {
    var index = FeatureIndex()
    var examples: [(features: [UInt32], tag: Int)] = []
    let count = WordTagger.featureCount
    var buffer = Array(repeating: UInt32(0), count: count)
    for paragraph in paragraphs where !paragraph.silver.isEmpty {
      let traits = TokenTraits(paragraph.input)
      for (place, token) in paragraph.input.tokens.enumerated() {
        let tag =
          token.kind == .word
          ? paragraph.silver[place] ?? .function : WordTaggerTrainer.fixed(token)
        if token.kind == .word, paragraph.silver[place] != nil {
          buffer.withUnsafeMutableBufferPointer { buffer in
            guard let places = buffer.baseAddress else { return }
            WordTagger.features(traits, at: place, into: places)
          }
          for feature in buffer { index.see(feature) }
          examples.append((buffer, Int(tag.rawValue)))
        }
        WordTagger.set(tag, at: place, traits, token)
      }
    }
    index.keep(seen: 2)
    return fit(examples, kept ?? index)
  }

  private static func fixed(_ token: Token) -> WordTag { token.kind == .number ? .number : .sign }

  private func fit(_ examples: [(features: [UInt32], tag: Int)], _ index: FeatureIndex)
    -> SparseModel
  {
    let count = WordTagger.featureCount
    let model = SparseModel(index, rate: rate)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(examples.count * count)
    for example in examples { numbers += example.features.map(index.number) }
    var order = Array(examples.indices)
    var random = SeededGenerator(seed: seed)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      numbers.withUnsafeBufferPointer { buffer in
        guard let numbers = buffer.baseAddress else { return }
        for place in order {
          let features = numbers + place * count
          var scores = model.total(features, count)
          for column in WeightTable.columns..<16 { scores[column] = -1e6 }
          let powers = VectorMath.exp(scores - scores.max())
          var gradient = -powers / powers.sum()
          for column in WeightTable.columns..<16 { gradient[column] = 0 }
          gradient[examples[place].tag] += 1
          model.step(features, count, gradient)
        }
      }
      if epoch * 3 >= epochs { model.snapshot() }
    }
    model.average()
    return model
  }

  /// The share of words whose class is the parser's.
  static func accuracy(_ paragraphs: [GoldParagraph], _ traits: [TokenTraits]) -> Double {
    var right = 0
    var all = 0
    for (paragraph, traits) in zip(paragraphs, traits) where !paragraph.silver.isEmpty {
      for (place, token) in paragraph.input.tokens.enumerated() where token.kind == .word {
        guard let tag = paragraph.silver[place] else { continue }
        all += 1
        if traits.tag[place] == tag.rawValue { right += 1 }
      }
    }
    return Double(right) / Double(max(1, all))
  }
}
