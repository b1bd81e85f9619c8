internal import HearsayModel

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
struct CivilDate: Hashable, Comparable, Sendable {
  /// Year, 1…9999.
  let year: Int
  /// Month, 1…12.
  let month: Int
  /// Day of the month, from 1.
  let day: Int

  /// A day, or nil where the calendar has none such.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarMonth.length(month, ofYear: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that `YYYY-MM-DD` at the text's beginning names.
  init?(iso text: String) {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CivilDate.number(bytes[0..<4]), let month = CivilDate.number(bytes[5..<7]),
      let day = CivilDate.number(bytes[8..<10])
    else { return nil }
    self.init(year, month, day)
  }

  /// The day with a number as ``dayNumber`` counts; days outside the years are moved to the edge.
  init(dayNumber: Int) {
    let shifted = max(-719_162, min(2_932_896, dayNumber)) + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  /// Day of the week, 1 Monday … 7 Sunday.
  var weekday: Int { (dayNumber + 719_468 + 2) % 7 + 1 }

  /// ISO 8601 week and the year it belongs to.
  var isoWeek: (year: Int, week: Int) {
    let thursday = CivilDate(dayNumber: dayNumber + 4 - weekday)
    let first = CivilDate(thursday.year, 1, 1)?.dayNumber ?? 0
    return (thursday.year, (thursday.dayNumber - first) / 7 + 1)
  }

  /// The day so many days later.
  func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + bounded(days)) }

  /// The same day so many months later, or the month's last day.
  func adding(months: Int) -> CivilDate {
    let total = max(12, min(9999 * 12 + 11, year * 12 + month - 1 + bounded(months)))
    let year = total / 12
    let month = total % 12 + 1
    let day = min(day, CalendarMonth.length(month, ofYear: year))
    return CivilDate(year, month, day) ?? self
  }

  /// `YYYY-MM-DD`.
  var iso: String { DateValue.day(year, month, day) }

  /// `MM-DD`.
  var monthAndDay: String { "\(DateValue.padded(month, 2))-\(DateValue.padded(day, 2))" }

  /// Easter Sunday of a year in the Western churches.
  static func easter(_ year: Int) -> CivilDate? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let total = h + l - 7 * m + 114
    return CivilDate(year, total / 31, total % 31 + 1)
  }

  /// The nth weekday of a month; the last for n = 5 where there are only four.
  static func nth(_ n: Int, weekday: Int, month: Int, year: Int) -> CivilDate? {
    guard let first = CivilDate(year, month, 1) else { return nil }
    let day = 1 + (weekday - first.weekday + 7) % 7 + (n - 1) * 7
    return CivilDate(year, month, day) ?? CivilDate(year, month, day - 7)
  }

  /// By day.
  static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private func bounded(_ count: Int) -> Int { max(-4_000_000, min(4_000_000, count)) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
