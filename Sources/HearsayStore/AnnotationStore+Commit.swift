internal import GRDB
public import HearsayModel
public import HearsayText

/// One decision, ready to be stored.
public struct Commit: Sendable {
  /// The document it is about; nil for the whole project.
  public var document: DocumentIdentity?
  /// The document's text, which is kept where the changes refer to it.
  public var text: Text?
  /// What was done.
  public var verb: DecisionVerb
  /// Who did it, and when.
  public var stamp: DecisionStamp
  /// Identity of the step.
  public var id: AnnotationID
  /// What changes.
  public var changes: [FieldChange]
  /// Whether the document is another one than that which lay at its path before.
  public var isOtherDocument = false

  /// A decision on a document, or on the project.
  public init(
    document: DocumentIdentity?, text: Text?, verb: DecisionVerb, stamp: DecisionStamp,
    id: AnnotationID, changes: [FieldChange]
  ) {
    self.document = document
    self.text = text
    self.verb = verb
    self.stamp = stamp
    self.id = id
    self.changes = changes
  }
}

/// What a step left behind.
public struct CommitOutcome: Sendable {
  /// Number of the step in the history.
  public var sequence: Int64 = 0
  /// What was done; of an undo, what was taken back.
  public var verb: DecisionVerb
  /// Whether it was an undo or a redo; nil for a decision.
  public var direction: DecisionVerb?
  /// Path of the document, or nil.
  public var path: String?
  /// The annotations that changed, as they are now; nil where one is gone.
  public var annotations: [AnnotationID: StoredAnnotation?] = [:]
  /// Of an undo or redo, the fields that stay as they are because others changed them since.
  public var kept = 0
}

/// Storing decisions: history, view and steps to undo in one transaction.
extension AnnotationStore {
  /// Stores a decision; when it returns, the decision is on the disk.
  ///
  /// One that changes nothing is no step.
  ///
  /// - Throws: ``StoreError``; ``StoreError/conflict`` where a field no longer has the value from
  ///   which it was to change. Nothing is stored then.
  @discardableResult
  public func commit(_ commit: Commit) throws(StoreError) -> CommitOutcome {
    guard commit.changes.contains(where: { $0.before != $0.after }) else {
      return CommitOutcome(verb: commit.verb, path: commit.document?.path)
    }
    return try writing { db in
      let document = try commit.document.map {
        try AnnotationStore.documentMade(
          db, $0, text: commit.text, byPath: !commit.isOtherDocument)
      }
      var step = StoreStep(db: db, document: document)
      try step.apply(commit.changes)
      try step.write(commit.verb, commit.stamp, id: commit.id, refers: nil)
      try step.canBeUndone()
      return CommitOutcome(
        sequence: step.sequence, verb: commit.verb, path: commit.document?.path,
        annotations: step.annotations)
    }
  }

  /// Stops ignoring something, wherever it is ignored.
  ///
  /// - Throws: ``StoreError``; ``StoreError/unknownID(_:)`` where nothing ignored has that id.
  @discardableResult
  public func unignore(
    _ ignored: AnnotationID, stamp: DecisionStamp, id: AnnotationID
  ) throws(StoreError) -> CommitOutcome {
    try writing { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT \(IgnoreRow.columns), document FROM ignored WHERE id = ?",
        arguments: [ignored.text])
      guard let row, let ignore = IgnoreRow.ignore(row) else {
        throw StoreError.unknownID(ignored.text)
      }
      var step = StoreStep(db: db, document: row[IgnoreRow.count])
      try step.apply(FieldChange.changes(of: .ignore(ignored), from: ignore.fields, to: [:]))
      try step.write(.unignore, stamp, id: id, refers: nil)
      try step.canBeUndone()
      return CommitOutcome(sequence: step.sequence, verb: .unignore)
    }
  }

  /// Takes the last step back that was not taken back yet, or brings the one last taken back into
  /// force again, but for what others have changed since; see ``Superseded``.
  ///
  /// - Parameters:
  ///   - direction: ``DecisionVerb/undo`` or ``DecisionVerb/redo``.
  ///   - identity: The document whose steps are meant; nil for those of the whole store.
  /// - Throws: ``StoreError``; ``StoreError/nothingToUndo`` where there is no such step.
  @discardableResult
  public func move(
    _ direction: DecisionVerb, in identity: DocumentIdentity?, stamp: DecisionStamp,
    id: AnnotationID
  ) throws(StoreError) -> CommitOutcome {
    try writing { db in
      let isUndo = direction == .undo
      var document: Int64?
      if let identity {
        document = try AnnotationStore.document(db, identity)?.number
        guard document != nil else { throw StoreError.nothingToUndo }
      }
      let (found, changes, kept) = try AnnotationStore.top(db, isUndo: isUndo, document)
      let entry: Int64 = found[0]
      var step = StoreStep(db: db, document: found[1])
      try step.apply(changes)
      try step.write(isUndo ? .undo : .redo, stamp, id: id, refers: entry)
      // What is done again stands where it stood; what is undone is ordered by when it was undone.
      try db.execute(
        sql: "UPDATE step SET state = ?, moved = ? WHERE entry = ?",
        arguments: [isUndo ? "undone" : "done", isUndo ? step.sequence : entry, entry])
      return CommitOutcome(
        sequence: step.sequence, verb: DecisionVerb(rawValue: found[2]) ?? direction,
        direction: direction, path: found[3], annotations: step.annotations, kept: kept)
    }
  }
}

