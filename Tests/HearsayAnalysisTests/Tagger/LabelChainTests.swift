import HearsayAnalysis
import HearsayTestSupport
import Testing

/// The chain against a count of every sequence there is.
@Suite struct LabelChainTests {
  /// Scores of a short text and its chain, made from a seed.
  private struct Case {
    let emissions: [SIMD16<Float>]
    let transitions: [Float]

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      func number() -> Float { Float(Int.random(in: -300...300, using: &random)) / 100 }
      emissions = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        var scores = SIMD16<Float>(repeating: 9)
        for label in 0..<AttributionLabel.count { scores[label] = number() }
        return scores
      }
      transitions = (0..<LabelChain.transitionCount).map { _ in number() }
    }

    /// Every sequence that ends what it begins, with its score, the best first.
    func all() -> [(labels: [UInt8], score: Float)] {
      var found: [(labels: [UInt8], score: Float)] = []
      func extend(_ labels: [UInt8], _ score: Float) {
        guard labels.count < emissions.count else {
          if AttributionLabel.mayEnd(Int(labels[labels.count - 1])) {
            found.append((labels, score))
          }
          return
        }
        for next in 0..<AttributionLabel.count {
          let last = labels.last.map(Int.init)
          guard
            last.map({ AttributionLabel.mayFollow(next, $0) }) ?? AttributionLabel.mayBegin(next)
          else { continue }
          let step = last.map { transitions[$0 * 16 + next] } ?? 0
          extend(labels + [UInt8(next)], score + step + emissions[labels.count][next])
        }
      }
      extend([], 0)
      return found.sorted { $0.score > $1.score }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `the best sequences are the best of all`(seed: UInt64) {
    let one = Case(seed: seed)
    let all = one.all()
    let chain = LabelChain(transitions: one.transitions)
    let best = chain.best(one.emissions[...])
    #expect(best.labels == all[0].labels)
    #expect(abs(best.score - all[0].score) < 0.001)
    #expect(abs(chain.score(best.labels[...], one.emissions[...]) - best.score) < 0.001)
    var sums = LabelChain.Sums()
    chain.sums(one.emissions[...], into: &sums)
    let list = chain.list(one.emissions[...], sums, count: 6, minimum: 0)
    #expect(list.map(\.labels) == all.prefix(6).map(\.labels))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `chances are shares of the sum over all sequences`(seed: UInt64) {
    let one = Case(seed: seed)
    let all = one.all()
    var sums = LabelChain.Sums()
    LabelChain(transitions: one.transitions).sums(one.emissions[...], into: &sums)
    let total = all.reduce(Float(0)) { $0 + VectorMath.exp($1.score - all[0].score) }
    #expect(abs(sums.logTotal - (all[0].score + VectorMath.log(total))) < 0.01)
    for place in one.emissions.indices {
      let chances = LabelChain.marginal(sums, place)
      for label in 0..<AttributionLabel.count {
        let share = all.filter { $0.labels[place] == UInt8(label) }
          .reduce(Float(0)) { $0 + VectorMath.exp($1.score - all[0].score) }
        #expect(abs(chances[label] - share / total) < 0.001, "token \(place), label \(label)")
      }
    }
  }

  @Test func `an empty text has the empty sequence`() {
    let chain = LabelChain(transitions: Array(repeating: 0, count: LabelChain.transitionCount))
    var sums = LabelChain.Sums()
    chain.sums([], into: &sums)
    #expect(chain.best([]).labels.isEmpty)
    #expect(chain.list([], sums, count: 3).isEmpty)
  }

  @Test(arguments: [[0..<1], [0..<4], [1..<2, 3..<6], [0..<2, 2..<3, 5..<6]] as [[Range<Int>]])
  func `spans written as labels are read again`(spans: [Range<Int>]) {
    for first in [AttributionLabel.content, AttributionLabel.source, AttributionLabel.cue] {
      var labels = Array(repeating: UInt8(0), count: 6)
      for span in spans { AttributionLabel.mark(&labels, span, first) }
      #expect(AttributionLabel.spans(labels, first) == spans)
      #expect(AttributionLabel.spans(labels, first, from: 10).map(\.count) == spans.map(\.count))
    }
  }
}
