public import HearsayModel
public import HearsayText

/// One document with its annotations, whoever made them: what every format is written from.
///
/// `hearsay annotate` fills it with suggestions, a store with what analysts decided.
public struct AnnotatedDocument: Sendable {
  /// The text the annotations' spans count bytes of.
  public let text: Text
  /// Names, date and origin.
  public var record: DocumentRecord
  /// The annotations in reading order.
  public private(set) var annotations: [AnnotationRecord]
  /// What an analyst should look at; shown beside the text and in no other format.
  public var problems: [Problem] = []
  /// Page furniture, greyed beside the text.
  public var furniture: [ByteSpan] = []

  /// A document; its annotations are put in reading order, those at one place stay as given.
  public init(text: Text, record: DocumentRecord, annotations: [AnnotationRecord]) {
    self.text = text
    self.record = record
    // Spans are sorted, not annotations: those are heavy.
    let order = annotations.indices.map { (span: annotations[$0].span, index: $0) }
      .sorted { ($0.span, $0.index) < ($1.span, $1.index) }
    self.annotations = order.map { annotations[$0.index] }
  }

  /// A document with what people decided, and suggestions of `creator` for the rest.
  public init(
    text: Text, record: DocumentRecord, set: AnnotationSet, creator: CreatorRecord
  ) {
    let findings = set.findings
    var order: [(span: ByteSpan, body: Int)] = []
    order.reserveCapacity(
      findings.quotations.count + findings.dates.count + findings.outlets.count
        + findings.notes.count)
    for quotation in findings.quotations { order.append((quotation.span, order.count)) }
    for date in findings.dates { order.append((date.span, order.count)) }
    for outlet in findings.outlets { order.append((outlet.span, order.count)) }
    for note in findings.notes { order.append((note.span, order.count)) }
    // Spans are sorted, not annotations: those are heavy.
    order.sort { ($0.span, $0.body) < ($1.span, $1.body) }
    self.text = text
    self.record = record
    annotations = order.map { entry in
      let body = AnnotatedDocument.body(findings, entry.body)
      guard !set.decided.isEmpty,
        let stored = set.decided[AnnotationKey(body.kind, entry.span)]
      else { return AnnotationRecord(body, creator: creator) }
      return AnnotationRecord(body, stored)
    }
    problems = findings.problems
    furniture = findings.furniture
  }

  /// One of the findings, quotations first, then dates, outlets and notes.
  private static func body(_ findings: Findings, _ number: Int) -> AnnotationRecord.Body {
    var place = number
    if place < findings.quotations.count { return .quotation(findings.quotations[place]) }
    place -= findings.quotations.count
    if place < findings.dates.count { return .date(findings.dates[place]) }
    place -= findings.dates.count
    if place < findings.outlets.count { return .outlet(findings.outlets[place]) }
    place -= findings.outlets.count
    return .note(findings.notes[place].span, findings.notes[place].text)
  }

  /// The same document with other annotations.
  public func replacing(annotations: [AnnotationRecord]) -> AnnotatedDocument {
    var copy = AnnotatedDocument(text: text, record: record, annotations: annotations)
    copy.problems = problems
    copy.furniture = furniture
    return copy
  }

  /// The annotations as findings, by kind.
  var findings: Findings {
    var findings = Findings()
    findings.problems = problems
    findings.furniture = furniture
    for annotation in annotations {
      switch annotation.body {
      case .quotation(let quotation): findings.quotations.append(quotation)
      case .date(let date): findings.dates.append(date)
      case .outlet(let outlet): findings.outlets.append(outlet)
      case .note(let span, let text): findings.notes.append(Note(span: span, text: text))
      }
    }
    return findings
  }
}

/// One annotation with its provenance.
public struct AnnotationRecord: Hashable, Sendable {
  /// What the annotation says.
  public enum Body: Hashable, Sendable {
    /// A quotation with its attribution.
    case quotation(Quotation)
    /// A time expression.
    case date(TimeExpression)
    /// An outlet mention.
    case outlet(OutletMention)
    /// A person's words about a stretch.
    case note(ByteSpan, String)

    /// The stretch of text it is about, in bytes.
    public var span: ByteSpan {
      switch self {
      case .quotation(let quotation): quotation.span
      case .date(let date): date.span
      case .outlet(let outlet): outlet.span
      case .note(let span, _): span
      }
    }

    /// The kind it belongs to.
    public var kind: AnnotationKind {
      switch self {
      case .quotation: .quotation
      case .date: .date
      case .outlet: .outlet
      case .note: .note
      }
    }
  }

  /// Identity where one was given; nil for a suggestion, whose document, kind and place make it.
  public var id: String?
  /// What it says.
  public var body: Body
  /// What became of it.
  public var status: ReviewStatus
  /// Who made it, and when.
  public var creator: CreatorRecord
  /// A person's remark on it, or nil.
  public var note: String?
  /// How sure it is, 0…1; what a person wrote is certain.
  public var confidence: Double
  /// Who decided on it last, and when; nil for a suggestion.
  public var decision: DecisionStamp?

  /// What a person decided on or added.
  init(_ body: Body, _ stored: StoredAnnotation) {
    id = stored.id.text
    self.body = body
    status = stored.status
    creator = CreatorRecord(
      .person, name: stored.creation.author, version: nil, created: stored.creation.time)
    note = body.kind == .note ? nil : stored.note
    confidence = stored.confidence ?? 1
    decision = stored.decision
  }

  /// An annotation; a suggestion unless said otherwise.
  public init(
    _ body: Body, id: String? = nil, status: ReviewStatus = .suggested,
    creator: CreatorRecord, note: String? = nil
  ) {
    self.id = id
    self.body = body
    self.status = status
    self.creator = creator
    self.note = note
    switch body {
    case .quotation(let quotation): confidence = quotation.confidence
    case .date(let date): confidence = date.confidence
    case .outlet(let outlet): confidence = outlet.confidence
    case .note: confidence = 1
    }
  }

  /// The stretch of text it is about, in bytes.
  public var span: ByteSpan { body.span }
  /// Its kind.
  public var kind: AnnotationKind { body.kind }

  /// The quotation it is, or nil.
  public var quotation: Quotation? {
    if case .quotation(let quotation) = body { return quotation }
    return nil
  }
}
