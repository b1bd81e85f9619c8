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
    self.annotations = annotations
    self.annotations.sortBySpan()
  }

  /// A document with what people decided, and suggestions of `creator` for the rest.
  public init(
    text: Text, record: DocumentRecord, set: consuming AnnotationSet, creator: CreatorRecord
  ) {
    self.text = text
    self.record = record
    problems = set.findings.problems
    furniture = set.findings.furniture
    annotations = AnnotatedDocument.records(&set.findings, set.decided, creator)
  }

  /// The findings in reading order; at one place quotations come first, then dates, outlets, notes.
  ///
  /// They are taken out of the lists from the back: a copy of each would count its strings up, and
  /// down again with the lists.
  private static func records(
    _ findings: inout Findings, _ decided: [AnnotationKey: StoredAnnotation],
    _ creator: CreatorRecord
  ) -> [AnnotationRecord] {
    findings.sort()
    let count =
      findings.quotations.count + findings.dates.count + findings.outlets.count
      + findings.notes.count
    return Array(unsafeUninitializedCapacity: count) { records, written in
      while written < count, let record = AnnotatedDocument.popLast(&findings, decided, creator) {
        written += 1
        records.initializeElement(at: count - written, to: record)
      }
    }
  }

  // An annotation is heavy: from here on it is made where it is to lie.
  @inline(__always)
  private static func popLast(
    _ findings: inout Findings, _ decided: [AnnotationKey: StoredAnnotation],
    _ creator: CreatorRecord
  ) -> AnnotationRecord? {
    guard let (kind, span) = findings.last else { return nil }
    let stored = decided.isEmpty ? nil : decided[AnnotationKey(kind, span)]
    switch kind {
    case .quotation: return .init(.quotation(findings.quotations.removeLast()), stored, creator)
    case .date: return .init(.date(findings.dates.removeLast()), stored, creator)
    case .outlet: return .init(.outlet(findings.outlets.removeLast()), stored, creator)
    case .note:
      let note = findings.notes.removeLast()
      return .init(.note(note.span, note.text), stored, creator)
    }
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

extension Findings {
  /// Puts what becomes annotations in reading order.
  fileprivate mutating func sort() {
    quotations.sortBySpan()
    dates.sortBySpan()
    outlets.sortBySpan()
    notes.sortBySpan()
  }

  /// The last of the sorted lists in reading order; of those at one place a note before an outlet, a
  /// date, a quotation.
  fileprivate var last: (kind: AnnotationKind, span: ByteSpan)? {
    var last: (kind: AnnotationKind, span: ByteSpan)?
    func offer(_ kind: AnnotationKind, _ span: ByteSpan) {
      if last.map({ $0.span <= span }) ?? true { last = (kind, span) }
    }
    if !quotations.isEmpty { offer(.quotation, quotations[quotations.count - 1].span) }
    if !dates.isEmpty { offer(.date, dates[dates.count - 1].span) }
    if !outlets.isEmpty { offer(.outlet, outlets[outlets.count - 1].span) }
    if !notes.isEmpty { offer(.note, notes[notes.count - 1].span) }
    return last
  }
}

/// What stands at some place of a text.
private protocol Placed {
  var span: ByteSpan { get }
}

extension Quotation: Placed {}
extension TimeExpression: Placed {}
extension OutletMention: Placed {}
extension Note: Placed {}
extension AnnotationRecord: Placed {}

extension Array where Element: Placed {
  /// Puts the elements in reading order; those at one place stay as they stand.
  fileprivate mutating func sortBySpan() {
    var index = 1
    while index < count, self[index - 1].span <= self[index].span { index += 1 }
    guard index < count else { return }
    // Spans are sorted, not elements: those are heavy.
    let order = indices.map { (span: self[$0].span, index: $0) }
      .sorted { ($0.span, $0.index) < ($1.span, $1.index) }
    self = order.map { self[$0.index] }
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

    /// How sure the analysis is, 0…1; what a person wrote is certain.
    fileprivate var confidence: Double {
      switch self {
      case .quotation(let quotation): quotation.confidence
      case .date(let date): date.confidence
      case .outlet(let outlet): outlet.confidence
      case .note: 1
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

extension AnnotationRecord {
  /// An annotation; a suggestion unless said otherwise.
  @inline(__always)
  public init(
    _ body: Body, id: String? = nil, status: ReviewStatus = .suggested,
    creator: CreatorRecord, note: String? = nil
  ) {
    self.init(
      id: id, body: body, status: status, creator: creator, note: note,
      confidence: body.confidence, decision: nil)
  }

  /// What a person decided on or added.
  fileprivate init(_ body: Body, _ stored: StoredAnnotation) {
    self.init(
      id: stored.id.text, body: body, status: stored.status,
      creator: CreatorRecord(
        .person, name: stored.creation.author, version: nil, created: stored.creation.time),
      note: body.kind == .note ? nil : stored.note, confidence: stored.confidence ?? 1,
      decision: stored.decision)
  }

  /// What a person decided on or added, or else a suggestion of `creator`.
  @inline(__always)
  fileprivate init(_ body: Body, _ stored: StoredAnnotation?, _ creator: CreatorRecord) {
    if let stored { self.init(body, stored) } else { self.init(body, creator: creator) }
  }
}
