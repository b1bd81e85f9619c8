import HearsayAnalysis

/// Feature numbers of a paragraph's tokens, shared by all sequences in it.
final class SharedNumbers {
  let numbers: [UInt32]
  init(_ numbers: [UInt32]) { self.numbers = numbers }
}

/// A sequence of tokens with features, gold labels and gold anchors.
struct LabelledSequence {
  /// The paragraph's features.
  var shared: SharedNumbers
  /// The sequence's first token in its paragraph.
  var origin = 0
  /// The sequence's own features, empty where it has none.
  var numbers: [UInt32] = []
  /// A label a token.
  var labels: [UInt8]
  /// Whether the token is a cue's anchor.
  var anchors: [Bool] = []
}

/// Learns emission weights and transitions of a ``LabelChain``, and the anchors beside it.
struct LabelTrainer {
  var epochs = 4
  var rate: Float = 0.02
  var seed: UInt64 = 1
  var learnsAnchors = true
  /// Whether labels share columns, and pairs of them a score, as ``FastLabel`` has it.
  var isTied = false

  /// What was learnt.
  struct Model {
    let rows: SparseModel
    var transitions: [Float]
    var chain: LabelChain { LabelChain(transitions: transitions) }
  }

  /// Learns from sequences of `width` shared and `ownWidth` own features a token.
  func train(
    _ sequences: [LabelledSequence], width: Int, ownWidth: Int = 0, index: FeatureIndex
  ) -> Model {
    let rows = SparseModel(index, rate: rate)
    var transitions = Array(repeating: Float(0), count: LabelChain.transitionCount)
    var squares = Array(repeating: Float(1e-4), count: transitions.count)
    var sum = transitions
    var snapshots: Float = 0
    var order = Array(sequences.indices)
    var random = SeededGenerator(seed: seed)
    var sums = LabelChain.Sums()
    var emissions: [SIMD16<Float>] = []
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for (done, place) in order.enumerated() {
        let sequence = sequences[place]
        let gradient = step(
          sequence, width, ownWidth, rows, LabelChain(transitions: transitions), &sums, &emissions)
        for pair in gradient.indices where gradient[pair] != 0 {
          squares[pair] += gradient[pair] * gradient[pair]
          transitions[pair] += rate * gradient[pair] / squares[pair].squareRoot()
        }
        let isQuarter = (done + 1) % max(1, order.count / 2) == 0
        if isQuarter, epoch * 3 >= epochs {
          rows.snapshot()
          for pair in sum.indices { sum[pair] += transitions[pair] }
          snapshots += 1
        }
      }
    }
    rows.average()
    return Model(rows: rows, transitions: sum.map { $0 / max(1, snapshots) })
  }

  /// One step for all weights of a sequence's features; returns the transitions' gradient.
  private func step(
    _ sequence: LabelledSequence, _ width: Int, _ ownWidth: Int, _ rows: SparseModel,
    _ chain: LabelChain,
    _ sums: inout LabelChain.Sums, _ emissions: inout [SIMD16<Float>]
  ) -> [Float] {
    let count = sequence.labels.count
    var gradient = Array(repeating: Float(0), count: LabelChain.transitionCount)
    sequence.shared.numbers.withUnsafeBufferPointer { buffer in
      sequence.numbers.withUnsafeBufferPointer { ownBuffer in
        guard let base = buffer.baseAddress, let own = ownBuffer.baseAddress ?? buffer.baseAddress
        else { return }
        let shared = base + sequence.origin * width
        emissions.removeAll(keepingCapacity: true)
        for token in 0..<count {
          var scores = rows.total(shared + token * width, width)
          if ownWidth > 0 { scores += rows.total(own + token * ownWidth, ownWidth) }
          emissions.append(isTied ? FastLabel.expand(scores) : scores)
        }
        chain.sums(emissions[...], into: &sums)
        for token in 0..<count {
          var difference = -LabelChain.marginal(sums, token)
          difference[Int(sequence.labels[token])] += 1
          for column in AttributionLabel.count..<16 { difference[column] = 0 }
          if learnsAnchors {
            difference[AttributionLabel.anchor] =
              (sequence.anchors[token] ? 1 : 0)
              - VectorMath.logistic(emissions[token][AttributionLabel.anchor])
          }
          let step = isTied ? FastLabel.fold(difference) : difference
          rows.step(shared + token * width, width, step)
          if ownWidth > 0 { rows.step(own + token * ownWidth, ownWidth, difference) }
          guard token + 1 < count else { continue }
          gradient[Int(sequence.labels[token]) * 16 + Int(sequence.labels[token + 1])] += 1
          chain.pairs(sums, token) { label, chances in
            for next in 0..<AttributionLabel.count { gradient[label * 16 + next] -= chances[next] }
          }
        }
      }
    }
    return isTied ? FastLabel.tie(gradient) : gradient
  }
}
