internal import FoundationEssentials
internal import GRDB
internal import HearsayModel
public import HearsaySync
internal import HearsayText

/// A subject about which something came in.
struct TouchedSubject {
  /// What it is called among all devices.
  let name: String
  /// All operations on it, where it is new; nil where others lie in the database.
  var operations: [Operation]?
  /// The id its annotation has here, where that is known.
  var annotation: AnnotationID?
}

/// Operations come in, and the annotations follow.
extension SyncLog {
  /// Operations on a subject.
  func operations(on subject: Int64) throws -> [Operation] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT device, number, line FROM operation WHERE subject = ?"),
      arguments: [subject]
    ).compactMap { SyncLog.operation($0, from: 0) }
  }

  /// The number of a subject, made where it is new.
  func subjectNumber(
    _ name: String, annotation: AnnotationID? = nil
  ) throws -> (number: Int64, isNew: Bool) {
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, annotation FROM sync_subject WHERE name = ?"),
      arguments: [name])
    if let known {
      if let annotation, (known[1] as String?) != annotation.text {
        try db.execute(
          sql: "UPDATE OR REPLACE sync_subject SET annotation = ? WHERE id = ?",
          arguments: [annotation.text, known[0] as Int64])
      }
      return (known[0], false)
    }
    try db.cachedStatement(sql: "INSERT INTO sync_subject (name, annotation) VALUES (?, ?)")
      .execute(arguments: [name, annotation?.text])
    return (db.lastInsertedRowID, true)
  }

  /// Adds operations that are not known; a whole one takes the place of its remains.
  mutating func insert(_ operations: [Operation]) throws {
    var numbers: [String: Int64] = [:]
    var device = (id: own.lane.device, text: own.lane.device.description)
    for operation in operations {
      let subject = try numbers[operation.subject] ?? touch(operation.subject)
      numbers[operation.subject] = subject
      if device.id != operation.id.device {
        device = (operation.id.device, operation.id.device.description)
      }
      try insert(operation, subject: subject, device: device.text)
      touched[subject]?.operations?.append(operation)
    }
  }

  /// Adds one operation to the logs alone.
  func insert(_ operation: Operation, subject: Int64, device: String) throws {
    let insert = inserts.operation
    insert.add(device)
    insert.add(operation.id.number)
    insert.add(Int(subject))
    insert.add(operation.kind == .was ? 0 : 1)
    insert.add(blob: operation.line)
    try insert.run()
  }

  /// The number of a subject that something came in about.
  private mutating func touch(_ name: String) throws -> Int64 {
    // Most of what comes in is new, and named by its id.
    if let id = AnnotationID(name), id.text == name, let number = try newSubject(name, id) {
      touched[number] = TouchedSubject(name: name, operations: [], annotation: id)
      return number
    }
    let (number, isNew) = try subjectNumber(name)
    if touched[number] == nil {
      touched[number] = TouchedSubject(name: name, operations: isNew ? [] : nil)
    }
    return number
  }

  /// The number of a subject that is made; nil where its name or its annotation is known.
  func newSubject(_ name: String, _ annotation: AnnotationID?) throws -> Int64? {
    let insert = inserts.subject
    insert.add(name)
    insert.add(annotation?.text)
    try insert.run()
    return db.changesCount > 0 ? db.lastInsertedRowID : nil
  }

  /// Makes the annotations of the touched subjects anew, those first that are new.
  mutating func materialise() throws {
    let all = touched.sorted { $0.key < $1.key }.filter { !$0.value.name.isEmpty }
    touched = [:]
    let new = all.filter { $0.value.operations != nil }
    if new.count >= WordsInBulk.worthwhile { words = try WordsInBulk(db) }
    for (subject, content) in new { try materialise(subject, content) }
    try words?.end()
    words = nil
    for (subject, content) in all where content.operations == nil {
      try materialise(subject, content)
    }
  }

  private mutating func materialise(_ subject: Int64, _ content: TouchedSubject) throws {
    let operations = try content.operations ?? self.operations(on: subject)
    try learnNames(from: operations)
    let state = AnnotationState(merging: operations)
    if content.operations == nil || !state.conflicts.isEmpty {
      try write(state.conflicts, subject)
    }
    switch SyncSubject(content.name) {
    case .document(let key): try show(state, ofDocument: key)
    case .speaker(let id): try show(state, ofSpeaker: id)
    case .annotation: try show(state, subject: subject, content)
    }
  }

  private func show(_ state: AnnotationState, ofSpeaker id: String) throws {
    try db.execute(sql: "DELETE FROM speaker_name WHERE speaker = ?", arguments: [id])
    guard state.isVisible, case .text(let name)? = state.fieldValue(.name) else { return }
    try db.execute(sql: "INSERT INTO speaker_name VALUES (?, ?)", arguments: [id, name])
  }

  /// Notes what is in conflict about a subject.
  func noteConflicts(of subject: Int64) throws {
    try write(AnnotationState(merging: try operations(on: subject)).conflicts, subject)
  }

  private func write(_ conflicts: [Conflict], _ subject: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM sync_conflict WHERE subject = ?")
      .execute(arguments: [subject])
    for conflict in conflicts {
      try db.execute(
        sql: "INSERT INTO sync_conflict VALUES (?, ?)", arguments: [subject, conflict.matter.name])
    }
  }

  private mutating func show(_ state: AnnotationState, ofDocument key: String) throws {
    let document = try documentNumber(key)
    func text(_ field: Field) -> String? {
      guard case .text(let text)? = state.fieldValue(field) else { return nil }
      return text
    }
    try db.execute(
      sql: "UPDATE document SET article_date = ?, day_month_order = ? WHERE id = ?",
      arguments: [text(.articleDate), text(.dayMonthOrder), document])
  }

  /// The number of a document, made where nothing is known of it.
  mutating func documentNumber(_ key: String) throws -> Int64 {
    if let known = documents[key] { return known }
    let number = try documentMade(key)
    documents[key] = number
    return number
  }

  private func documentMade(_ key: String) throws -> Int64 {
    let known = try Int64.fetchOne(
      db, sql: "SELECT document FROM alias WHERE kind = 'key' AND value = ?", arguments: [key])
    if let known { return known }
    try db.execute(sql: "INSERT INTO document (key) VALUES (?)", arguments: [key])
    let document = db.lastInsertedRowID
    try db.execute(
      sql: "INSERT INTO alias (kind, value, document) VALUES ('key', ?, ?)",
      arguments: [key, document])
    return document
  }

  /// Puts an annotation where everybody sees it, changes it or takes it away.
  private mutating func show(
    _ state: AnnotationState, subject: Int64, _ content: TouchedSubject
  ) throws {
    guard let key = state.text("document") else { return }
    let document = try documentNumber(key)
    let id =
      try content.annotation
      ?? annotationID(of: state, subject: subject, name: content.name, document: document)
    var fields: [Field: FieldValue] = [:]
    for field in state.fields {
      if let name = Field(rawValue: field.name) { fields[name] = state.fieldValue(name, field) }
    }
    guard state.isVisible, let annotation = StoredAnnotation(id: id, fields: fields) else {
      try words?.catchUp()
      try db.cachedStatement(sql: "DELETE FROM annotation WHERE id = ?")
        .execute(arguments: [id.text])
      try words?.haveFewer()
      return
    }
    let step = StoreStep(db: db, document: document)
    do {
      if content.operations != nil, try step.showsNew(annotation, inserts.annotation) { return }
      try words?.catchUp()
      try step.show(annotation)
    } catch StoreError.conflict {
      // Another annotation stands for the same suggestion here; the operations are kept.
    }
  }

  /// The id an annotation has in this store.
  private func annotationID(
    of state: AnnotationState, subject: Int64, name: String, document: Int64
  ) throws -> AnnotationID {
    let known = try String.fetchOne(
      db.cachedStatement(sql: "SELECT annotation FROM sync_subject WHERE id = ?"),
      arguments: [subject])
    if let id = known.flatMap({ AnnotationID($0) }) { return id }
    let id =
      try AnnotationID(name) ?? suggestionID(of: state, document: document)
      ?? AnnotationID(hashing: name)
    try db.cachedStatement(sql: "UPDATE OR REPLACE sync_subject SET annotation = ? WHERE id = ?")
      .execute(arguments: [id.text, subject])
    return id
  }

  /// The id under which this store has decided on the same suggestion.
  private func suggestionID(of state: AnnotationState, document: Int64) throws -> AnnotationID? {
    guard case .stretch(let origin)? = state.fieldValue(.origin),
      case .target(let target)? = state.fieldValue(.target),
      case .text(let kind)? = state.fieldValue(.kind)
    else { return nil }
    return try String.fetchOne(
      db,
      sql: """
        SELECT id FROM annotation WHERE document = ? AND kind = ? AND text_hash = ? \
        AND origin_start = ? AND origin_end = ? \
        AND NOT EXISTS (SELECT 1 FROM sync_subject s WHERE s.annotation = annotation.id)
        """,
      arguments: [document, kind, target.textHash, origin.span.start, origin.span.end]
    ).flatMap { AnnotationID($0) }
  }
}

