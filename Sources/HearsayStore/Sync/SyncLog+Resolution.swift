internal import Foundation
internal import GRDB
internal import HearsayModel
internal import HearsaySync

/// Decided conflicts in the history.
extension SyncLog {
  /// Writes a decided conflict into the history, where it cannot be undone: somebody who thinks
  /// otherwise decides again.
  func writeHistory(
    of parts: OperationParts, _ stored: StoredConflict, _ stamp: DecisionStamp
  ) throws {
    let milliseconds = UInt64(max(0, Date.now.timeIntervalSince1970) * 1_000)
    let id = AnnotationID(
      milliseconds: milliseconds, random: (.random(in: 0...0xFFF), .random(in: 0...UInt64.max)))
    let changes = resolution(parts, stored)
    try db.execute(
      sql: """
        INSERT INTO entry (id, document, verb, author, time) VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        id.text, try document(of: stored), DecisionVerb.resolve.rawValue, stamp.author, stamp.time,
      ])
    let entry = db.lastInsertedRowID
    for (position, change) in changes.enumerated() {
      let (subject, subjectID) = change.subject.words
      try db.execute(
        sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          entry, position, subject, subjectID, change.field.rawValue,
          FieldText.text(change.before), FieldText.text(change.after),
        ])
    }
  }

  private func resolution(_ parts: OperationParts, _ stored: StoredConflict) -> [FieldChange] {
    let shown = stored.shown?.fields ?? [:]
    let subject = SyncSubject(stored.subject).changeSubject(annotation: stored.annotation)
    if parts.deletion == true {
      return [FieldChange(subject, .kind, from: shown[.kind], to: nil)]
    }
    return parts.fields.compactMap { field in
      guard let name = Field(rawValue: field.name) else { return nil }
      return FieldChange(subject, name, from: shown[name], to: FieldText.value(field.value))
    }
  }

  private func document(of stored: StoredConflict) throws -> Int64? {
    if let id = stored.annotation {
      return try Int64.fetchOne(
        db, sql: "SELECT document FROM annotation WHERE id = ?", arguments: [id.text])
    }
    guard case .document(let key) = SyncSubject(stored.subject) else { return nil }
    return try Int64.fetchOne(
      db, sql: "SELECT document FROM alias WHERE kind = 'key' AND value = ?", arguments: [key])
  }
}
