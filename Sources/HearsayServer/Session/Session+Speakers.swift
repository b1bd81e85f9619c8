internal import HearsayJSON
internal import HearsayProtocol
internal import HearsayWorkspace

/// Who speaks where, and who quotes whom.
extension Session {
  /// Serves one of the requests about speakers.
  func speakers(_ request: ClientRequest, _ ticket: RequestTicket) {
    switch request {
    case .documentHighlight(let params): documentHighlight(params, ticket)
    case .prepareCallHierarchy(let params): prepareCallHierarchy(params, ticket)
    case .incomingCalls(let params): calls(params.item, isIncoming: true, ticket)
    case .outgoingCalls(let params): calls(params.item, isIncoming: false, ticket)
    default: project(request, ticket)
    }
  }

  private func documentHighlight(
    _ params: TextDocumentPositionParams, _ ticket: RequestTicket
  ) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let places = SpeakerPlaces(snapshot)
      writer.array { writer in
        for highlight in places.highlights(at: snapshot.byte(of: params.position)) {
          highlight.write(to: &writer)
        }
      }
    }
  }

  private func prepareCallHierarchy(
    _ params: TextDocumentPositionParams, _ ticket: RequestTicket
  ) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let item = QuotingHierarchy.item(at: snapshot.byte(of: params.position), in: snapshot)
      guard let item else { return writer.null() }
      writer.array { item.write(to: &$0) }
    }
  }

  private func calls(
    _ item: CallHierarchyParams.Item, isIncoming: Bool, _ ticket: RequestTicket
  ) {
    askProject(ticket) { project, writer in
      let hierarchy = QuotingHierarchy(project)
      let calls = isIncoming ? hierarchy.incoming(item) : hierarchy.outgoing(item)
      writer.array { writer in
        for call in calls { call.write(isIncoming: isIncoming, to: &writer) }
      }
    }
  }

  /// Answers from everything that is known of the project, elsewhere.
  func askProject(
    _ ticket: RequestTicket,
    result: @escaping @Sendable (ProjectView, inout JSONWriter) -> Void
  ) {
    let project = projectView()
    let (outbox, ledger) = (environment.outbox, environment.ledger)
    environment.gather {
      guard ticket.isOpen else { return }
      let body = OutgoingMessage.response(ticket.id) { result(project, &$0) }
      outbox.answer(ticket, in: ledger, body)
    }
  }
}
