internal import GRDB
internal import HearsayModel
internal import HearsayText

/// One row of the table `annotation`, and what it says.
enum AnnotationRow {
  /// The columns in the order of every statement here.
  static let columns = """
    id, kind, status, text_hash, start, end, exact, prefix, suffix, \
    origin_start, origin_end, origin_exact, quotation_type, \
    speaker_name, speaker_kind, speaker_role, source_start, source_end, source_exact, \
    cue_start, cue_end, cue_exact, date_type, date_value, date_anchor, \
    outlet_id, outlet_name, outlet_role, note, confidence, \
    creation_author, creation_time, decision_author, decision_time
    """
  /// How many ``columns`` there are.
  static let count = 34

  /// What a row says, or nil where a word in it is not known here; columns begin at `first`.
  static func annotation(_ row: Row, from first: Int = 0) -> StoredAnnotation? {
    func text(_ index: Int) -> String? { row[first + index] }
    func stretch(_ index: Int) -> QuotedStretch? {
      guard let start: Int = row[first + index], let end: Int = row[first + index + 1],
        let exact = text(index + 2)
      else { return nil }
      return QuotedStretch(span: ByteSpan(start, end), exact: exact)
    }
    guard let id = text(0).flatMap({ AnnotationID($0) }),
      let kind = text(1).flatMap({ AnnotationKind(rawValue: $0) }),
      let status = text(2).flatMap({ ReviewStatus(rawValue: $0) }),
      let place = stretch(4)
    else { return nil }
    let body: AnnotationBody
    switch kind {
    case .quotation:
      guard let type = text(12).flatMap({ QuotationType(rawValue: $0) }) else { return nil }
      let speaker = text(13).map { name in
        Speaker(
          name: name, kind: text(14).flatMap { Speaker.Kind(rawValue: $0) } ?? .person,
          role: text(15))
      }
      body = .quotation(
        QuotationBody(type: type, speaker: speaker, source: stretch(16), cue: stretch(19)))
    case .date:
      guard let type = text(22).flatMap({ TimeExpression.Kind(rawValue: $0) }),
        let value = text(23)
      else { return nil }
      body = .date(DateBody(type: type, value: value, anchor: text(24)))
    case .outlet:
      guard let name = text(26), let role = text(27).flatMap({ OutletRole(rawValue: $0) }) else {
        return nil
      }
      body = .outlet(OutletBody(outletID: text(25), name: name, role: role))
    case .note: body = .note
    }
    return StoredAnnotation(
      id: id,
      target: AnnotationTarget(
        stretch: place, prefix: text(7) ?? "", suffix: text(8) ?? "", textHash: text(3) ?? ""),
      origin: stretch(9), body: body, status: status, note: text(28),
      confidence: row[first + 29],
      creation: DecisionStamp(author: text(30) ?? "", time: text(31) ?? ""),
      decision: DecisionStamp(author: text(32) ?? "", time: text(33) ?? ""))
  }

  /// The values of a row in the order of ``columns``.
  static func values(_ annotation: StoredAnnotation) -> [(any DatabaseValueConvertible)?] {
    var quotation: QuotationBody?
    var date: DateBody?
    var outlet: OutletBody?
    switch annotation.body {
    case .quotation(let body): quotation = body
    case .date(let body): date = body
    case .outlet(let body): outlet = body
    case .note: break
    }
    let target = annotation.target
    var values: [(any DatabaseValueConvertible)?] = [
      annotation.id.text, annotation.kind.rawValue, annotation.status.rawValue, target.textHash,
    ]
    values += stretch(target.stretch) + [target.prefix, target.suffix]
    values += stretch(annotation.origin)
    let speaker = quotation?.speaker
    values += [quotation?.type.rawValue, speaker?.name, speaker?.kind.rawValue, speaker?.role]
    values += stretch(quotation?.source) + stretch(quotation?.cue)
    values += [date?.type.rawValue, date?.value, date?.anchor]
    values += [outlet?.outletID, outlet?.name, outlet?.role.rawValue]
    values += [
      annotation.note, annotation.confidence, annotation.creation.author, annotation.creation.time,
      annotation.decision.author, annotation.decision.time,
    ]
    return values
  }

