internal import HearsayAnalysis
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Notifications: what the client tells about documents, settings and its own state.
extension Session {
  /// Takes one notification of a running session.
  func take(_ notification: ClientNotification) {
    switch notification {
    case .initialized: greet()
    case .shutdown: phase = .shutDown
    case .didOpen(let params): open(params.textDocument)
    case .didChange(let params): change(params)
    case .didClose(let params): close(params.textDocument.uri)
    case .didChangeConfiguration(let params): takeConfiguration(params.settings)
    case .didChangeWorkspaceFolders(let params): takeFolders(params.event)
    case .didChangeWatchedFiles:
      lastSettingsCheck -= Session.settingsInterval
      indexing.isWanted = true
    case .cancelProgress(let params): indexing.cancel(params.token)
    case .malformed(let method, let reason):
      log(.warning, "\(method) was passed over: \(reason) [invalid-params]")
    case .didSave(let params):
      indexing.isWanted = true
      followSaved(params.textDocument.uri)
      saveSheet(params.textDocument.uri)
      showSheets(of: params.textDocument.uri)
    case .cancel, .unknown, .exit: break
    }
  }

  private func open(_ item: DidOpenTextDocumentParams.TextDocumentItem) {
    let folder = DocumentURI.folder(of: item.uri)
    let location = environment.decisions.location(forFolder: folder ?? rootFolder)
    let (text, revision) = (Text(item.text), nextRevision())
    let mark = OpenDocument.Mark(opening: revision)
    let isAwaitingStore = readFirstDecisions(on: item.uri, text, at: location, mark)
    documents[item.uri] = OpenDocument(
      uri: item.uri, version: item.version, text, revision: revision,
      settings: effectiveSettings(forFolder: folder),
      edition: environment.outlets.edition(forFolder: folder), location: location,
      analyzer: environment.analyzer(), isAwaitingStore: isAwaitingStore)
    readWithCare(item.uri)
    if purpose(of: item.uri) == .sheet { readSheet(item.uri) }
    markDirty(item.uri)
    tellOverlay(of: item.uri)
    tellSettings(of: item.uri)
  }

  /// Has what was opened in a hurry read with all care, once its decisions are here: they are what
  /// is waited for.
  func readWithCare(_ uri: String) {
    guard let document = documents[uri], !document.isAwaitingStore, document.analysis.isRough,
      purpose(of: uri) == .article
    else { return }
    environment.carefulReader.read(document.analysis, of: uri)
  }

  /// Takes over what was read with all care, as far as no edit has overtaken it.
  func take(_ refinement: Refinement, of uri: String) {
    guard phase == .running, var document = documents.removeValue(forKey: uri) else { return }
    document.apply(refinement)
    documents[uri] = document
    show(uri)
    carryOutCommands()
  }

  /// Whether better readings of a document are still to come.
  func isBeingRead(_ uri: String) -> Bool {
    environment.carefulReader.isReading(uri) && documents[uri]?.analysis.isRough ?? false
  }

  private func change(_ params: DidChangeTextDocumentParams) {
    let uri = params.textDocument.uri
    // Taken out while it changes, so that its storage has one owner and is changed in place.
    guard var document = documents.removeValue(forKey: uri) else {
      log(.log, "A change to \(uri), which is not open, was passed over. [not-open]")
      return
    }
    document.version = params.textDocument.version
    document.apply(params.contentChanges, unit: unit)
    document.revision = nextRevision()
    documents[uri] = document
    sheets[uri]?.refusals = []
    sheets[uri]?.isAsSaved = false
    adoptBase(of: uri)
    endStaleRequests(on: uri)
    markDirty(uri)
    if params.contentChanges.contains(where: { $0.text.utf8.count > OpenDocument.hurryLimit }) {
      readWithCare(uri)
    }
  }

  private func close(_ uri: String) {
    dirty.removeAll { $0 == uri }
    environment.carefulReader.stop(uri)
    sheets[uri] = nil
    defer { resumeDeferred(uri) }
    defer { if purpose(of: uri) == .overlay { retellOverlays() } }
    defer { if purpose(of: uri) == .settings { retellSettings() } }
    indexing.isWanted = true
    defer { workspaceHasChanged() }
    guard documents.removeValue(forKey: uri) != nil, !client.pullsDiagnostics else { return }
    let params = PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: [])
    environment.outbox.publish(uri: uri, params.body())
  }

  /// Remembers that a document's diagnostics have to be told.
  func markDirty(_ uri: String) {
    if !dirty.contains(uri) { dirty.append(uri) }
  }

  /// Tells the diagnostics of every document that changed, for its last version.
  func publishDirty() {
    let waiting = dirty.filter { documents[$0]?.isAwaitingStore ?? false }
    defer { dirty = waiting }
    for uri in dirty where !client.pullsDiagnostics && !waiting.contains(uri) {
      guard let snapshot = snapshot(of: uri) else { continue }
      let kept = snapshot.diagnostics.written(
        for: snapshot, documentation: environment.documentation)
      let list =
        kept == nil
        ? DiagnosticList(
          snapshot, limit: snapshot.settings.maxDiagnostics,
          documentation: environment.documentation) : nil
      let written = kept ?? [PublishDiagnosticsParams.written(list?.items ?? [])]
      environment.outbox.publish(
        uri: uri, PublishDiagnosticsParams.body(uri: uri, version: snapshot.version, written))
      if let list, list.total > list.items.count { sayLimited(uri, list) }
    }
  }

  private func sayLimited(_ uri: String, _ list: DiagnosticList) {
    guard let document = documents[uri], !document.saidLimited else { return }
    documents[uri]?.saidLimited = true
    log(
      .info,
      """
      \(uri): the \(list.items.count) most important of \(list.total) diagnostics are shown; hover, \
      symbols and pull diagnostics reach the rest. [diagnostics-limited]
      """)
  }

  /// An immutable copy of an open document as it is now, or nil where it is not open.
  func snapshot(of uri: String) -> DocumentSnapshot? {
    guard let document = documents[uri] else { return nil }
    var snapshot = snapshot(from: document)
    snapshot.sheet = sheetContext(of: uri)
    return snapshot
  }

  /// An immutable copy of a document, which need not be open.
  func snapshot(from document: OpenDocument) -> DocumentSnapshot {
    DocumentSnapshot(
      uri: document.uri, version: document.version, revision: document.revision,
      analysis: document.analysis, unit: unit, settings: document.settings,
      overlay: document.overlay, client: client, source: environment.findings,
      edition: document.edition, purpose: purpose(of: document.uri), today: environment.today(),
      shown: document.shown, indexed: document.indexed, tokens: document.tokens,
      diagnostics: document.diagnostics, identities: document.identities)
  }
}
