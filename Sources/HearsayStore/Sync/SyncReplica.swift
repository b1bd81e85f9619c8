internal import FoundationEssentials
internal import GRDB
internal import HearsayModel
public import HearsaySync

/// A store of annotations as the local side of a sync.
///
/// What an analyst decides goes into the history in the decision's own transaction. Before anything
/// else happens here, and in the same transaction, what the history has gained becomes operations
/// whose parents are what was known then; so nothing received can slip in between.
public final class SyncReplica: LocalReplica {
  let store: AnnotationStore
  private let address: RemoteAddress?

  /// A store to be synchronised; it must be writable.
  ///
  /// - Parameter address: Where with. Once the sync was led elsewhere nothing is noted here any more:
  ///   how far the one remote store was read says nothing of the other. Nil for any.
  public init(store: AnnotationStore, address: RemoteAddress? = nil) {
    self.store = store
    self.address = address
  }

  /// - Throws: ``StoreError/busy(path:)`` where the sync was led elsewhere in the meantime.
  private func checkAddress(_ db: Database) throws {
    guard let address, try SyncLog.state(db, "remote") != address.description else { return }
    throw StoreError.busy(path: store.path)
  }

  /// A transaction that begins with what the history has gained.
  func transaction<Value>(
    _ body: (inout SyncLog) throws -> Value
  ) throws(StoreError) -> Value {
    try store.writing { db in
      try checkAddress(db)
      return try SyncReplica.working(db, body)
    }
  }

  private static func working<Value>(
    _ db: Database, _ body: (inout SyncLog) throws -> Value
  ) throws -> Value {
    // The indices of some thousand rows change at once: 16 MiB of pages instead of 2 are kept, and
    // the write-ahead log grows to 16 MiB instead of 4 before it goes into the file.
    try db.execute(sql: "PRAGMA cache_size = -16384")
    try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    var log = try SyncLog(db)
    try log.takeHistory()
    let value = try body(&log)
    try log.save()
    return value
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func ownLog() throws -> OwnLog { try transaction { $0.own } }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func positions() throws -> [Lane: LanePosition] {
    try store.reading { try SyncLog.positions($0) }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func seal() throws -> [SealedSegment] {
    try transaction { log in
      if log.pending.isEmpty { try log.seal() }
      return try log.pendingSegments()
    }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func acknowledge(_ number: Int) throws {
    try transaction { try $0.acknowledge(number) }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func segment(_ number: Int) throws -> SealedSegment? {
    try store.reading { try SyncLog($0).segment(number) }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func ownOperations(from number: Int, count: Int) throws -> [Operation] {
    try store.reading { db in
      let log = try SyncLog(db)
      return try log.operations(of: log.own.lane.device, in: number..<(number + count))
    }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func apply(_ operations: [Operation], positions: [Lane: LanePosition]) throws {
    try store.writingRefetchable { db in
      try checkAddress(db)
      try SyncReplica.working(db) { log in
        try log.insert(operations)
        try log.move(positions)
      }
    }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func remint(as lane: Lane, known: LanePosition, shared: Int) throws {
    try transaction { try $0.remint(as: lane, known: known, shared: shared) }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func eachSubject(
    coveredBy numbers: [DeviceID: Int], _ body: ([Operation]) throws -> Void
  ) throws {
    try store.reading { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT subject, device, number, line FROM operation ORDER BY subject")
      var subject: Int64 = -1
      var collected: [Operation] = []
      while let row = try rows.next() {
        if row[0] != subject, !collected.isEmpty {
          try body(collected)
          collected = []
        }
        subject = row[0]
        guard let operation = SyncLog.operation(row, from: 1),
          operation.id.number <= numbers[operation.id.device] ?? 0
        else { continue }
        collected.append(operation)
      }
      if !collected.isEmpty { try body(collected) }
    }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func visibleAnnotations() throws -> (count: Int, mark: Int) {
    try store.reading { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM annotation") ?? 0
      return (count, try Int.fetchOne(db, sql: "SELECT max(number) FROM annotation") ?? 0)
    }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func countVisible(_ annotations: Set<String>, before mark: Int) throws -> Int {
    try store.reading { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT 1 FROM sync_subject s JOIN annotation a ON a.id = s.annotation \
          WHERE s.name = ? AND a.number <= ?
          """)
      return try annotations.count { try Int.fetchOne(find, arguments: [$0, mark]) != nil }
    }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func unsentDeletions() throws -> Int {
    try transaction { log in
      // A remark may hold the same words, so what they are found in is read.
      let rows = try Row.fetchAll(
        log.db,
        sql: """
          SELECT device, number, line FROM operation WHERE device = ? AND number > ? \
          AND instr(line, ?) > 0
          """,
        arguments: [
          log.own.lane.device.description, log.own.acknowledged.operation,
          Data("\"del\":true".utf8),
        ])
      return rows.compactMap { SyncLog.operation($0, from: 0) }.count { $0.deletion == true }
    }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func note(_ name: String) throws -> Int? {
    try store.reading { try SyncLog.state($0, "note.\(name)").flatMap { Int($0) } }
  }

  /// As ``HearsaySync/LocalReplica`` wants it.
  public func setNote(_ name: String, _ value: Int) throws {
    try store.writing { db in
      try checkAddress(db)
      try SyncLog.setState(db, "note.\(name)", String(value))
    }
  }
}
