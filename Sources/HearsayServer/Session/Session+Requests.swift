internal import HearsayJSON
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Requests: the life of the session here, questions on snapshots elsewhere.
extension Session {
  /// Serves one request, or refuses it where the session's phase does not allow it.
  func serve(_ request: ClientRequest, _ ticket: RequestTicket) {
    switch (phase, request) {
    case (.starting, .initialize(let params)): initialize(params, ticket)
    case (.starting, .malformed("initialize", let reason)):
      fail(ticket, .invalidParams, reason)
    case (.starting, _):
      fail(ticket, .serverNotInitialized, "The server waits for initialize.")
    case (.shutDown, _):
      fail(ticket, .invalidRequest, "The server has been shut down.")
    case (.running, .initialize):
      fail(ticket, .invalidRequest, "The server is initialized already.")
    case (.running, .shutdown):
      phase = .shutDown
      shutdownTicket = ticket
      answerShutdown()
    case (.running, .unknown(let method)):
      fail(ticket, .methodNotFound, "There is no method \(method).")
    case (.running, .malformed(_, let reason)): fail(ticket, .invalidParams, reason)
    case (.running, .hover(let params)): hover(params, ticket)
    case (.running, .documentSymbol(let params)): documentSymbol(params, ticket)
    case (.running, .documentDiagnostic(let params)): documentDiagnostic(params, ticket)
    case (.running, .codeLens(let params)): codeLens(params, ticket)
    case (.running, .completion(let params)): completion(params, ticket)
    case (.running, .definition(let params)): definition(params, ticket)
    case (.running, .prepareTypeHierarchy(let params)): prepareTypeHierarchy(params, ticket)
    case (.running, .supertypes(let params)): typeHierarchy(params.item, isUp: true, ticket)
    case (.running, .subtypes(let params)): typeHierarchy(params.item, isUp: false, ticket)
    case (.running, .inlayHint(let params)): inlayHint(params, ticket)
    case (.running, .codeAction(let params)): codeAction(params, ticket)
    case (.running, .executeCommand(let params)):
      commands.append((params, ticket))
      carryOutCommands()
    case (.running, _): view(request, ticket)
    }
  }

  private func initialize(_ params: InitializeParams, _ ticket: RequestTicket) {
    client = ClientProfile(params.capabilities)
    client.quirks = ClientQuirk.recognised(in: params)
    let folder = params.workspaceFolders?.first?.uri ?? params.rootUri
    if client.asksForContent, case .files? = environment.documentation {
      environment.documentation = .content
    }
    rootFolder = folder.flatMap { DocumentURI.path(of: $0) } ?? params.rootPath
    folders = (params.workspaceFolders ?? []).compactMap { DocumentURI.path(of: $0.uri) }
    if folders.isEmpty, let rootFolder { folders = [rootFolder] }
    clientSettings.initial = params.initializationOptions.map { SettingValue($0) } ?? .null
    let settings = effectiveSettings(forFolder: rootFolder)
    unit = positionUnit(settings)
    phase = .running
    let encoding = PositionEncoding(rawValue: unit.rawValue)
    let result = InitializeResult(
      positionEncoding: encoding.flatMap { client.offeredEncodings.contains($0) ? $0 : nil },
      offersPullDiagnostics: client.pullsDiagnostics,
      commands: ServerCommand.allCases.map(\.rawValue),
      legend: SemanticTokensLegend(for: client),
      contentScheme: client.asksForContent ? ContentAddress.scheme : nil,
      version: environment.version)
    answer(ticket, OutgoingMessage.response(ticket.id) { result.write(to: &$0) })
    if let processID = params.processId { environment.watchParent(processID) }
  }

  private func hover(_ params: HoverParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let hover =
        snapshot.purpose == .sheet
        ? SheetPlaces(snapshot)?.hover(at: params.position)
        : HoverFinder(snapshot: snapshot).hover(at: params.position)
      if let hover {
        hover.write(to: &writer)
      } else {
        writer.null()
      }
    }
  }

  private func documentSymbol(_ params: DocumentSymbolParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let symbols = SymbolTree(snapshot).symbols
      writer.array { writer in
        for symbol in symbols {
          if snapshot.client.showsSymbolTree {
            symbol.write(to: &writer)
          } else {
            symbol.writeFlat(uri: snapshot.uri, container: nil, to: &writer)
          }
        }
      }
    }
  }

  private func inlayHint(_ params: InlayHintParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let hints = InlayHintList(snapshot, in: params.range).hints
      writer.array { writer in
        for hint in hints { hint.write(to: &writer) }
      }
    }
  }

  private func codeAction(_ params: CodeActionParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let offers = CodeActionList(snapshot, params).offers
      writer.array { writer in
        for offer in offers {
          if snapshot.client.showsCodeActions {
            offer.command.writeAction(
              kind: offer.kind.rawValue, isPreferred: offer.isPreferred, to: &writer)
          } else {
            offer.command.write(to: &writer)
          }
        }
      }
    }
  }

  private func documentDiagnostic(_ params: DocumentDiagnosticParams, _ ticket: RequestTicket) {
    let documentation = environment.documentation
    let none = OutgoingMessage.response(ticket.id) { writer in
      DocumentDiagnosticReport.full(resultID: nil, items: []).write(to: &writer)
    }
    ask(params.textDocument.uri, ticket, otherwise: none) { snapshot, writer in
      let resultID = String(snapshot.revision)
      if params.previousResultId == resultID {
        DocumentDiagnosticReport.unchanged(resultID: resultID).write(to: &writer)
      } else {
        let items = DiagnosticList(snapshot, documentation: documentation).items
        DocumentDiagnosticReport.full(resultID: resultID, items: items).write(to: &writer)
      }
    }
  }

  /// The answer `null`.
  static func nothing(_ ticket: RequestTicket) -> [UInt8] {
    OutgoingMessage.response(ticket.id) { $0.null() }
  }

  /// Answers from a snapshot of an open document, elsewhere; for other documents with
  /// the body `otherwise`, at once.
  func ask(
    _ uri: String, _ ticket: RequestTicket, otherwise: [UInt8],
    result: @escaping @Sendable (DocumentSnapshot, inout JSONWriter) -> Void
  ) {
    if documents[uri]?.isAwaitingStore ?? false {
      deferred[uri, default: []].append { [unowned self] in
        if ticket.isOpen { ask(uri, ticket, otherwise: otherwise, result: result) }
      }
      return
    }
    guard let snapshot = snapshot(of: uri) else {
      answer(ticket, otherwise)
      return
    }
    if inFlight.count > 32 { inFlight.removeAll { !$0.ticket.isOpen } }
    inFlight.append((uri, ticket))
    let outbox = environment.outbox
    let ledger = environment.ledger
    environment.execute {
      guard ticket.isOpen else { return }
      let body = OutgoingMessage.response(ticket.id) { result(snapshot, &$0) }
      outbox.answer(ticket, in: ledger, body)
    }
  }

  /// Ends the requests on a document that was edited, as far as the client asks again by itself.
  func endStaleRequests(on uri: String) {
    for (asked, ticket) in inFlight where asked == uri {
      if client.retriedMethods.contains(ticket.method) {
        fail(ticket, .contentModified, "The document changed.")
      }
    }
    inFlight.removeAll { !$0.ticket.isOpen }
  }
}
