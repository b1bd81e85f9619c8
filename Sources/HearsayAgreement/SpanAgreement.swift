/// How well two annotators' spans match.
///
/// F1 over spans that are the same, and over those that overlap. With more annotators, the mean over all pairs.
public struct SpanAgreement: Hashable, Sendable {
  /// F1 over spans with the same ends and category; nil where nobody has a unit.
  public let exact: Double?
  /// F1 where a span counts that overlaps one of the other annotator's of the same category.
  public let overlap: Double?

  /// The agreement on a continuum.
  public init(_ continuum: Continuum) {
    var exact: [Double] = []
    var overlap: [Double] = []
    for first in continuum.units.indices {
      for second in continuum.units.indices where first < second {
        let (a, b) = (continuum.units[first], continuum.units[second])
        guard a.count + b.count > 0 else { continue }
        exact.append(Self.exact(a, b))
        overlap.append(Self.overlap(a, b))
      }
    }
    self.exact = Self.mean(exact)
    self.overlap = Self.mean(overlap)
  }

  /// Mean of numbers, nil where there is none.
  static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }

  private static func exact(_ a: [AgreementUnit], _ b: [AgreementUnit]) -> Double {
    var left = Dictionary(a.map { ($0, 1) }, uniquingKeysWith: +)
    var same = 0
    for unit in b {
      if let count = left[unit], count > 0 {
        left[unit] = count - 1
        same += 1
      }
    }
    return 2 * Double(same) / Double(a.count + b.count)
  }

  private static func overlap(_ a: [AgreementUnit], _ b: [AgreementUnit]) -> Double {
    let precision = share(of: a, meeting: b)
    let recall = share(of: b, meeting: a)
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  private static func share(of a: [AgreementUnit], meeting b: [AgreementUnit]) -> Double {
    guard !a.isEmpty else { return 0 }
    var reach: [String: [(start: Int, end: Int)]] = [:]
    for unit in b {
      // Units that overlap are drawn together; they are ordered by start.
      var list = reach.removeValue(forKey: unit.category) ?? []
      if let last = list.last, unit.start < last.end {
        list[list.count - 1].end = max(last.end, unit.end)
      } else {
        list.append((unit.start, unit.end))
      }
      reach[unit.category] = list
    }
    let met = a.count { unit in
      guard let list = reach[unit.category] else { return false }
      var low = 0
      var high = list.count
      while low < high {
        let middle = (low + high) / 2
        if list[middle].end <= unit.start { low = middle + 1 } else { high = middle }
      }
      return low < list.count && list[low].start < unit.end
    }
    return Double(met) / Double(a.count)
  }
}
