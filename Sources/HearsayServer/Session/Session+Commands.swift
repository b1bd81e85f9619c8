internal import HearsayJSON
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayStore
internal import HearsayText
internal import HearsayWorkspace

/// Commands: what a user decides. One after the other, each on what the one before left behind.
extension Session {
  /// Begins with the next command, unless one is being carried out.
  func carryOutCommands() {
    // A decision in a store that the next server does not look into would be lost.
    if !isDeciding, !commands.isEmpty { followProjects() }
    while !isDeciding, let (params, ticket) = commands.first {
      // Whoever cancelled a command before its turn was told that it is not carried out.
      guard ticket.isOpen else {
        commands.removeFirst()
        continue
      }
      guard case .string(let uri)? = params.arguments?.first ?? .string("") else {
        dropCommand(ticket, "The first argument of \(params.command) is a document's URI.")
        continue
      }
      if documents[uri]?.isAwaitingStore ?? false { return }
      guard let command = ServerCommand(rawValue: params.command) else {
        dropCommand(ticket, "There is no command \(params.command).")
        continue
      }
      // All of a file means what is found in it in the end.
      if command == .acceptAll || command == .rejectAll, isBeingRead(uri) { return }
      switch command {
      case .undo, .redo: move(command == .undo ? .undo : .redo, uri)
      case .openSheet:
        guard let snapshot = snapshot(of: uri), snapshot.purpose == .article else {
          dropCommand(ticket, "\(command.rawValue) wants the URI of an open article. [not-open]")
          continue
        }
        openSheet(of: snapshot)
      case .resolve: resolve(params.arguments ?? [], uri)
      case .unignore: unignore(params.arguments ?? [], uri)
      default:
        guard let snapshot = snapshot(of: uri) else {
          dropCommand(ticket, "\(command.rawValue) wants the URI of an open document. [not-open]")
          continue
        }
        decide(command, params.arguments ?? [], on: snapshot)
      }
    }
  }

  private func dropCommand(_ ticket: RequestTicket, _ reason: String) {
    commands.removeFirst()
    fail(ticket, .invalidParams, reason)
  }

  /// Has a decision made and stored elsewhere.
  private func decide(
    _ command: ServerCommand, _ arguments: [LSPAny], on snapshot: DocumentSnapshot
  ) {
    guard let location = documents[snapshot.uri]?.location,
      let mark = documents[snapshot.uri]?.beginWork()
    else { return }
    isDeciding = true
    let stamp = environment.stamp(snapshot.settings.author)
    let decisions = environment.decisions
    let path = storedPath(of: snapshot.uri, at: location)
    environment.store {
      var result = DecisionResult(
        document: (snapshot.uri, mark), outcome: .failure(.refused(.stale)), location: location)
      let maker = DecisionMaker(
        text: snapshot.text, identity: snapshot.identity(path: path),
        overlay: snapshot.overlay, set: snapshot.annotations(), stamp: stamp)
      let reader = CommandReader(
        command: command, arguments: arguments, snapshot: snapshot, maker: maker)
      do throws(DecisionError) {
        guard let commit = try reader.commit() else { return .decided(result) }
        do throws(StoreError) {
          result.outcome = .success(try decisions.commit(commit, at: location))
        } catch {
          result.outcome = .failure(.store(error))
          result.isToBeRead = error == .conflict
        }
      } catch {
        result.outcome = .failure(.refused(error))
      }
      result.isToBeRead = result.isToBeRead || !command.isAboutAnnotations
      return .decided(result)
    }
  }

  private func move(_ direction: DecisionVerb, _ uri: String) {
    isDeciding = true
    let folder = DocumentURI.folder(of: uri) ?? rootFolder
    let location = documents[uri]?.location ?? environment.decisions.location(forFolder: folder)
    let stamp = environment.stamp(effectiveSettings(forFolder: folder).author)
    let decisions = environment.decisions
    environment.store {
      do throws(StoreError) {
        let outcome = try decisions.move(direction, in: nil, at: location, stamp: stamp)
        return .decided(
          DecisionResult(outcome: .success(outcome), isToBeRead: true, location: location))
      } catch {
        return .decided(DecisionResult(outcome: .failure(.store(error)), location: location))
      }
    }
  }

