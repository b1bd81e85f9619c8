internal import GRDB
internal import HearsayModel
internal import HearsaySync
internal import HearsayText

/// What the history has gained becomes operations.
extension SyncLog {
  /// Takes the steps of the history that are no operations yet.
  ///
  /// What is withheld stays here, and so does what is ignored: that is between a person and their
  /// editor.
  mutating func takeHistory() throws {
    let cursor = try SyncLog.state(db, "history").flatMap { Int64($0) } ?? 0
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.sequence, e.author, e.time, d.key FROM entry e \
        LEFT JOIN document d ON d.id = e.document WHERE e.sequence > ? ORDER BY e.sequence
        """, arguments: [cursor])
    guard let last: Int64 = rows.last?[0] else { return }
    for row in rows {
      let stamp = DecisionStamp(author: row[1], time: row[2])
      try take(AnnotationStore.changes(db, of: row[0]), stamp, documentKey: row[3])
    }
    try SyncLog.setState(db, "history", String(last))
  }

  private mutating func take(
    _ changes: [FieldChange], _ stamp: DecisionStamp, documentKey: String?
  ) throws {
    guard let documentKey else { return }
    var order: [ChangeSubject] = []
    var grouped: [ChangeSubject: [FieldChange]] = [:]
    for change in changes {
      if grouped[change.subject] == nil { order.append(change.subject) }
      grouped[change.subject, default: []].append(change)
    }
    for subject in order {
      let group = grouped[subject] ?? []
      switch subject {
      case .annotation(let id):
        guard try !isWithheld(id) else { continue }
        let name = try subjectName(of: id, changes: group, documentKey: documentKey)
        try record(name, id, group, stamp, documentKey: documentKey)
      case .document:
        try record("document:\(documentKey)", nil, group, stamp, documentKey: documentKey)
      case .ignore, .speaker: continue
      }
    }
  }

  private func isWithheld(_ id: AnnotationID) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM withheld WHERE annotation = ?"), arguments: [id.text])
      != nil
  }

  /// What an annotation is called among all devices.
  ///
  /// One that stands for a suggestion is called after the suggestion, so that two analysts who decide
  /// on the same words decide on the same thing; one that a person added has its own id.
  private func subjectName(
    of id: AnnotationID, changes: [FieldChange], documentKey: String
  ) throws -> String {
    let known = try String.fetchOne(
      db.cachedStatement(sql: "SELECT name FROM sync_subject WHERE annotation = ?"),
      arguments: [id.text])
    if let known { return known }
    var fields: [Field: FieldValue] = [:]
    for change in changes { fields[change.field] = change.after ?? change.before }
    guard case .stretch(let origin)? = fields[.origin], case .text(let kind)? = fields[.kind],
      case .target(let target)? = fields[.target]
    else { return id.text }
    return SyncSubject.name(
      documentKey: documentKey, kind: kind, textHash: target.textHash, span: origin.span)
  }

  private mutating func record(
    _ name: String, _ id: AnnotationID?, _ changes: [FieldChange], _ stamp: DecisionStamp,
    documentKey: String
  ) throws {
    let (subject, isNew) = try subjectNumber(name, annotation: id)
    var parts = OperationParts(.edit, name)
    parts.author = stamp.author
    parts.time = stamp.time
    let before = AnnotationState(merging: isNew ? [] : try operations(on: subject))
    parts.parents = before.heads
    let kind = changes.last { $0.field == .kind }
    if let kind, kind.after == nil {
      parts.deletion = true
    } else {
      if !before.heads.isEmpty, kind != nil || before.deletion != .none { parts.deletion = false }
      parts.fields = changes.map { change in
        Operation.Field(
          name: change.field.rawValue, value: Array((FieldText.text(change.after) ?? "null").utf8))
      }
      if before["document"] == nil {
        parts.fields.append(.init(name: "document", value: Array("\"\(documentKey)\"".utf8)))
      }
    }
    try append(parts)
    // The view has it already.
    touched[subject] = nil
    if !isNew { try noteConflicts(of: subject) }
  }
}

extension SyncLog {
  /// Records an annotation as it is now, as if it had just been made.
  mutating func recordWhole(_ id: AnnotationID) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(AnnotationRow.columns) FROM annotation WHERE id = ?", arguments: [id.text])
    let key = try String.fetchOne(
      db,
      sql: "SELECT d.key FROM annotation a JOIN document d ON d.id = a.document WHERE a.id = ?",
      arguments: [id.text])
    guard let annotation = row.flatMap({ AnnotationRow.annotation($0) }) else {
      throw StoreError.unknownID(id.text)
    }
    let changes = FieldChange.changes(of: .annotation(id), from: [:], to: annotation.fields)
    try take(changes, annotation.decision, documentKey: key)
  }
}

/// How what is shared is called.
enum SyncSubject {
  /// The name of a suggestion: the same wherever the same text is analysed.
  static func name(documentKey: String, kind: String, textHash: String, span: ByteSpan) -> String {
    let words = "\(documentKey) \(kind) \(textHash) \(span.start) \(span.end)"
    return "suggestion:\(DocumentIdentity.hash(Array(words.utf8)).prefix(32))"
  }
}
