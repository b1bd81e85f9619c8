internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Settings: from files, from `initialize`, and from the client's configuration, in this order.
extension Session {
  /// Time between two looks at files of settings, in milliseconds.
  static let settingsInterval = 1_000

  /// What the session asks of the client once it is ready; nothing waits for the answers.
  func greet() {
    if client.registersConfiguration {
      send(
        RegistrationRequest.body(
          id: nextRequestID(), method: "workspace/didChangeConfiguration"))
    }
    askForConfiguration()
    if client.registersWatchers {
      send(
        RegistrationRequest.watching(
          ["**/*.{txt,text,md,markdown}", "**/.hearsay.toml", "**/.hearsay/outlets.json"],
          id: nextRequestID()))
    }
    indexing.isWanted = true
    if client.showsCodeDescription, case .files(let pages)? = environment.documentation {
      environment.store {
        pages.write()
        return nil
      }
    }
  }

  private func askForConfiguration() {
    guard client.answersConfiguration else { return }
    let id = nextRequestID()
    awaited = [id]
    send(ConfigurationRequest.body(id: id, section: "hearsay"))
  }

  /// Takes the client's answer to a request of ours; other answers mean nothing.
  func takeAnswer(_ id: RequestID, _ result: LSPAny?) {
    if indexing.progress?.take(id, isAccepted: result != nil) ?? false { return }
    guard awaited.remove(id) != nil, case .array(let sections)? = result else { return }
    takeSettings(sections.first.map { SettingValue($0) } ?? .null)
  }

  /// Takes a change of configuration, or asks for it where the client can be asked.
  func takeConfiguration(_ settings: LSPAny?) {
    if let settings, settings != .null { takeSettings(SettingValue(settings)) }
    askForConfiguration()
  }

  /// Takes over which folder is the first.
  func takeFolders(_ event: DidChangeWorkspaceFoldersParams.Event) {
    let removed = (event.removed ?? []).compactMap { DocumentURI.path(of: $0.uri) }
    let added = (event.added ?? []).compactMap { DocumentURI.path(of: $0.uri) }
    if let folder = rootFolder, removed.contains(folder) { rootFolder = nil }
    rootFolder = rootFolder ?? added.first
    folders = folders.filter { !removed.contains($0) } + added.filter { !folders.contains($0) }
    indexing.isWanted = true
  }

  private func takeSettings(_ value: SettingValue) {
    guard value != clientSettings.current else { return }
    clientSettings.current = value
    refreshSettings()
  }

  /// Looks at files of settings, at most once in a while.
  func rereadSettings() {
    let now = environment.now()
    guard now - lastSettingsCheck >= Session.settingsInterval else { return }
    lastSettingsCheck = now
    if environment.settings.changed() { refreshSettings() }
    if environment.outlets.changed() { refreshOutlets() }
  }

  /// Shows the mistakes of the file of settings that a document lies under, in that file.
  func tellSettings(of uri: String) {
    guard let (path, file) = environment.settings.file(forFolder: DocumentURI.folder(of: uri)),
      file.mistakes != toldSettings[path] ?? []
    else { return }
    toldSettings[path] = file.mistakes
    // A file that is open shows its mistakes like any open document.
    guard !documents.keys.contains(where: { DocumentURI.path(of: $0) == path }) else { return }
    let address = DocumentURI.uri(ofPath: path)
    let params = PublishDiagnosticsParams(
      uri: address, version: nil, diagnostics: SettingsDiagnostics.items(file, unit: unit))
    environment.outbox.publish(uri: address, params.body())
  }

  /// Takes the mistakes back of files of settings that are gone.
  private func forgetGoneSettings() {
    let inForce = Set(
      documents.keys.compactMap {
        environment.settings.file(forFolder: DocumentURI.folder(of: $0))?.path
      })
    for path in toldSettings.keys.sorted() where !inForce.contains(path) {
      let hadMistakes = toldSettings.removeValue(forKey: path)?.isEmpty == false
      let isOpen = documents.keys.contains { DocumentURI.path(of: $0) == path }
      guard hadMistakes, !isOpen else { continue }
      let address = DocumentURI.uri(ofPath: path)
      let params = PublishDiagnosticsParams(uri: address, version: nil, diagnostics: [])
      environment.outbox.publish(uri: address, params.body())
    }
  }

  /// Shows the mistakes of files of settings on the disk again, once the editor's own version is
  /// closed.
  func retellSettings() {
    toldSettings = [:]
    for uri in documents.keys.sorted() { tellSettings(of: uri) }
  }

  /// Brings the settings as they are now into force in every document.
  private func refreshSettings() {
    let oldUnit = unit
    unit = positionUnit(effectiveSettings(forFolder: rootFolder))
    var anyChanged = false
    forgetGoneSettings()
    followProjects()
    for uri in documents.keys.sorted() {
      tellSettings(of: uri)
      let settings = effectiveSettings(forFolder: DocumentURI.folder(of: uri))
      guard settings != documents[uri]?.settings || unit != oldUnit else { continue }
      documents[uri]?.apply(settings)
      documents[uri]?.revision = nextRevision()
      markDirty(uri)
      anyChanged = true
    }
    indexing.isWanted = true
    if anyChanged { refreshViews() }
  }

  /// The settings for documents of a folder; what cannot be used is told the client once.
  func effectiveSettings(forFolder folder: String?) -> Settings {
    let source = environment.settings.settings(forFolder: folder)
    var reader = SettingsReader(over: source.settings)
    reader.apply(clientSettings.initial)
    reader.apply(clientSettings.current)
    for problem in source.problems + reader.problems
    where reportedProblems.insert(problem).inserted {
      log(.warning, "\(problem.message) [\(problem.code.rawValue)]")
    }
    return reader.settings
  }

  /// What columns count: as the settings say, else as the client is known to count, else its first
  /// offer, else UTF-16.
  func positionUnit(_ settings: Settings) -> TextUnit {
    switch settings.positionEncoding {
    case .auto: client.quirks.unit ?? client.offeredEncodings.first?.unit ?? .utf16
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .utf32
    }
  }
}

extension SettingValue {
  /// The same value as it came over the wire.
  init(_ value: LSPAny) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .array(let elements): self = .array(elements.map { SettingValue($0) })
    case .object(let members): self = .object(members.mapValues { SettingValue($0) })
    }
  }
}
