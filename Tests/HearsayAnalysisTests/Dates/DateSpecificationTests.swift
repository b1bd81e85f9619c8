import HearsayAnalysis
import HearsayModel
import HearsayText
import Testing

/// What is read in which sentence, as a page to look things up in; every sentence is invented.
///
/// A row is a sentence with its time expressions in brackets, the article's date or `-`, and the
/// TIMEX3 type and value of each expression, `none` where there is none.
@Suite struct DateSpecificationTests {
  @Test(arguments: rows(calendar)) func calendarDates(_ row: String) { check(row) }
  @Test(arguments: rows(months)) func monthsAlone(_ row: String) { check(row) }
  @Test(arguments: rows(weekdays)) func daysOfTheWeek(_ row: String) { check(row) }
  @Test(arguments: rows(periods)) func yearsAndPeriods(_ row: String) { check(row) }
  @Test(arguments: rows(seasons)) func seasonsAndHolidays(_ row: String) { check(row) }
  @Test(arguments: rows(clocks)) func clockTimes(_ row: String) { check(row) }
  @Test(arguments: rows(relativeDays)) func daysFromToday(_ row: String) { check(row) }
  @Test(arguments: rows(relativeUnits)) func unitsFromToday(_ row: String) { check(row) }
  @Test(arguments: rows(steps)) func stepsFromToday(_ row: String) { check(row) }
  @Test(arguments: rows(ownTime)) func stepsFromTheTextsOwnTime(_ row: String) { check(row) }
  @Test(arguments: rows(narration)) func narratedTexts(_ row: String) { check(row) }
  @Test(arguments: rows(unanchored)) func nothingToCountFrom(_ row: String) { check(row) }
  @Test(arguments: rows(unordered)) func dayAndMonthEitherWayRound(_ row: String) { check(row) }
  @Test(arguments: rows(lengths)) func lengthsOfTime(_ row: String) { check(row) }
  @Test(arguments: rows(repeated)) func repeatedTimes(_ row: String) { check(row) }
  @Test(arguments: rows(vague)) func vagueTimes(_ row: String) { check(row) }
  @Test(arguments: rows(none)) func otherUsesOfTheSameWords(_ row: String) { check(row) }
  @Test(arguments: rows(german)) func anotherLanguage(_ row: String) { check(row) }

  @Test func thePageIsLongEnough() {
    let all = [
      Self.calendar, Self.months, Self.weekdays, Self.periods, Self.seasons, Self.clocks,
      Self.relativeDays, Self.relativeUnits, Self.steps, Self.ownTime, Self.narration,
      Self.unanchored, Self.unordered, Self.lengths, Self.repeated, Self.vague, Self.none,
    ].flatMap { Self.rows($0) }
    let expressions = all.reduce(0) { $0 + max(1, $1.count { $0 == "[" }) }
    #expect(expressions >= 300)
  }

  private static func rows(_ page: String) -> [String] {
    page.split(separator: "\n").map(String.init)
  }

  /// Reads the sentence without its brackets and writes what was found as the row has it.
  private func check(_ row: String) {
    let columns = row.split(separator: " | ").map(String.init)
    guard columns.count == 3 else {
      Issue.record("a row has three columns: \(row)")
      return
    }
    let sentence = columns[0].filter { $0 != "[" && $0 != "]" }
    let found = DateReader().expressions(sentence, date: columns[1] == "-" ? nil : columns[1])
    var marked = ""
    var end = 0
    let bytes = Array(sentence.utf8)
    for expression in found {
      marked += String(decoding: bytes[end..<expression.span.start], as: UTF8.self) + "["
      marked += String(decoding: bytes[expression.span.range], as: UTF8.self) + "]"
      end = expression.span.end
    }
    marked += String(decoding: bytes[end...], as: UTF8.self)
    let values = found.map { "\($0.kind.rawValue) \($0.value)" }.joined(separator: "; ")
    #expect("\(marked) | \(columns[1]) | \(values.isEmpty ? "none" : values)" == row)
  }
}
