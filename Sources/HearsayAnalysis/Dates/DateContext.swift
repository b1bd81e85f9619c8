internal import HearsayModel

/// What the dates read so far leave behind for the paragraphs that follow.
///
/// Small and free of offsets, so that an edit that leaves it unchanged ends the pass.
public struct DateContext: Hashable, Sendable {
  /// Calendar date the text spoke of last; months and years stand for themselves.
  var last = ResolvedDate()
  /// Quarter the text spoke of last, which “the quarter” and “a year earlier” mean.
  var quarter: ResolvedDate?

  /// Nothing read yet.
  public init() {}
}

/// A calendar date as far as it is known.
struct ResolvedDate: Hashable, Sendable {
  /// Year, or nil.
  var year: Int16?
  /// Quarter, or nil.
  var quarter: Int8?
  /// Month, or nil.
  var month: Int8?
  /// Day of the month, or nil.
  var day: Int8?
  /// Weekday where nothing else is known, or nil.
  var weekday: Int8?

  /// Whether nothing is known.
  var isEmpty: Bool { self == ResolvedDate() }

  /// The day, where it is known to the day.
  var civil: CivilDate? {
    guard let year, let month, let day else { return nil }
    return CivilDate(Int(year), Int(month), Int(day))
  }

  /// The last day of its quarter, as far as it is known.
  var lastDay: CivilDate {
    let month = Int(quarter ?? 4) * 3
    return CivilDate(Int(year ?? 9999), month, CalendarMonth.length(month, ofYear: 2001))
      ?? CivilDate(dayNumber: 0)
  }

  /// A day.
  init(_ day: CivilDate) {
    year = Int16(day.year)
    month = Int8(day.month)
    self.day = Int8(day.day)
  }

  /// Nothing known unless said.
  init(year: Int16? = nil, quarter: Int8? = nil, month: Int8? = nil) {
    self.year = year
    self.quarter = quarter
    self.month = month
  }
}
