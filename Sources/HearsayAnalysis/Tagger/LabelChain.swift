/// A linear chain over ``AttributionLabel``s: what a label costs behind another, and the sums and
/// maxima over all sequences that end every span they begin.
package struct LabelChain: Sendable {
  /// Score of label `j` behind label `i` at `i * 16 + j`; forbidden ones do not count.
  package static let transitionCount = 16 * 16

  /// e to the score, by the label before; zero where forbidden.
  private let weights: [SIMD16<Float>]
  /// The same by the label behind.
  private let transposed: [SIMD16<Float>]
  /// The scores; far below zero where forbidden.
  private let scores: [SIMD16<Float>]

  private static let never: Float = -1e6
  private static let begin = mask(AttributionLabel.mayBegin)
  private static let end = mask(AttributionLabel.mayEnd)

  private static func mask(_ isAllowed: (Int) -> Bool) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for label in 0..<AttributionLabel.count where isAllowed(label) { result[label] = 1 }
    return result
  }

  /// The chain with the given scores, ``transitionCount`` of them.
  package init(transitions: [Float]) {
    var weights = Array(repeating: SIMD16<Float>(repeating: 0), count: 16)
    var transposed = weights
    var scores = Array(repeating: SIMD16<Float>(repeating: LabelChain.never), count: 16)
    for i in 0..<AttributionLabel.count {
      for j in 0..<AttributionLabel.count where AttributionLabel.mayFollow(j, i) {
        let score = transitions[i * 16 + j]
        scores[i][j] = score
        weights[i][j] = VectorMath.exp(score)
        transposed[j][i] = weights[i][j]
      }
    }
    self.weights = weights
    self.transposed = transposed
    self.scores = scores
  }

  /// The sums over all sequences, one entry a token.
  package struct Sums {
    /// From the left, scaled to a sum of 1.
    package var forward: [SIMD16<Float>] = []
    /// From the right, by the same scale.
    package var backward: [SIMD16<Float>] = []
    /// e to the emission scores, less their greatest.
    package var emission: [SIMD16<Float>] = []
    /// What each token was scaled by.
    package var scale: [Float] = []
    /// The logarithm of the sum over all sequences.
    package var logTotal: Float = 0

    package init() {}
  }

  /// Runs both ways over emission scores, the anchor's column and those behind left out.
  package func sums(_ emissions: ArraySlice<SIMD16<Float>>, into sums: inout Sums) {
    let count = emissions.count
    sums.forward.removeAll(keepingCapacity: true)
    sums.emission.removeAll(keepingCapacity: true)
    sums.scale.removeAll(keepingCapacity: true)
    sums.backward.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    var logTotal: Float = 0
    var carried = LabelChain.begin
    for (index, raw) in emissions.enumerated() {
      var scores = raw
      for column in AttributionLabel.count..<16 { scores[column] = LabelChain.never }
      let greatest = scores.max()
      let emission = VectorMath.exp(scores - greatest)
      var here = (index == 0 ? carried : LabelChain.product(carried, weights)) * emission
      if index == count - 1 { here *= LabelChain.end }
      let total = max(here.sum(), 1e-30)
      here /= total
      logTotal += VectorMath.log(total) + greatest
      sums.forward.append(here)
      sums.emission.append(emission)
      sums.scale.append(total)
      carried = here
    }
    sums.logTotal = logTotal
    sums.backward.append(contentsOf: repeatElement(LabelChain.end, count: count))
    var index = count - 2
    while index >= 0 {
      let next = sums.emission[index + 1] * sums.backward[index + 1]
      sums.backward[index] = LabelChain.product(next, transposed) / sums.scale[index + 1]
      index -= 1
    }
  }

  @inline(__always)
  private static func product(
    _ vector: SIMD16<Float>, _ rows: [SIMD16<Float>]
  ) -> SIMD16<Float> {
    var result = vector[0] * rows[0]
    for index in 1..<AttributionLabel.count { result += vector[index] * rows[index] }
    return result
  }

  /// The chance of each label at a token; columns from the anchor's on are zero.
  @inline(__always)
  package static func marginal(_ sums: Sums, _ index: Int) -> SIMD16<Float> {
    sums.forward[index] * sums.backward[index]
  }

  /// The chance of each pair of labels at a token and the next, by the first label.
  package func pairs(
    _ sums: Sums, _ index: Int, _ body: (Int, SIMD16<Float>) -> Void
  ) {
    let next = sums.emission[index + 1] * sums.backward[index + 1] / sums.scale[index + 1]
    for label in 0..<AttributionLabel.count {
      body(label, sums.forward[index][label] * weights[label] * next)
    }
  }

  /// The best sequence, and its score.
  package func best(_ emissions: ArraySlice<SIMD16<Float>>) -> (labels: [UInt8], score: Float) {
    let count = emissions.count
    guard count > 0 else { return ([], 0) }
    var before = Array(repeating: SIMD16<Int32>(repeating: 0), count: count)
    var here = SIMD16<Float>(repeating: LabelChain.never)
    for (index, emission) in emissions.enumerated() {
      guard index > 0 else {
        here.replace(with: emission, where: LabelChain.begin .> 0)
        continue
      }
      var best = here[0] + scores[0]
      var from = SIMD16<Int32>(repeating: 0)
      for label in 1..<AttributionLabel.count {
        let candidate = here[label] + scores[label]
        let isBetter = candidate .> best
        best.replace(with: candidate, where: isBetter)
        from.replace(with: SIMD16(repeating: Int32(label)), where: isBetter)
      }
      before[index] = from
      here = best + emission
    }
    return trace(before, here)
  }

  private func trace(
    _ before: [SIMD16<Int32>], _ last: SIMD16<Float>
  ) -> (labels: [UInt8], score: Float) {
    var label = 0
    var score = -Float.infinity
    for candidate in 0..<AttributionLabel.count
    where AttributionLabel.mayEnd(candidate) && last[candidate] > score {
      label = candidate
      score = last[candidate]
    }
    var labels = Array(repeating: UInt8(0), count: before.count)
    var index = before.count - 1
    while index >= 0 {
      labels[index] = UInt8(label)
      label = Int(before[index][label])
      index -= 1
    }
    return (labels, score)
  }

  /// The score of a label behind another.
  @inline(__always)
  func transition(_ label: Int, _ next: Int) -> Float { scores[label][next] }

  /// The score of one sequence.
  package func score(_ labels: ArraySlice<UInt8>, _ emissions: ArraySlice<SIMD16<Float>>) -> Float {
    var result: Float = 0
    var previous = -1
    for (label, emission) in zip(labels, emissions) {
      result += emission[Int(label)]
      if previous >= 0 { result += scores[previous][Int(label)] }
      previous = Int(label)
    }
    return result
  }
}