extension AnnotationStore {
  /// The step that is next to be moved, the changes that move it, and how many fields stay because
  /// others changed them since; a step of which nothing is left is passed over for good.
  private static func top(
    _ db: Database, isUndo: Bool, _ document: Int64?
  ) throws -> (found: Row, changes: [FieldChange], kept: Int) {
    while true {
      let found = try Row.fetchOne(
        db,
        sql: """
          SELECT s.entry, e.document, e.verb, d.path FROM step s JOIN entry e \
          ON e.sequence = s.entry LEFT JOIN document d ON d.id = e.document \
          WHERE s.state = ? AND (?2 IS NULL OR s.document = ?2) ORDER BY s.moved DESC LIMIT 1
          """, arguments: [isUndo ? "done" : "undone", document])
      guard let found else { throw StoreError.nothingToUndo }
      let changes = try changes(db, of: found[0])
      try refuseContested(db, changes)
      let wanted = isUndo ? changes.reversed().map(\.inverse) : changes
      var superseded = Superseded(db, document: found[1])
      let remaining = try superseded.remaining(wanted)
      if !remaining.isEmpty || wanted.isEmpty {
        return (found, remaining, wanted.count - remaining.count)
      }
      try db.execute(
        sql: "DELETE FROM step WHERE entry = ?", arguments: [found[0] as Int64])
    }
  }

