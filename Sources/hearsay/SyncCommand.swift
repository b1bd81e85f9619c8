internal import ArgumentParser
internal import FoundationEssentials
internal import HearsayModel
internal import HearsayStore
internal import HearsaySync
internal import HearsayWorkspace

/// `hearsay sync`: one annotation set for a team.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Send and fetch the shared annotations of this project.",
    discussion: """
      Everything can be done without a network; what was decided meanwhile is sent the next time.
      Where two people disagree both versions are kept until somebody says which one holds.
      """,
    subcommands: [
      SyncRun.self, SyncInit.self, SyncStatusCommand.self, SyncConflicts.self, SyncResolve.self,
      SyncDevices.self, SyncRetire.self, SyncCompact.self, SyncWithhold.self, SyncShare.self,
    ], defaultSubcommand: SyncRun.self)

  /// The store of the folder the command runs in.
  ///
  /// - Throws: `ExitCode`.
  static func store(makes: Bool = false) throws -> AnnotationStore {
    let location = StoreFinder().location(forFolder: FileManager.default.currentDirectoryPath)
    return try failing {
      if makes { return try AnnotationStore.made(at: location.database) }
      guard let store = try AnnotationStore.existing(at: location.database) else {
        throw StoreError.noRemote
      }
      return store
    }
  }

  /// Does something; what goes wrong has a line on standard error and an exit status.
  ///
  /// - Throws: `ExitCode`.
  static func failing<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let code as ExitCode {
      throw code
    } catch {
      let failure = SyncFailure(error)
      Console.error("hearsay: sync: \(failure.reason) [\(failure.code)]")
      throw ExitCode(failure.exitStatus)
    }
  }

  /// Writes a line of results.
  static func say(_ line: String) throws { try Console.print(Array((line + "\n").utf8)) }
}

/// `hearsay sync` itself.
struct SyncRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Send and fetch; what `hearsay sync` does by itself.")

  @Flag(help: "Let more than a tenth of the annotations be deleted this time.")
  var allowDeletions = false

  @Flag(help: "Go on, every half minute, until it is stopped.")
  var watch = false

  @Flag(help: "No summary and no notices; errors are still told.")
  var quiet = false

  @Option(help: "Progress on standard error: auto (on a terminal), always or never.")
  var progress: ProgressMode = .auto

  func run() throws {
    let store = try SyncCommand.store()
    guard watch else { return try once(store) }
    while true {
      do {
        try once(store)
      } catch let code as ExitCode where [69, 75].contains(code.rawValue) {
        // Told already; the network comes back.
      }
      Waiting.pause(seconds: 30)
    }
  }

  private func once(_ store: AnnotationStore) throws {
    let meter = SyncMeter(isShown: !quiet && progress.isShown)
    let report = try SyncCommand.failing {
      defer { meter.clear() }
      return try RemoteSync(store).run(allowsMassDeletion: allowDeletions) { meter.note($0) }
    }
    for problem in report.problems where problem.isFailure || !quiet {
      Console.error("hearsay: sync: \(problem.sentence) [\(problem.code.rawValue)]")
    }
    if !quiet { try summarise(report, try SyncCommand.failing { try store.syncStatus() }) }
    if report.problems.contains(where: \.isFailure) { throw ExitCode(1) }
  }

  private func summarise(_ report: SyncReport, _ status: SyncStatus) throws {
    if report.sent > 0 { try SyncCommand.say("sent: \(report.sent)") }
    for (author, count) in report.received.sorted(by: { $0.key < $1.key }) {
      try SyncCommand.say("from \(author.isEmpty ? "somebody" : author): \(count)")
    }
    let needs =
      status.conflicts == 0 ? "" : "; \(status.conflicts) need you: hearsay sync conflicts"
    try SyncCommand.say("up to date\(needs)")
  }
}

/// How far a sync has come, on standard error.
private final class SyncMeter {
  private let isShown: Bool
  private var sent = 0
  private var received = 0

  init(isShown: Bool) { self.isShown = isShown }

