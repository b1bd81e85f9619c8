public import HearsayAnalysis
internal import HearsayProtocol
public import HearsayWorkspace
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The language server: speaks LSP over two open files until its client is gone.
///
/// More threads work for it beside the caller's, which owns the session: one reads and decodes, one
/// writes, one answers questions on snapshots, one waits for the disk, one reads long texts with care.
public struct LanguageServer: Sendable {
  /// How long the end may take after the client is gone, in milliseconds.
  private static let patience = 800
  /// How long the last messages may take to be written, in milliseconds.
  private static let lastWords = 400

  /// What the server is started with.
  public struct Configuration: Sendable {
    /// File descriptor messages are read from.
    public var input: Int32 = 0
    /// File descriptor messages are written to.
    public var output: Int32 = 1
    /// Makes the stages of the analysis; called once, on a thread of its own, so that the client
    /// has its first answer before the data is read.
    public var analyzer: @Sendable () -> Analyzer
    /// Where settings come from before the client adds its own.
    public var settings: any SettingsSource
    /// Where the outlets of a document's project come from.
    public var outlets: any OutletSourceProvider = ProjectOutlets()
    /// The day of today, `YYYY-MM-DD`.
    public var today: @Sendable () -> String = { "" }
    /// Where registry entries are put for editors to open, or nil for nowhere.
    public var entryFiles: OutletEntryFiles? = OutletEntryFiles()
    /// What people decided.
    public var decisions = DecisionStore()
    /// The program's version, told to the client.
    public var version: String
    /// Where the pages about the diagnostics' codes are put for editors to open, or nil for nowhere.
    public var codePages: CodePages?
    /// The folder in which indexes of projects are kept; nil for no indexes.
    public var indexFolder: String?
    /// Gets every message, or nil.
    public var wireLog: WireLog?
    /// Ends the process with a status where the server cannot end by itself in time.
    public var terminate: @Sendable (Int32) -> Void

    /// A server on standard input and output.
    public init(
      analyzer: @autoclosure @escaping @Sendable () -> Analyzer,
      settings: any SettingsSource = FixedSettings(), version: String
    ) {
      self.analyzer = analyzer
      self.settings = settings
      self.version = version
      terminate = { _exit($0) }
    }
  }

  /// How the end stands, shared by all threads.
  private final class Ending: Sendable {
    private let state = Mutex((sawShutdown: false, isOver: false, isCounting: false))
    private let terminate: @Sendable (Int32) -> Void

    init(terminate: @escaping @Sendable (Int32) -> Void) { self.terminate = terminate }

    func sawShutdown() { state.withLock { $0.sawShutdown = true } }
    func isOver() { state.withLock { $0.isOver = true } }

    /// Ends the process if the server has not ended by itself in time.
    func startCountdown() {
      let isFirst = state.withLock { state in
        defer { state.isCounting = true }
        return !state.isCounting
      }
      guard isFirst else { return }
      DedicatedThread.start { [self] in
        usleep(UInt32(LanguageServer.patience * 1_000))
        let (sawShutdown, isOver, _) = state.withLock { $0 }
        if !isOver { terminate(sawShutdown ? 0 : 1) }
      }
    }
  }

  /// Serves one client and returns the status to exit with: 0 after `shutdown`, else 1.
  ///
  /// Blocks the calling thread. Ignores SIGPIPE for the process from now on.
  public static func run(_ configuration: Configuration) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    let queue = InputQueue()
    let outbox = Outbox()
    let ledger = RequestLedger()
    let work = WorkQueue()
    let disk = WorkQueue()
    let desk = WorkQueue()
    let hall = WorkQueue()
    let shelf = WorkQueue()
    shelf.run { LowPriority.enter() }
    let isOver = Monitor(false)
    let ending = Ending(terminate: configuration.terminate)
    let gone: @Sendable () -> Void = {
      ending.startCountdown()
      queue.disconnect()
    }
    let reader = InputReader(
      descriptor: configuration.input, queue: queue, outbox: outbox, ledger: ledger,
      wireLog: configuration.wireLog, sawShutdown: ending.sawShutdown,
      ending: ending.startCountdown)
    let writer = OutputWriter(
      descriptor: configuration.output, outbox: outbox, wireLog: configuration.wireLog,
      disconnected: gone)
    let analyzer = Monitor<Analyzer?>(nil)
    DedicatedThread.start {
      let made = configuration.analyzer()
      analyzer.withLock { $0 = made }
    }
    DedicatedThread.start { reader.run() }
    DedicatedThread.start { writer.run() }
    let sync = BackgroundSync { queue.append(.store(.synced($0))) }
    let session = Session(
      SessionEnvironment(
        analyzer: { analyzer.wait { $0 } }, settings: configuration.settings,
        version: configuration.version, documentation: configuration.codePages.map { .files($0) },
        outbox: outbox, ledger: ledger, execute: { work.run($0) },
        now: { LanguageServer.milliseconds() },
        watchParent: { ParentWatch.start(processID: $0, died: gone) },
        outlets: configuration.outlets, today: configuration.today,
        entryFiles: configuration.entryFiles,
        carefulReader: CarefulReader(
          run: { desk.run($0) },
          deliver: { queue.append(.refined(uri: $0, $1)) }),
        gather: { hall.run($0) },
        indexing: configuration.indexFolder.map { folder in
          IndexingEnvironment(
            run: { shelf.run($0) }, concurrently: { LowPriority.concurrently($0) },
            deliver: { queue.append(.index($0)) }, cacheFolder: folder,
            isEnding: { isOver.withLock { $0 } })
        },
        decisions: configuration.decisions,
        store: { piece in
          disk.run { if let event = piece() { queue.append(.store(event)) } }
        },
        synchronise: { location in
          disk.run { sync.add(location) }
        }))
    let status = serve(session, from: queue)
    // The index reads the store too, and one that is read cannot be closed.
    isOver.withLock { $0 = true }
    shelf.drain(atMostMilliseconds: lastWords)
    // What was decided is stored, whether or not somebody still waits for the answer.
    disk.run { configuration.decisions.close() }
    disk.drain(atMostMilliseconds: lastWords)
    session.finishShutdown()
    outbox.close()
    outbox.waitUntilWritten(atMostMilliseconds: lastWords)
    work.close()
    hall.close()
    shelf.close()
    desk.close()
    ending.isOver()
    return status
  }

  private static func serve(_ session: Session, from queue: InputQueue) -> Int32 {
    while true {
      // Other processes' decisions are looked for even while the client is silent.
      for event in queue.takeAll(atMostMilliseconds: Session.storeInterval) {
        session.apply(event)
        if let status = session.exitStatus { return status }
      }
      session.settle()
    }
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
