extension SyncEngine {
  /// Reads the newest snapshot a listing tells of, if there is one.
  ///
  /// Where the listing is wrong, the logs are read from their beginning, and their stubs lead to
  /// it.
  func bootstrap() throws -> Bool {
    let names = try remote.list(RemoteKeys.snapshots).compactMap { key in
      SnapshotName(key.dropFirst(RemoteKeys.snapshots.count).dropLast(".json".count))
    }
    guard let newest = names.max(), let manifest = try manifest(newest) else { return false }
    return try load(manifest)
  }

  /// Reads the snapshot a stub points to; whether it leads past a position in a lane.
  func follow(_ stub: Stub, past position: LanePosition, of lane: Lane) throws -> Bool {
    guard let manifest = try manifest(stub.snapshot),
      let covered = manifest.covers[lane], covered.operation > position.operation
    else {
      report.note(.unreadable, lane, position.segment + 1)
      return false
    }
    return try load(manifest)
  }

  /// The manifest of a snapshot or of the one that took its place.
  private func manifest(_ name: SnapshotName) throws -> SnapshotManifest? {
    var name = name
    for _ in 0..<1_000 {
      let key = RemoteKeys.manifest(name)
      guard let bytes = try remote.get(key, limit: SnapshotManifest.readLimit) else { return nil }
      guard let stub = Stub(bytes) else {
        guard ContentDigest(of: bytes) == name.digest else { return nil }
        return SnapshotManifest(bytes)
      }
      name = stub.snapshot
    }
    return nil
  }

  /// Takes in a snapshot's operations part by part, then moves on in all logs it covers.
  private func load(_ manifest: SnapshotManifest) throws -> Bool {
    var next: SnapshotManifest? = manifest
    while let manifest = next {
      next = nil
      guard try takeIn(manifest, orElse: &next) else { continue }
      try replica.apply([], positions: try forward(manifest.covers))
      report.snapshots += 1
      return true
    }
    return false
  }

  /// Takes in a snapshot's operations part by part; whether all were there.
  ///
  /// - Parameter newer: The snapshot that took its place meanwhile, if one did.
  private func takeIn(
    _ manifest: SnapshotManifest, orElse newer: inout SnapshotManifest?
  ) throws -> Bool {
    let own = try replica.ownLog()
    func ask(_ index: Int) -> RemoteAnswer? {
      guard manifest.parts.indices.contains(index) else { return nil }
      let key = RemoteKeys.part(manifest.parts[index], of: manifest.lane)
      return remote.begin([key], limit: SnapshotManifest.partLimit)
    }
    var answer = ask(0)
    for (index, digest) in manifest.parts.enumerated() {
      guard let bytes = try answer?().first ?? nil else {
        report.note(.unreadable, manifest.lane)
        return false
      }
      answer = ask(index + 1)
      guard ContentDigest(of: bytes) == digest else {
        // The snapshot was replaced while it was read; its part says by which.
        if let stub = Stub(bytes), let found = try self.manifest(stub.snapshot) {
          if found.name > manifest.name { newer = found }
        } else {
          report.note(.damaged, manifest.lane)
        }
        return false
      }
      // What this device has not made goes under its name only where its store was copied; that is
      // seen, and taken in as another's, when its own log is looked at the next time.
      let operations = Lines(bytes).compactMap { Operation(line: $0) }.filter {
        $0.id.device != own.lane.device || $0.id.number <= own.head.operation
      }
      try replica.apply(operations, positions: [:])
      for operation in operations where operation.kind != .was {
        report.received[operation.author, default: 0] += 1
      }
      progress(.received(operations.count))
    }
    return true
  }

