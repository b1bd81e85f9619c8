/// Who decided, and when.
public struct DecisionStamp: Hashable, Sendable {
  /// The author's name, as the settings give it.
  public var author: String
  /// ISO 8601 time in UTC, to the second; for display, nothing is decided by it.
  public var time: String

  /// An author at a time.
  public init(author: String, time: String) {
    self.author = author
    self.time = time
  }
}

/// What an annotation says, by kind.
public enum AnnotationBody: Hashable, Sendable {
  /// Who is credited with the words.
  case quotation(QuotationBody)
  /// What the words mean on the calendar.
  case date(DateBody)
  /// Which outlet, and its part.
  case outlet(OutletBody)
  /// Nothing but the remark in ``StoredAnnotation/note``.
  case note

  /// The kind that the body belongs to.
  public var kind: AnnotationKind {
    switch self {
    case .quotation: .quotation
    case .date: .date
    case .outlet: .outlet
    case .note: .note
    }
  }
}

/// What is said about a quotation.
public struct QuotationBody: Hashable, Sendable {
  /// How much of the utterance its marks hold.
  public var type: QuotationType
  /// Who is credited, or nil.
  public var speaker: Speaker?
  /// The words that name who is credited, or nil.
  public var source: QuotedStretch?
  /// The words that credit, or nil.
  public var cue: QuotedStretch?

  /// A quotation's type and attribution.
  public init(
    type: QuotationType, speaker: Speaker? = nil, source: QuotedStretch? = nil,
    cue: QuotedStretch? = nil
  ) {
    self.type = type
    self.speaker = speaker
    self.source = source
    self.cue = cue
  }
}

/// What is said about a time expression.
public struct DateBody: Hashable, Sendable {
  /// TIMEX3 type.
  public var type: TimeExpression.Kind
  /// TIMEX3 value; unknown parts are `X`.
  public var value: String
  /// ISO date the value was counted from, or nil.
  public var anchor: String?

  /// A reading of a time expression.
  public init(type: TimeExpression.Kind, value: String, anchor: String? = nil) {
    self.type = type
    self.value = value
    self.anchor = anchor
  }

  /// A reading by its value alone, which tells the type: `P…` is a length, `T` in a calendar value
  /// a time of day.
  public init(value: String) {
    let isTime = value.dropFirst().contains("T") && !value.hasSuffix("_REF")
    let isLength = value.hasPrefix("P") && !value.hasSuffix("_REF")
    self.init(type: isLength ? .duration : isTime ? .time : .date, value: value)
  }

  /// The TIMEX3 value of a day of which nothing is known.
  public static let unknownDay = "XXXX-XX-XX"
}

/// What is said about an outlet mention.
public struct OutletBody: Hashable, Sendable {
  /// Registry id, or nil where none is known.
  public var outletID: String?
  /// The outlet's name.
  public var name: String
  /// The part it plays.
  public var role: OutletRole

  /// An outlet in a role.
  public init(outletID: String?, name: String, role: OutletRole) {
    self.outletID = outletID
    self.name = name
    self.role = role
  }
}

/// An annotation that a person decided on or added.
public struct StoredAnnotation: Hashable, Sendable {
  /// Its identity, for ever.
  public let id: AnnotationID
  /// Where it was made.
  public var target: AnnotationTarget
  /// The suggestion it was decided on, which it stands for; nil where a person added it.
  public var origin: QuotedStretch?
  /// What it says.
  public var body: AnnotationBody
  /// How far it has come; never ``ReviewStatus/suggested``.
  public var status: ReviewStatus
  /// A person's remark on it, or nil.
  public var note: String?
  /// How sure the suggestion was, 0…1; nil where a person added it.
  public var confidence: Double?
  /// Who made it first, and when.
  public var creation: DecisionStamp
  /// Who decided on it last, and when.
  public var decision: DecisionStamp

  /// What it says something about.
  public var kind: AnnotationKind { body.kind }

  /// An annotation with everything known about it.
  public init(
    id: AnnotationID, target: AnnotationTarget, origin: QuotedStretch?, body: AnnotationBody,
    status: ReviewStatus, note: String? = nil, confidence: Double? = nil, creation: DecisionStamp,
    decision: DecisionStamp? = nil
  ) {
    self.id = id
    self.target = target
    self.origin = origin
    self.body = body
    self.status = status
    self.note = note
    self.confidence = confidence.flatMap { (0...1).contains($0) ? $0 : nil }
    self.creation = creation
    self.decision = decision ?? creation
  }
}
