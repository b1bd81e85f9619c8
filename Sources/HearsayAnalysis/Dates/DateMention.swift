public import HearsayModel
public import HearsayText

/// A time expression as a paragraph's words alone tell it, not yet resolved.
public struct DateMention: Hashable, Sendable {
  /// The words, without a leading preposition; bytes from the paragraph's start.
  public var span: ByteSpan
  /// What they say.
  public var reading: DateReading
  /// TIMEX3 `mod`.
  public var modifier: DateModifier?
  /// Rule that read them.
  public var rule: DateRule
  /// Which way the verb beside it points.
  public var tense: DateDirection = .open
  /// Evidence that this is the date of the article, or nil.
  public var articleDate: DateEvidence?
  /// The line says when the article was changed, not when it came out.
  public var isUpdate = false
  /// Whether a numeric date shows the order of day and month by itself.
  public var order: DayMonthOrder?

  /// A mention as a rule reads it.
  public init(
    span: ByteSpan, reading: DateReading, modifier: DateModifier? = nil, rule: DateRule
  ) {
    self.span = span
    self.reading = reading
    self.modifier = modifier
    self.rule = rule
  }
}

/// Name of the rule that read a time expression; stable between versions.
public enum DateRule: String, Sendable, CaseIterable {
  case isoDate = "iso-date"
  case numericDate = "numeric-date"
  case monthDay = "month-day"
  case month
  case year
  case decade
  case century
  case quarter
  case season
  case weekday
  case holiday
  case clock
  case partOfDay = "part-of-day"
  case relativeDay = "relative-day"
  case relativeUnit = "relative-unit"
  case ago
  case earlierLater = "earlier-later"
  case sameTime = "same-time"
  case reference
  case duration
  case set

  /// Estimate that span and value are right.
  var confidence: Double {
    switch self {
    case .isoDate, .numericDate, .monthDay: 0.97
    case .month, .weekday, .relativeDay, .relativeUnit, .clock, .holiday, .decade: 0.92
    case .year, .century, .quarter, .ago, .partOfDay, .set: 0.88
    case .season, .duration, .reference: 0.82
    case .earlierLater, .sameTime: 0.7
    }
  }
}

/// Which of two numbers in a date is the day.
public enum DayMonthOrder: String, Hashable, Sendable, CaseIterable {
  /// 3 April is 03/04.
  case dayFirst = "day-first"
  /// 3 April is 04/03.
  case monthFirst = "month-first"

  /// The order that a numeric date shows by itself, such as 25/12/2021, or nil.
  public static func evidence(in mention: DateMention) -> DayMonthOrder? { mention.order }
}
