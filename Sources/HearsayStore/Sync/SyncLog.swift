internal import FoundationEssentials
internal import GRDB
internal import HearsayModel
internal import HearsaySync

/// This device's log and the others' inside one transaction.
struct SyncLog {
  let db: Database
  /// The own log: what is in it, and how far it is acknowledged.
  private(set) var own: OwnLog
  /// The last operation of the segment that waits to be acknowledged.
  var pending: Int?
  /// Subjects whose annotations have to be made anew, by their numbers.
  var touched: [Int64: TouchedSubject] = [:]
  /// Numbers of documents by their keys, as far as they were asked for.
  var documents: [String: Int64] = [:]

  /// The logs as they lie in the database.
  ///
  /// - Throws: ``StoreError/noRemote`` where no sync was set up.
  init(_ db: Database) throws {
    self.db = db
    let state = try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT name, value FROM sync_state")
        .map { ($0[0] as String, $0[1] as String) })
    guard let lane = state["lane"].flatMap({ Lane($0) }) else { throw StoreError.noRemote }
    func number(_ name: String) -> Int { state[name].flatMap { Int($0) } ?? 0 }
    func digest(_ name: String) -> ContentDigest {
      state[name].flatMap { ContentDigest($0) } ?? .none
    }
    let segment = number("acknowledged.segment")
    own = OwnLog(
      lane: lane,
      head: LanePosition(
        operation: number("head.operation"), digest: digest("head.digest"), segment: segment),
      acknowledged: LanePosition(
        operation: number("acknowledged.operation"), digest: digest("acknowledged.digest"),
        segment: segment))
    pending = state["pending"].flatMap { Int($0) }
  }

  /// Writes the state of the own log back, and makes the annotations that changed anew.
  mutating func save() throws {
    try materialise()
    try SyncLog.setState(db, "lane", own.lane.description)
    try SyncLog.setState(db, "head.operation", String(own.head.operation))
    try SyncLog.setState(db, "head.digest", own.head.digest.description)
    try SyncLog.setState(db, "acknowledged.operation", String(own.acknowledged.operation))
    try SyncLog.setState(db, "acknowledged.digest", own.acknowledged.digest.description)
    try SyncLog.setState(db, "acknowledged.segment", String(own.acknowledged.segment))
    try SyncLog.setState(db, "pending", pending.map { String($0) })
  }

  /// A word the sync remembers.
  static func state(_ db: Database, _ name: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM sync_state WHERE name = ?"), arguments: [name])
  }

  /// Remembers a word, or forgets it.
  static func setState(_ db: Database, _ name: String, _ value: String?) throws {
    if let value {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO sync_state VALUES (?, ?)")
        .execute(arguments: [name, value])
    } else {
      try db.cachedStatement(sql: "DELETE FROM sync_state WHERE name = ?")
        .execute(arguments: [name])
    }
  }

  /// How far the other logs are known.
  static func positions(_ db: Database) throws -> [Lane: LanePosition] {
    var result: [Lane: LanePosition] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT lane, operation, digest, segment FROM lane") {
      guard let lane = Lane(row[0] as String), let digest = ContentDigest(row[2] as String) else {
        continue
      }
      result[lane] = LanePosition(operation: row[1], digest: digest, segment: row[3])
    }
    return result
  }

  /// The operation of a row with device, number and line; nil for a damaged row.
  static func operation(_ row: Row, from first: Int) -> Operation? {
    guard let device = DeviceID(row[first] as String) else { return nil }
    let line: Data = row[first + 2]
    let id = OperationID(device: device, number: row[first + 1])
    return Operation(line: Array(line), id: id)
  }

  /// Operations of a device by their numbers, in order.
  func operations(of device: DeviceID, in numbers: Range<Int>) throws -> [Operation] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT device, number, line FROM operation \
        WHERE device = ? AND number >= ? AND number < ? ORDER BY number
        """)
    return try Row.fetchAll(
      statement, arguments: [device.description, numbers.lowerBound, numbers.upperBound]
    ).compactMap { SyncLog.operation($0, from: 0) }
  }

  /// Where the next segment ends: as many operations as one may have.
  func sliceEnd() throws -> Int? {
    guard own.unsent > 0 else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        SELECT number, length(line) FROM operation WHERE device = ? AND number > ? \
        ORDER BY number LIMIT ?
        """)
    var bytes = 0
    var end: Int?
    let rows = try Row.fetchCursor(
      statement,
      arguments: [
        own.lane.device.description, own.acknowledged.operation, Segment.maximumOperations,
      ])
    while let row = try rows.next() {
      bytes += row[1]
      if end != nil, bytes > Segment.maximumBytes { break }
      end = row[0]
    }
    return end
  }

  /// The segment that waits.
  func pendingSegment() throws -> Segment? {
    guard let pending else { return nil }
    let numbers = (own.acknowledged.operation + 1)..<(pending + 1)
    return Segment(
      lane: own.lane, after: own.acknowledged,
      operations: try operations(of: own.lane.device, in: numbers))
  }

  /// Notes that a segment lies in the remote store.
  mutating func acknowledge(_ segment: Segment) throws {
    own = OwnLog(
      lane: own.lane,
      head: LanePosition(
        operation: own.head.operation, digest: own.head.digest, segment: segment.number),
      acknowledged: segment.after)
    pending = nil
    try db.execute(
      sql: "INSERT INTO own_segment VALUES (?, ?)",
      arguments: [segment.number, segment.after.operation])
  }

  /// An acknowledged segment of the own log.
  func segment(_ number: Int) throws -> Segment? {
    let ends = try Row.fetchAll(
      db, sql: "SELECT number, last FROM own_segment WHERE number IN (?, ?) ORDER BY number",
      arguments: [number - 1, number])
    guard let end: Int = ends.last?[1], ends.last?[0] == number else { return nil }
    let start: Int = ends.count == 2 ? ends[0][1] : 0
    let device = own.lane.device
    let before = try operations(of: device, in: start..<(start + 1)).first?.digest ?? .none
    let operations = try operations(of: device, in: (start + 1)..<(end + 1))
    guard operations.count == end - start, number == 1 || start > 0 else { return nil }
    return Segment(
      lane: own.lane, after: LanePosition(operation: start, digest: before, segment: number - 1),
      operations: operations)
  }

  /// Moves on in the others' logs, never back.
  func move(_ positions: [Lane: LanePosition]) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO lane VALUES (?1, ?2, ?3, ?4) ON CONFLICT (lane) DO UPDATE \
        SET operation = ?2, digest = ?3, segment = ?4 WHERE operation <= ?2
        """)
    for (lane, position) in positions {
      try statement.execute(arguments: [
        lane.description, position.operation, position.digest.description, position.segment,
      ])
    }
  }

  /// Adds an operation of this device to its log.
  mutating func append(_ parts: OperationParts) throws {
    let id = OperationID(device: own.lane.device, number: own.head.operation + 1)
    try append(Operation(parts, id: id, previous: own.head.digest))
  }

  private mutating func append(_ operation: Operation) throws {
    try insert([operation])
    own = OwnLog(
      lane: own.lane,
      head: LanePosition(
        operation: operation.id.number, digest: operation.digest, segment: own.head.segment),
      acknowledged: own.acknowledged)
  }

  /// Forgets what a remote store has: the own log is sent from its beginning, the others are read
  /// from theirs.
  ///
  /// Operations that are known already change nothing.
  mutating func beginAgain() throws {
    try db.execute(sql: "DELETE FROM own_segment")
    try db.execute(sql: "DELETE FROM lane")
    try db.execute(sql: "DELETE FROM sync_state WHERE name LIKE 'note.%'")
    own = OwnLog(
      lane: own.lane,
      head: LanePosition(operation: own.head.operation, digest: own.head.digest, segment: 0),
      acknowledged: .start)
    pending = nil
  }

  /// Goes on as another device; see ``LocalReplica/remint(as:known:shared:)``.
  mutating func remint(as lane: Lane, known: LanePosition, shared: Int) throws {
    let old = own.lane
    let moved = try operations(of: old.device, in: (shared + 1)..<(own.head.operation + 1))
    var names: [OperationID: OperationID] = [:]
    for (index, operation) in moved.enumerated() {
      names[operation.id] = OperationID(device: lane.device, number: index + 1)
    }
    try db.execute(
      sql: "DELETE FROM operation WHERE device = ? AND number > ?",
      arguments: [old.device.description, shared])
    try db.execute(sql: "DELETE FROM own_segment")
    try db.execute(sql: "DELETE FROM sync_state WHERE name LIKE 'note.%'")
    own = OwnLog(lane: lane, head: .start, acknowledged: .start)
    pending = nil
    try move([old: known])
    for operation in moved {
      try append(
        operation.renamed(
          names[operation.id] ?? operation.id, previous: own.head.digest,
          parent: { names[$0] ?? $0 }))
    }
  }
}