  func note(_ progress: SyncEngine.Progress) {
    switch progress {
    case .sent(let count): sent += count
    case .received(let count): received += count
    }
    if isShown { Console.overwrite("sent \(sent), received \(received)") }
  }

  func clear() { if isShown { Console.overwrite("") } }
}

/// `hearsay sync init`.
struct SyncInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set up the remote store of this project.",
    discussion: """
      file:///PATH for a shared folder, s3+https://HOST/BUCKET/PREFIX[?region=R] for any S3 store.
      Credentials are not given here: see Schemas/sync/README.md.
      """)

  @Argument(help: ArgumentHelp("Address of the remote store.", valueName: "url"))
  var address: String

  @Option(help: "Your name in keys: a-z, 0-9, - and _. Default: the user's name.")
  var member: String?

  func run() throws {
    try SyncCommand.failing {
      let address = try RemoteAddress(address)
      let name = try RemoteSync.setUp(
        try SyncCommand.store(makes: true), address: address, member: member)
      try SyncCommand.say("set up \(address) for \(name); hearsay sync sends and fetches")
    }
  }
}

/// `hearsay sync status`.
struct SyncStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "What waits to be sent or decided; asks nobody.")

  func run() throws {
    try SyncCommand.failing {
      let status = try SyncCommand.store().syncStatus()
      try SyncCommand.say("remote: \(status.remote)")
      try SyncCommand.say("device: \(status.lane)")
      let last = status.last.map {
        Date(timeIntervalSince1970: Double($0)).formatted(.iso8601)
      }
      try SyncCommand.say("last sync: \(last ?? "never")")
      try SyncCommand.say("to send: \(status.unsent)")
      try SyncCommand.say("need you: \(status.conflicts)")
      if status.unapplied > 0 { try SyncCommand.say("kept, not applied: \(status.unapplied)") }
    }
  }
}

/// `hearsay sync devices`.
struct SyncDevices: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices", abstract: "Who writes to the remote store, and when they last read it.")

  func run() throws {
    try SyncCommand.failing {
      for (lane, card) in try RemoteSync(SyncCommand.store()).devices() {
        let time = card.map { Date(timeIntervalSince1970: Double($0.time)).formatted(.iso8601) }
        let fate = card?.isRetired == true ? "\tretired" : ""
        try SyncCommand.say("\(lane)\t\(time ?? "-")\(fate)")
      }
    }
  }
}

/// `hearsay sync retire`.
struct SyncRetire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Wait no longer for a device that will not read again.",
    discussion: """
      What it wrote stays. Logs are shortened without it; should it come back, it reads the snapshot
      and goes on. Another member's device can be retired by a maintainer only.
      """)

  @Argument(
    help: "The device as `hearsay sync devices` names it, or 8 or more of its first digits.")
  var device: String

  func run() throws {
    try SyncCommand.failing {
      let lane = try RemoteSync(SyncCommand.store()).retire(device.lowercased())
      try SyncCommand.say("\(lane) is retired; nobody waits for it any more")
    }
  }
}

/// `hearsay sync compact`.
struct SyncCompact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Write a snapshot, so that newcomers need not read every log from its beginning.")

  func run() throws {
    try SyncCommand.failing {
      try SyncCommand.say("wrote \(try RemoteSync(SyncCommand.store()).compact())")
    }
  }
}

/// `hearsay sync withhold`.
struct SyncWithhold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withhold", abstract: "Keep an annotation that was not sent yet to yourself.")

  @Argument(help: "The annotation's id.")
  var id: String

  func run() throws {
    try SyncCommand.failing {
      guard let id = AnnotationID(id) else { throw StoreError.unknownID(self.id) }
      try SyncCommand.store().withhold(id)
    }
  }
}

/// `hearsay sync share`.
struct SyncShare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Send an annotation that was withheld, as it is now.")

  @Argument(help: "The annotation's id.")
  var id: String

  func run() throws {
    try SyncCommand.failing {
      guard let id = AnnotationID(id) else { throw StoreError.unknownID(self.id) }
      try SyncCommand.store().share(id)
    }
  }
}
