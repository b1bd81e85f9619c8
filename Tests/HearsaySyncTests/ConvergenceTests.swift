import HearsaySync
import HearsayTestSupport
import Testing

@Suite struct ConvergenceTests {
  /// Seeds in blocks, so that a failure names its seed and the blocks run side by side.
  static let blocks = Array(stride(from: 0, to: 2_400, by: 100))

  @Test(arguments: blocks)
  func `five replicas on a bad network show the truth in the end`(block: Int) throws {
    for seed in block..<(block + 100) {
      let model = try ReplicaModel(seed: UInt64(seed), remote: MemoryStore())
      try model.run()
      let difference = model.difference()
      #expect(difference == nil, "seed \(seed): \(difference ?? "")")
      let lies = model.problems.filter { $0.code != .copied && $0.code != .forgotten }
      #expect(lies.isEmpty, "seed \(seed)")
    }
  }

  @Test func `a store that goes away for a while delays the truth only`() throws {
    for seed in 0..<60 {
      let remote = InterruptedStore(seed: UInt64(seed))
      let model = try ReplicaModel(seed: UInt64(seed), remote: remote)
      try model.run()
      let difference = model.difference()
      #expect(difference == nil, "seed \(seed): \(difference ?? "")")
      #expect(remote.refusals > 0, "seed \(seed)")
    }
  }

  @Test func `who jumps to the smallest listed number diverges`() throws {
    var diverged = 0
    for seed in 0..<40 {
      let model = try ReplicaModel(seed: UInt64(seed), remote: MemoryStore()) {
        engine, replica, remote in
        try engine.send()
        try JumpingPull.run(replica, remote)
      }
      try model.run()
      if model.difference() != nil { diverged += 1 }
    }
    #expect(diverged > 0)
  }
}

/// A store that is killed and started again: calls in a row are refused, some of them carried out.
private final class InterruptedStore: RemoteStore {
  let name = "interrupted"
  private(set) var refusals = 0
  private let store = MemoryStore()
  private var random: SplitMix64
  private var calls = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private func call<Result>(_ body: () throws -> Result) throws -> Result {
    calls += 1
    guard calls % 60 < 25 else { return try body() }
    refusals += 1
    if random.one(in: 3) { _ = try body() }
    throw RemoteError(.unreachable, "the store is away")
  }

  func put(_ key: String, _ bytes: [UInt8], ifAbsent: Bool) throws -> Bool {
    try call { store.put(key, bytes, ifAbsent: ifAbsent) }
  }

  func get(_ keys: [String], limit: Int) throws -> [[UInt8]?] {
    try call { try store.get(keys, limit: limit) }
  }

  func list(_ prefix: String) throws -> [String] { try call { store.list(prefix) } }
}

/// What must not be done: to trust a listing for what comes next.
private enum JumpingPull {
  static func run(_ replica: any LocalReplica, _ remote: any RemoteStore) throws {
    let own = try replica.ownLog().lane
    for folder in try remote.list(RemoteKeys.logs) {
      guard let lane = Lane(folder.dropFirst(4).dropLast()), lane != own else { continue }
      var last = try replica.positions()[lane]?.segment ?? 0
      for key in try remote.list(folder) {
        let digits = key.dropFirst(folder.count).prefix(8)
        guard let number = Int(digits), number > last, key.hasSuffix(".jsonl"),
          let bytes = try remote.get([key], limit: 1 << 20).first ?? nil
        else { continue }
        let lines = bytes.split(separator: 0x0A).dropFirst()
        let operations = lines.compactMap { Operation(line: Array($0)) }
        last = number
        let position = LanePosition(operation: number, digest: .none, segment: number)
        try replica.apply(operations, positions: [lane: position])
      }
    }
  }
}