  private func unignore(_ arguments: [LSPAny], _ uri: String) {
    isDeciding = true
    let folder = DocumentURI.folder(of: uri) ?? rootFolder
    let location = documents[uri]?.location ?? environment.decisions.location(forFolder: folder)
    let stamp = environment.stamp(effectiveSettings(forFolder: folder).author)
    let decisions = environment.decisions
    var word = ""
    if arguments.count > 1, case .string(let text) = arguments[1] { word = text }
    environment.store { [word] in
      var result = DecisionResult(
        outcome: .failure(.store(.unknownID(word))), isToBeRead: true, location: location)
      guard let id = AnnotationID(word) else { return .decided(result) }
      do throws(StoreError) {
        result.outcome = .success(try decisions.unignore(id, at: location, stamp: stamp))
      } catch {
        result.outcome = .failure(.store(error))
      }
      return .decided(result)
    }
  }

  // MARK: - What became of it

  /// Answers a command and shows what it changed; then the next one begins.
  func take(_ result: DecisionResult) {
    if result.isToBeRead, case .success(let outcome) = result.outcome,
      let location = result.location
    {
      if let (uri, mark) = result.document { documents[uri]?.take(outcome, mark) }
      readDecisions(in: [location])
      // Work with the store is done in order, so this comes back behind what is read now.
      environment.store { .caughtUp(outcome) }
      return
    }
    isDeciding = false
    guard !commands.isEmpty else { return }
    let (_, ticket) = commands.removeFirst()
    switch result.outcome {
    case .success(let outcome):
      if let (uri, mark) = result.document {
        documents[uri]?.take(outcome, mark)
        show(uri)
      }
      confirm(outcome, ticket)
    case .failure(let failure):
      if let (uri, mark) = result.document { documents[uri]?.abandon(mark) }
      let isOurs = if case .refused = failure { true } else { false }
      fail(ticket, isOurs ? .invalidParams : .requestFailed, failure.message)
      if case .store(let error) = failure { tell(error) }
    }
    if result.isToBeRead, let location = result.location {
      readDecisions(in: [location])
    }
    carryOutCommands()
    answerShutdown()
  }

  /// Answers a command whose effect was read back from the store; then the next one begins.
  func caughtUp(_ outcome: CommitOutcome) {
    isDeciding = false
    guard !commands.isEmpty else { return }
    confirm(outcome, commands.removeFirst().ticket)
    carryOutCommands()
    answerShutdown()
  }

  /// Shows what a command changed and answers it, in this order: eglot 1.9 leaves what comes in one
  /// piece behind an answer unread until something follows.
  private func confirm(_ outcome: CommitOutcome, _ ticket: RequestTicket) {
    indexing.isWanted = true
    publishDirty()
    // A rename edits no text; an empty edit is what clients take for its success.
    let isRename = ticket.method == "textDocument/rename"
    answer(
      ticket,
      OutgoingMessage.response(ticket.id) { writer in
        if isRename { writer.raw("{\"changes\":{}}") } else { writer.null() }
      })
    tellMove(outcome)
  }

  /// Says what was undone or redone, which may be in a document that is not in sight.
  private func tellMove(_ outcome: CommitOutcome) {
    guard let direction = outcome.direction else { return }
    let done = direction == .undo ? "Undone" : "Redone"
    let place = outcome.path.map { " in \($0)" } ?? ""
    send(
      ShowMessageParams(type: .info, message: "\(done): \(outcome.verb.rawValue)\(place)").body())
  }

  /// Shows what has changed about a document.
  func show(_ uri: String) {
    guard documents[uri] != nil else { return }
    documents[uri]?.revision = nextRevision()
    markDirty(uri)
    showSheets(of: uri)
    refreshViews()
  }

  /// Tells the client to ask again for what it pulls.
  func refreshViews() {
    if client.pullsDiagnostics, client.refreshesDiagnostics {
      send(DiagnosticRefreshRequest.body(id: nextRequestID()))
    }
    if client.refreshesInlayHints { send(InlayHintRefreshRequest.body(id: nextRequestID())) }
    if client.refreshesTokens { send(SemanticTokensRefreshRequest.body(id: nextRequestID())) }
  }

  /// Answers `shutdown` once nothing waits to be stored.
  func answerShutdown() {
    guard shutdownTicket != nil, commands.isEmpty, !isDeciding else { return }
    if isFollowing { environment.store { .drained } } else { finishShutdown() }
  }

  /// Answers `shutdown`, if it waits.
  func finishShutdown() {
    guard let ticket = shutdownTicket else { return }
    shutdownTicket = nil
    endWaitingDiagnostics()
    answer(ticket, ShutdownResult.body(id: ticket.id))
  }
}

extension ServerCommand {
  /// Whether all that such a command changes are annotations.
  fileprivate var isAboutAnnotations: Bool {
    switch self {
    case .renameSpeaker, .ignore, .ignoreWords, .ignoreSpeaker, .ignoreRule, .unignore, .resolve,
      .adjudicate, .setDate, .setDayMonthOrder, .undo, .redo:
      false
    default: true
    }
  }
}