  /// The operations of one lane behind a position that a stub's snapshot holds, in order, and where
  /// they end; no end where the snapshot cannot be read or does not lead further.
  func covered(
    by stub: Stub, of lane: Lane, after position: LanePosition
  ) throws -> ([Operation], LanePosition?) {
    guard let manifest = try manifest(stub.snapshot), let end = manifest.covers[lane],
      end.operation > position.operation
    else { return ([], nil) }
    var result: [Operation] = []
    for digest in manifest.parts {
      let key = RemoteKeys.part(digest, of: manifest.lane)
      let bytes = try remote.get(key, limit: SnapshotManifest.partLimit) ?? []
      result += Lines(bytes).compactMap { Operation(line: $0) }
        .filter { $0.id.device == lane.device && $0.id.number > position.operation }
    }
    return (result.sorted { $0.id < $1.id }, end)
  }

  /// The positions that lead on from what is known.
  private func forward(_ covers: [Lane: LanePosition]) throws -> [Lane: LanePosition] {
    let known = try replica.positions()
    let own = try replica.ownLog().lane
    return covers.filter { lane, position in
      lane != own && position.operation > known[lane]?.operation ?? 0
    }
  }

  /// Writes a snapshot of everything that is known and sent, replaces older ones by stubs, and
  /// looks for superfluous segments.
  ///
  /// - Returns: its name.
  public func compact() throws -> SnapshotName {
    report = SyncReport()
    let own = try replica.ownLog()
    _ = try readTeam()
    if let team, team.role(of: own.lane.member) != .maintainer {
      throw SyncError.notMaintainer(member: own.lane.member)
    }
    var covers = try replica.positions()
    if own.acknowledged.operation > 0 { covers[own.lane] = own.acknowledged }
    let parts = try writeParts(covers, lane: own.lane)
    let manifest = SnapshotManifest(lane: own.lane, covers: covers, parts: parts)
    try store(RemoteKeys.manifest(manifest.name), manifest.bytes)
    try replaceOlder(manifest)
    try collect()
    return manifest.name
  }

  private func writeParts(_ covers: [Lane: LanePosition], lane: Lane) throws -> [ContentDigest] {
    var numbers: [DeviceID: Int] = [:]
    for (lane, position) in covers { numbers[lane.device] = position.operation }
    var parts: [ContentDigest] = []
    var bytes: [UInt8] = []
    func finishPart() throws {
      guard !bytes.isEmpty else { return }
      let digest = ContentDigest(of: bytes)
      try store(RemoteKeys.part(digest, of: lane), bytes)
      parts.append(digest)
      bytes.removeAll(keepingCapacity: true)
    }
    try replica.eachSubject(coveredBy: numbers) { operations in
      for operation in Compaction.compact(operations) {
        bytes += operation.kind == .poison ? KeptLine.line(operation) : operation.line
        bytes.append(0x0A)
        if bytes.count >= SnapshotManifest.partBytes { try finishPart() }
      }
    }
    try finishPart()
    return parts
  }

  /// Writes an object whose name depends on its content, and reads it back.
  private func store(_ key: String, _ bytes: [UInt8]) throws {
    for _ in 0..<2 {
      _ = try remote.put(key, bytes, ifAbsent: false)
      if try remote.get(key, limit: bytes.count + 1) == bytes { return }
    }
    throw RemoteError(.forgets, "it acknowledged \(key) twice and does not have it")
  }

  /// Lets the own older snapshots point to a new one that covers all they cover.
  private func replaceOlder(_ newer: SnapshotManifest) throws {
    let stub = Stub(snapshot: newer.name).bytes
    for key in try remote.list(RemoteKeys.snapshots) {
      let text = key.dropFirst(RemoteKeys.snapshots.count).dropLast(".json".count)
      guard let name = SnapshotName(text), name.lane == newer.lane, name != newer.name,
        let bytes = try remote.get(key, limit: SnapshotManifest.readLimit),
        let older = SnapshotManifest(bytes), newer.covers(older)
      else { continue }
      _ = try remote.put(key, stub, ifAbsent: false)
      for part in Set(older.parts).subtracting(newer.parts) {
        _ = try remote.put(RemoteKeys.part(part, of: older.lane), stub, ifAbsent: false)
      }
    }
  }
}
