internal import HearsayProtocol
internal import HearsayWorkspace
internal import Synchronization

/// How projects are indexed.
struct IndexingEnvironment: Sendable {
  /// Runs pieces of work one after the other, on a thread that waits for nobody.
  let run: @Sendable (@escaping @Sendable () -> Void) -> Void
  /// Runs a body on several threads and returns when it has returned on all of them.
  let concurrently: @Sendable (@escaping @Sendable () -> Void) -> Void
  /// Takes what the session is to know.
  let deliver: @Sendable (IndexEvent) -> Void
  /// The folder of caches, or nil to keep nothing from one start to the next.
  let cacheFolder: String?
  /// Whether the server is about to end, so that nothing more is read.
  var isEnding: @Sendable () -> Bool = { false }
}

/// What the session is told of indexes.
enum IndexEvent: Sendable {
  /// All folders were gone through.
  case refreshed([ProjectIndex.Outcome])
  /// There was nothing new for a request about the whole workspace, at a generation of the index.
  case nothingNew(WorkspaceDiagnosticParams, RequestTicket, generation: Int)
}

/// What the session knows of its indexes.
struct IndexState {
  /// By folder.
  var indexes: [String: ProjectIndex] = [:]
  /// Whether something may have changed since the folders were gone through last.
  var isWanted = false
  /// Whether they are being gone through.
  var isRunning = false
  /// Counts what may change the answer to a question about the whole workspace.
  var generation = 0
  /// Requests that are answered when there is something new.
  var waiting: [(params: WorkspaceDiagnosticParams, ticket: RequestTicket)] = []
  /// How the present run is shown.
  var progress: IndexProgress?
  /// Folders of which was said that they are not indexed, or not all of them.
  var told: Set<String> = []
  /// When the folders were gone through last, in milliseconds.
  var lastRun = 0

  /// Ends the present run if that is what a client wants that has seen its progress.
  func cancel(_ token: ProgressToken) {
    if let progress, progress.token == token { progress.cancel() }
  }
}

/// Shows how far an index has come: only once the client has agreed, and only where it takes long.
///
/// Nothing waits for the client: where it never answers, nothing is shown.
final class IndexProgress: Sendable {
  /// So few files are read before anybody could look.
  private static let least = 16

  private struct State {
    var isRequested = false
    var isAccepted = false
    var hasBegun = false
    var isCancelled = false
    var shown = -1
  }

  /// What it is shown under.
  let token: ProgressToken
  private let request: RequestID
  private let outbox: Outbox
  private let state = Mutex(State())

  /// Progress that may be shown under a token; the client is asked once there is much to read.
  init(token: ProgressToken, request: RequestID, outbox: Outbox) {
    (self.token, self.request, self.outbox) = (token, request, outbox)
  }

  /// Takes the client's answer, if it is one to this.
  func take(_ id: RequestID, isAccepted: Bool) -> Bool {
    guard id == request else { return false }
    state.withLock { $0.isAccepted = isAccepted }
    return true
  }

  /// Whether the client wants it to stop.
  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Notes that the client wants it to stop.
  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Shows how many files are read, one message for each percent.
  func report(_ done: Int, of total: Int) {
    guard total >= IndexProgress.least else { return }
    let isFirst = state.withLock { state in
      defer { state.isRequested = true }
      return !state.isRequested
    }
    if isFirst { outbox.send(WorkDoneProgressCreateRequest.body(id: request, token: token)) }
    let percentage = done * 100 / max(1, total)
    let (begins, reports) = state.withLock { state -> (Bool, Bool) in
      guard state.isAccepted, state.shown != percentage else { return (false, false) }
      state.shown = percentage
      defer { state.hasBegun = true }
      return (!state.hasBegun, true)
    }
    if begins {
      let title = "Reading the project's articles"
      outbox.send(WorkDoneProgress.begin(title: title, isCancellable: true).body(token: token))
    }
    if reports {
      let message = "\(done) of \(total)"
      outbox.send(
        WorkDoneProgress.report(message: message, percentage: percentage).body(token: token))
    }
  }

  /// Says that it is over, if it was begun.
  func end() {
    let hasBegun = state.withLock { state in
      defer { (state.hasBegun, state.isAccepted) = (false, false) }
      return state.hasBegun
    }
    if hasBegun { outbox.send(WorkDoneProgress.end(message: nil).body(token: token)) }
  }
}
