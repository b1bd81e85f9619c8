internal import ArgumentParser
internal import FoundationEssentials
internal import HearsaySync
internal import HearsayTestSupport

/// How many operations a second go from store to store, and what asking for nothing costs.
struct Throughput: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures push, pull and a pull without news, from memory to memory.")

  @Option(help: "Address of the store.")
  var remote: String

  @Option(help: "Operations to send.")
  var operations = 200_000

  @Option(help: "Devices with a log of their own for the pull without news.")
  var devices = 50

  func run() throws {
    let store = try openStore(remote, limits: TransportLimits())
    var random = SystemRandomNumberGenerator()
    let sender = try replica("sender")
    for number in 0..<operations { sender.record(Throughput.parts(number)) }
    try measure("push", operations) { try synchronize(sender, store) }
    let receiver = try replica("receiver")
    try measure("pull", operations) { try synchronize(receiver, store) }
    for index in 0..<devices {
      let other = try replica("m\(index)")
      other.record(Throughput.parts(Int(random.next() >> 8)))
      let engine = engine(other, store)
      try engine.send()
    }
    try synchronize(receiver, store)
    for _ in 0..<5 { try measure("nothing new", 1) { try synchronize(receiver, store) } }
  }

  private func replica(_ member: String) throws -> MemoryReplica {
    var random = SystemRandomNumberGenerator()
    guard let lane = Lane(member: member, device: DeviceID(using: &random)) else {
      throw ExitCode(64)
    }
    return MemoryReplica(lane: lane)
  }

  private func engine(_ replica: MemoryReplica, _ store: any RemoteStore) -> SyncEngine {
    var options = SyncEngine.Options()
    options.allowsMassDeletion = true
    var random = SystemRandomNumberGenerator()
    return SyncEngine(
      replica: replica, remote: store, options: options,
      now: { Int(Date().timeIntervalSince1970) }, mint: { DeviceID(using: &random) })
  }

  private func synchronize(_ replica: MemoryReplica, _ store: any RemoteStore) throws {
    _ = try engine(replica, store).synchronize()
  }

  private func measure(_ name: String, _ count: Int, _ body: () throws -> Void) rethrows {
    let time = try ContinuousClock().measure(body)
    let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    print("\(name): \(Int(seconds * 1_000)) ms, \(Int(Double(count) / seconds)) a second")
  }

  /// An operation of about 700 bytes, as an annotation with its target makes one.
  private static func parts(_ number: Int) -> OperationParts {
    var parts = OperationParts(.edit, "annotation-\(number)")
    let words = String(repeating: "the river bed has moved ", count: 12)
    parts.fields = [
      .init(name: "kind", value: Array("\"quotation\"".utf8)),
      .init(
        name: "target",
        value: Array("{\"start\":\(number),\"end\":\(number + 40),\"exact\":\"\(words)\"}".utf8)),
      .init(name: "speaker", value: Array("\"Ana Ruiz\"".utf8)),
    ]
    parts.author = "Ana Ruiz"
    parts.time = "2024-03-05T10:00:00Z"
    return parts
  }
}
