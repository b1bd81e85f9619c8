internal import HearsayProtocol
internal import HearsayStore
internal import HearsayWorkspace

/// What comes back from the thread that works with the store.
enum StoreEvent: Sendable {
  /// The decisions on a document were read, for the text at the mark.
  case read(uri: String, mark: Int, Result<DocumentOverlay, StoreError>)
  /// A command was carried out, or not.
  case decided(DecisionResult)
  /// Another process has changed some stores.
  case changed(Set<StoreLocation>)
  /// A sync in the background has ended.
  case synced(SyncNote)
  /// Something could not be stored that nobody waits for.
  case failed(StoreError)
  /// Everything that was to be stored before `shutdown` is stored.
  case drained
}

/// What became of a command.
struct DecisionResult: Sendable {
  /// The document it was about, if it is open.
  var uri: String?
  /// The mark in the document's edits.
  var mark = 0
  /// What was stored, or why nothing was.
  var outcome: Result<CommitOutcome, DecisionFailure>
  /// Whether the document has to be read anew, because more changed than the outcome holds.
  var isToBeRead = false
  /// The store it is in.
  var location: StoreLocation?
}

/// Why a command was not carried out.
enum DecisionFailure: Error, Hashable, Sendable {
  /// The command makes no sense.
  case refused(DecisionError)
  /// The store cannot be used.
  case store(StoreError)

  /// One sentence with its code.
  var message: String {
    switch self {
    case .refused(let error): "\(error.reason) [\(error.code)]"
    case .store(let error): "\(error.reason) [\(error.code)]"
    }
  }
}
