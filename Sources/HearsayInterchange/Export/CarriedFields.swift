internal import HearsayModel
internal import HearsayText

/// One thing an annotation or its document can say; a format carries some of them.
enum CarriedField: String, CaseIterable, Sendable {
  case id
  case type
  case speaker
  case speakerRole = "speaker-role"
  case source
  case cue
  case parent
  case utterance
  case candidates
  case evidence
  case flags
  case value
  case anchor
  case modifier
  case alternatives
  case outlet
  case role
  case decision
  case status
  case confidence
  case creator
  case note
}

/// One thing a document can say beside its annotations.
enum CarriedDocumentField: String, CaseIterable, Sendable {
  case date
  case chain
  case registry
  case sha256
}

/// What a format carries, and so what it leaves out of a document.
struct CarriedFields: Sendable {
  private let missing: [CarriedField]
  private let missingOfDocument: [CarriedDocumentField]

  /// What a format carries of annotations and documents.
  init(_ fields: Set<CarriedField>, document: Set<CarriedDocumentField> = []) {
    missing = CarriedField.allCases.filter { !fields.contains($0) }
    missingOfDocument = CarriedDocumentField.allCases.filter { !document.contains($0) }
  }

  /// What is left out of a document whose annotations of the given kinds are written.
  func loss(_ document: AnnotatedDocument, kinds: Set<AnnotationKind>? = nil) -> LossReport {
    var loss = LossReport()
    for annotation in document.annotations {
      guard kinds?.contains(annotation.kind) ?? true else {
        loss.lose("annotation", of: annotation.kind)
        continue
      }
      for field in missing where CarriedFields.has(annotation, field) {
        loss.lose(field.rawValue, of: annotation.kind)
      }
    }
    for field in missingOfDocument where CarriedFields.has(document.record, field) {
      loss.loseOfDocument(field.rawValue)
    }
    return loss
  }

  private static func has(_ record: DocumentRecord, _ field: CarriedDocumentField) -> Bool {
    switch field {
    case .date: record.date != nil
    case .chain: !record.chain.isEmpty
    case .registry: record.registry != nil
    case .sha256: true
    }
  }

  /// Whether an annotation says something; a suggestion's status and a program's name say nothing
  /// that the format's own header could not.
  private static func has(_ annotation: AnnotationRecord, _ field: CarriedField) -> Bool {
    switch field {
    case .id: annotation.id != nil
    case .status: annotation.status != .suggested
    case .confidence: annotation.kind != .note
    case .creator: annotation.creator.type == .person
    case .note: annotation.note != nil
    default:
      switch annotation.body {
      case .quotation(let quotation): has(quotation, field)
      case .date(let date): has(date, field)
      case .outlet(let outlet): has(outlet, field)
      case .note: false
      }
    }
  }

  private static func has(_ quotation: Quotation, _ field: CarriedField) -> Bool {
    switch field {
    case .type: true
    case .speaker: quotation.speaker != nil
    case .speakerRole: quotation.speaker?.role != nil
    case .source: quotation.source != nil
    case .cue: quotation.cue != nil
    case .parent: quotation.parent != nil
    case .utterance: quotation.utterance != quotation.span.start
    case .candidates: !quotation.candidates.isEmpty
    case .evidence: quotation.evidence.rule != .none || quotation.evidence.resolution != .none
    case .flags: quotation.isAltered || quotation.isUnclosed
    default: false
    }
  }

  private static func has(_ date: TimeExpression, _ field: CarriedField) -> Bool {
    switch field {
    case .type, .value, .evidence: true
    case .anchor: date.anchor != nil
    case .modifier: date.modifier != nil
    case .alternatives: !date.alternatives.isEmpty
    default: false
    }
  }

  private static func has(_ outlet: OutletMention, _ field: CarriedField) -> Bool {
    switch field {
    case .outlet, .role, .evidence: true
    case .candidates: !outlet.candidates.isEmpty
    case .decision: outlet.decision != nil
    default: false
    }
  }
}
