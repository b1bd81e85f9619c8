internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayStore
internal import HearsayText
internal import HearsayWorkspace

/// What a session needs from outside; tests give other values than the program.
struct SessionEnvironment: Sendable {
  /// The stages of the analysis; the first call may wait until they are made.
  let analyzer: @Sendable () -> Analyzer
  /// Where settings come from before the client adds its own.
  let settings: any SettingsSource
  /// The program's version.
  let version: String
  /// Where the pages about the diagnostics' codes are, or nil.
  var documentation: CodeDocumentation?
  /// Where the findings come from.
  var findings = FindingsSource.analysis
  /// What messages to the client go through.
  let outbox: Outbox
  /// The tickets of open requests.
  let ledger: RequestLedger
  /// Runs work on a snapshot, now or on another thread.
  let execute: @Sendable (@escaping @Sendable () -> Void) -> Void
  /// Milliseconds since some moment, never going back.
  let now: @Sendable () -> Int
  /// Told the process that started the server, if it is to be watched.
  let watchParent: @Sendable (Int) -> Void
  /// Where the outlets of a document's project come from.
  var outlets: any OutletSourceProvider = ShippedOutlets()
  /// The day of today, `YYYY-MM-DD`; empty where it is not known.
  var today: @Sendable () -> String = { "" }
  /// Where registry entries are put for editors to open, or nil for nowhere.
  var entryFiles: OutletEntryFiles?
  /// Reads what was opened in a hurry; what it finds comes back as events.
  let carefulReader: CarefulReader
  /// Runs questions about the whole project, which may take longer.
  var gather: @Sendable (@escaping @Sendable () -> Void) -> Void
  /// How projects are indexed; nil for not at all.
  var indexing: IndexingEnvironment?
  /// What people decided.
  let decisions: DecisionStore
  /// Runs a piece of work that may wait for the disk, one after the other, on another thread; what
  /// it returns comes back as an event.
  let store: @Sendable (@escaping @Sendable () -> StoreEvent?) -> Void
  /// Takes a store into the care of the sync in the background.
  var synchronise: @Sendable (StoreLocation) -> Void = { _ in }
  /// The time of now, ISO 8601 in UTC.
  var stamp: @Sendable (_ author: String) -> DecisionStamp = { .now(author: $0) }
}

/// One client's session: takes events in the order of the wire and owns all state.
///
/// Used by one thread alone. Applying an event never waits: questions are answered elsewhere from
/// snapshots, and what changed is told when the batch is through.
final class Session {
  /// Where in its life the session is.
  enum Phase {
    /// Nothing but `initialize` and `exit` makes sense.
    case starting
    /// Everything is served.
    case running
    /// Nothing but `exit` makes sense.
    case shutDown
  }

  /// What the session got from outside.
  var environment: SessionEnvironment
  /// Where in its life the session is.
  var phase = Phase.starting
  /// The status to end the process with; nil until the session is over.
  private(set) var exitStatus: Int32?
  /// What the client can do.
  var client = ClientProfile(nil)
  /// What columns count in this client.
  var unit = TextUnit.utf16
  /// The folder the client has opened first, as a path.
  var rootFolder: String?
  /// All folders the client has opened, as paths.
  var folders: [String] = []
  /// What is known of the folders' articles.
  var indexing = IndexState()
  /// The open documents by URI.
  var documents: [String: OpenDocument] = [:]
  /// Documents whose client does not know their diagnostics, in order, each once.
  var dirty: [String] = []
  /// Requests that run on snapshots of a document.
  var inFlight: [(uri: String, ticket: RequestTicket)] = []
  /// Requests on documents whose decisions are still being read, by URI.
  var deferred: [String: [() -> Void]] = [:]
  /// Commands in the order in which they came; the first is being carried out if ``isDeciding``.
  var commands: [(params: ExecuteCommandParams, ticket: RequestTicket)] = []
  /// Whether a command is being carried out.
  var isDeciding = false
  /// Whether something is on its way to the store that no command waits for.
  var isFollowing = false
  /// The `shutdown` that waits for the last decision to be stored.
  var shutdownTicket: RequestTicket?
  /// What the user was told of stores that cannot be used.
  var toldStoreErrors: Set<StoreError> = []
  /// What the user was told of the sync.
  var toldSyncProblems: Set<String> = []
  /// Settings the client gave with `initialize`, and those it gave last.
  var clientSettings: (initial: SettingValue, current: SettingValue) = (.null, .null)
  /// Settings problems the client was told of.
  var reportedProblems: Set<SettingsProblem> = []
  /// Mistakes in files of settings that the client was told, by the files' addresses.
  var toldSettings: [String: [SettingsFile.Mistake]] = [:]
  /// Problems of overlays that the client was told, by the overlays' addresses.
  var toldOverlays: [String: [OverlayProblem]] = [:]
  /// Requests to the client whose answers matter.
  var awaited: Set<RequestID> = []
  /// What is known of open sheets, by URI.
  var sheets: [String: OpenSheet] = [:]
  /// When files of settings were last looked at, in milliseconds.
  var lastSettingsCheck: Int
  /// When stores were last looked at for other processes' decisions, in milliseconds.
  var lastStoreCheck: Int
  private var lastRequestNumber = 0
  private var lastRevision = 0

  /// A session before its first event.
  init(_ environment: SessionEnvironment) {
    self.environment = environment
    lastSettingsCheck = environment.now()
    lastStoreCheck = environment.now()
  }

  /// Applies one event; after the session is over nothing has an effect.
  func apply(_ event: InputEvent) {
    guard exitStatus == nil else { return }
    switch event {
    case .disconnected: end()
    case .message(let message, let ticket): apply(message, ticket)
    case .store(let event): take(event)
    case .refined(let uri, let refinement): take(refinement, of: uri)
    case .index(let event): take(event)
    }
  }

  /// Tells the client what changed; called when a batch of events was applied.
  func settle() {
    guard exitStatus == nil, phase == .running else { return }
    rereadSettings()
    lookForOthers()
    publishDirty()
    refreshIndexes()
  }

  private func apply(_ message: IncomingMessage, _ ticket: RequestTicket?) {
    switch message {
    case .request(_, let request):
      if let ticket, ticket.isOpen { serve(request, ticket) }
    case .notification(.exit): end()
    case .notification(let notification):
      if phase == .running { take(notification) }
    case .response(let id, let result):
      if phase == .running { takeAnswer(id, result) }
    case .invalid(let id, let error):
      send(OutgoingMessage.failure(id, error))
    }
  }

  private func end() {
    exitStatus = phase == .shutDown ? 0 : 1
  }

  /// A number that was not given before in this session.
  func nextRevision() -> Int {
    lastRevision += 1
    return lastRevision
  }

  /// An id for a request to the client.
  func nextRequestID() -> RequestID {
    lastRequestNumber += 1
    return .string("hearsay-\(lastRequestNumber)")
  }

  /// Sends a message body.
  func send(_ body: [UInt8]) {
    environment.outbox.send(body)
  }

  /// Answers a request, unless it was cancelled.
  func answer(_ ticket: RequestTicket, _ body: [UInt8]) {
    environment.outbox.answer(ticket, in: environment.ledger, body)
  }

  /// Answers a request with an error, unless it was cancelled.
  func fail(_ ticket: RequestTicket, _ code: ErrorCode, _ message: String) {
    answer(ticket, OutgoingMessage.failure(ticket.id, ResponseError(code, message)))
  }

  /// Writes a sentence into the client's log.
  func log(_ type: MessageType, _ message: String) {
    send(LogMessageParams(type: type, message: message).body())
  }
}
