public import HearsaySync

/// The process was killed: everything that is not in the local or remote store is gone.
public struct Killed: Error, Equatable {}

/// What is wrong between the replicas and the remote store, and where kills fall; shared by all.
public final class FaultPlan {
  /// How often, in a thousand calls, each thing goes wrong.
  public var rate = 0
  /// How often, in a thousand steps, the process is killed before or after one.
  public var killRate = 0
  var random: SplitMix64
  private var late: [(any RemoteStore, String, [UInt8], Bool)] = []

  /// Nothing goes wrong until rates are set.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Whether chance has it, so many times in a thousand.
  func hits(_ rate: Int) -> Bool { random.below(1_000) < rate }

  /// Between two steps the process may be killed.
  func step() throws { if hits(killRate) { throw Killed() } }

  /// Keeps a write that the network will bring later.
  func delay(_ store: any RemoteStore, _ key: String, _ bytes: [UInt8], _ ifAbsent: Bool) {
    late.append((store, key, bytes, ifAbsent))
  }

  /// Brings one of the late writes, any; it stays late where the store is away itself.
  public func deliverLate() throws {
    guard !late.isEmpty else { return }
    let place = random.below(late.count)
    let (store, key, bytes, ifAbsent) = late[place]
    _ = try store.put(key, bytes, ifAbsent: ifAbsent)
    late.remove(at: place)
  }

  /// Brings all late writes.
  public func deliverAll() throws { while !late.isEmpty { try deliverLate() } }
}

/// The way from one replica to the remote store, which loses, delays and doubles.
public final class FaultyLink: RemoteStore {
  private let store: any RemoteStore
  private let plan: FaultPlan
  /// Whether nothing goes through.
  public var isCut = false
  /// How it is called.
  public var name: String { store.name }

  /// A way to a store on which a plan's faults happen.
  public init(to store: any RemoteStore, plan: FaultPlan) {
    self.store = store
    self.plan = plan
  }

  private func enter() throws {
    try plan.step()
    if isCut || plan.hits(plan.rate) { throw RemoteError(.unreachable, "cut") }
  }

  /// As ``RemoteStore`` wants it.
  public func put(_ key: String, _ bytes: [UInt8], ifAbsent: Bool) throws -> Bool {
    try enter()
    if plan.hits(plan.rate) {
      plan.delay(store, key, bytes, ifAbsent)
      throw RemoteError(.tooSlow, "delayed")
    }
    // Acknowledged and dropped.
    if plan.hits(plan.rate / 2) { return true }
    let isWritten = try store.put(key, bytes, ifAbsent: ifAbsent)
    if plan.hits(plan.rate) { plan.delay(store, key, bytes, ifAbsent) }
    if plan.hits(plan.rate) { throw RemoteError(.truncated, "the answer was lost") }
    try plan.step()
    return isWritten
  }

  /// As ``RemoteStore`` wants it.
  public func get(_ keys: [String], limit: Int) throws -> [[UInt8]?] {
    try enter()
    return try store.get(keys, limit: limit)
  }

  /// As ``RemoteStore`` wants it.
  public func list(_ prefix: String) throws -> [String] {
    try enter()
    let all = try store.list(prefix)
    return plan.hits(5 * plan.rate) ? all.filter { _ in plan.hits(500) } : all
  }
}

/// A replica whose process may be killed before and after each of its transactions.
public final class MortalReplica: LocalReplica {
  private let inner: any LocalReplica
  private let plan: FaultPlan

  /// A replica that a plan kills.
  public init(_ inner: any LocalReplica, plan: FaultPlan) {
    self.inner = inner
    self.plan = plan
  }

  private func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try plan.step()
    let result = try body()
    try plan.step()
    return result
  }

  /// As ``LocalReplica`` wants it.
  public func ownLog() throws -> OwnLog { try inner.ownLog() }
  /// As ``LocalReplica`` wants it.
  public func positions() throws -> [Lane: LanePosition] { try inner.positions() }
  /// As ``LocalReplica`` wants it.
  public func seal() throws -> [SealedSegment] { try transaction { try inner.seal() } }
  /// As ``LocalReplica`` wants it.
  public func acknowledge(_ number: Int) throws {
    try transaction { try inner.acknowledge(number) }
  }
  /// As ``LocalReplica`` wants it.
  public func segment(_ number: Int) throws -> SealedSegment? { try inner.segment(number) }
  /// As ``LocalReplica`` wants it.
  public func ownOperations(from number: Int, count: Int) throws -> [Operation] {
    try inner.ownOperations(from: number, count: count)
  }
  /// As ``LocalReplica`` wants it.
  public func apply(_ operations: [Operation], positions: [Lane: LanePosition]) throws {
    try transaction { try inner.apply(operations, positions: positions) }
  }
  /// As ``LocalReplica`` wants it.
  public func remint(as lane: Lane, known: LanePosition, shared: Int) throws {
    try transaction { try inner.remint(as: lane, known: known, shared: shared) }
  }
  /// As ``LocalReplica`` wants it.
  public func eachSubject(
    coveredBy: [DeviceID: Int], _ body: ([Operation]) throws -> Void
  ) throws {
    try inner.eachSubject(coveredBy: coveredBy, body)
  }
  /// As ``LocalReplica`` wants it.
  public func visibleAnnotations() throws -> (count: Int, mark: Int) {
    try inner.visibleAnnotations()
  }
  /// As ``LocalReplica`` wants it.
  public func countVisible(_ annotations: Set<String>, before mark: Int) throws -> Int {
    try inner.countVisible(annotations, before: mark)
  }
  /// As ``LocalReplica`` wants it.
  public func unsentDeletions() throws -> Int { try inner.unsentDeletions() }
  /// As ``LocalReplica`` wants it.
  public func note(_ name: String) throws -> Int? { try inner.note(name) }
  /// As ``LocalReplica`` wants it.
  public func setNote(_ name: String, _ value: Int) throws {
    try transaction { try inner.setNote(name, value) }
  }
}
