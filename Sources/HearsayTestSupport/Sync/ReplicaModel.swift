public import HearsaySync

/// A team of replicas on a bad network, driven by one seed, and the truth about who knew what.
///
/// The oracle has every edit once, with the edits its author knew as parents. In the end every
/// replica must show what merging the oracle shows: nothing lost, nothing decided silently.
public final class ReplicaModel {
  /// How a replica fetches.
  public typealias Synchronize = (SyncEngine, any LocalReplica, any RemoteStore) throws -> Void

  /// What is varied beyond the seed.
  public struct Options: Sendable {
    /// Replicas at the beginning.
    public var replicas = 5
    /// Steps before the faults stop.
    public var steps = 160
    /// Operations a segment has at most.
    public var segmentSize = 3

    /// The usual team.
    public init() {}
  }

  /// One analyst's store and how it reaches the others.
  public final class Member {
    /// What it knows.
    public let replica: MemoryReplica
    let link: FaultyLink
    let skew: Int

    init(_ replica: MemoryReplica, _ link: FaultyLink, _ skew: Int) {
      self.replica = replica
      self.link = link
      self.skew = skew
    }
  }

  /// The team; more than at the beginning where a store was copied.
  public private(set) var members: [Member] = []
  private let remote: any RemoteStore
  private let plan: FaultPlan
  private let options: Options
  private let synchronize: Synchronize
  private var random: SplitMix64
  private var oracle: [String: [Operation]] = [:]
  private var edits = 0
  private var time = 1_700_000_000
  /// Kills that happened.
  public private(set) var kills = 0
  /// Requests that failed and ended a sync.
  public private(set) var failures = 0
  /// Edits that were made.
  public var operations: Int { edits }
  /// Problems that were reported.
  public private(set) var problems: [SyncReport.Problem] = []

  /// A team whose fate a seed decides.
  public init(
    seed: UInt64, remote: any RemoteStore, options: Options = Options(),
    synchronize: Synchronize? = nil
  ) throws {
    random = SplitMix64(seed: seed)
    plan = FaultPlan(seed: seed &+ 1)
    self.remote = remote
    self.options = options
    self.synchronize = synchronize ?? { engine, _, _ in _ = try engine.synchronize() }
    for index in 0..<options.replicas {
      let device = DeviceID(using: &random)
      guard let lane = Lane(member: "m\(index)", device: device) else { continue }
      join(MemoryReplica(lane: lane, segmentSize: options.segmentSize))
    }
  }

  private func join(_ replica: MemoryReplica) {
    // Clocks up to ten years off.
    let skew = random.below(2 * 315_360_000) - 315_360_000
    members.append(Member(replica, FaultyLink(to: remote, plan: plan), skew))
  }

  /// Runs the seed's history, then lets everything arrive.
  public func run() throws {
    plan.rate = [0, 20, 60, 120][random.below(4)]
    plan.killRate = [0, 10, 40][random.below(3)]
    let copyAt = random.one(in: 3) ? random.below(options.steps) : -1
    for step in 0..<options.steps {
      if step == copyAt { join(MemoryReplica(copyOf: random.pick(members).replica)) }
      try tick()
    }
    plan.rate = 0
    plan.killRate = 0
    try settle()
  }

  private func tick() throws {
    time += random.below(3) == 0 ? random.below(40 * 86_400) : 60
    let member = random.pick(members)
    switch random.below(20) {
    case 0: member.link.isCut.toggle()
    case 1: try weather { try plan.deliverLate() }
    case 2: try attempt(member) { _ = try $0.compact() }
    case 3...10: edit(member.replica)
    default:
      try attempt(member) { engine in
        try synchronize(engine, member.replica, member.link)
      }
    }
  }

