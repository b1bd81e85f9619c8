internal import FoundationEssentials
internal import GRDB
public import HearsayModel
public import HearsaySync

/// What a store knows about its sync without asking anybody.
public struct SyncStatus: Hashable, Sendable {
  /// The remote store's address.
  public var remote: String
  /// The lane this device writes.
  public var lane: Lane
  /// Operations to send.
  public var unsent: Int
  /// Things an analyst has to decide.
  public var conflicts: Int
  /// Operations kept that this version does not apply.
  public var unapplied: Int
  /// When the last sync ended well, in seconds since 1970; nil for never.
  public var last: Int?
}

/// Setting up a sync, and what it leaves for people.
extension AnnotationStore {
  /// Where the store is synchronised with, or nil for nowhere; an address has no credentials in it.
  public func remoteAddress() throws(StoreError) -> String? {
    try reading { try SyncLog.state($0, "remote") }
  }

  /// Sets up the sync, or leads it elsewhere: then this device's whole log is sent there anew.
  public func setRemote(_ address: RemoteAddress, lane: Lane) throws(StoreError) {
    try writing { db in
      let known = try SyncLog.state(db, "remote")
      guard known != address.description else { return }
      if known != nil {
        var log = try SyncLog(db)
        try log.takeHistory()
        try log.beginAgain()
        try log.save()
      } else {
        try SyncLog.setState(db, "lane", lane.description)
      }
      try SyncLog.setState(db, "remote", address.description)
    }
  }

  /// The member this store writes for; nil where no sync was set up.
  public func syncMember() throws(StoreError) -> String? {
    try reading { try SyncLog.state($0, "lane").flatMap { Lane($0) }?.member }
  }

  /// Notes when a sync ended well, in seconds since 1970.
  ///
  /// It stands beside the database: a sync that brings nothing must not look like a change to others
  /// who have the file open.
  public func noteSync(at time: Int) throws(StoreError) {
    do {
      try Data("\(time)\n".utf8).write(to: URL(filePath: "\(path).sync"))
    } catch {
      throw .notWritable(path: "\(path).sync", reason: "the time of the sync cannot be noted")
    }
  }

  private func lastSync() -> Int? {
    guard let data = try? Data(contentsOf: URL(filePath: "\(path).sync")) else { return nil }
    return Int(String(decoding: data.prefix { $0 != 0x0A }, as: UTF8.self))
  }

  /// What is to be sent and to be decided.
  public func syncStatus() throws(StoreError) -> SyncStatus {
    let own = try SyncReplica(store: self).transaction { $0.own }
    return try reading { db in
      SyncStatus(
        remote: try SyncLog.state(db, "remote") ?? "", lane: own.lane, unsent: own.unsent,
        conflicts: try Int.fetchOne(db, sql: "SELECT count(*) FROM sync_conflict") ?? 0,
        unapplied: try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM operation o JOIN sync_subject s ON s.id = o.subject \
            WHERE s.name = ''
            """) ?? 0,
        last: lastSync())
    }
  }

  /// Everything in conflict, in the order of the annotations; where a document is given, what is
  /// about it and about the names of speakers, who are the same in all documents.
  public func conflicts(in identity: DocumentIdentity? = nil) throws(StoreError) -> [StoredConflict]
  {
    try reading { db in
      let document = try identity.flatMap { try AnnotationStore.document(db, $0)?.number }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT s.id, s.name, s.annotation, d.path FROM sync_conflict c \
          JOIN sync_subject s ON s.id = c.subject \
          LEFT JOIN annotation a ON a.id = s.annotation \
          LEFT JOIN alias k ON k.kind = 'key' AND k.value = substr(s.name, 1 + length(?2)) \
            AND s.name = ?2 || k.value \
          LEFT JOIN document d ON d.id = coalesce(a.document, k.document) \
          WHERE ?3 OR d.id = ?1 OR substr(s.name, 1, length(?4)) = ?4 \
          ORDER BY a.document, a.start, s.id
          """,
        arguments: [
          document, SyncSubject.document(key: "").name, identity == nil,
          SyncSubject.speaker(id: "").name,
        ])
      return try rows.flatMap { try AnnotationStore.conflicts(db, $0) }
    }
  }

