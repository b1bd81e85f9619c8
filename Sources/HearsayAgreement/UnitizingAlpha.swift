/// Krippendorff's α for unitizing, α_u, with a value for each category.
///
/// The version of Krippendorff, “On the reliability of unitizing continuous data” (Sociological
/// Methodology 25, 1995) and “Content Analysis”, 2nd edition, 2004, chapter 11: disagreements are
/// squared lengths. Units of one annotator and category must not overlap; those that do are joined,
/// and ``joined`` counts them.
public struct UnitizingAlpha: Hashable, Sendable {
  /// α_u over all categories; nil where no disagreement can be expected, so that it is not defined.
  public let value: Double?
  /// α_u of each category; nil where it is not defined.
  public let categories: [String: Double?]
  /// Units that were joined to another of their annotator and category.
  public let joined: Int

  /// Observed and expected disagreement of one category.
  struct Disagreement {
    var observed = 0.0
    var expected = 0.0

    var alpha: Double? { expected > 0 ? 1 - observed / expected : nil }
  }

  /// α_u of a continuum with at least two annotators.
  public init(_ continuum: Continuum) {
    var total = Disagreement()
    var categories: [String: Double?] = [:]
    var joined = 0
    for category in continuum.categories {
      let coders = continuum.units.map { list in
        Self.disjoint(list.filter { $0.category == category }, &joined)
      }
      let part = Self.disagreement(coders, length: continuum.length)
      categories[category] = .some(part.alpha)
      total.observed += part.observed
      total.expected += part.expected
    }
    value = total.alpha
    self.categories = categories
    self.joined = joined
  }

  private static func disjoint(_ units: [AgreementUnit], _ joined: inout Int) -> [AgreementUnit] {
    var result: [AgreementUnit] = []
    for unit in units {
      if let last = result.last, unit.start < last.end {
        result[result.count - 1].end = max(last.end, unit.end)
        joined += 1
      } else {
        result.append(unit)
      }
    }
    return result
  }

  /// A stretch of one annotator's line: a unit, or the gap between two.
  private struct Section {
    let start: Int
    let end: Int
    let isUnit: Bool
    var length: Int { end - start }
  }

  private static func sections(_ units: [AgreementUnit], _ length: Int) -> [Section] {
    var result: [Section] = []
    var place = 0
    for unit in units {
      if unit.start > place {
        result.append(Section(start: place, end: unit.start, isUnit: false))
      }
      result.append(Section(start: unit.start, end: unit.end, isUnit: true))
      place = unit.end
    }
    if place < length { result.append(Section(start: place, end: length, isUnit: false)) }
    return result
  }

  /// Observed and expected disagreement of one category; units of an annotator are disjoint.
  static func disagreement(_ coders: [[AgreementUnit]], length: Int) -> Disagreement {
    let lines = coders.map { sections($0, length) }
    let (count, total) = (Double(coders.count), Double(length))
    guard coders.count > 1, length > 0 else { return Disagreement() }
    var observed = 0.0
    for first in lines.indices {
      for second in lines.indices where first < second {
        observed += 2 * difference(lines[first], lines[second])
      }
    }
    observed /= count * (count - 1) * total * total
    return Disagreement(observed: observed, expected: expected(lines, count, total))
  }

  /// Sum of squared differences between the sections of two annotators that meet.
  private static func difference(_ left: [Section], _ right: [Section]) -> Double {
    var sum = 0.0
    var first = 0
    var second = 0
    while first < left.count, second < right.count {
      let (a, b) = (left[first], right[second])
      if a.isUnit, b.isUnit {
        let (begin, end) = (Double(a.start - b.start), Double(a.end - b.end))
        sum += begin * begin + end * end
      } else if a.isUnit, b.start <= a.start, a.end <= b.end {
        sum += Double(a.length) * Double(a.length)
      } else if b.isUnit, a.start <= b.start, b.end <= a.end {
        sum += Double(b.length) * Double(b.length)
      }
      if a.end <= b.end { first += 1 }
      if b.end <= a.end { second += 1 }
    }
    return sum
  }

  private static func expected(_ lines: [[Section]], _ count: Double, _ total: Double) -> Double {
    let units = lines.joined().filter(\.isUnit).map { Double($0.length) }
    let gaps = lines.joined().filter { !$0.isUnit }.map { Double($0.length) }.sorted()
    // Sums of the gaps from each one on, so that those at least as long as a unit are found at once.
    var sums = Array(repeating: 0.0, count: gaps.count + 1)
    for index in gaps.indices.reversed() { sums[index] = sums[index + 1] + gaps[index] }
    var numerator = 0.0
    for length in units {
      let first = lowerBound(gaps, length)
      let fitting = Double(gaps.count - first)
      let inGaps = length * length * (sums[first] - fitting * (length - 1))
      let pairs = (Double(units.count) - 1) / 3
      numerator += pairs * (2 * length * length * length - 3 * length * length + length) + inGaps
    }
    let all = count * total
    let denominator = all * (all - 1) - units.reduce(0) { $0 + $1 * ($1 - 1) }
    return denominator > 0 ? 2 / total * numerator / denominator : 0
  }

  private static func lowerBound(_ sorted: [Double], _ value: Double) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
