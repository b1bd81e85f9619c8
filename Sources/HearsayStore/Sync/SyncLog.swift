internal import FoundationEssentials
internal import GRDB
internal import HearsayModel
internal import HearsaySync

/// This device's log and the others' inside one transaction.
struct SyncLog {
  let db: Database
  /// The own log: what is in it, and how far it is acknowledged.
  private(set) var own: OwnLog {
    didSet { if own.lane != oldValue.lane { deviceText = own.lane.device.description } }
  }
  /// The own device as the database names it.
  private var deviceText: String
  /// Whose words are indexed later; nil where each is at once.
  var words: WordsInBulk?
  /// What is carried out for every operation.
  let inserts: BulkInserts
  /// The last operations of the segments that wait to be acknowledged, in order.
  var pending: [Int]
  /// The words about the own log as they lie in the database.
  private let saved: [String: String]
  /// Subjects whose annotations have to be made anew, by their numbers.
  var touched: [Int64: TouchedSubject] = [:]
  /// Numbers of documents by their keys, as far as they were asked for.
  var documents: [String: Int64] = [:]

  /// The logs as they lie in the database.
  ///
  /// - Throws: ``StoreError/noRemote`` where no sync was set up.
  init(_ db: Database) throws {
    self.db = db
    inserts = try BulkInserts(db)
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
    deviceText = lane.device.description
    pending = (state["pending"] ?? "").split(separator: ",").compactMap { Int($0) }
    saved = state
  }