  private static func stretch(_ stretch: QuotedStretch?) -> [(any DatabaseValueConvertible)?] {
    [stretch?.span.start, stretch?.span.end, stretch?.exact]
  }
}

extension AnnotationRow {
  /// Adds the values of a row in the order of ``columns``.
  static func add(_ annotation: StoredAnnotation, to statement: BulkStatement) {
    let target = annotation.target
    statement.add(annotation.id.text)
    statement.add(annotation.kind.rawValue)
    statement.add(annotation.status.rawValue)
    statement.add(target.textHash)
    add(target.stretch, to: statement)
    statement.add(target.prefix)
    statement.add(target.suffix)
    add(annotation.origin, to: statement)
    add(annotation.body, to: statement)
    statement.add(annotation.note)
    statement.add(annotation.confidence)
    statement.add(annotation.creation.author)
    statement.add(annotation.creation.time)
    statement.add(annotation.decision.author)
    statement.add(annotation.decision.time)
  }

  private static func add(_ body: AnnotationBody, to statement: BulkStatement) {
    var quotation: QuotationBody?
    var date: DateBody?
    var outlet: OutletBody?
    switch body {
    case .quotation(let body): quotation = body
    case .date(let body): date = body
    case .outlet(let body): outlet = body
    case .note: break
    }
    statement.add(quotation?.type.rawValue)
    statement.add(quotation?.speaker?.name)
    statement.add(quotation?.speaker?.kind.rawValue)
    statement.add(quotation?.speaker?.role)
    add(quotation?.source, to: statement)
    add(quotation?.cue, to: statement)
    statement.add(date?.type.rawValue)
    statement.add(date?.value)
    statement.add(date?.anchor)
    statement.add(outlet?.outletID)
    statement.add(outlet?.name)
    statement.add(outlet?.role.rawValue)
  }

  private static func add(_ stretch: QuotedStretch?, to statement: BulkStatement) {
    statement.add(stretch?.span.start)
    statement.add(stretch?.span.end)
    statement.add(stretch?.exact)
  }
}

/// One row of the table `ignored`, and what it says.
enum IgnoreRow {
  /// The columns in the order of every statement here.
  static let columns = """
    id, scope, code, words, text_hash, start, end, exact, prefix, suffix, \
    decision_author, decision_time
    """
  /// How many ``columns`` there are.
  static let count = 12

  /// What a row says, or nil where a word in it is not known here.
  static func ignore(_ row: Row) -> Ignore? {
    guard let text: String = row[0], let id = AnnotationID(text) else { return nil }
    let scope: Ignore.Scope
    switch (row[1] as String, row[3] as String?) {
    case ("finding", _):
      guard let hash: String = row[4], let start: Int = row[5], let end: Int = row[6],
        let exact: String = row[7]
      else { return nil }
      scope = .finding(
        AnnotationTarget(
          stretch: QuotedStretch(span: ByteSpan(start, end), exact: exact),
          prefix: row[8] ?? "", suffix: row[9] ?? "", textHash: hash))
    case ("speaker", let words?): scope = .speaker(words)
    case ("words", let words?): scope = .words(words)
    case ("project", _): scope = .project
    default: return nil
    }
    return Ignore(
      id: id, scope: scope, code: row[2],
      decision: DecisionStamp(author: row[10], time: row[11]))
  }

  /// The values of a row in the order of ``columns``.
  static func values(_ ignore: Ignore) -> [(any DatabaseValueConvertible)?] {
    var scope = "project"
    var words: String?
    var target: AnnotationTarget?
    switch ignore.scope {
    case .finding(let place): (scope, target) = ("finding", place)
    case .speaker(let id): (scope, words) = ("speaker", id)
    case .words(let text): (scope, words) = ("words", text)
    case .project: break
    }
    return [
      ignore.id.text, scope, ignore.code, words, target?.textHash, target?.span.start,
      target?.span.end, target?.exact, target?.prefix, target?.suffix, ignore.decision.author,
      ignore.decision.time,
    ]
  }
}
