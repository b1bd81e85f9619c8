extension SyncEngine {
  /// Says how far the others' logs were read, when enough is new or a day has passed.
  func acknowledgeReading() throws {
    let seen = try replica.positions().mapValues(\.operation)
    let total = seen.values.reduce(0, +)
    let said = try replica.note("seen-total") ?? -1
    let when = try replica.note("seen-time") ?? 0
    let isNew = total != said
    let isOld = abs(now() - when) > 86_400
    guard (isNew && total - said >= options.acknowledgeEvery) || isOld || said < 0 else { return }
    let lane = try replica.ownLog().lane
    let card = Acknowledgement(seen: seen, time: now())
    _ = try remote.put(RemoteKeys.acknowledgement(of: lane), card.bytes, ifAbsent: false)
    try replica.setNote("seen-total", total)
    try replica.setNote("seen-time", now())
  }

  /// Takes a device out of those that are waited for before a log is shortened.
  ///
  /// What it wrote stays. Should it come back, it reads the snapshot where a log was shortened, sends
  /// what it has, and with the next word about its reading is waited for again.
  ///
  /// - Throws: ``SyncError/notMaintainer(member:)`` for another member's device where there is a team
  ///   file; ``SyncError/ownDevice``; ``RemoteError``.
  public func retire(_ lane: Lane) throws {
    let own = try replica.ownLog().lane
    guard lane != own else { throw SyncError.ownDevice }
    _ = try readTeam()
    if let team, lane.member != own.member, team.role(of: own.member) != .maintainer {
      throw SyncError.notMaintainer(member: own.member)
    }
    let key = RemoteKeys.acknowledgement(of: lane)
    let old = try remote.get(key, limit: Acknowledgement.readLimit).flatMap { Acknowledgement($0) }
    let card = Acknowledgement(seen: old?.seen ?? [:], time: old?.time ?? now(), isRetired: true)
    _ = try remote.put(key, card.bytes, ifAbsent: false)
  }

  /// Looks for superfluous segments, when enough were sent since the last time.
  func collectWhenDue() throws {
    let last = try replica.ownLog().acknowledged.segment
    let looked = try replica.note("collect-looked") ?? 0
    guard last - looked >= options.collectEvery || last < looked else { return }
    try collect()
    try replica.setNote("collect-looked", last)
  }

  /// Replaces own segments by stubs that a snapshot covers and every device that is not silent has
  /// read.
  ///
  /// The last segment always stays: it proves whose log it is.
  func collect() throws {
    let own = try replica.ownLog()
    guard let newest = try newestSnapshot(covering: own.lane) else { return }
    let floor = min(newest.covers[own.lane]?.operation ?? 0, try readByAll(own.lane))
    let stub = Stub(snapshot: newest.name).bytes
    var number = (try replica.note("collected") ?? 0) + 1
    while number < own.acknowledged.segment, let segment = try replica.segment(number),
      segment.after.operation <= floor
    {
      _ = try remote.put(
        RemoteKeys.segment(number, of: own.lane), stub, ifAbsent: false)
      report.collected += 1
      try replica.setNote("collected", number)
      number += 1
    }
  }

  /// The snapshot that covers most of a lane, of those that can be read.
  private func newestSnapshot(covering lane: Lane) throws -> SnapshotManifest? {
    var best: SnapshotManifest?
    for key in try remote.list(RemoteKeys.snapshots) {
      let text = key.dropFirst(RemoteKeys.snapshots.count).dropLast(".json".count)
      guard let name = SnapshotName(text),
        let bytes = try remote.get(key, limit: SnapshotManifest.readLimit),
        ContentDigest(of: bytes) == name.digest, let manifest = SnapshotManifest(bytes)
      else { continue }
      let most = best?.covers[lane]?.operation ?? 0
      if manifest.covers[lane]?.operation ?? 0 > most { best = manifest }
    }
    return best
  }

  /// The number of a lane's last operation that every device has read that has not been silent for
  /// ``Acknowledgement/patience`` days.
  ///
  /// One that is taken for silent wrongly, because a clock is wrong, meets a stub and reads the
  /// snapshot: it loses nothing but time.
  private func readByAll(_ lane: Lane) throws -> Int {
    var lanes = Set(try replica.positions().keys)
    lanes.formUnion(try remote.list(RemoteKeys.logs).compactMap { RemoteKeys.lane(ofFolder: $0) })
    lanes.remove(lane)
    let keys = lanes.sorted().map { RemoteKeys.acknowledgement(of: $0) }
    let cards = try remote.get(keys, limit: Acknowledgement.readLimit)
    return cards.compactMap { $0.flatMap { Acknowledgement($0) } }.filter {
      !$0.isSilent(at: now())
    }
    .reduce(Int.max) { min($0, $1.seen[lane] ?? 0) }
  }
}
