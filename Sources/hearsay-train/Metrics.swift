import HearsayAnalysis

/// Counts of what agrees, for precision, recall and F1.
struct Tally: Sendable {
  var gold = 0
  var predicted = 0
  var right = 0

  /// Harmonic mean of precision and recall, 0…1.
  var f1: Double { 2 * Double(right) / Double(max(1, gold + predicted)) }

  /// Counts spans that are exactly alike.
  mutating func add(_ gold: Set<Range<Int>>, _ predicted: Set<Range<Int>>) {
    self.gold += gold.count
    self.predicted += predicted.count
    right += gold.intersection(predicted).count
  }
}

/// Exact agreement with the annotators, in whole tokens of a paragraph.
struct Scores: Sendable {
  var content = Tally()
  var linked = Tally()
  var source = Tally()
  var cue = Tally()

  /// Counts a paragraph.
  mutating func add(_ gold: [GoldAttribution], _ predicted: [TaggedAttribution]) {
    content.add(Set(gold.flatMap(\.content)), Set(predicted.flatMap(\.content)))
    source.add(Set(gold.flatMap(\.source)), Set(predicted.compactMap(\.source)))
    cue.add(Set(gold.flatMap(\.cue)), Set(predicted.compactMap(\.cue)))
    linked.gold += gold.reduce(0) { $0 + $1.content.count }
    linked.predicted += predicted.reduce(0) { $0 + $1.content.count }
    for attribution in gold {
      for span in attribution.content {
        guard let found = predicted.first(where: { $0.content.contains(span) }) else { continue }
        if attribution.agrees(withSource: found.source) { linked.right += 1 }
      }
    }
  }

  /// F1 in percent, as cells of a table.
  var cells: String {
    [content, linked, source, cue].map { percent($0.f1) }.joined(separator: " | ")
  }
}

/// A share in percent with one digit behind the point.
func percent(_ value: Double) -> String { String((value * 1000).rounded() / 10) }

extension GoldAttribution {
  /// Whether a source is this one's, or both have none.
  func agrees(withSource other: Range<Int>?) -> Bool {
    other.map { one in source.contains { $0.overlaps(one) } } ?? source.isEmpty
  }
}

/// How well confidence tells what is right, and the curve that makes it tell.
struct Calibration {
  private var examples: [(confidence: Double, isRight: Bool)] = []

  /// An attribution is right where its content overlaps a gold one's that has the same source.
  mutating func add(_ gold: [GoldAttribution], _ predicted: [TaggedAttribution]) {
    for attribution in predicted {
      let isRight = gold.contains { gold in
        gold.content.contains { one in attribution.content.contains { $0.overlaps(one) } }
          && gold.agrees(withSource: attribution.source)
      }
      examples.append((attribution.confidence, isRight))
    }
  }

  /// The mean distance between confidence and the share that is right, in ten classes of equal width.
  func expectedError(_ curve: (Double) -> Double = { $0 }) -> Double {
    var classes = Array(repeating: (confidence: 0.0, right: 0.0, count: 0.0), count: 10)
    for example in examples {
      let confidence = curve(example.confidence)
      let place = max(0, min(9, Int(confidence * 10)))
      classes[place].confidence += confidence
      classes[place].right += example.isRight ? 1 : 0
      classes[place].count += 1
    }
    let sum = classes.reduce(0) { $0 + abs($1.confidence - $1.right) }
    return sum / Double(max(1, examples.count))
  }

  /// Slope and offset of the logistic curve over the log-odds that fits best.
  func fit() -> (slope: Float, offset: Float) {
    var slope: Float = 1
    var offset: Float = 0
    for _ in 0..<400 {
      var gradient: (slope: Float, offset: Float) = (0, 0)
      for example in examples {
        let odds = AttributionModel.logOdds(Float(example.confidence))
        let error = (example.isRight ? 1 : 0) - VectorMath.logistic(slope * odds + offset)
        gradient.slope += error * odds
        gradient.offset += error
      }
      let count = Float(max(1, examples.count))
      slope += 0.2 * gradient.slope / count
      offset += 0.5 * gradient.offset / count
    }
    return (slope, offset)
  }
}