  /// What people disagree on is settled by one of them, not by taking a version back.
  private static func refuseContested(_ db: Database, _ changes: [FieldChange]) throws {
    for change in changes {
      guard case .annotation(let id) = change.subject else { continue }
      let isContested = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM sync_conflict c JOIN sync_subject s ON s.id = c.subject \
          WHERE s.annotation = ? AND c.matter IN (?, 'deletion'))
          """, arguments: [id.text, change.field.rawValue])
      if isContested ?? false { throw StoreError.contested }
    }
  }
}

/// One step while it is written: applies changes to the view and notes them in the history.
struct StoreStep {
  let db: Database
  let document: Int64?
  /// Number of the step, once it is written.
  private(set) var sequence: Int64 = 0
  /// The annotations that changed, as they are now.
  private(set) var annotations: [AnnotationID: StoredAnnotation?] = [:]
  private var applied: [FieldChange] = []

  init(db: Database, document: Int64?) {
    self.db = db
    self.document = document
  }

  /// Applies changes to the view, thing by thing.
  mutating func apply(_ changes: [FieldChange]) throws {
    var order: [ChangeSubject] = []
    var grouped: [ChangeSubject: [FieldChange]] = [:]
    for change in changes {
      if grouped[change.subject] == nil { order.append(change.subject) }
      grouped[change.subject, default: []].append(change)
    }
    for subject in order {
      let group = grouped[subject] ?? []
      switch subject {
      case .annotation(let id): try applyToAnnotation(id, group)
      case .ignore(let id): try applyToIgnore(id, group)
      case .document: try applyToDocument(group)
      case .speaker(let id): try applyToSpeaker(id, group)
      }
    }
    applied += changes
  }

  private func fields(
    _ before: [Field: FieldValue], after changes: [FieldChange]
  ) throws -> [Field: FieldValue] {
    guard let fields = FieldChange.fields(before, after: changes) else { throw StoreError.conflict }
    return fields
  }

  private mutating func applyToAnnotation(_ id: AnnotationID, _ changes: [FieldChange]) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(AnnotationRow.columns), number FROM annotation WHERE id = ?"),
      arguments: [id.text])
    let before = row.flatMap { AnnotationRow.annotation($0) }
    let fields = try fields(before?.fields ?? [:], after: changes)
    guard fields.keys.contains(where: { $0 != .decision }) else {
      try db.execute(sql: "DELETE FROM annotation WHERE id = ?", arguments: [id.text])
      annotations[id] = .some(nil)
      return
    }
    guard let after = StoredAnnotation(id: id, fields: fields), let document else {
      throw StoreError.conflict
    }
    annotations[id] = .some(after)
    let values = AnnotationRow.values(after)
    do {
      if let number: Int64 = row?[AnnotationRow.count] {
        try update(number, values)
        if before?.target != after.target {
          try db.execute(sql: "DELETE FROM placement WHERE annotation = ?", arguments: [number])
        }
      } else {
        try insert(values, document)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw StoreError.conflict
    }
  }

  /// Shows an annotation as it is, whatever was shown before; for what others decided.
  func show(_ annotation: StoredAnnotation) throws {
    guard let document else { throw StoreError.conflict }
    let number = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, text_hash, start, end FROM annotation WHERE id = ?"),
      arguments: [annotation.id.text])
    let values = AnnotationRow.values(annotation)
    do {
      guard let number else { return try insert(values, document) }
      try update(number[0], values)
      let target = annotation.target
      if number[1] != target.textHash || number[2] != target.span.start
        || number[3] != target.span.end
      {
        try db.execute(
          sql: "DELETE FROM placement WHERE annotation = ?", arguments: [number[0] as Int64])
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw StoreError.conflict
    }
  }

  /// Shows an annotation that is most likely not there yet; false where it is, or another one stands
  /// for the same suggestion.
  func showsNew(_ annotation: StoredAnnotation, _ insert: BulkStatement) throws -> Bool {
    guard let document else { return false }
    AnnotationRow.add(annotation, to: insert)
    insert.add(Int(document))
    try insert.run()
    return db.changesCount > 0
  }

  /// An insertion, but for its verb.
  static let inserting = """
    INTO annotation (\(AnnotationRow.columns), document) \
    VALUES (\(String(repeating: "?, ", count: AnnotationRow.count))?)
    """
  private static let plainInsert = "INSERT \(inserting)"

  private func insert(_ values: [(any DatabaseValueConvertible)?], _ document: Int64) throws {
    let statement = try db.cachedStatement(sql: StoreStep.plainInsert)
    try statement.execute(arguments: StatementArguments(values + [document]))
  }

  private func update(_ number: Int64, _ values: [(any DatabaseValueConvertible)?]) throws {
    let sets = AnnotationRow.columns.split(separator: ", ").map { "\($0) = ?" }
      .joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "UPDATE annotation SET \(sets) WHERE number = ?")
    try statement.execute(arguments: StatementArguments(values + [number]))
  }

  private func applyToIgnore(_ id: AnnotationID, _ changes: [FieldChange]) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(IgnoreRow.columns) FROM ignored WHERE id = ?", arguments: [id.text])
    let before = row.flatMap { IgnoreRow.ignore($0) }
    let fields = try fields(before?.fields ?? [:], after: changes)
    try db.execute(sql: "DELETE FROM ignored WHERE id = ?", arguments: [id.text])
    guard fields.keys.contains(where: { $0 != .decision }) else { return }
    guard let after = Ignore(id: id, fields: fields) else { throw StoreError.conflict }
    var owner = document
    if case .project = after.scope { owner = nil }
    let values = IgnoreRow.values(after) + [owner]
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO ignored (\(IgnoreRow.columns), document) VALUES (\(marks))",
      arguments: StatementArguments(values))
  }

  private func applyToSpeaker(_ id: String, _ changes: [FieldChange]) throws {
    for change in changes {
      let now = try String.fetchOne(
        db, sql: "SELECT name FROM speaker_name WHERE speaker = ?", arguments: [id])
      guard change.field == .name, now.map({ FieldValue.text($0) }) == change.before else {
        throw StoreError.conflict
      }
      try db.execute(sql: "DELETE FROM speaker_name WHERE speaker = ?", arguments: [id])
      if case .text(let name)? = change.after {
        try db.execute(sql: "INSERT INTO speaker_name VALUES (?, ?)", arguments: [id, name])
      }
    }
  }

  private func applyToDocument(_ changes: [FieldChange]) throws {
    let columns: [Field: String] = [
      .articleDate: "article_date", .dayMonthOrder: "day_month_order",
    ]
    for change in changes {
      guard let column = columns[change.field], let document else { throw StoreError.conflict }
      let now = try String.fetchOne(
        db, sql: "SELECT \(column) FROM document WHERE id = ?", arguments: [document])
      guard now.map({ FieldValue.text($0) }) == change.before else { throw StoreError.conflict }
      var text: String?
      if case .text(let value)? = change.after { text = value }
      try db.execute(
        sql: "UPDATE document SET \(column) = ? WHERE id = ?", arguments: [text, document])
    }
  }

  /// Writes the step and its changes into the history.
  mutating func write(
    _ verb: DecisionVerb, _ stamp: DecisionStamp, id: AnnotationID, refers: Int64?
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO entry (id, document, verb, author, time, refers) VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: [id.text, document, verb.rawValue, stamp.author, stamp.time, refers])
    sequence = db.lastInsertedRowID
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO change (entry, position, subject, subject_id, field, before, after) \
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, change) in applied.enumerated() {
      let (subject, subjectID) = change.subject.words
      try insert.execute(arguments: [
        sequence, position, subject, subjectID, change.field.rawValue,
        FieldText.text(change.before), FieldText.text(change.after),
      ])
    }
  }

  /// Puts the step on top of what can be undone; what was undone before in the document cannot be
  /// brought back any more.
  func canBeUndone() throws {
    try db.execute(
      sql: "DELETE FROM step WHERE state = 'undone' AND document IS ?", arguments: [document])
    try db.execute(
      sql: "INSERT INTO step (entry, document, state, moved) VALUES (?, ?, 'done', ?)",
      arguments: [sequence, document, sequence])
  }
}