  private static func conflicts(_ db: Database, _ row: Row) throws -> [StoredConflict] {
    let operations = try Row.fetchAll(
      db, sql: "SELECT device, number, line FROM operation WHERE subject = ?",
      arguments: [row[0] as Int64]
    ).compactMap { SyncLog.operation($0, from: 0) }
    let id = (row[2] as String?).flatMap { AnnotationID($0) }
    let shown = try Row.fetchOne(
      db, sql: "SELECT \(AnnotationRow.columns) FROM annotation WHERE id = ?",
      arguments: [id?.text]
    ).flatMap { AnnotationRow.annotation($0) }
    return AnnotationState(merging: operations).conflicts.map {
      StoredConflict(
        annotation: id, shown: shown, path: row[3], conflict: $0, subject: row[1])
    }
  }

  /// Decides a conflict: one version of it holds from now on, also for everybody else.
  ///
  /// - Parameter choice: One of the conflict's ``StoredConflict/choices``.
  /// - Throws: ``StoreError``; ``StoreError/conflict`` where the conflict is no longer what it was.
  @discardableResult
  public func resolve(
    _ stored: StoredConflict, keeping choice: StoredConflict.Choice, stamp: DecisionStamp
  ) throws(StoreError) -> CommitOutcome {
    try decide(stored, stamp) { parts, _ in
      switch stored.conflict.matter {
      case .field(let name): parts.fields = [.init(name: name, value: choice.version.value)]
      case .deletion: parts.deletion = choice.isDeletion
      }
    }
  }

  /// Decides a conflict about a field: the first version holds, the others become part of the remark.
  ///
  /// - Throws: ``StoreError``.
  @discardableResult
  public func resolveKeepingBoth(
    _ stored: StoredConflict, stamp: DecisionStamp
  ) throws(StoreError) -> CommitOutcome {
    guard stored.canKeepBoth, case .field(let name) = stored.conflict.matter,
      let first = stored.choices.first
    else { throw .conflict }
    return try decide(stored, stamp) { parts, state in
      var remark: [String] = []
      if case .text(let text)? = state.fieldValue(.note) { remark.append(text) }
      for choice in stored.choices.dropFirst() {
        remark.append(name == "note" ? choice.words : "\(choice.author): \(name) \(choice.words)")
      }
      let note = FieldText.text(.text(remark.joined(separator: "\n"))) ?? "null"
      parts.fields = [.init(name: "note", value: Array(note.utf8))]
      if name != "note" { parts.fields.append(.init(name: name, value: first.version.value)) }
    }
  }

  private func decide(
    _ stored: StoredConflict, _ stamp: DecisionStamp,
    _ content: (inout OperationParts, AnnotationState) -> Void
  ) throws(StoreError) -> CommitOutcome {
    try SyncReplica(store: self).transaction { log in
      let (subject, _) = try log.subjectNumber(stored.subject)
      let state = AnnotationState(merging: try log.operations(on: subject))
      guard state.conflicts.contains(stored.conflict) else { throw StoreError.conflict }
      var parts = OperationParts(.edit, stored.subject)
      parts.parents = state.heads
      parts.author = stamp.author
      parts.time = stamp.time
      content(&parts, state)
      try log.append(parts)
      try log.writeHistory(of: parts, stored, stamp)
    }
    return CommitOutcome(verb: .place, path: stored.path)
  }

  /// Keeps an annotation from being sent; what was sent already cannot be called back.
  ///
  /// - Throws: ``StoreError/conflict`` where it was sent.
  public func withhold(_ id: AnnotationID) throws(StoreError) {
    try writing { db in
      let isShared = try Int.fetchOne(
        db,
        sql: """
          SELECT 1 FROM sync_subject s JOIN operation o ON o.subject = s.id WHERE s.annotation = ?
          """, arguments: [id.text])
      if isShared != nil { throw StoreError.conflict }
      let isThere = try Int.fetchOne(
        db, sql: "SELECT 1 FROM annotation WHERE id = ?", arguments: [id.text])
      guard isThere != nil else { throw StoreError.unknownID(id.text) }
      try db.execute(sql: "INSERT OR IGNORE INTO withheld VALUES (?)", arguments: [id.text])
    }
  }

  /// Shares an annotation that was withheld: it is sent as it is now, without its history.
  public func share(_ id: AnnotationID) throws(StoreError) {
    try SyncReplica(store: self).transaction { log in
      try log.db.execute(sql: "DELETE FROM withheld WHERE annotation = ?", arguments: [id.text])
      guard log.db.changesCount > 0 else { throw StoreError.unknownID(id.text) }
      try log.recordWhole(id)
    }
  }
}