extension AnnotationID {
  /// The id that everybody makes of a name (RFC 9562's version 8).
  fileprivate init(hashing name: String) {
    var digits = Array(DocumentIdentity.hash(Array(name.utf8)).utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "8")
    for place in [8, 13, 18, 23] { digits.insert(UInt8(ascii: "-"), at: place) }
    let text = String(decoding: digits, as: UTF8.self)
    self = AnnotationID(text) ?? AnnotationID(milliseconds: 0, random: (0, 0))
  }
}

extension AnnotationState {
  /// The value that is shown of a field: of several stamps the last decision and the first creation.
  func fieldValue(_ field: Field) -> FieldValue? {
    self[field.rawValue].flatMap { fieldValue(field, $0) }
  }

  /// The value that is shown of a field's versions.
  fileprivate func fieldValue(_ field: Field, _ state: FieldState) -> FieldValue? {
    let values = state.versions.compactMap { FieldText.value($0.value) }
    guard values.count > 1 else { return values.first }
    func stamp(_ value: FieldValue) -> String {
      if case .stamp(let stamp) = value { "\(stamp.time) \(stamp.author)" } else { "" }
    }
    switch field {
    case .decision: return values.max { stamp($0) < stamp($1) }
    case .creation: return values.min { stamp($0) < stamp($1) }
    default: return values.first
    }
  }

  /// A word that is no field of an annotation's.
  func text(_ name: String) -> String? {
    guard let value = self[name]?.value,
      case .text(let text)? = FieldText.value(value)
    else { return nil }
    return text
  }
}

extension Conflict.Matter {
  /// How the database and the commands name it.
  public var name: String {
    switch self {
    case .field(let name): name
    case .deletion: "deletion"
    }
  }
}
