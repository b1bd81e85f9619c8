internal import HearsayAnalysis
internal import HearsayProtocol
internal import HearsayStore
internal import HearsayText
internal import HearsayWorkspace

/// What people decided before: read when a document is opened and when another process has changed
/// the store, always on another thread.
extension Session {
  /// Takes what the store has answered.
  func take(_ event: StoreEvent) {
    switch event {
    case .read(let uri, let mark, let result): take(result, of: uri, mark)
    case .decided(let result): take(result)
    case .caughtUp(let outcome): caughtUp(outcome)
    case .changed(let locations): if phase == .running { followOthers(in: locations) }
    case .failed(let error): tell(error)
    case .sheetOpened(let result): take(result)
    case .sheetRead(let uri, let knowledge): take(knowledge, of: uri)
    case .sheetSaved(let uri, let knowledge, let outcome, let location):
      take(outcome, knowledge, of: uri, at: location)
    case .synced(let note): take(note)
    case .drained: finishShutdown()
    }
  }

  private func take(
    _ result: Result<DocumentOverlay, StoreError>, of uri: String, _ mark: OpenDocument.Mark
  ) {
    let wasAwaited = documents[uri]?.isAwaitingStore ?? false
    defer { if wasAwaited { readWithCare(uri) } }
    switch result {
    case .success(let overlay):
      documents[uri]?.take(overlay, mark)
      tellList(of: uri)
    case .failure(let error):
      documents[uri]?.abandon(mark)
      tell(error)
    }
    show(uri)
    resumeDeferred(uri)
    carryOutCommands()
    answerShutdown()
  }

  /// Says once what is wrong with the list of disagreements that a document's were read from.
  private func tellList(of uri: String) {
    guard let location = documents[uri]?.location else { return }
    let problems = environment.decisions.untoldListProblems(at: location)
    // A file that is no list at all must not fill the log.
    for problem in problems.prefix(Session.toldLines) { log(.warning, problem.sentence) }
    let rest = problems.dropFirst(Session.toldLines)
    if let first = rest.first {
      log(.warning, "\(rest.count) more lines of that list are no disagreements. [\(first.code)]")
    }
  }

  /// Lines of one list that are told.
  private static let toldLines = 20

  /// Has the decisions on a document read that is being opened, while its text is analysed.
  ///
  /// - Returns: Whether there may be any; then nothing is shown before they are here.
  func readFirstDecisions(
    on uri: String, _ text: Text, at location: StoreLocation, _ mark: OpenDocument.Mark
  ) -> Bool {
    guard purpose(of: uri) == .article, environment.decisions.hasStore(at: location) else {
      return false
    }
    readDecisions(on: uri, text, at: location, mark)
    // Behind the reading, which somebody waits for.
    environment.synchronise(location)
    return true
  }

  /// Has the decisions on an open document read again.
  private func readDecisions(on uri: String) {
    guard purpose(of: uri) == .article, let document = documents[uri],
      environment.decisions.hasStore(at: document.location),
      let mark = documents[uri]?.beginWork()
    else { return }
    readDecisions(on: uri, document.analysis.text, at: document.location, mark)
  }

  private func readDecisions(
    on uri: String, _ text: Text, at location: StoreLocation, _ mark: OpenDocument.Mark
  ) {
    let decisions = environment.decisions
    let path = storedPath(of: uri, at: location)
    environment.store {
      do throws(StoreError) {
        let identity = DocumentIdentity(text, path: path)
        let overlay = try decisions.overlay(of: text, identity: identity, at: location)
        return .read(uri: uri, mark, .success(overlay))
      } catch {
        return .read(uri: uri, mark, .failure(error))
      }
    }
  }

  /// Takes over what another process has changed, which may be that a store has a remote one now.
  private func followOthers(in locations: Set<StoreLocation>) {
    indexing.isWanted = true
    readDecisions(in: locations)
    for location in locations { environment.synchronise(location) }
  }

  /// Has the decisions read again on every document of some stores.
  func readDecisions(in locations: Set<StoreLocation>) {
    for uri in documents.keys.sorted() {
      if let location = documents[uri]?.location, locations.contains(location) {
        readDecisions(on: uri)
      }
    }
  }

  /// Time between two looks at stores for other processes' decisions, in milliseconds.
  static let storeInterval = 1_000

  /// Has the stores of open documents looked at, at most once in a while.
  func lookForOthers() {
    let now = environment.now()
    guard now - lastStoreCheck >= Session.storeInterval else { return }
    lastStoreCheck = now
    lookAtSheets()
    followProjects()
    let locations = Set(documents.values.map(\.location))
    guard locations.contains(where: environment.decisions.hasStore) else { return }
    let decisions = environment.decisions
    environment.store {
      let changed = decisions.changed(among: locations)
      return changed.isEmpty ? nil : .changed(changed)
    }
  }

  /// Has documents around which a project has come, or gone, take their decisions from its store.
  func followProjects() {
    var known: [String: StoreLocation] = [:]
    for uri in documents.keys.sorted() {
      let folder = DocumentURI.folder(of: uri) ?? rootFolder
      let location =
        known[folder ?? ""] ?? environment.decisions.location(forFolder: folder)
      known[folder ?? ""] = location
      guard let document = documents[uri], location != document.location else { continue }
      let isRead = purpose(of: uri) == .article && environment.decisions.hasStore(at: location)
      documents[uri]?.move(to: location, opening: nextRevision(), isAwaitingStore: isRead)
      if isRead {
        readDecisions(on: uri)
        environment.synchronise(location)
      } else {
        readWithCare(uri)
        resumeDeferred(uri)
      }
      indexing.isWanted = true
      show(uri)
    }
  }

  /// Goes on with the requests that waited for a document's decisions.
  func resumeDeferred(_ uri: String) {
    for piece in deferred.removeValue(forKey: uri) ?? [] { piece() }
  }

  /// Notes where annotations were followed to, when a document was saved.
  func followSaved(_ uri: String) {
    guard let document = documents[uri], !document.overlay.annotations.isEmpty else { return }
    let decisions = environment.decisions
    let (overlay, text, location) = (document.overlay, document.analysis.text, document.location)
    let path = storedPath(of: uri, at: location)
    isFollowing = true
    environment.store {
      do throws(StoreError) {
        let identity = DocumentIdentity(text, path: path)
        try decisions.follow(overlay, to: text, identity: identity, at: location)
        return nil
      } catch {
        return .failed(error)
      }
    }
  }

  /// The path a document is stored under, or its URI where it has no path.
  func storedPath(of uri: String, at location: StoreLocation) -> String? {
    DocumentURI.path(of: uri).map { location.path(of: $0) }
  }

  /// Says once that a store cannot be used, in a message and in the log; suggestions go on.
  func tell(_ error: StoreError) {
    switch error {
    case .conflict, .nothingToUndo, .unknownID: return
    default: break
    }
    let message = "Hearsay: \(error.reason). [\(error.code)]"
    log(.error, message)
    guard toldStoreErrors.insert(error).inserted else { return }
    send(ShowMessageParams(type: .error, message: message).body())
  }
}
