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
    self.annotations = annotations.enumerated().sorted {
      ($0.element.span, $0.offset) < ($1.element.span, $1.offset)
    }.map(\.element)
  }

  /// A document with what the analysis found, as suggestions of `creator`.
  public init(
    text: Text, record: DocumentRecord, findings: Findings, creator: CreatorRecord
  ) {
    var list: [AnnotationRecord] = []
    list.reserveCapacity(
      findings.quotations.count + findings.dates.count + findings.outlets.count)
    list += findings.quotations.map { AnnotationRecord(.quotation($0), creator: creator) }
    list += findings.dates.map { AnnotationRecord(.date($0), creator: creator) }
    list += findings.outlets.map { AnnotationRecord(.outlet($0), creator: creator) }
    self.init(text: text, record: record, annotations: list)
    problems = findings.problems
    furniture = findings.furniture
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
      case .note: break
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
  }

  /// The stretch of text it is about, in bytes.
  public var span: ByteSpan {
    switch body {
    case .quotation(let quotation): quotation.span
    case .date(let date): date.span
    case .outlet(let outlet): outlet.span
    case .note(let span, _): span
    }
  }

  /// Its kind.
  public var kind: AnnotationKind {
    switch body {
    case .quotation: .quotation
    case .date: .date
    case .outlet: .outlet
    case .note: .note
    }
  }

  /// How sure it is, 0…1; what a person wrote is certain.
  public var confidence: Double {
    switch body {
    case .quotation(let quotation): quotation.confidence
    case .date(let date): date.confidence
    case .outlet(let outlet): outlet.confidence
    case .note: 1
    }
  }

  /// The quotation it is, or nil.
  public var quotation: Quotation? {
    if case .quotation(let quotation) = body { return quotation }
    return nil
  }
}
