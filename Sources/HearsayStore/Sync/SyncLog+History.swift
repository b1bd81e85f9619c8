internal import FoundationEssentials
internal import GRDB
internal import HearsayModel
internal import HearsaySync
internal import HearsayText

/// What the history has gained becomes operations.
extension SyncLog {
  /// One change of the history, its values as they are written there.
  private struct Change {
    let field: String
    let before: [UInt8]?
    let after: [UInt8]?
    /// Whether it goes from nothing to something.
    var begins: Bool { before == nil && after != nil }
  }

  /// Changes of one thing in one step.
  private struct Group {
    let subject: ChangeSubject
    var changes: [Change] = []
  }

  /// Takes the steps of the history that are no operations yet.
  ///
  /// What is withheld stays here, and so does what is ignored: that is between a person and their
  /// editor. A decided conflict has become an operation when it was decided.
  mutating func takeHistory() throws {
    let cursor = try SyncLog.state(db, "history").flatMap { Int64($0) } ?? 0
    let newest =
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(sequence) FROM entry")) ?? 0
    guard newest > cursor else { return }
    let withheld = Set(try String.fetchAll(db, sql: "SELECT annotation FROM withheld"))
    var decided: [String: DecisionStamp] = [:]
    var last = cursor
    while last < newest {
      // Some steps at a time, so that what is held in memory does not grow with the history.
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT e.sequence, e.author, e.time, d.key FROM entry e \
            LEFT JOIN document d ON d.id = e.document \
            WHERE e.sequence > ? AND e.verb <> 'resolve' \
            ORDER BY e.sequence LIMIT 1000
            """), arguments: [last])
      guard let end: Int64 = rows.last?[0] else { break }
      for row in rows {
        let key: String? = row[3]
        let stamp = DecisionStamp(author: row[1], time: row[2])
        for group in try groups(of: row[0]) where try take(group, stamp, key, withheld) {
          if let key { decided[key] = stamp }
        }
      }
      last = end
    }
    try SyncLog.setState(db, "history", String(newest))
    for (key, stamp) in decided.sorted(by: { $0.key < $1.key }) { try tellNames(of: key, stamp) }
  }

  /// The changes of a step, thing by thing, in the order in which the things came.
  private func groups(of entry: Int64) throws -> [Group] {
    var groups: [Group] = []
    var places: [ChangeSubject: Int] = [:]
    var latest: (kind: String, id: String, place: Int)?
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT subject, subject_id, field, before, after FROM change \
          WHERE entry = ? ORDER BY position
          """), arguments: [entry])
    while let row = try rows.next() {
      let (kind, id, field): (String, String, String) = (row[0], row[1], row[2])
      let place: Int
      if let latest, latest.id == id, latest.kind == kind {
        place = latest.place
      } else {
        guard let subject = ChangeSubject(subject: kind, id: id) else { continue }
        place = places[subject] ?? groups.count
        if place == groups.count { groups.append(Group(subject: subject)) }
        places[subject] = place
        latest = (kind, id, place)
      }
      guard Field(rawValue: field) != nil else { continue }
      groups[place].changes.append(
        Change(field: field, before: try row.value(3), after: try row.value(4)))
    }
    return groups
  }

  /// Makes a group an operation; false where it is not shared.
  @discardableResult
  private mutating func take(
    _ group: Group, _ stamp: DecisionStamp, _ documentKey: String?, _ withheld: Set<String>
  ) throws -> Bool {
    guard !group.changes.isEmpty else { return false }
    switch (group.subject, documentKey) {
    case (.annotation(let id), let documentKey?):
      guard !withheld.contains(id.text) else { return false }
      let (name, subject) = try sharedSubject(of: id, group.changes, documentKey)
      try record(name, subject, group.changes, stamp, documentKey: documentKey)
    case (.document, let documentKey?):
      let name = SyncSubject.document(key: documentKey).name
      try record(name, try subjectNumber(name), group.changes, stamp, documentKey: documentKey)
    case (.speaker(let id), _):
      let name = SyncSubject.speaker(id: id).name
      try record(name, try subjectNumber(name), group.changes, stamp, documentKey: nil)
    case (.annotation, nil), (.document, nil), (.ignore, _): return false
    }
    return true
  }

  /// What an annotation is called among all devices, and the number that has here.
  ///
  /// One that stands for a suggestion is called after the suggestion, so that two analysts who decide
  /// on the same words decide on the same thing; one that a person added has its own id.
  private func sharedSubject(
    of id: AnnotationID, _ changes: [Change], _ documentKey: String
  ) throws -> (String, (number: Int64, isNew: Bool)) {
    let begins = changes.contains { $0.field == Field.kind.rawValue && $0.begins }
    let candidate = begins ? SyncLog.name(of: id, changes, documentKey) : nil
    if let candidate, let number = try newSubject(candidate, id) {
      return (candidate, (number, true))
    }
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, id FROM sync_subject WHERE annotation = ?"),
      arguments: [id.text])
    if let known { return (known[0], (known[1], false)) }
    let name = candidate ?? SyncLog.name(of: id, changes, documentKey)
    return (name, try subjectNumber(name, annotation: id))
  }

  private static func name(
    of id: AnnotationID, _ changes: [Change], _ documentKey: String
  ) -> String {
    func value(_ field: Field) -> FieldValue? {
      changes.last { $0.field == field.rawValue }.flatMap { $0.after ?? $0.before }
        .flatMap { FieldText.value($0) }
    }
    guard case .stretch(let origin)? = value(.origin), case .text(let kind)? = value(.kind),
      case .target(let target)? = value(.target)
    else { return id.text }
    return SyncSubject.suggestion(
      documentKey: documentKey, kind: kind, textHash: target.textHash, span: origin.span
    ).name
  }

  private mutating func record(
    _ name: String, _ subject: (number: Int64, isNew: Bool), _ changes: [Change],
    _ stamp: DecisionStamp, documentKey: String?
  ) throws {
    var parts = OperationParts(.edit, name)
    parts.author = stamp.author
    parts.time = stamp.time
    let before =
      subject.isNew ? nil : AnnotationState(merging: try operations(on: subject.number))
    parts.parents = before?.heads ?? []
    let kind = changes.last { $0.field == Field.kind.rawValue }
    if let kind, kind.after == nil {
      parts.deletion = true
    } else {
      if let before, !before.heads.isEmpty, kind != nil || before.deletion != .none {
        parts.deletion = false
      }
      parts.fields.reserveCapacity(changes.count + 1)
      for change in changes {
        parts.fields.append(.init(name: change.field, value: change.after ?? Array("null".utf8)))
      }
      if let documentKey, before?["document"] == nil {
        parts.fields.append(.init(name: "document", value: Array("\"\(documentKey)\"".utf8)))
      }
    }
    // The view has it already.
    try append(parts, to: subject.number)
    if !subject.isNew { try noteConflicts(of: subject.number) }
  }
}

extension Row {
  /// A value of the history; nil for none.
  fileprivate func value(_ index: Int) throws -> [UInt8]? {
    try withUnsafeData(atIndex: index) { data in data.map { Array($0) } }
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
    guard let key else { return }
    let changes = FieldChange.changes(of: .annotation(id), from: [:], to: annotation.fields)
    var group = Group(subject: .annotation(id))
    group.changes = changes.map { change in
      Change(
        field: change.field.rawValue, before: nil,
        after: FieldText.text(change.after).map { Array($0.utf8) })
    }
    try take(group, annotation.decision, key, [])
  }
}
