import HearsayTestSupport
import Testing

@testable import HearsaySync

@Suite struct HostileRemoteTests {
  private static func lane(_ member: String, _ number: UInt64) throws -> Lane {
    try #require(Lane(member: member, device: DeviceID(high: number, low: number)))
  }

  private static func replica(_ lane: Lane, edits: Int) -> MemoryReplica {
    let replica = MemoryReplica(lane: lane, segmentSize: 2)
    for number in 0..<edits {
      var parts = OperationParts(.edit, "n\(lane.member)\(number % 3)")
      parts.fields = [.init(name: "note", value: Array("\"\(number)\"".utf8))]
      parts.deletion = number == 4 ? true : nil
      replica.record(parts)
    }
    return replica
  }

  private static func engine(_ replica: MemoryReplica, _ remote: any RemoteStore) -> SyncEngine {
    SyncEngine(
      replica: replica, remote: remote, now: { 1_700_000_000 },
      mint: { DeviceID(high: 77, low: 77) })
  }

  /// A remote store that two have written to, with a snapshot.
  private static func remote() throws -> (store: MemoryStore, ana: MemoryReplica) {
    let store = MemoryStore()
    let (ana, ben) = (
      replica(try lane("ana", 1), edits: 9), replica(try lane("ben", 2), edits: 5)
    )
    _ = try engine(ana, store).synchronize()
    _ = try engine(ben, store).synchronize()
    _ = try engine(ana, store).synchronize()
    _ = try engine(ana, store).compact()
    return (store, ana)
  }

  /// The snapshot with some lanes covered up to somewhere; where it lies.
  private static func snapshot(
    in store: MemoryStore, covers: [Lane: LanePosition], _ lines: [UInt8] = []
  ) throws -> SnapshotManifest {
    let digest = ContentDigest(of: lines)
    let lane = try lane("eve", 6)
    let manifest = SnapshotManifest(
      lane: lane, covers: covers, parts: lines.isEmpty ? [] : [digest])
    _ = store.put(RemoteKeys.manifest(manifest.name), manifest.bytes, ifAbsent: false)
    _ = store.put(RemoteKeys.part(digest, of: lane), lines, ifAbsent: false)
    return manifest
  }

  @Test func `a store that was tampered with is read or refused`() throws {
    for seed in 0..<40 {
      let (store, ana) = try HostileRemoteTests.remote()
      var random = SplitMix64(seed: UInt64(seed))
      for (key, bytes) in store.objects.sorted(by: { $0.key < $1.key }) where random.one(in: 2) {
        let changed = TokenJumble.jumbled(bytes, using: &random)
        var name = key
        if let old = SnapshotName(key.dropFirst(RemoteKeys.snapshots.count).dropLast(5)) {
          let new = SnapshotName(
            lane: old.lane, operations: old.operations, digest: ContentDigest(of: changed))
          name = RemoteKeys.manifest(new)
        }
        _ = store.put(name, changed, ifAbsent: false)
      }
      let newcomer = MemoryReplica(lane: try HostileRemoteTests.lane("carol", 3))
      for replica in [newcomer, ana, newcomer] {
        _ = try? HostileRemoteTests.engine(replica, store).synchronize()
        _ = try? HostileRemoteTests.engine(replica, store).compact()
      }
    }
  }

  @Test(arguments: [
    #"{"v":1,"at":-9223372036854775808,"seen":{}}"#, #"{"v":1,"at":1e18,"seen":{}}"#,
    #"{"v":1,"at":0,"seen":{"a.00000000000000010000000000000002":4611686018427387904}}"#,
  ])
  func `a card whose numbers cannot be reckoned with is none`(card: String) {
    #expect(Acknowledgement(Array(card.utf8)) == nil)
  }

  @Test func `a snapshot that covers more than can be counted is none`() throws {
    let huge = LanePosition(operation: 1 << 62, digest: .none, segment: 1)
    let lane = try HostileRemoteTests.lane("eve", 6)
    let manifest = SnapshotManifest(lane: lane, covers: [lane: huge], parts: [])
    #expect(SnapshotManifest(manifest.bytes) == nil)
  }

  @Test func `a snapshot without its parts makes nobody lose what was not sent`() throws {
    let (store, ana) = try HostileRemoteTests.remote()
    let lane = ana.ownLog().lane
    var parts = OperationParts(.edit, "mine")
    parts.fields = [.init(name: "note", value: Array("1".utf8))]
    ana.record(parts)
    let far = LanePosition(operation: 900, digest: .none, segment: 90)
    let manifest = try HostileRemoteTests.snapshot(in: store, covers: [lane: far])
    let next = RemoteKeys.segment(ana.ownLog().acknowledged.segment + 1, of: lane)
    _ = store.put(next, Stub(snapshot: manifest.name).bytes, ifAbsent: false)
    let report = try HostileRemoteTests.engine(ana, store).synchronize()
    #expect(report.sent == 1)
    #expect(ana.ownLog().head.operation == 1)
  }

  @Test func `operations under one's own name that one has not made are not taken in`() throws {
    let store = MemoryStore()
    let lane = try HostileRemoteTests.lane("carol", 3)
    let carol = HostileRemoteTests.replica(lane, edits: 2)
    let id = OperationID(device: lane.device, number: Int.max)
    let line = Operation(OperationParts(.edit, "forged"), id: id, previous: .none).line + [0x0A]
    let eve = LanePosition(operation: 5, digest: .none, segment: 1)
    _ = try HostileRemoteTests.snapshot(
      in: store, covers: [try HostileRemoteTests.lane("eve", 6): eve], line)
    _ = try HostileRemoteTests.engine(carol, store).synchronize()
    #expect(carol.subjects == ["ncarol0", "ncarol1"])
  }

  @Test func `a snapshot that was replaced very often is followed to the last one`() throws {
    let store = MemoryStore()
    let lane = try HostileRemoteTests.lane("eve", 6)
    var stub: [UInt8] = []
    for number in (1...100).reversed() {
      let position = LanePosition(operation: number, digest: .none, segment: 1)
      let digest = ContentDigest(of: [UInt8(number & 0xFF), UInt8(number >> 8)])
      let manifest = SnapshotManifest(lane: lane, covers: [lane: position], parts: [digest])
      _ = store.put(RemoteKeys.manifest(manifest.name), manifest.bytes, ifAbsent: false)
      if !stub.isEmpty { _ = store.put(RemoteKeys.part(digest, of: lane), stub, ifAbsent: false) }
      stub = Stub(snapshot: manifest.name).bytes
    }
    _ = store.put(RemoteKeys.segment(1, of: lane), stub, ifAbsent: false)
    let carol = MemoryReplica(lane: try HostileRemoteTests.lane("carol", 3))
    let engine = HostileRemoteTests.engine(carol, UnlistedStore(store))
    #expect(try engine.synchronize().snapshots == 0)
  }
}

/// A store whose listing tells of logs only.
private final class UnlistedStore: RemoteStore {
  let name = "unlisted"
  private let store: MemoryStore

  init(_ store: MemoryStore) { self.store = store }

  func put(_ key: String, _ bytes: [UInt8], ifAbsent: Bool) -> Bool {
    store.put(key, bytes, ifAbsent: ifAbsent)
  }

  func get(_ keys: [String], limit: Int) throws -> [[UInt8]?] {
    try store.get(keys, limit: limit)
  }

  func list(_ prefix: String) -> [String] {
    prefix == RemoteKeys.logs ? store.list(prefix) : []
  }
}
