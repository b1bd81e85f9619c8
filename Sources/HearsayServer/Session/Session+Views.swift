internal import HearsayJSON
internal import HearsayProtocol
internal import HearsayText

/// How documents look: tokens, hints, folds, links and what can be selected.
extension Session {
  /// Serves one of the requests about how a document looks, or hands it on.
  func view(_ request: ClientRequest, _ ticket: RequestTicket) {
    switch request {
    case .inlayHintResolve(let hint): resolveHint(hint, ticket)
    case .semanticTokens(let params): tokens(of: params.textDocument.uri, since: nil, ticket)
    case .semanticTokensDelta(let params):
      tokens(of: params.textDocument.uri, since: params.previousResultId, ticket)
    case .semanticTokensRange(let params): tokens(params, ticket)
    case .foldingRange(let params): foldingRange(params, ticket)
    case .selectionRange(let params): selectionRange(params, ticket)
    case .documentLink(let params): documentLink(params, ticket)
    case .documentLinkResolve(let link): resolveLink(link, ticket)
    default: speakers(request, ticket)
    }
  }

  private func resolveHint(_ hint: LSPAny, _ ticket: RequestTicket) {
    let unchanged = OutgoingMessage.response(ticket.id) { hint.write(to: &$0) }
    guard let reference = HintReference(hint["data"]) else { return answer(ticket, unchanged) }
    ask(reference.uri, ticket, otherwise: unchanged) { snapshot, writer in
      reference.resolved(hint, in: snapshot).write(to: &writer)
    }
  }

  private func tokens(of uri: String, since previous: String?, _ ticket: RequestTicket) {
    ask(uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let data = snapshot.tokens.data(of: snapshot)
      let id = String(snapshot.revision)
      snapshot.tokens.answer(data, id: id, previous: previous).write(to: &writer)
    }
  }

  private func tokens(_ params: SemanticTokensRangeParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let span = snapshot.span(of: params.range)
      let list = SemanticTokenList(
        snapshot.annotations(in: span), in: snapshot.text, unit: snapshot.unit, within: span)
      SemanticTokensResult.full(resultID: nil, data: SemanticTokenList.data(list.tokens))
        .write(to: &writer)
    }
  }

  private func foldingRange(_ params: TextDocumentParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      writer.array { writer in
        for range in FoldingRangeList(snapshot).ranges {
          range.write(linesOnly: snapshot.client.foldsLines, to: &writer)
        }
      }
    }
  }

  private func selectionRange(_ params: SelectionRangeParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let finder = SelectionRangeFinder(snapshot: snapshot)
      writer.array { writer in
        for position in params.positions { finder.ranges(at: position).write(to: &writer) }
      }
    }
  }

  private func documentLink(_ params: TextDocumentParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      writer.array { writer in
        for link in DocumentLinkList(snapshot).links { link.write(to: &writer) }
      }
    }
  }

  /// Looks up the registry entry a link leads to; a link without one stays as it is.
  private func resolveLink(_ link: LSPAny, _ ticket: RequestTicket) {
    let hierarchy = hierarchy(for: link["data"]?["origin"]?.text ?? "")
    let id = link["data"]?["outlet"]?.text
    let (outbox, ledger) = (environment.outbox, environment.ledger)
    environment.execute {
      guard ticket.isOpen else { return }
      var resolved = link
      if case .object(var members) = link, let id, let entry = hierarchy.entry(id) {
        members["target"] = .string(entry.uri)
        resolved = .object(members)
      }
      let body = OutgoingMessage.response(ticket.id) { resolved.write(to: &$0) }
      outbox.answer(ticket, in: ledger, body)
    }
  }
}
