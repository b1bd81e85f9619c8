/// The alignment of annotators' units that disagrees least, and its disorder (Mathet, Widlöcher and
/// Métivier, “The unified and holistic method gamma”, Computational Linguistics 41, 2015).
///
/// With two annotators it is the best there is: a minimum-cost matching. With more, which is a hard
/// problem, it starts from the first two and matches each further annotator against what there is,
/// then takes one after the other out and matches again as long as that lowers the disorder.
public struct UnitAlignment: Sendable {
  /// Dissimilarity of a unit and an empty place, Δ∅.
  static let emptyCost = 1.0

  /// Groups of units taken for the same; in each, one place an annotator: the unit's index or nil.
  public private(set) var groups: [[Int?]] = []
  private let continuum: Continuum

  /// The best alignment that is found.
  public init(_ continuum: Continuum) {
    self.continuum = continuum
    for annotator in continuum.units.indices { match(annotator) }
    guard continuum.annotators > 2 else { return }
    var best = total
    for _ in 0..<10 {
      for annotator in continuum.units.indices {
        takeOut(annotator)
        match(annotator)
      }
      let now = total
      guard now < best - 1e-9 else { break }
      best = now
    }
  }

  /// Sum of the groups' disorders over the mean number of units of an annotator.
  public var disorder: Double {
    let mean = Double(continuum.unitCount) / Double(max(1, continuum.annotators))
    return mean > 0 ? total / mean : 0
  }

  private var total: Double { groups.reduce(0) { $0 + cost($1) } }

  /// Position and category weigh the same (α = β = 1), as in the reference implementation.
  static func dissimilarity(_ a: AgreementUnit, _ b: AgreementUnit) -> Double {
    let shift = Double(abs(a.start - b.start) + abs(a.end - b.end)) / Double(a.length + b.length)
    return shift * shift + (a.category == b.category ? 0 : 1)
  }

  /// Mean dissimilarity over all pairs of annotators.
  private func cost(_ group: [Int?]) -> Double {
    var sum = 0.0
    for first in group.indices {
      for second in group.indices where first < second {
        sum += pairCost(group, first, second)
      }
    }
    let pairs = Double(group.count * (group.count - 1) / 2)
    return pairs > 0 ? sum / pairs : 0
  }

  private func pairCost(_ group: [Int?], _ first: Int, _ second: Int) -> Double {
    guard let a = group[first], let b = group[second] else { return Self.emptyCost }
    return Self.dissimilarity(continuum.units[first][a], continuum.units[second][b])
  }

  private mutating func takeOut(_ annotator: Int) {
    for index in groups.indices { groups[index][annotator] = nil }
    groups.removeAll { $0.allSatisfy { $0 == nil } }
  }

  /// What a unit saves by joining a group instead of standing alone.
  private func saving(_ annotator: Int, _ unit: Int, _ group: [Int?]) -> Double {
    var joined = group
    joined[annotator] = unit
    var alone: [Int?] = Array(repeating: nil, count: group.count)
    alone[annotator] = unit
    return cost(group) + cost(alone) - cost(joined)
  }

  /// Puts an annotator's units into the groups there are, so that the sum of savings is greatest.
  private mutating func match(_ annotator: Int) {
    let list = continuum.units[annotator]
    let order = groups.indices.map { index in
      (index: index, hull: hull(groups[index]))
    }.sorted { $0.hull.lowerBound < $1.hull.lowerBound }
    let longest = order.map { $0.hull.count }.max() ?? 0
    var matching = SparseMatching(columns: groups.count)
    for (unit, span) in list.enumerated() {
      // Further away than this nothing is saved, whatever the lengths.
      let reach = 2 * (span.length + longest)
      var edges: [(column: Int, gain: Double)] = []
      var place = Self.firstIndex(order, from: span.start - reach - longest)
      while place < order.count, order[place].hull.lowerBound < span.end + reach {
        let gain = saving(annotator, unit, groups[order[place].index])
        if gain > 1e-12 { edges.append((order[place].index, gain)) }
        place += 1
      }
      matching.add(edges)
    }
    for (unit, column) in matching.assignment.enumerated() {
      if let column {
        groups[column][annotator] = unit
      } else {
        var alone: [Int?] = Array(repeating: nil, count: continuum.annotators)
        alone[annotator] = unit
        groups.append(alone)
      }
    }
  }

  private func hull(_ group: [Int?]) -> Range<Int> {
    var low = Int.max
    var high = Int.min
    for (annotator, unit) in group.enumerated() {
      guard let unit else { continue }
      low = min(low, continuum.units[annotator][unit].start)
      high = max(high, continuum.units[annotator][unit].end)
    }
    return low < high ? low..<high : 0..<0
  }

  private static func firstIndex(_ order: [(index: Int, hull: Range<Int>)], from place: Int) -> Int
  {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if order[middle].hull.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A matching of rows to columns with the greatest sum of gains; a row or column may stay alone.
///
/// Rows are added one by one, each along the best augmenting path (successive shortest paths). Cost
/// of a row: the edges of the part of the graph it hangs together with, times that part's depth.
struct SparseMatching {
  private var rows: [[(column: Int, gain: Double)]] = []
  private var rowOfColumn: [Int?]
  /// The column of each row, or nil.
  private(set) var assignment: [Int?] = []

  init(columns: Int) { rowOfColumn = Array(repeating: nil, count: columns) }

  /// Adds a row with what it gains from each column; gains are positive.
  mutating func add(_ edges: [(column: Int, gain: Double)]) {
    let row = rows.count
    rows.append(edges)
    assignment.append(nil)
    // Greatest gain with which each row reached so far could be the one that gives way.
    var value = [row: 0.0]
    var from: [Int: (row: Int, column: Int)] = [:]
    var queue = [row]
    var end: (row: Int, column: Int?, gain: Double) = (row, nil, 0)
    while let current = queue.first {
      queue.removeFirst()
      let base = value[current] ?? 0
      for (column, gain) in rows[current] where assignment[current] != column {
        guard let other = rowOfColumn[column] else {
          if base + gain > end.gain + 1e-12 { end = (current, column, base + gain) }
          continue
        }
        let lost = rows[other].first { $0.column == column }?.gain ?? 0
        let reached = base + gain - lost
        guard reached > (value[other] ?? -.infinity) + 1e-12, other != row else { continue }
        value[other] = reached
        from[other] = (current, column)
        queue.append(other)
        // The other row may also be left alone.
        if reached > end.gain + 1e-12 { end = (other, nil, reached) }
      }
    }
    apply(end.row, end.column, from)
  }

  /// Moves the columns along the path that ends in a row.
  private mutating func apply(
    _ last: Int, _ column: Int?, _ from: [Int: (row: Int, column: Int)]
  ) {
    var row = last
    var next = column
    while true {
      let old = assignment[row]
      assignment[row] = next
      if let next { rowOfColumn[next] = row }
      guard let (before, taken) = from[row] else {
        if let old, old != next, rowOfColumn[old] == row { rowOfColumn[old] = nil }
        return
      }
      next = taken
      row = before
    }
  }
}
