public import HearsayText

/// A time expression with its TIMEX3 reading.
public struct TimeExpression: Hashable, Sendable {
  /// TIMEX3's types (ISO 24617-1 / TimeML 1.2.1).
  public enum Kind: String, Sendable, CaseIterable {
    /// A calendar date or a longer period on the calendar.
    case date = "DATE"
    /// A time of day.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// A repeated time.
    case set = "SET"
  }

  /// Why a value could not be completed.
  public enum Gap: String, Sendable, CaseIterable {
    /// The article's date is not known.
    case noAnchor = "no-anchor"
    /// Day and month could be either way round.
    case dayMonthOrder = "day-month-order"
  }

  /// The words, without a leading preposition.
  public var span: ByteSpan
  /// TIMEX3 type.
  public var kind: Kind
  /// TIMEX3 value; parts that cannot be known are `X`.
  public var value: String
  /// TIMEX3 `mod`, such as `START` or `APPROX`.
  public var modifier: String?
  /// ISO date the value was counted from, or nil for an absolute expression.
  public var anchor: String?
  /// Other values the words allow, best first.
  public var alternatives: [String]
  /// Why the value is incomplete, or nil.
  public var gap: Gap?
  /// Name of the rule that read it, stable between versions.
  public var rule: String
  /// Estimate that span and value are right, 0…1.
  public var confidence: Double

  /// A time expression with its reading.
  public init(
    span: ByteSpan, kind: Kind, value: String, modifier: String? = nil, anchor: String? = nil,
    alternatives: [String] = [], gap: Gap? = nil, rule: String, confidence: Double = 0.9
  ) {
    self.span = span
    self.kind = kind
    self.value = value
    self.modifier = modifier
    self.anchor = anchor
    self.alternatives = alternatives
    self.gap = gap
    self.rule = rule
    self.confidence = confidence
  }

  /// The same expression seen from an origin that lies `distance` bytes earlier.
  public func shifted(by distance: Int) -> TimeExpression {
    var copy = self
    copy.span = span.shifted(by: distance)
    return copy
  }
}

/// Where an article's date was read off, strongest first.
public enum DateEvidence: String, Sendable, CaseIterable {
  /// The analyst said so (`--date`, a setting).
  case analyst
  /// A `date:` line in front matter.
  case frontMatter = "front-matter"
  /// A publish line (“Publish date 12 Feb 2022”) or a dateline (“Jan. 21, 2022 (EIRNS)—”).
  case publishLine = "publish-line"
  /// The file's name.
  case fileName = "file-name"
}

/// The date of the article, with what it rests on.
public struct DocumentDate: Hashable, Sendable {
  /// ISO calendar date `YYYY-MM-DD`.
  public let value: String
  /// What it rests on.
  public let evidence: DateEvidence

  /// A date of the article.
  public init(value: String, evidence: DateEvidence) {
    self.value = value
    self.evidence = evidence
  }
}
