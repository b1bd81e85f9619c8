/// Confidence intervals by drawing again from the documents or blocks that were annotated.
public struct Bootstrap: Sendable {
  /// An interval that holds 95 % of the values drawn.
  public struct Interval: Hashable, Sendable {
    /// 2.5 % lie below.
    public let low: Double
    /// 2.5 % lie above.
    public let high: Double
  }

  /// Draws of each interval.
  public let draws: Int
  /// The draws are the same for the same seed.
  public let seed: UInt64

  /// So many draws from a seed.
  public init(draws: Int, seed: UInt64) {
    self.draws = draws
    self.seed = seed
  }

  /// The percentile interval of each statistic (Efron and Tibshirani 1993); nil where there are
  /// fewer than five pieces, or where the statistic is defined in fewer than half of the draws.
  public func intervals(
    _ pieces: [Continuum], _ statistics: (Continuum) -> [Double?]
  ) -> [Interval?] {
    guard draws > 0, pieces.count >= 5 else {
      return statistics(Continuum.joined(pieces)).map { _ in nil }
    }
    var generator = SeededGenerator(seed: seed)
    var values: [[Double]] = []
    for _ in 0..<draws {
      let drawn = pieces.map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
      let results = statistics(Continuum.joined(drawn))
      if values.isEmpty { values = results.map { _ in [] } }
      for (index, value) in results.enumerated() {
        if let value { values[index].append(value) }
      }
    }
    return values.map(interval)
  }

  private func interval(_ values: [Double]) -> Interval? {
    guard values.count * 2 >= draws else { return nil }
    let sorted = values.sorted()
    let last = Double(sorted.count - 1)
    return Interval(
      low: sorted[Int((last * 0.025).rounded())], high: sorted[Int((last * 0.975).rounded())])
  }
}
