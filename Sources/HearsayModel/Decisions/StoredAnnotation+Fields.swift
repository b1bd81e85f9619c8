/// The annotation as fields, and back.
extension StoredAnnotation {
  /// Every field that has a value.
  public var fields: [Field: FieldValue] {
    var fields: [Field: FieldValue] = [
      .kind: .text(kind.rawValue), .target: .target(target), .status: .text(status.rawValue),
      .creation: .stamp(creation), .decision: .stamp(decision),
    ]
    fields[.origin] = origin.map { .stretch($0) }
    fields[.note] = note.map { .text($0) }
    fields[.confidence] = confidence.map { .number($0) }
    switch body {
    case .quotation(let body):
      fields[.quotationType] = .text(body.type.rawValue)
      fields[.speaker] = body.speaker.map { .speaker($0) }
      fields[.source] = body.source.map { .stretch($0) }
      fields[.cue] = body.cue.map { .stretch($0) }
    case .date(let body):
      fields[.dateType] = .text(body.type.rawValue)
      fields[.dateValue] = .text(body.value)
      fields[.dateAnchor] = body.anchor.map { .text($0) }
    case .outlet(let body):
      fields[.outletID] = body.outletID.map { .text($0) }
      fields[.outletName] = .text(body.name)
      fields[.outletRole] = .text(body.role.rawValue)
    case .note: break
    }
    return fields
  }

  /// An annotation from its fields, or nil where one that must be there is missing or makes no
  /// sense.
  public init?(id: AnnotationID, fields: [Field: FieldValue]) {
    guard case .target(let target)? = fields[.target], let kind = fields.text(.kind),
      let status = fields.text(.status).flatMap({ ReviewStatus(rawValue: $0) }),
      case .stamp(let creation)? = fields[.creation],
      case .stamp(let decision)? = fields[.decision],
      let body = AnnotationKind(rawValue: kind).flatMap({ AnnotationBody($0, fields) })
    else { return nil }
    var confidence: Double?
    if case .number(let number)? = fields[.confidence] { confidence = number }
    self.init(
      id: id, target: target, origin: fields.stretch(.origin), body: body, status: status,
      note: fields.text(.note), confidence: confidence, creation: creation, decision: decision)
  }
}

extension AnnotationBody {
  /// The body of a kind from fields, or nil where one that must be there is missing.
  fileprivate init?(_ kind: AnnotationKind, _ fields: [Field: FieldValue]) {
    switch kind {
    case .quotation:
      guard let type = fields.text(.quotationType).flatMap({ QuotationType(rawValue: $0) }) else {
        return nil
      }
      var body = QuotationBody(
        type: type, source: fields.stretch(.source), cue: fields.stretch(.cue))
      if case .speaker(let speaker)? = fields[.speaker] { body.speaker = speaker }
      self = .quotation(body)
    case .date:
      guard let value = fields.text(.dateValue),
        let type = fields.text(.dateType).flatMap({ TimeExpression.Kind(rawValue: $0) })
      else { return nil }
      self = .date(DateBody(type: type, value: value, anchor: fields.text(.dateAnchor)))
    case .outlet:
      guard let name = fields.text(.outletName),
        let role = fields.text(.outletRole).flatMap({ OutletRole(rawValue: $0) })
      else { return nil }
      self = .outlet(OutletBody(outletID: fields.text(.outletID), name: name, role: role))
    case .note: self = .note
    }
  }
}

extension Ignore {
  /// Every field that has a value.
  public var fields: [Field: FieldValue] {
    var fields: [Field: FieldValue] = [.decision: .stamp(decision)]
    fields[.code] = code.map { .text($0) }
    switch scope {
    case .finding(let target):
      fields[.scope] = .text("finding")
      fields[.target] = .target(target)
    case .speaker(let id):
      fields[.scope] = .text("speaker")
      fields[.words] = .text(id)
    case .words(let words):
      fields[.scope] = .text("words")
      fields[.words] = .text(words)
    case .project: fields[.scope] = .text("project")
    }
    return fields
  }

  /// Something to ignore from its fields, or nil where one is missing or makes no sense.
  public init?(id: AnnotationID, fields: [Field: FieldValue]) {
    guard case .stamp(let decision)? = fields[.decision] else { return nil }
    let scope: Scope
    switch (fields.text(.scope), fields[.target], fields.text(.words)) {
    case ("finding", .target(let target)?, _): scope = .finding(target)
    case ("speaker", _, let id?): scope = .speaker(id)
    case ("words", _, let words?): scope = .words(words)
    case ("project", _, _): scope = .project
    default: return nil
    }
    self.init(id: id, scope: scope, code: fields.text(.code), decision: decision)
  }
}

extension [Field: FieldValue] {
  /// The words of a field, or nil.
  fileprivate func text(_ field: Field) -> String? {
    if case .text(let text)? = self[field] { text } else { nil }
  }

  /// The stretch of a field, or nil.
  fileprivate func stretch(_ field: Field) -> QuotedStretch? {
    if case .stretch(let stretch)? = self[field] { stretch } else { nil }
  }
}