  /// Everything arrives, and everybody syncs until nobody has news.
  private func settle() throws {
    for member in members { member.link.isCut = false }
    var quiet = 0
    var rounds = 0
    while quiet < 4, rounds < 400 {
      var isWhole = try weather { try plan.deliverAll() }
      for member in members {
        let isDone = try attempt(member) { try synchronize($0, member.replica, member.link) }
        isWhole = isDone && isWhole
      }
      quiet = isWhole ? quiet + 1 : 0
      rounds += 1
    }
  }

  /// Does something with a member's engine; whether nothing stopped it.
  @discardableResult
  private func attempt(_ member: Member, _ body: (SyncEngine) throws -> Void) throws -> Bool {
    var choices = SyncEngine.Options()
    choices.allowsMassDeletion = true
    choices.acknowledgeEvery = 1
    choices.collectEvery = 1
    choices.window = 1 + random.below(4)
    let clock = time + member.skew
    let engine = SyncEngine(
      replica: MortalReplica(member.replica, plan: plan), remote: member.link, options: choices,
      now: { clock }, mint: { DeviceID(using: &self.random) })
    defer { problems += engine.report.problems }
    return try weather { try body(engine) }
  }

  /// Whether something was done; a kill or a store out of reach ends it and is counted.
  @discardableResult
  private func weather(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return true
    } catch is Killed {
      kills += 1
    } catch is RemoteError {
      failures += 1
    }
    return false
  }
}

extension ReplicaModel {
  /// One analyst does something to one of a few annotations.
  private func edit(_ replica: MemoryReplica) {
    let subject = "a\(random.below(6))"
    edits += 1
    var parts = OperationParts(.edit, subject)
    parts.author = "e\(edits)"
    switch random.below(8) {
    case 0: parts.deletion = true
    case 1: parts.tags = [.init(name: "t\(random.below(2))", isAdded: random.one(in: 2))]
    case 2:
      // Decides everything that is open.
      parts.deletion = false
      for field in ["speaker", "note"] { parts.fields.append(value(field)) }
    default: parts.fields = [value(random.one(in: 2) ? "speaker" : "note")]
    }
    let known = knowledge(of: replica, subject)
    replica.record(parts)
    parts.parents = known
    let id = OperationID(device: ReplicaModel.truth, number: edits)
    oracle[subject, default: []].append(Operation(parts, id: id, previous: .none))
  }

  private static let truth = DeviceID(high: 0, low: 0)

  private func value(_ field: String) -> Operation.Field {
    .init(name: field, value: Array("\"v\(edits)\"".utf8))
  }

  /// The oracle's edits that a replica has; what is abbreviated is known through what replaced it.
  private func knowledge(of replica: MemoryReplica, _ subject: String) -> [OperationID] {
    replica.operations(on: subject).compactMap { operation in
      Int(operation.author.dropFirst()).map {
        OperationID(device: ReplicaModel.truth, number: $0)
      }
    }
  }

  /// The first difference between what a replica shows and the truth; nil for none.
  public func difference() -> String? {
    for (index, member) in members.enumerated() {
      for (subject, edits) in oracle.sorted(by: { $0.key < $1.key }) {
        let truth = AnnotationState(merging: edits).story
        let shown = member.replica.state(of: subject).story
        if shown != truth {
          return "replica \(index) of \(subject):\n shown \(shown)\n truth \(truth)"
        }
      }
    }
    return nil
  }
}

extension AnnotationState {
  /// What it shows, told by authors and values rather than by names of operations.
  public var story: String {
    let lines = fields.map { field in
      let values = Set(
        field.versions.map { "\($0.author)=\(String(decoding: $0.value, as: UTF8.self))" })
      return "\(field.name): \(values.sorted())"
    }
    let fate =
      switch deletion {
      case .none: "there"
      case .deleted: "deleted"
      case .contested(let deletions, let edits):
        "contested \(Set(deletions.map(\.author)).sorted()) \(Set(edits.map(\.author)).sorted())"
      }
    return "\(lines) \(tags) \(fate)"
  }
}
