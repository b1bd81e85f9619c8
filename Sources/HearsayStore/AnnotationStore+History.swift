internal import GRDB
public import HearsayModel

/// One step of the history.
public struct HistoryEntry: Hashable, Sendable {
  /// Its number; later steps have greater ones.
  public var sequence: Int64
  /// Its identity.
  public var id: AnnotationID
  /// What was done.
  public var verb: DecisionVerb
  /// Who did it, and when.
  public var stamp: DecisionStamp
  /// The step that an undo or redo is about.
  public var refers: Int64?
  /// Whether it is taken back at present.
  public var isUndone: Bool
  /// Path of its document, or nil.
  public var path: String?
  /// What changed.
  public var changes: [FieldChange]
}

/// Reading back what was done.
extension AnnotationStore {
  /// The steps on a document, or on everything, the first one first.
  ///
  /// - Parameter after: Only steps with a greater number, such as those not sent to others yet.
  public func history(
    of identity: DocumentIdentity?, after: Int64 = 0
  ) throws(StoreError) -> [HistoryEntry] {
    try reading { db in
      var document: Int64?
      if let identity {
        guard let found = try AnnotationStore.document(db, identity) else { return [] }
        document = found.number
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.sequence, e.id, e.verb, e.author, e.time, e.refers, s.state, d.path \
          FROM entry e LEFT JOIN step s ON s.entry = e.sequence \
          LEFT JOIN document d ON d.id = e.document \
          WHERE e.sequence > ?1 AND (?2 IS NULL OR e.document = ?2) ORDER BY e.sequence
          """, arguments: [after, document])
      return try rows.compactMap { row in
        guard let id = AnnotationID(row[1]), let verb = DecisionVerb(rawValue: row[2]) else {
          return nil
        }
        return HistoryEntry(
          sequence: row[0], id: id, verb: verb,
          stamp: DecisionStamp(author: row[3], time: row[4]), refers: row[5],
          isUndone: row[6] as String? == "undone", path: row[7],
          changes: try AnnotationStore.changes(db, of: row[0]))
      }
    }
  }

  /// The changes of a step, in order.
  static func changes(_ db: Database, of entry: Int64) throws -> [FieldChange] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT subject, subject_id, field, before, after FROM change \
        WHERE entry = ? ORDER BY position
        """)
    return try Row.fetchAll(statement, arguments: [entry]).compactMap { row in
      guard let subject = ChangeSubject(subject: row[0], id: row[1]),
        let field = Field(rawValue: row[2])
      else { return nil }
      let (before, after): (String?, String?) = (row[3], row[4])
      return FieldChange(
        subject, field, from: before.flatMap { FieldText.value($0) },
        to: after.flatMap { FieldText.value($0) })
    }
  }

  /// Everything that is ignored, with the path of the document it is ignored in.
  ///
  /// - Parameter identity: Only what has an effect in this document; nil for all.
  public func ignores(
    of identity: DocumentIdentity? = nil
  ) throws(StoreError) -> [(ignore: Ignore, path: String?)] {
    try reading { db in
      var document: Int64?
      if let identity { document = try AnnotationStore.document(db, identity)?.number ?? -1 }
      let columns = IgnoreRow.columns.split(separator: ", ").map { "i.\($0)" }
        .joined(separator: ", ")
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(columns), d.path FROM ignored i LEFT JOIN document d ON d.id = i.document \
          WHERE ?1 IS NULL OR i.document IS NULL OR i.document = ?1 ORDER BY i.number
          """, arguments: [document]
      ).compactMap { row in
        IgnoreRow.ignore(row).map { ($0, row[12]) }
      }
    }
  }

  /// The annotations in whose words or remarks all words of a query stand, the best first.
  ///
  /// Case and accents make no difference.
  public func search(
    _ query: String, limit: Int = 100
  ) throws(StoreError) -> [(annotation: StoredAnnotation, path: String?)] {
    try reading { db in
      guard let pattern = FTS5Pattern(matchingAllTokensIn: query) else { return [] }
      let columns = AnnotationRow.columns.split(separator: ", ").map { "a.\($0)" }
        .joined(separator: ", ")
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(columns), d.path FROM words w JOIN annotation a ON a.number = w.rowid \
          JOIN document d ON d.id = a.document WHERE words MATCH ? ORDER BY rank LIMIT ?
          """, arguments: [pattern, limit]
      ).compactMap { row in
        AnnotationRow.annotation(row).map { ($0, row[AnnotationRow.count]) }
      }
    }
  }
}
