internal import HearsayJSON
internal import HearsayProtocol

/// Commands: what a user chose for a document, kept while the session lasts.
extension Session {
  /// Carries out a command.
  func executeCommand(_ params: ExecuteCommandParams, _ ticket: RequestTicket) {
    guard let command = ServerCommand(rawValue: params.command) else {
      fail(ticket, .invalidParams, "There is no command \(params.command).")
      return
    }
    guard case .string(let uri)? = params.arguments?.first else {
      fail(ticket, .invalidParams, "\(command.rawValue) wants a document's URI and a value.")
      return
    }
    var value = ""
    if let arguments = params.arguments, arguments.count > 1, case .string(let text) = arguments[1]
    {
      value = text
    }
    var choices = choices[uri] ?? DocumentChoices()
    guard choices.apply(command, value) else {
      fail(ticket, .invalidParams, "\(command.rawValue) does not know “\(value)”.")
      return
    }
    self.choices[uri] = choices
    answer(ticket, OutgoingMessage.response(ticket.id) { $0.null() })
    guard documents[uri] != nil else { return }
    documents[uri]?.apply(choices)
    documents[uri]?.revision = nextRevision()
    markDirty(uri)
    refreshViews()
  }

  /// Tells the client to ask again for what it pulls.
  func refreshViews() {
    if client.pullsDiagnostics, client.refreshesDiagnostics {
      send(DiagnosticRefreshRequest.body(id: nextRequestID()))
    }
    if client.refreshesInlayHints { send(InlayHintRefreshRequest.body(id: nextRequestID())) }
  }
}
