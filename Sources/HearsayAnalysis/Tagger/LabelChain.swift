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
    package fileprivate(set) var forward: [SIMD16<Float>] = []
    /// From the right, by the same scale.
    package fileprivate(set) var backward: [SIMD16<Float>] = []
    /// e to the emission scores, less their greatest.
    fileprivate var emission: [SIMD16<Float>] = []
    /// What each token was scaled by.
    fileprivate var scale: [Float] = []
    /// The logarithm of the sum over all sequences.
    package fileprivate(set) var logTotal: Float = 0

    package init() {}

    /// Makes room for so many tokens; what stood there means nothing any more.
    fileprivate mutating func resize(_ count: Int) {
      func resize(_ list: inout [SIMD16<Float>]) {
        if list.count > count {
          list.removeLast(list.count - count)
        } else {
          list.append(contentsOf: repeatElement(SIMD16(), count: count - list.count))
        }
      }
      resize(&forward)
      resize(&backward)
      resize(&emission)
      scale = Array(repeating: 1, count: count)
      logTotal = 0
    }
  }

  /// Runs both ways over emission scores, the anchor's column and those behind left out.
  package func sums(_ emissions: ArraySlice<SIMD16<Float>>, into sums: inout Sums) {
    forward(emissions, into: &sums)
    backward(into: &sums, downTo: 0)
  }

  /// Runs from the left over emission scores; what lies to the right of a token is not known then.
  func forward(_ emissions: ArraySlice<SIMD16<Float>>, into sums: inout Sums) {
    let count = emissions.count
    sums.resize(count)
    guard count > 0 else { return }
    var logTotal: Float = 0
    var product: Float = 1
    emissions.withUnsafeBufferPointer { emissions in
      weights.withUnsafeBufferPointer { rows in
        sums.forward.withUnsafeMutableBufferPointer { forward in
          sums.emission.withUnsafeMutableBufferPointer { powers in
            sums.scale.withUnsafeMutableBufferPointer { scale in
              var carried = LabelChain.begin
              for index in 0..<count {
                var scores = emissions[index]
                for column in AttributionLabel.count..<16 { scores[column] = LabelChain.never }
                let greatest = VectorMath.max(scores)
                let power = VectorMath.exp(scores - greatest)
                if index > 0 { carried = LabelChain.product(carried, rows) }
                carried *= power
                if index == count - 1 { carried *= LabelChain.end }
                let total = max(VectorMath.sum(carried), 1e-18)
                carried *= 1 / total
                forward[index] = carried
                powers[index] = power
                scale[index] = total
                logTotal += greatest
                // No logarithm a token: only before the product could leave what a float holds.
                product *= total
                if product < 1e-18 || product > 1e18 {
                  logTotal += VectorMath.log(product)
                  product = 1
                }
              }
            }
          }
        }
      }
    }
    sums.logTotal = logTotal + VectorMath.log(product)
  }

  /// Runs from the right, behind ``forward(_:into:)``, as far as the token at `first`.
  func backward(into sums: inout Sums, downTo first: Int) {
    let count = sums.forward.count
    guard count > 0 else { return }
    transposed.withUnsafeBufferPointer { rows in
      sums.emission.withUnsafeBufferPointer { powers in
        sums.backward.withUnsafeMutableBufferPointer { backward in
          var carried = LabelChain.end
          backward[count - 1] = carried
          var index = count - 2
          while index >= first {
            carried =
              LabelChain.product(powers[index + 1] * carried, rows) * (1 / sums.scale[index + 1])
            backward[index] = carried
            index -= 1
          }
        }
      }
    }
  }

  @inline(__always)
  private static func product(
    _ vector: SIMD16<Float>, _ rows: UnsafeBufferPointer<SIMD16<Float>>
  ) -> SIMD16<Float> {
    var result = vector[0] * rows[0]
    result += vector[1] * rows[1]
    result += vector[2] * rows[2]
    result += vector[3] * rows[3]
    result += vector[4] * rows[4]
    result += vector[5] * rows[5]
    result += vector[6] * rows[6]
    result += vector[7] * rows[7]
    result += vector[8] * rows[8]
    result += vector[9] * rows[9]
    result += vector[10] * rows[10]
    result += vector[11] * rows[11]
    return result + vector[12] * rows[12]
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
    return emissions.withUnsafeBufferPointer { emissions in
      scores.withUnsafeBufferPointer { rows in
        withUnsafeTemporaryAllocation(of: SIMD16<Float>.self, capacity: count) { greatest in
          // The greatest score of all ways to each label of each token.
          var here = SIMD16<Float>(repeating: LabelChain.never)
            .replacing(with: emissions[0], where: LabelChain.begin .> 0)
          greatest[0] = here
          for index in 1..<max(1, count) {
            here = LabelChain.greatest(here, rows) + emissions[index]
            greatest[index] = here
          }
          return LabelChain.trace(greatest, rows)
        }
      }
    }
  }

  @inline(__always)
  private static func greatest(
    _ vector: SIMD16<Float>, _ rows: UnsafeBufferPointer<SIMD16<Float>>
  ) -> SIMD16<Float> {
    var result = vector[0] + rows[0]
    for label in 1..<AttributionLabel.count {
      let candidate = vector[label] + rows[label]
      result.replace(with: candidate, where: candidate .> result)
    }
    return result
  }

  private static func trace(
    _ greatest: UnsafeMutableBufferPointer<SIMD16<Float>>,
    _ rows: UnsafeBufferPointer<SIMD16<Float>>
  ) -> (labels: [UInt8], score: Float) {
    let count = greatest.count
    var label = 0
    var score = -Float.infinity
    for candidate in 0..<AttributionLabel.count
    where AttributionLabel.mayEnd(candidate) && greatest[count - 1][candidate] > score {
      label = candidate
      score = greatest[count - 1][candidate]
    }
    let labels = [UInt8](unsafeUninitializedCapacity: count) { labels, size in
      var index = count - 1
      while index >= 0 {
        labels[index] = UInt8(label)
        index -= 1
        if index >= 0 { label = before(label, greatest[index], rows) }
      }
      size = count
    }
    return (labels, score)
  }

  /// The label in front of another on its best way; the first of equals.
  @inline(__always)
  private static func before(
    _ label: Int, _ greatest: SIMD16<Float>, _ rows: UnsafeBufferPointer<SIMD16<Float>>
  ) -> Int {
    var best = -Float.infinity
    var from = 0
    for candidate in 0..<AttributionLabel.count {
      let score = greatest[candidate] + rows[candidate][label]
      if score > best { (best, from) = (score, candidate) }
    }
    return from
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
