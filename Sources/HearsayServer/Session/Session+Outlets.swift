internal import HearsayJSON
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// The hierarchy of owners, and the overlay of a team.
extension Session {
  /// Answers with the outlet at a place, as the root of a hierarchy.
  func prepareTypeHierarchy(_ params: PrepareTypeHierarchyParams, _ ticket: RequestTicket) {
    let uri = params.textDocument.uri
    let hierarchy = hierarchy(for: uri)
    ask(uri, ticket, otherwise: Session.nothing(ticket)) { snapshot, writer in
      let items = hierarchy.items(at: snapshot.byte(of: params.position), in: snapshot)
      guard !items.isEmpty else { return writer.null() }
      Session.write(items, to: &writer)
    }
  }

  /// Answers with what stands above or below an item.
  func typeHierarchy(
    _ item: TypeHierarchyParams.Item, isUp: Bool, _ ticket: RequestTicket
  ) {
    // Some clients drop what was given along; then the entry's file name tells.
    var origin = item.uri ?? ""
    var id = item.uri.flatMap { DocumentURI.path(of: $0) }.flatMap { path in
      environment.entryFiles.flatMap { $0.holds(path: path) ? path : nil }
    }.flatMap { OutletEntryFiles.outlet(ofPath: $0) }
    if case .outlet(let known)? = item.uri.flatMap({ ContentAddress($0) }) { id = known }
    if case .object(let members)? = item.data {
      if case .string(let known)? = members["origin"] { origin = known }
      if case .string(let known)? = members["outlet"] { id = known } else { id = nil }
    }
    let hierarchy = hierarchy(for: origin)
    let (outbox, ledger) = (environment.outbox, environment.ledger)
    environment.execute { [id] in
      guard ticket.isOpen else { return }
      let items = id.map { isUp ? hierarchy.above($0) : hierarchy.below($0) } ?? []
      let body = OutgoingMessage.response(ticket.id) { Session.write(items, to: &$0) }
      outbox.answer(ticket, in: ledger, body)
    }
  }

  private static func write(_ items: [TypeHierarchyItem], to writer: inout JSONWriter) {
    writer.array { writer in
      for item in items { item.write(to: &writer) }
    }
  }

  /// Who stands above and below outlets, as it is known where a document lies.
  func hierarchy(for uri: String) -> OutletHierarchy {
    let folder = DocumentURI.folder(of: uri) ?? rootFolder
    let edition = documents[uri]?.edition ?? environment.outlets.edition(forFolder: folder)
    return OutletHierarchy(
      edition: edition, files: environment.entryFiles, today: environment.today(), origin: uri,
      areContent: client.asksForContent)
  }

  // MARK: - The overlay

  /// What a document is to us, by its address.
  func purpose(of uri: String) -> DocumentPurpose {
    if ContentAddress(uri) != nil { return .entry }
    guard let path = DocumentURI.path(of: uri) else { return .article }
    if path.hasSuffix("/" + ProjectOutlets.fileName) { return .overlay }
    if path.hasSuffix("/" + ProjectSettings.fileName) { return .settings }
    if SheetFiles.isSheet(path) { return .sheet }
    return environment.entryFiles?.holds(path: path) ?? false ? .entry : .article
  }

  /// Brings changed overlays into force in every document.
  func refreshOutlets() {
    for uri in documents.keys.sorted() {
      let edition = environment.outlets.edition(forFolder: DocumentURI.folder(of: uri))
      documents[uri]?.apply(edition, analyzer: environment.analyzer())
      readWithCare(uri)
      documents[uri]?.revision = nextRevision()
      markDirty(uri)
      tellOverlay(of: uri)
    }
    // An overlay that is gone, or that no open document lies under, has nothing to show.
    let current = Set(documents.values.compactMap(\.edition.address))
    for address in toldOverlays.keys.sorted() where !current.contains(address) {
      tell(address, [], bytes: [])
    }
    if !documents.isEmpty { refreshViews() }
  }

  /// Shows the mistakes of the overlay that a document lies under, in the overlay's own file.
  func tellOverlay(of uri: String) {
    guard let edition = documents[uri]?.edition, let address = edition.address,
      let overlay = edition.overlay
    else { return }
    tell(address, overlay.problems, bytes: overlay.bytes)
  }

  /// Shows the mistakes of overlays on disk again, once the editor's own version is closed.
  func retellOverlays() {
    toldOverlays = [:]
    for uri in documents.keys.sorted() { tellOverlay(of: uri) }
  }

  private func tell(_ address: String, _ problems: [OverlayProblem], bytes: [UInt8]) {
    guard problems != toldOverlays[address] ?? [] else { return }
    toldOverlays[address] = problems.isEmpty ? nil : problems
    // An overlay that is open shows its mistakes like any open document.
    let path = DocumentURI.path(of: address)
    guard !documents.keys.contains(where: { DocumentURI.path(of: $0) == path }) else { return }
    let text = Text(String(decoding: bytes, as: UTF8.self))
    let params = PublishDiagnosticsParams(
      uri: address, version: nil,
      diagnostics: OverlayDiagnostics.items(problems, text, unit: unit))
    environment.outbox.publish(uri: address, params.body())
  }
}

extension DocumentSnapshot {
  /// The byte at a position of the client.
  func byte(of position: Position) -> Int {
    text.byte(of: LinePosition(line: position.line, column: position.character), in: unit)
  }
}
