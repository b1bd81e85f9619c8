extension SyncEngine {
  /// Looks whether the remote store still has the end of the own log, and nothing beyond it.
  func verifyOwnLog() throws {
    let own = try replica.ownLog()
    let last = own.acknowledged.segment
    let next = RemoteKeys.segment(last + 1, of: own.lane)
    let keys = (last > 0 ? [RemoteKeys.segment(last, of: own.lane)] : []) + [next]
    let found = try remote.get(keys, limit: Segment.readLimit)
    if last > 0 {
      guard let head = found[0] else { return try sendAgain(own) }
      if Stub(head) == nil, let mine = try replica.segment(last), mine.bytes != head {
        return try becomeAnother()
      }
    }
    guard let beyond = found[keys.count - 1] else { return }
    // A copy of this store may have sent what both had: then it is simply sent.
    if let sealed = try replica.seal().first, sealed.bytes == beyond {
      try acknowledge([sealed])
    } else {
      try becomeAnother()
    }
  }

  /// Sends everything that was not sent yet.
  func push() throws {
    let (visible, _) = try replica.visibleAnnotations()
    let deletions = try replica.unsentDeletions()
    let lane = try replica.ownLog().lane
    try guardDeletions(deletions, of: visible + deletions, lanes: [lane], isOwn: true)
    while true {
      let sealed = try replica.seal()
      if sealed.isEmpty { break }
      if try !deliver(sealed) { try becomeAnother() }
    }
  }

  /// Writes segments one after the other; false where something else lies there.
  ///
  /// Each follows when the one before it was read back: two copies of one store must not mix in one
  /// log.
  private func deliver(_ segments: [SealedSegment]) throws -> Bool {
    let lane = try replica.ownLog().lane
    var done: [SealedSegment] = []
    do {
      for segment in segments {
        guard try deliver(segment, of: lane) else { break }
        done.append(segment)
      }
    } catch let error as RemoteError {
      try acknowledge(done)
      throw error
    }
    try acknowledge(done)
    return done.count == segments.count
  }

  private func acknowledge(_ segments: [SealedSegment]) throws {
    guard let last = segments.last else { return }
    try replica.acknowledge(last.number)
    for segment in segments {
      report.sent += segment.count
      report.segments += 1
      progress(.sent(segment.count))
    }
  }

  /// Writes a segment and reads it back; false where something else lies there.
  private func deliver(_ segment: SealedSegment, of lane: Lane) throws -> Bool {
    let key = RemoteKeys.segment(segment.number, of: lane)
    let bytes = segment.bytes
    for _ in 0..<2 {
      _ = try remote.put(key, bytes, ifAbsent: true)
      if let found = try remote.get(key, limit: Segment.readLimit) { return found == bytes }
    }
    throw RemoteError(.forgets, "it acknowledged \(key) twice and does not have it")
  }

  /// The remote store lost the end of the own log: everything missing is sent again.
  private func sendAgain(_ own: OwnLog) throws {
    var missing: [SealedSegment] = []
    var number = own.acknowledged.segment
    while number > 0 {
      let key = RemoteKeys.segment(number, of: own.lane)
      if try remote.get(key, limit: Segment.readLimit) != nil { break }
      guard let segment = try replica.segment(number) else { break }
      missing.append(segment)
      number -= 1
    }
    report.note(.forgotten, own.lane, number + 1, count: missing.count)
    for segment in missing.reversed() where try !deliver(segment, of: own.lane) {
      return try becomeAnother()
    }
  }

  /// Somebody else writes this device's log too: this store is a copy, or was set back.
  ///
  /// It goes on as a new device; what only it has gets new names and is sent under them.
  func becomeAnother() throws {
    let own = try replica.ownLog()
    let known = try lastCommon(own)
    let shared = try lastShared(own, after: known)
    report.note(.copied, own.lane, known.segment + 1)
    try replica.remint(as: own.lane.with(mint()), known: known, shared: shared)
  }

  /// The newest own segment that lies in the remote store as it was sent.
  private func lastCommon(_ own: OwnLog) throws -> LanePosition {
    var number = own.acknowledged.segment
    while number > 0 {
      guard let mine = try replica.segment(number) else { break }
      let key = RemoteKeys.segment(number, of: own.lane)
      guard let found = try remote.get(key, limit: Segment.readLimit) else { break }
      if Stub(found) != nil || found == mine.bytes { return mine.after }
      number -= 1
    }
    return number == own.acknowledged.segment ? own.acknowledged : .start
  }

  /// The number of the last operation that both have made alike, behind the last common segment.
  private func lastShared(_ own: OwnLog, after known: LanePosition) throws -> Int {
    var position = known
    while position.operation < own.head.operation {
      let key = RemoteKeys.segment(position.segment + 1, of: own.lane)
      guard let bytes = try remote.get(key, limit: Segment.readLimit) else { break }
      if let stub = Stub(bytes) {
        let (theirs, end) = try covered(by: stub, of: own.lane, after: position)
        let alike = try alike(theirs, after: position.operation)
        // A part may be missing: only what was seen is shared, whatever the snapshot says it covers.
        guard let end, alike == theirs.count, position.operation + alike == end.operation else {
          return position.operation + alike
        }
        position = end
        continue
      }
      guard let segment = try? Segment(bytes, lane: own.lane, after: position) else { break }
      let alike = try alike(segment.operations, after: position.operation)
      if alike < segment.operations.count { return position.operation + alike }
      position = segment.after
    }
    return position.operation
  }

  /// How many of another's operations behind a number are this device's own, from the first on.
  private func alike(_ theirs: [Operation], after number: Int) throws -> Int {
    let mine = try replica.ownOperations(from: number + 1, count: theirs.count)
    return zip(mine, theirs).prefix { mine, other in
      mine.line == other.line || other.kind == .was && mine.digest == other.previous
    }.count
  }
}
