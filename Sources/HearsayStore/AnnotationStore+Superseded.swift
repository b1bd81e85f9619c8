internal import GRDB
internal import HearsayModel

/// What of a step can still be taken back after others have decided on the same things.
///
/// Others' decisions come by sync, beneath the steps of this store. A step is taken back as far as
/// its fields still have the values it gave them; what somebody decided since stays as it is.
struct Superseded {
  private let db: Database
  private let document: Int64?
  private var now: [ChangeSubject: [Field: FieldValue]] = [:]
  private var moot: [ChangeSubject: Set<Field>] = [:]

  /// For a step on a document.
  init(_ db: Database, document: Int64?) {
    self.db = db
    self.document = document
  }

  /// The changes that still lead on from what is stored.
  ///
  /// A thing's beginning or end is taken back as a whole or not at all; a status goes with the
  /// fields that it is about.
  mutating func remaining(_ changes: [FieldChange]) throws -> [FieldChange] {
    var whole: Set<ChangeSubject> = []
    for change in changes {
      // What is ignored stays here, so that nobody else can have changed it.
      if case .ignore = change.subject { continue }
      try follow(change)
      if change.field == .kind { whole.insert(change.subject) }
    }
    return changes.filter { change in
      guard let fields = moot[change.subject] else { return true }
      if whole.contains(change.subject) || fields.contains(change.field) { return false }
      return change.field != .status && change.field != .decision
    }
  }

  /// Notes whether a change leads on; of several of one field each does from the one before.
  private mutating func follow(_ change: FieldChange) throws {
    var fields = try now[change.subject] ?? stored(change.subject)
    // Of two stamps the later one holds, whatever was there before.
    if fields[change.field] != change.before, change.field != .decision {
      moot[change.subject, default: []].insert(change.field)
    }
    fields[change.field] = change.after
    now[change.subject] = fields
  }

  private func stored(_ subject: ChangeSubject) throws -> [Field: FieldValue] {
    switch subject {
    case .annotation(let id):
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(AnnotationRow.columns) FROM annotation WHERE id = ?"),
        arguments: [id.text])
      return row.flatMap { AnnotationRow.annotation($0) }?.fields ?? [:]
    case .document:
      let row = try Row.fetchOne(
        db, sql: "SELECT article_date, day_month_order FROM document WHERE id = ?",
        arguments: [document])
      var fields: [Field: FieldValue] = [:]
      fields[.articleDate] = (row?[0] as String?).map { .text($0) }
      fields[.dayMonthOrder] = (row?[1] as String?).map { .text($0) }
      return fields
    case .speaker(let id):
      let name = try String.fetchOne(
        db, sql: "SELECT name FROM speaker_name WHERE speaker = ?", arguments: [id])
      return name.map { [.name: .text($0)] } ?? [:]
    case .ignore: return [:]
    }
  }
}
