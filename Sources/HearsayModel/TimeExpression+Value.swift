/// The grammar of TIMEX3 values (ISO 24617-1, TimeML 1.2.1).
extension TimeExpression {
  /// Whether a text is a TIMEX3 value.
  ///
  /// That is a calendar date, a week, a season or a decade, with a time of day or without, a length, or
  /// a reference such as `PAST_REF`. Unknown digits are `X`.
  public static func isValue(_ value: String) -> Bool {
    if ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(value) { return true }
    if value.hasPrefix("P") { return isDuration(value.dropFirst()) }
    let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = parts.first, isDate(String(date)) else { return false }
    return parts.count == 1 || isClock(String(parts[1]))
  }

  /// Whether a value is a year, a month or a day that there is, without an `X`: what W3C's XML Schema
  /// takes for `gYear`, `gYearMonth` or `date`.
  public static func isCalendarDate(_ value: String) -> Bool {
    matches(value, ["nnnn", "nnnn-nn", "nnnn-nn-nn"]) && !value.contains("X")
      && !value.hasPrefix("0000") && isInCalendar(value)
  }

  private static func isDate(_ text: String) -> Bool {
    isShapedAsDate(text) && isInCalendar(text)
  }

  /// Whether a month, day, week, quarter or half is one that there is, as far as it is told.
  private static func isInCalendar(_ date: String) -> Bool {
    let parts = date.split(separator: "-")
    func isNumber(_ part: Substring, in range: ClosedRange<Int>) -> Bool {
      Int(part).map { range.contains($0) } ?? true
    }
    guard parts.count > 1 else { return true }
    switch parts[1].first {
    case "Q": return isNumber(parts[1].dropFirst(), in: 1...4)
    case "H": return isNumber(parts[1].dropFirst(), in: 1...2)
    case "W":
      return isNumber(parts[1].dropFirst(), in: 1...53)
        && (parts.count < 3 || isNumber(parts[2], in: 1...7))
    default:
      guard isNumber(parts[1], in: 1...12) else { return false }
      guard parts.count > 2, let month = Int(parts[1]) else {
        return parts.count < 3 || isNumber(parts[2], in: 1...31)
      }
      // A year that is not told, or before ours, may be a leap year.
      let days = CalendarMonth.length(month, ofYear: Int(parts[0]) ?? 2000)
      return isNumber(parts[2], in: 1...days)
    }
  }

  private static func isShapedAsDate(_ text: String) -> Bool {
    matches(
      text,
      [
        "nn", "nnn", "nnnn", "nnnn-nn", "nnnn-nn-nn", "nnnn-Wnn", "nnnn-Wnn-WE", "nnnn-Wnn-n",
        "nnnn-Qn", "nnnn-Hn", "nnnn-SP", "nnnn-SU", "nnnn-FA", "nnnn-WI", "BCnn", "BCnnn", "BCnnnn",
        "BCnnnn-nn",
        "BCnnnn-nn-nn", "BCnnnn-SP", "BCnnnn-SU", "BCnnnn-FA", "BCnnnn-WI", "BCnnnn-Qn",
        "BCnnnn-Hn",
      ])
  }

  private static func isClock(_ text: String) -> Bool {
    matches(
      text,
      [
        "nn", "nn:nn", "nn:nnZ", "nn:nn:nn", "nn:nn:nnZ", "nn:nn+nn:nn", "nn:nn-nn:nn", "MO", "MI",
        "AF",
        "EV", "NI", "DT",
      ])
  }

  /// `n` in a pattern is a digit or an `X`.
  private static func matches(_ text: String, _ patterns: [String]) -> Bool {
    patterns.contains { pattern in
      pattern.count == text.count
        && zip(pattern, text).allSatisfy { $0 == "n" ? isDigit($1) : $0 == $1 }
    }
  }

  /// Numbers with their units, days and longer before the `T`, the clock's behind it.
  private static func isDuration(_ text: Substring) -> Bool {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let days = halves.first,
      areAmounts(days, ["Y", "Q", "M", "W", "WE", "D", "DE", "CE", "ML"])
    else { return false }
    return halves.count == 1
      ? !days.isEmpty : !halves[1].isEmpty && areAmounts(halves[1], ["H", "M", "S"])
  }

  private static func areAmounts(_ text: Substring, _ units: [String]) -> Bool {
    var rest = text
    while !rest.isEmpty {
      let number = rest.prefix { isDigit($0) || $0 == "." }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { $0.isLetter && $0 != "X" }
      rest = rest.dropFirst(unit.count)
      guard !number.isEmpty, units.contains(String(unit)) else { return false }
    }
    return true
  }

  private static func isDigit(_ character: Character) -> Bool {
    "0"..."9" ~= character && character.isASCII || character == "X"
  }
}
