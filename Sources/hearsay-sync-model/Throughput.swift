internal import ArgumentParser
internal import FoundationEssentials
internal import HearsayModel
internal import HearsayStore
internal import HearsaySync
internal import HearsayTestSupport
internal import HearsayText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How many annotations a second go from store to store, and what asking for nothing costs.
struct Throughput: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures push, first pull and a pull without news, from database to database.")

  @Option(help: "Address of the remote store.")
  var remote: String

  @Option(help: "Folder for the databases.")
  var folder: String

  @Option(help: "Annotations to send.")
  var annotations = 200_000

  @Flag(help: "Write a snapshot behind it all, for first-pull.")
  var snapshot = false

  @Option(help: "Devices with a log of their own for the pull without news.")
  var devices = 50

  func run() throws {
    let remote = try openStore(remote, limits: TransportLimits())
    let sender = try Throughput.store("sender", in: folder)
    for start in stride(from: 0, to: annotations, by: 1_000) {
      try sender.commit(Throughput.commit(start..<min(annotations, start + 1_000)))
    }
    try measure("push", annotations) { try synchronize(sender, remote) }
    let receiver = try Throughput.store("receiver", in: folder)
    try measure("first pull", annotations) { try synchronize(receiver, remote) }
    print("memory at its highest: \(Measurement.highestMemory) MB")
    for index in 0..<devices {
      let other = MemoryReplica(lane: try Throughput.lane("m\(index)"))
      var parts = OperationParts(.edit, "document:\(index)")
      parts.fields = [.init(name: "article-date", value: Array("\"2024-03-05\"".utf8))]
      other.record(parts)
      try Throughput.engine(other, remote).send()
    }
    try synchronize(receiver, remote)
    for _ in 0..<5 { try measure("nothing new", 1) { try synchronize(receiver, remote) } }
    if snapshot {
      let engine = Throughput.engine(SyncReplica(store: sender), remote)
      _ = try engine.synchronize()
      try measure("snapshot", annotations) { _ = try engine.compact() }
    }
  }

  fileprivate static func lane(_ member: String) throws -> Lane {
    var random = SystemRandomNumberGenerator()
    guard let lane = Lane(member: member, device: DeviceID(using: &random)) else {
      throw ExitCode(64)
    }
    return lane
  }

  fileprivate static func store(_ member: String, in folder: String) throws -> AnnotationStore {
    let store = try AnnotationStore.made(at: "\(folder)/\(member).sqlite")
    try store.setRemote(.folder("/unused"), lane: try lane(member))
    return store
  }

  fileprivate static func engine(
    _ replica: any LocalReplica, _ remote: any RemoteStore
  ) -> SyncEngine {
    var options = SyncEngine.Options()
    options.allowsMassDeletion = true
    return SyncEngine(
      replica: replica, remote: remote, options: options,
      now: { Int(Date().timeIntervalSince1970) },
      mint: {
        var random = SystemRandomNumberGenerator()
        return DeviceID(using: &random)
      })
  }

  private func synchronize(_ store: AnnotationStore, _ remote: any RemoteStore) throws {
    _ = try Throughput.engine(SyncReplica(store: store), remote).synchronize()
  }

  private func measure(_ name: String, _ count: Int, _ body: () throws -> Void) rethrows {
    try Measurement.measure(name, count, body)
  }

  private static let text = Text(
    "“The river bed has moved by a metre,” Ana Ruiz said on Tuesday.\n")

  /// One step that adds notes to one article.
  private static func commit(_ numbers: Range<Int>) -> Commit {
    let stamp = DecisionStamp(author: "Ana Ruiz", time: "2024-03-05T10:00:00Z")
    let identity = DocumentIdentity(
      Text("\(text.string(in: ByteSpan(0, 20))) \(numbers)"), path: nil)
    let changes = numbers.flatMap { number in
      let id = AnnotationID(milliseconds: UInt64(number), random: (0, UInt64(number)))
      let note = StoredAnnotation(
        id: id,
        target: AnnotationTarget(ByteSpan(3, 30), in: text, textHash: identity.textHash),
        origin: nil, body: .note, status: .authored, note: "remark \(number)", creation: stamp)
      return FieldChange.changes(of: .annotation(id), from: [:], to: note.fields)
    }
    return Commit(
      document: identity, text: nil, verb: .add, stamp: stamp,
      id: AnnotationID(milliseconds: UInt64(numbers.lowerBound), random: (1, 0)), changes: changes)
  }
}

/// A newcomer's first pull in a process of its own, so that the memory is its alone.
struct FirstPull: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures what a newcomer's first pull takes, in time and memory.")

  @Option(help: "Address of the remote store.")
  var remote: String

  @Option(help: "Folder for the database.")
  var folder: String

  func run() throws {
    let remote = try openStore(remote, limits: TransportLimits())
    let store = try Throughput.store("newcomer", in: folder)
    let engine = Throughput.engine(SyncReplica(store: store), remote)
    try Measurement.measure("first pull", 1) { _ = try engine.synchronize() }
    let received = engine.report.received.values.reduce(0, +)
    print("received: \(received), by \(engine.report.snapshots) snapshots")
    print("memory at its highest: \(Measurement.highestMemory) MB")
  }
}

/// What something takes.
private enum Measurement {
  /// Does something, and prints how long it took and how much of a processor.
  static func measure(_ name: String, _ count: Int, _ body: () throws -> Void) rethrows {
    let before = processorTime
    let time = try ContinuousClock().measure(body)
    let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    let processor = Int((processorTime - before) * 1_000)
    print(
      "\(name): \(Int(seconds * 1_000)) ms (processor \(processor) ms),",
      "\(Int(Double(count) / seconds)) a second")
  }

  /// The most memory the process has had, in megabytes; zero where the system does not say.
  static var highestMemory: Int {
    let status =
      (try? String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1_024 } ?? 0
  }

  /// Seconds of a processor the process has had.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
