internal import ArgumentParser
internal import FoundationEssentials
internal import HearsaySync
internal import HearsayTestSupport

/// Teams on a bad network, played over a real store.
@main
struct SyncModel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay-sync-model",
    abstract: "Plays the sync's fault model over a real store, and single requests to one.",
    subcommands: [Play.self, ObjectRequest.self, Throughput.self, FirstPull.self])
}

/// The remote store an address names, with credentials from the environment.
func openStore(_ address: String, limits: TransportLimits) throws -> any RemoteStore {
  switch try RemoteAddress(address) {
  case .folder(let path):
    let store = FolderStore(path: path)
    try store.create()
    return store
  case .bucket(let bucket):
    let source = CredentialSource(environment: ProcessInfo.processInfo.environment)
    return try S3Store(
      bucket, limits: limits, credentials: { try source.credentials() },
      pause: { Waiting.pause(seconds: $0) })
  }
}

/// Seeds of the model, each below a prefix of its own.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Plays seeds of the model.")

  @Option(help: "Address of the store.")
  var remote: String

  @Option(help: "The first seed.")
  var first = 0

  @Option(help: "How many seeds.")
  var count = 10

  @Option(help: "Steps of each before the faults stop.")
  var steps = 160

  func run() throws {
    var failures = 0
    for seed in first..<(first + count) {
      let store = try openStore("\(remote)/seed\(seed)", limits: TransportLimits())
      var options = ReplicaModel.Options()
      options.steps = steps
      let model = try ReplicaModel(seed: UInt64(seed), remote: store, options: options)
      try model.run()
      let difference = model.difference()
      if difference != nil { failures += 1 }
      print(
        "seed \(seed): \(model.operations) operations, \(model.kills) kills,",
        "\(model.failures) failed syncs: \(difference ?? "converged")")
    }
    if failures > 0 { throw ExitCode(1) }
  }
}

/// One request, and what it came to.
struct ObjectRequest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "object", abstract: "One request to a store: put, get or list.")

  @Option(help: "Address of the store.")
  var remote: String

  @Option(help: "Seconds without progress after which an answer is too slow.")
  var patience = 20

  @Argument(help: "put, get or list.")
  var action: String

  @Argument(help: "Key or prefix.")
  var key: String

  @Argument(help: "What to put.")
  var content = ""

  func run() throws {
    var limits = TransportLimits()
    limits.slowSeconds = patience
    do {
      let store = try openStore(remote, limits: limits)
      switch action {
      case "put":
        print(try store.put(key, Array(content.utf8), ifAbsent: true) ? "written" : "exists")
      case "get":
        let bytes = try store.get([key], limit: 1 << 20)[0]
        print(bytes.map { String(decoding: $0, as: UTF8.self) } ?? "absent")
      default: print(try store.list(key).joined(separator: " "))
      }
    } catch let error as RemoteError {
      print("\(error.code.rawValue): \(error.detail)")
      throw ExitCode(1)
    }
  }
}
