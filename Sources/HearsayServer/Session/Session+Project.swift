internal import HearsayJSON
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Questions about the whole project, and the one change to it: another name for a speaker.
extension Session {
  /// Serves one of the requests about the whole project.
  func project(_ request: ClientRequest, _ ticket: RequestTicket) {
    switch request {
    case .references(let params): references(params, ticket)
    case .prepareRename(let params): prepareRename(params, ticket)
    case .rename(let params): rename(params, ticket)
    case .workspaceSymbol(let params):
      askProject(ticket) { project, writer in
        writer.array { writer in
          for symbol in project.symbols(matching: params.query, limit: Session.symbolLimit) {
            symbol.write(to: &writer)
          }
        }
      }
    case .workspaceDiagnostic(let params): workspaceDiagnostic(params, ticket)
    case .textDocumentContent(let params): textDocumentContent(params, ticket)
    default: fail(ticket, .methodNotFound, "There is no method \(request.method).")
    }
  }

  /// So many symbols at most are told; who wants others writes more of the name.
  private static let symbolLimit = 512

  private func references(_ params: ReferenceParams, _ ticket: RequestTicket) {
    let uri = params.textDocument.uri
    if documents[uri]?.isAwaitingStore ?? false {
      deferred[uri, default: []].append { [unowned self] in references(params, ticket) }
      return
    }
    guard let snapshot = snapshot(of: uri) else {
      return answer(ticket, Session.nothing(ticket))
    }
    askProject(ticket) { project, writer in
      let byte = snapshot.byte(of: params.position)
      let speaker = SpeakerPlaces(snapshot).speaker(at: byte)?.speaker
      let locations = speaker.map {
        project.references(
          to: $0.id, withFirst: params.context?.includeDeclaration ?? true)
      }
      writer.array { writer in
        for location in locations ?? [] { location.write(to: &writer) }
      }
    }
  }

  private func prepareRename(_ params: TextDocumentPositionParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let byte = snapshot.byte(of: params.position)
      guard let (speaker, span) = SpeakerPlaces(snapshot).speaker(at: byte) else {
        return writer.null()
      }
      var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
      PrepareRenameResult(range: cursor.range(of: span), placeholder: speaker.name)
        .write(to: &writer)
    }
  }

  /// A rename is a decision like any other: stored, in the history, taken back by undo.
  private func rename(_ params: RenameParams, _ ticket: RequestTicket) {
    let place = LSPAny.object([
      "line": .number(Double(params.position.line)),
      "character": .number(Double(params.position.character)),
    ])
    let command = ExecuteCommandParams(
      command: ServerCommand.renameSpeaker.rawValue,
      arguments: [.string(params.textDocument.uri), place, .string(params.newName)])
    commands.append((command, ticket))
    carryOutCommands()
  }

  private func textDocumentContent(_ params: TextDocumentContentParams, _ ticket: RequestTicket) {
    let edition = environment.outlets.edition(forFolder: rootFolder)
    let text = ContentAddress(params.uri)?.text(in: edition, today: environment.today())
    guard let text else { return fail(ticket, .invalidParams, "There is no \(params.uri).") }
    answer(
      ticket,
      OutgoingMessage.response(ticket.id) { writer in
        writer.object { writer in
          writer.key("text")
          writer.string(text)
        }
      })
  }

  // MARK: - Diagnostics of the workspace

  /// Answers with what deserves a look in every article that is not open; waits for something new
  /// where the client knows all of it.
  func workspaceDiagnostic(_ params: WorkspaceDiagnosticParams, _ ticket: RequestTicket) {
    let project = projectView()
    let scales = Dictionary(
      project.indexes.map { ($0.root, SeverityScale(effectiveSettings(forFolder: $0.root))) }
    ) { first, _ in first }
    let (outbox, ledger) = (environment.outbox, environment.ledger)
    let generation = indexing.generation
    let documentation = client.showsCodeDescription ? environment.documentation : nil
    let deliver = environment.indexing?.deliver
    environment.gather {
      guard ticket.isOpen else { return }
      let run = WorkspaceDiagnosticRun(
        params: params, project: project, scales: scales, documentation: documentation)
      let reports = run.reports()
      guard !reports.isEmpty || params.previousResultIds?.isEmpty ?? true || deliver == nil else {
        deliver?(.nothingNew(params, ticket, generation: generation))
        return
      }
      let rest = run.send(reports, isOpen: { ticket.isOpen }, through: { outbox.send($0) })
      let body = OutgoingMessage.response(ticket.id) { writer in
        writer.object { writer in
          writer.key("items")
          writer.array { writer in
            for report in rest { report.write(to: &writer) }
          }
        }
      }
      outbox.answer(ticket, in: ledger, body)
    }
  }
}