  /// Writes the state of the own log back, and makes the annotations that changed anew.
  mutating func save() throws {
    try materialise()
    let ends = pending.map { String($0) }.joined(separator: ",")
    let words = [
      "lane": own.lane.description,
      "head.operation": String(own.head.operation),
      "head.digest": own.head.digest.description,
      "acknowledged.operation": String(own.acknowledged.operation),
      "acknowledged.digest": own.acknowledged.digest.description,
      "acknowledged.segment": String(own.acknowledged.segment),
      "pending": ends.isEmpty ? nil : ends,
    ]
    // What is the same is not written: others would take the file for changed.
    for (name, word) in words where saved[name] != word { try SyncLog.setState(db, name, word) }
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

  /// The devices this store wrote for before it turned out to be a copy, and the number of the last
  /// operation that is its own too.
  static func formerDevices(_ db: Database) throws -> [DeviceID: Int] {
    var result: [DeviceID: Int] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT substr(name, 8), value FROM sync_state WHERE name LIKE 'former.%'")
    for row in rows {
      if let device = DeviceID(row[0] as String) { result[device] = Int(row[1] as String) }
    }
    return result
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
    let id = OperationID(device: device, number: row[first + 1])
    return (try? row.bytes(first + 2)).map { Operation(line: $0, id: id) }
  }

  /// Operations of a device by their numbers, in order.
  func operations(of device: DeviceID, in numbers: Range<Int>) throws -> [Operation] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT number, line FROM operation \
        WHERE device = ? AND number >= ? AND number < ? ORDER BY number
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: [device.description, numbers.lowerBound, numbers.upperBound])
    var operations: [Operation] = []
    while let row = try rows.next() {
      let id = OperationID(device: device, number: row[0])
      operations.append(Operation(line: try row.bytes(1), id: id))
    }
    return operations
  }

  /// Freezes what was not sent yet into the next few segments.
  mutating func seal() throws {
    var last = own.acknowledged.operation
    while pending.count < SyncLog.sealedAtOnce, let end = try sliceEnd(after: last) {
      pending.append(end)
      last = end
    }
  }

  /// Segments that are frozen together at most.
  private static let sealedAtOnce = 8

  /// Where the segment behind an operation ends: as many operations as one may have.
  private func sliceEnd(after last: Int) throws -> Int? {
    guard own.head.operation > last else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        SELECT number, length(line) FROM operation WHERE device = ? AND number > ? \
        ORDER BY number LIMIT ?
        """)
    var bytes = 0
    var end: Int?
    let rows = try Row.fetchCursor(
      statement,
      arguments: [own.lane.device.description, last, Segment.maximumOperations])
    while let row = try rows.next() {
      bytes += row[1]
      if end != nil, bytes > Segment.maximumBytes { break }
      end = row[0]
    }
    return end
  }

  /// The segments that wait.
  func pendingSegments() throws -> [SealedSegment] {
    var before = own.acknowledged
    return try pending.map { end in
      let segment = try sealed(after: before, end: end)
      before = segment.after
      return segment
    }
  }

  /// The segment of the own log behind a position whose last operation has a number.
  private func sealed(after before: LanePosition, end: Int) throws -> SealedSegment {
    let statement = try db.cachedStatement(
      sql: """
        SELECT line FROM operation WHERE device = ? AND number > ? AND number <= ? ORDER BY number
        """)
    let rows = try Row.fetchCursor(statement, arguments: [deviceText, before.operation, end])
    var lines: [UInt8] = []
    var (count, last) = (0, 0)
    while let row = try rows.next() {
      last = lines.count
      try row.withUnsafeData(atIndex: 0) { lines.append(contentsOf: $0 ?? Data()) }
      lines.append(0x0A)
      count += 1
    }
    let head = count > 0 ? ContentDigest(of: Array(lines[last...].dropLast())) : before.digest
    return SealedSegment(lane: own.lane, after: before, count: count, lines: lines, head: head)
  }

  /// Notes that the segments that wait lie in the remote store up to a number.
  mutating func acknowledge(_ number: Int) throws {
    var position = own.acknowledged
    while position.segment < number, let end = pending.first {
      let last = try operations(of: own.lane.device, in: end..<(end + 1)).last
      position = LanePosition(
        operation: end, digest: last?.digest ?? .none, segment: position.segment + 1)
      try db.execute(
        sql: "INSERT INTO own_segment VALUES (?, ?)", arguments: [position.segment, end])
      pending.removeFirst()
    }
    own = OwnLog(
      lane: own.lane,
      head: LanePosition(
        operation: own.head.operation, digest: own.head.digest, segment: position.segment),
      acknowledged: position)
  }

  /// An acknowledged segment of the own log.
  func segment(_ number: Int) throws -> SealedSegment? {
    let ends = try Row.fetchAll(
      db, sql: "SELECT number, last FROM own_segment WHERE number IN (?, ?) ORDER BY number",
      arguments: [number - 1, number])
    guard let end: Int = ends.last?[1], ends.last?[0] == number else { return nil }
    let start: Int = ends.count == 2 ? ends[0][1] : 0
    let device = own.lane.device
    let before = try operations(of: device, in: start..<(start + 1)).first?.digest ?? .none
    let segment = try sealed(
      after: LanePosition(operation: start, digest: before, segment: number - 1), end: end)
    return segment.count == end - start && (number == 1 || start > 0) ? segment : nil
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

  /// Adds an operation of this device to its log whose effect is shown already.
  mutating func append(_ parts: OperationParts, to subject: Int64) throws {
    let id = OperationID(device: own.lane.device, number: own.head.operation + 1)
    let operation = Operation(parts, id: id, previous: own.head.digest)
    try insert(operation, subject: subject, device: deviceText)
    moveHead(to: operation)
  }

  private mutating func append(_ operation: Operation) throws {
    try insert([operation])
    moveHead(to: operation)
  }

  private mutating func moveHead(to operation: Operation) {
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
    pending = []
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
    pending = []
    try SyncLog.setState(db, "former.\(old.device)", String(shared))
    try move([old: known])
    for operation in moved {
      try append(
        operation.renamed(
          names[operation.id] ?? operation.id, previous: own.head.digest,
          parent: { names[$0] ?? $0 }))
    }
  }
}

extension Row {
  /// The bytes of a text or blob, copied once; none for no value.
  func bytes(_ index: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: index) { data in data.map { Array($0) } ?? [] }
  }
}
