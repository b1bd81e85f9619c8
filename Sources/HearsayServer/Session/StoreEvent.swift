internal import HearsayProtocol
internal import HearsayStore
internal import HearsayWorkspace

/// What comes back from the thread that works with the store.
enum StoreEvent: Sendable {
  /// The decisions on a document were read, for the text at the mark.
  case read(uri: String, OpenDocument.Mark, Result<DocumentOverlay, StoreError>)
  /// A command was carried out, or not.
  case decided(DecisionResult)
  /// What a command changed was read back, as far as it concerns open documents.
  case caughtUp(CommitOutcome)
  /// Another process has changed some stores.
  case changed(Set<StoreLocation>)
  /// A sheet was written, or not, for the command that waits.
  case sheetOpened(Result<SheetOpening, SheetFileError>)
  /// What is known of a sheet was read.
  case sheetRead(uri: String, SheetKnowledge)
  /// What was changed in a sheet was carried out.
  case sheetSaved(uri: String, SheetKnowledge, SheetDesk.Outcome, StoreLocation)
  /// A sync in the background has ended.
  case synced(SyncNote)
  /// Something could not be stored that nobody waits for.
  case failed(StoreError)
  /// Everything that was to be stored before `shutdown` is stored.
  case drained
}

/// What became of a command.
struct DecisionResult: Sendable {
  /// The document it was about, if it was about one, with the moment in its edits.
  var document: (uri: String, mark: OpenDocument.Mark)?
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
