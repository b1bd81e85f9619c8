import HearsayAnalysis

/// Learns which of a cue's labellings is best: a linear model over features of whole labellings.
struct ChoiceTrainer {
  var epochs = 4
  var rate: Float = 0.01
  /// How much more the better of two labellings is wanted.
  var sharpness: Float = 8
  var seed: UInt64 = 1

  /// One candidate cue.
  struct Example {
    /// Features of each labelling, by number.
    var features: [[UInt32]]
    /// The second model's opinion of each.
    var opinions: [Float]
    /// What each is worth, 0…1.
    var rewards: [Float]
  }

  /// What was learnt.
  struct Model {
    let index: FeatureIndex
    var weights: [Float]
    var baseWeight: Float

    /// The score of each labelling.
    func scores(_ example: Example) -> [Float] {
      zip(example.features, example.opinions).map { features, opinion in
        features.reduce(baseWeight * opinion) { $0 + weights[Int($1)] }
      }
    }
  }

  /// Learns from examples whose features are numbered by `index`.
  func train(_ examples: [Example], _ index: FeatureIndex) -> Model {
    var model = Model(
      index: index, weights: Array(repeating: 0, count: index.count), baseWeight: 0.3)
    var squares = Array(repeating: Float(1e-2), count: index.count)
    var sums = model.weights
    var baseSum: Float = 0
    var baseSquare: Float = 100
    var random = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for place in order { step(examples[place], &model, &squares, &baseSquare) }
      guard epoch > 0 else { continue }
      for place in sums.indices { sums[place] += model.weights[place] }
      baseSum += model.baseWeight
    }
    let snapshots = Float(max(1, epochs - 1))
    model.weights = sums.map { $0 / snapshots }
    model.baseWeight = baseSum / snapshots
    return model
  }

  private func step(
    _ example: Example, _ model: inout Model, _ squares: inout [Float], _ baseSquare: inout Float
  ) {
    guard example.features.count > 1 else { return }
    let chances = ChoiceTrainer.softmax(model.scores(example))
    let wanted = ChoiceTrainer.softmax(example.rewards.map { $0 * sharpness })
    var baseGradient: Float = 0
    for candidate in chances.indices {
      let gradient = wanted[candidate] - chances[candidate]
      guard abs(gradient) > 1e-4 else { continue }
      baseGradient += gradient * example.opinions[candidate]
      for number in example.features[candidate] {
        let place = Int(number)
        squares[place] += gradient * gradient
        model.weights[place] += rate * gradient / squares[place].squareRoot()
      }
    }
    baseSquare += baseGradient * baseGradient
    model.baseWeight += rate * baseGradient / baseSquare.squareRoot()
  }

  /// Scores as chances.
  static func softmax(_ scores: [Float]) -> [Float] {
    let greatest = scores.max() ?? 0
    let powers = scores.map { VectorMath.exp($0 - greatest) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  // MARK: - Examples

  /// The features of each labelling of a list.
  static func features(_ paragraph: PassedParagraph, _ list: CandidateList) -> [[UInt32]] {
    var writer = CandidateFeatures(paragraph.context, anchor: list.anchor)
    return list.labels.indices.map { writer.features(of: list.spans($0), in: list.window) }
  }

  /// The features that were seen often enough.
  static func index(
    _ paragraphs: [PassedParagraph], _ lists: [[CandidateList]], seen: Int
  ) -> FeatureIndex {
    var index = FeatureIndex()
    for (paragraph, lists) in zip(paragraphs, lists) {
      for list in lists {
        for feature in features(paragraph, list).joined() { index.see(feature) }
      }
    }
    index.keep(seen: seen)
    return index
  }

  /// A list as an example, with what each labelling is worth.
  static func example(
    _ paragraph: PassedParagraph, _ list: CandidateList, _ index: FeatureIndex
  ) -> Example {
    let gold = paragraph.gold(at: list.anchor)
    return Example(
      features: features(paragraph, list).map { $0.map(index.number).filter { $0 != 0 } },
      opinions: list.logChances.map(AttributionTagger.opinion),
      rewards: list.labels.indices.map { reward(list.spans($0), gold) })
  }

  /// What a labelling is worth against the gold attribution of its anchor, 0…1: content, content
  /// with its source, source, cue.
  static func reward(_ spans: CandidateFeatures.Spans, _ gold: GoldAttribution?) -> Float {
    guard let gold, !gold.content.isEmpty else { return spans.content.isEmpty ? 1 : 0 }
    if spans.content.isEmpty { return 0 }
    let right = Set(spans.content).intersection(gold.content).count
    let content = 2 * Float(right) / Float(spans.content.count + gold.content.count)
    let isExact = spans.source.map { gold.source.contains($0) } ?? gold.source.isEmpty
    let isLinked =
      spans.source.map { source in gold.source.contains { $0.overlaps(source) } }
      ?? gold.source.isEmpty
    let cue = spans.cue.map { gold.cue.contains($0) } ?? false
    return 0.05 + 0.35 * content + (isLinked ? 0.3 * content : 0) + (isExact ? 0.18 : 0)
      + (cue ? 0.12 : 0)
  }
}
