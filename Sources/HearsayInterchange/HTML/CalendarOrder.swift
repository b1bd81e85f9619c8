/// The order of TIMEX3 values on a time line.
enum CalendarOrder {
  /// A text whose order is that of the values' first days, as near as a week.
  ///
  /// Seasons begin in March, June, September and December; a week number means its place in the
  /// year.
  static func key(_ value: String) -> String {
    let parts = value.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return value }
    let rest = parts[1]
    let months = [
      "SP": "03", "SU": "06", "FA": "09", "WI": "12", "Q1": "01", "Q2": "04", "Q3": "07",
      "Q4": "10", "H1": "01", "H2": "07",
    ]
    if let month = months[String(rest.prefix(2))] { return "\(parts[0])-\(month)" }
    guard rest.first == "W", let week = Int(rest.dropFirst().prefix(2)) else { return value }
    let day = max(0, week - 1) * 7
    let (month, inMonth) = (min(12, day * 12 / 365 + 1), day % 30 + 1)
    return "\(parts[0])-\(month < 10 ? "0" : "")\(month)-\(inMonth < 10 ? "0" : "")\(inMonth)"
  }
}
