/// Agreement on values of units that annotators marked alike: nominal α and κ.
public struct NominalAgreement: Hashable, Sendable {
  /// Krippendorff's α for nominal data, missing values allowed; nil where it is not defined.
  public let alpha: Double?
  /// Cohen's κ, the mean over all pairs of annotators; nil where it is not defined for any pair.
  ///
  /// It says nothing about units that only one of a pair has.
  public let kappa: Double?
  /// Units with at least two values.
  public let units: Int

  /// The agreement on values: one row a unit, one place an annotator, nil for a missing value.
  public init(_ rows: [[String?]]) {
    let usable = rows.filter { $0.count { $0 != nil } > 1 }
    units = usable.count
    alpha = Self.alpha(usable)
    kappa = Self.kappa(usable)
  }

  /// 1 − D_o ÷ D_e over the coincidences of values (Krippendorff, “Computing Krippendorff’s
  /// Alpha-Reliability”, 2011).
  private static func alpha(_ rows: [[String?]]) -> Double? {
    var totals: [String: Double] = [:]
    var count = 0.0
    var differing = 0.0
    for row in rows {
      let values = row.compactMap(\.self)
      let size = Double(values.count)
      var same = 0.0
      for (value, times) in Dictionary(values.map { ($0, 1.0) }, uniquingKeysWith: +) {
        totals[value, default: 0] += times
        same += times * (times - 1)
      }
      count += size
      differing += (size * (size - 1) - same) / (size - 1)
    }
    let expected = count * count - totals.values.reduce(0) { $0 + $1 * $1 }
    guard count > 1, expected > 0 else { return nil }
    return 1 - (count - 1) * differing / expected
  }

  private static func kappa(_ rows: [[String?]]) -> Double? {
    let annotators = rows.first?.count ?? 0
    var values: [Double] = []
    for first in 0..<annotators {
      for second in 0..<annotators where first < second {
        let pairs = rows.compactMap { row in
          row[first].flatMap { a in row[second].map { (a, $0) } }
        }
        if let value = kappa(pairs) { values.append(value) }
      }
    }
    return SpanAgreement.mean(values)
  }

  private static func kappa(_ pairs: [(String, String)]) -> Double? {
    guard !pairs.isEmpty else { return nil }
    let size = Double(pairs.count)
    let observed = Double(pairs.count { $0.0 == $0.1 }) / size
    let left = Dictionary(pairs.map { ($0.0, 1.0) }, uniquingKeysWith: +)
    let right = Dictionary(pairs.map { ($0.1, 1.0) }, uniquingKeysWith: +)
    let expected = left.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) } / (size * size)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }
}
