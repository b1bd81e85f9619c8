/// The agreement measure γ.
///
/// It is one less the disorder of the best alignment over the disorder that chance would give, and
/// tolerates units of one annotator that overlap.
public struct Gamma: Hashable, Sendable {
  /// γ, or nil where there is no unit to speak of.
  public let value: Double?
  /// Disorder of the best alignment.
  public let observed: Double
  /// Mean disorder of the sampled continua.
  public let expected: Double
  /// How far γ may be off for the number of samples: two standard errors.
  public let error: Double

  /// γ of a continuum; chance is estimated from `samples` continua drawn from a seed.
  ///
  /// A sample has as many units, gaps, lengths and categories as the annotators have, drawn from
  /// normal distributions with their means and deviations, as the reference implementation does.
  public init(_ continuum: Continuum, samples: Int = 30, seed: UInt64) {
    observed = UnitAlignment(continuum).disorder
    guard continuum.unitCount > 0, continuum.annotators > 1, samples > 0 else {
      (value, expected, error) = (nil, 0, 0)
      return
    }
    var sampler = ContinuumSampler(continuum, seed: seed)
    let disorders = (0..<samples).map { _ in UnitAlignment(sampler.next()).disorder }
    let mean = disorders.reduce(0, +) / Double(samples)
    expected = mean
    guard mean > 0 else {
      (value, error) = (observed == 0 ? 1 : nil, 0)
      return
    }
    value = 1 - observed / mean
    let variance = disorders.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(samples)
    error = 2 * (variance / Double(samples)).squareRoot() * observed / (mean * mean)
  }
}

/// Draws continua that look like a given one but agree by chance alone.
struct ContinuumSampler {
  private struct Distribution {
    let mean: Double
    let deviation: Double

    init(_ numbers: [Double]) {
      let mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
      let square = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = mean
      deviation = (square / Double(max(1, numbers.count))).squareRoot()
    }
  }

  private let annotators: Int
  private let counts: Distribution
  private let gaps: Distribution
  private let lengths: Distribution
  private let categories: [String]
  private var generator: SeededGenerator

  init(_ continuum: Continuum, seed: UInt64) {
    annotators = continuum.annotators
    counts = Distribution(continuum.units.map { Double($0.count) })
    var gaps = [0.0]
    for list in continuum.units {
      if let first = list.first, first.start > 0 { gaps.append(Double(first.start)) }
      for (before, after) in zip(list, list.dropFirst()) {
        gaps.append(Double(after.start - before.end))
      }
    }
    self.gaps = Distribution(gaps)
    lengths = Distribution(continuum.units.joined().map { Double($0.length) })
    categories = continuum.units.joined().map(\.category)
    generator = SeededGenerator(seed: seed)
  }

  /// Places are counted in thousandths, so that rounding does not change short units.
  private static let scale = 1000.0

  mutating func next() -> Continuum {
    var units: [[AgreementUnit]] = []
    for annotator in 0..<annotators {
      var count = abs(Int(generator.normal(mean: counts.mean, deviation: counts.deviation)))
      if annotator == 0 { count = max(1, count) }
      var list: [AgreementUnit] = []
      var place = 0.0
      for _ in 0..<count {
        let start = place + generator.normal(mean: gaps.mean, deviation: gaps.deviation)
        var length = 0.0
        repeat {
          length = abs(generator.normal(mean: lengths.mean, deviation: lengths.deviation))
        } while length * Self.scale < 1
        place = start + length
        let category = categories[Int.random(in: 0..<categories.count, using: &generator)]
        list.append(
          AgreementUnit(
            start: Int(start * Self.scale), end: Int(place * Self.scale), category: category))
      }
      units.append(list)
    }
    return Continuum(length: 0, units: units)
  }
}
