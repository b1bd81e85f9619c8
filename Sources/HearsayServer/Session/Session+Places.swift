internal import HearsayJSON
internal import HearsayModel
internal import HearsayProtocol

/// Answers that several kinds of annotation share: lines above lines, and where a place leads.
extension Session {
  /// Says where a place leads, or nil where it knows nothing of it.
  typealias DefinitionFinder = @Sendable (DocumentSnapshot, _ byte: Int) -> Location?

  /// Answers with the lines of text above lines.
  func codeLens(_ params: CodeLensParams, _ ticket: RequestTicket) {
    ask(params.textDocument.uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let items = CodeLensList(snapshot).items
      writer.array { writer in
        for item in items { item.write(to: &writer) }
      }
    }
  }

  /// Answers with what can be written at a place of a sheet or of settings.
  func completion(_ params: CompletionParams, _ ticket: RequestTicket) {
    let none = OutgoingMessage.response(ticket.id) { writer in writer.array { _ in } }
    ask(params.textDocument.uri, ticket, otherwise: none) { snapshot, writer in
      let items = CompletionList(snapshot, at: params.position).items
      writer.array { writer in
        for item in items { item.write(to: &writer) }
      }
    }
  }

  /// Answers with what the first finder says that knows the place.
  func definition(_ params: DefinitionParams, _ ticket: RequestTicket) {
    let uri = params.textDocument.uri
    let finders = definitionFinders(for: uri)
    ask(uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let byte = snapshot.byte(of: params.position)
      for finder in finders {
        if let location = finder(snapshot, byte) { return location.write(to: &writer) }
      }
      writer.null()
    }
  }

  /// Who is asked where a place of a document leads, in this order.
  private func definitionFinders(for uri: String) -> [DefinitionFinder] {
    let hierarchy = hierarchy(for: uri)
    return [
      // A block of a sheet leads to its passage.
      { snapshot, byte in SheetPlaces(snapshot)?.definition(at: byte) },
      // An outlet leads to its registry entry.
      { snapshot, byte in snapshot.outlet(at: byte)?.outletID.flatMap { hierarchy.entry($0) } },
      // A speaker leads to the first mention.
      { snapshot, byte in SpeakerPlaces(snapshot).definition(at: byte) },
    ]
  }
}
