/// A unit of the calendar or the clock, from fine to coarse.
public enum DateUnit: UInt8, Sendable, CaseIterable, Comparable {
  case second, minute, hour, day, weekend, week, month, quarter, season, half, year, decade,
    century, millennium
  /// A stretch the text leaves open: “the period”, “the time”.
  case period

  /// By length.
  public static func < (left: DateUnit, right: DateUnit) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A part of the day or the year with its TIMEX3 letters.
public enum DatePart: String, Sendable, CaseIterable {
  case morning = "MO"
  case midday = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
  case daytime = "DT"

  /// The part whose number stands in rules, or nil.
  init?(index: Int32) {
    guard let part = DatePart.allCases.element(index) else { return nil }
    self = part
  }
}

/// A season with its TIMEX3 letters.
public enum DateSeason: String, Sendable, CaseIterable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"

  /// The season whose number stands in rules, or nil.
  init?(index: Int32) {
    guard let season = DateSeason.allCases.element(index) else { return nil }
    self = season
  }
}

/// TIMEX3's `mod`.
public enum DateModifier: String, Sendable, CaseIterable {
  case start = "START"
  case mid = "MID"
  case end = "END"
  case approx = "APPROX"
  case moreThan = "MORE_THAN"
  case lessThan = "LESS_THAN"
  case equalOrMore = "EQUAL_OR_MORE"
  case equalOrLess = "EQUAL_OR_LESS"

  /// The modifier whose number stands in rules, or nil.
  init?(index: Int32) {
    guard let modifier = DateModifier.allCases.element(index) else { return nil }
    self = modifier
  }
}

extension Array {
  /// The element at an index, or nil outside.
  fileprivate func element(_ index: Int32) -> Element? {
    indices.contains(Int(index)) ? self[Int(index)] : nil
  }
}

/// Which way from the article's date a bare weekday or month lies.
public enum DateDirection: UInt8, Sendable {
  /// Nothing tells.
  case open
  /// A past tense or the word “last”.
  case past
  /// “this”.
  case present
  /// A future tense or the word “next”.
  case future
}

/// A day that is not named by its number.
public enum DateHoliday: UInt8, Sendable, CaseIterable {
  case newYearsDay, newYearsEve, valentines, womensDay, easter, goodFriday, easterMonday, mayDay
  case victoryDay, memorialDay, independenceDay, laborDay, halloween, veteransDay, thanksgiving
  case christmasEve, christmas, boxingDay, martinLutherKingDay, electionDay
}

/// The calendar fields an expression names; nil where it leaves them open.
public struct CalendarFields: Hashable, Sendable {
  /// Year, 1…9999.
  public var year: Int16?
  /// Years before Christ.
  public var isBeforeChrist = false
  /// Years counted from the article's: “June last year” is month 6, shift -1.
  public var yearShift: Int8?
  /// First digits of a decade (`199`) or century (`19`).
  public var prefix: Int16?
  /// Half of the year, 1…2.
  public var half: Int8?
  /// Quarter, 1…4.
  public var quarter: Int8?
  /// Season.
  public var season: DateSeason?
  /// Month, 1…12.
  public var month: Int8?
  /// Day of the month, 1…31.
  public var day: Int8?
  /// Weekday, 1 Monday … 7 Sunday; 8 is the weekend.
  public var weekday: Int8?
  /// Named day.
  public var holiday: DateHoliday?
  /// Part of the day.
  public var part: DatePart?
  /// Hour, 0…24.
  public var hour: Int8?
  /// Minute, 0…59.
  public var minute: Int8?
  /// The clock is that of Greenwich.
  public var isUniversal = false
  /// “last March”, “this Friday”, “next summer”.
  public var pointer: DateDirection = .open
  /// Days from the article's date, for “noon today”.
  public var dayShift: Int8?

  /// Nothing named.
  public init() {}
}

/// A step from the article's date or from the last date of the text.
public struct DateShift: Hashable, Sendable {
  /// Where the counting starts.
  public enum Origin: UInt8, Sendable {
    /// The article's date: “two days ago”, “last week”.
    case article
    /// The date the text spoke of last: “a year earlier”, “that day”.
    case text
  }
  /// Unit counted.
  public var unit: DateUnit
  /// How many; negative is earlier.
  public var count: Int32
  /// Where the counting starts.
  public var origin: Origin
  /// Unit of the value, where it is finer than the unit counted: “the year-earlier quarter”.
  public var grain: DateUnit?
  /// Part of the day.
  public var part: DatePart?

  /// A step.
  public init(
    _ unit: DateUnit, _ count: Int32, origin: Origin = .article, grain: DateUnit? = nil,
    part: DatePart? = nil
  ) {
    self.unit = unit
    self.count = count
    self.origin = origin
    self.grain = grain
    self.part = part
  }
}

/// A number of units; nil where the words leave it open (“several”).
public struct DateAmount: Hashable, Sendable {
  /// How many whole units.
  public var count: Int32?
  /// Half a unit more.
  public var andHalf = false
  /// Unit.
  public var unit: DateUnit

  /// So many units.
  public init(_ count: Int32?, _ unit: DateUnit, andHalf: Bool = false) {
    self.count = count
    self.unit = unit
    self.andHalf = andHalf
  }
}

/// What the words of a time expression say before any date is known.
public enum DateReading: Hashable, Sendable {
  /// Fields of the calendar and the clock.
  case calendar(CalendarFields)
  /// Two numbers and a year, day and month in an order that is not known.
  case numeric(first: Int8, second: Int8, year: Int16)
  /// A step from a known date.
  case shift(DateShift)
  /// PAST_REF, PRESENT_REF or FUTURE_REF.
  case reference(DateDirection)
  /// A length of time.
  case duration(DateAmount)
  /// A repeated length: daily, every two weeks.
  case everyAmount(DateAmount)
  /// A repeated date: every Monday, each July.
  case everyDate(CalendarFields)
}
