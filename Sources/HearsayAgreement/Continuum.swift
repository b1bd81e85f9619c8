/// One annotator's mark on a stretch of a continuum.
public struct AgreementUnit: Hashable, Sendable {
  /// First place, in code points of the continuum.
  public var start: Int
  /// One past the last place; greater than `start`.
  public var end: Int
  /// What the annotator called it.
  public var category: String

  /// A mark from `start` to `end`.
  public init(start: Int, end: Int, category: String) {
    self.start = start
    self.end = end
    self.category = category
  }

  /// Length in code points.
  public var length: Int { end - start }
}

/// A stretch of text, or several put end to end, that several annotators marked units on.
public struct Continuum: Hashable, Sendable {
  /// Length in code points.
  public var length: Int
  /// The units of each annotator, by start, then by end.
  public private(set) var units: [[AgreementUnit]]

  /// A continuum of a length.
  ///
  /// `units` has one list for each annotator, in any order. Empty units are left out.
  public init(length: Int, units: [[AgreementUnit]]) {
    self.length = length
    self.units = units.map { list in
      list.filter { $0.start < $0.end }.sorted {
        ($0.start, $0.end, $0.category) < ($1.start, $1.end, $1.category)
      }
    }
  }

  /// How many annotators there are.
  public var annotators: Int { units.count }
  /// How many units all of them have.
  public var unitCount: Int { units.reduce(0) { $0 + $1.count } }
  /// All categories in order.
  public var categories: [String] {
    Set(units.joined().map(\.category)).sorted()
  }

  /// Only the units of some categories.
  public func keeping(_ categories: Set<String>) -> Continuum {
    Continuum(length: length, units: units.map { $0.filter { categories.contains($0.category) } })
  }

  /// Continua of the same annotators put end to end.
  public static func joined(_ parts: [Continuum]) -> Continuum {
    var length = 0
    var units: [[AgreementUnit]] = Array(repeating: [], count: parts.first?.annotators ?? 0)
    for part in parts {
      for (annotator, list) in part.units.enumerated() {
        units[annotator] += list.map {
          AgreementUnit(
            start: $0.start + length, end: $0.end + length, category: $0.category)
        }
      }
      length += part.length
    }
    return Continuum(length: length, units: units)
  }

  /// Cuts the continuum in the middle of every gap that no annotator has a unit in, so that the
  /// pieces can be drawn again by a bootstrap.
  public func blocks() -> [Continuum] {
    let all = units.joined().sorted { $0.start < $1.start }
    var cuts: [Int] = []
    var reach = 0
    for unit in all {
      if unit.start > reach, reach > 0 { cuts.append((reach + unit.start) / 2) }
      reach = max(reach, unit.end)
    }
    cuts.append(max(length, reach))
    var start = 0
    var next = Array(repeating: 0, count: annotators)
    return cuts.map { end in
      var lists: [[AgreementUnit]] = []
      for annotator in units.indices {
        var list: [AgreementUnit] = []
        while next[annotator] < units[annotator].count,
          units[annotator][next[annotator]].start < end
        {
          let unit = units[annotator][next[annotator]]
          list.append(
            AgreementUnit(
              start: unit.start - start, end: unit.end - start, category: unit.category))
          next[annotator] += 1
        }
        lists.append(list)
      }
      defer { start = end }
      return Continuum(length: end - start, units: lists)
    }
  }
}
