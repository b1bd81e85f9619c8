internal import HearsayAnalysis
internal import HearsayJSON
internal import HearsayProtocol
internal import HearsayStore
internal import HearsayWorkspace

/// The index of the project's articles: made and kept up to date behind everything else.
extension Session {
  /// Has the folders gone through where something may have changed.
  func refreshIndexes() {
    guard indexing.isWanted, !indexing.isRunning, phase == .running,
      let work = environment.indexing
    else { return }
    indexing.isWanted = false
    let roots = indexedRoots()
    indexing.indexes = indexing.indexes.filter { roots.contains($0.key) }
    guard !roots.isEmpty else { return }
    for root in roots where indexing.indexes[root] == nil {
      indexing.indexes[root] = ProjectIndex(root: root)
    }
    if client.showsProgress {
      let number = nextRevision()
      indexing.progress = IndexProgress(
        token: .string("hearsay-index-\(number)"), request: nextRequestID(),
        outbox: environment.outbox)
    }
    indexing.isRunning = true
    indexing.lastRun = environment.now()
    let pieces = roots.compactMap { root in indexing.indexes[root].map { piece(for: $0, work) } }
    let progress = indexing.progress
    work.run {
      let outcomes = pieces.map { $0() }
      progress?.end()
      work.deliver(.refreshed(outcomes))
    }
  }

  /// The folders to index: none inside of another, and neither the home folder nor what holds it.
  private func indexedRoots() -> [String] {
    var roots: [String] = []
    for folder in folders.sorted() {
      let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      guard effectiveSettings(forFolder: folder).maxIndexedFiles > 0,
        !roots.contains(where: { folder == $0 || folder.hasPrefix($0 + "/") })
      else { continue }
      if ProjectIndex.mayIndex(folder) {
        roots.append(folder)
      } else if indexing.told.insert(folder).inserted {
        log(.info, "\(folder) is no project, so its files are not indexed. [not-indexed]")
      }
    }
    return roots
  }

  /// What brings one index up to date.
  private func piece(
    for index: ProjectIndex, _ work: IndexingEnvironment
  ) -> @Sendable () -> ProjectIndex.Outcome {
    let settings = effectiveSettings(forFolder: index.root)
    let edition = environment.outlets.edition(forFolder: index.root)
    let (analyzer, source, decisions) = (
      environment.analyzer, environment.settings, environment.decisions
    )
    let version = environment.version
    let progress = indexing.progress
    return {
      let analyzer = edition.analyzer(analyzer())
      var refresh = ProjectIndex.Refresh(
        reader: IndexedFileReader(analyzer: analyzer, settings: source, decisions: decisions),
        excludes: ExcludePatterns(settings.exclude), maximumFiles: settings.maxIndexedFiles,
        fingerprint: ["3", version, edition.registryVersion(analyzer)].joined(separator: "|"),
        cacheFolder: work.cacheFolder)
      refresh.concurrently = work.concurrently
      refresh.isCancelled = { work.isEnding() || progress?.isCancelled ?? false }
      refresh.progress = { progress?.report($0, of: $1) }
      return index.refresh(refresh)
    }
  }

  /// Takes what has become of an index.
  func take(_ event: IndexEvent) {
    switch event {
    case .refreshed(let outcomes):
      indexing.isRunning = false
      indexing.progress = nil
      if outcomes.contains(where: \.isCut), indexing.told.insert("").inserted {
        log(
          .info,
          "There are more files than maxIndexedFiles lets be indexed; the first are. [index-limited]"
        )
      }
      tell(of: outcomes.flatMap(\.unreadable))
      if outcomes.contains(where: \.hasChanged) { workspaceHasChanged() }
    case .nothingNew(let params, let ticket, let generation):
      guard phase == .running, ticket.isOpen else { return }
      if generation == indexing.generation {
        indexing.waiting.append((params, ticket))
      } else {
        workspaceDiagnostic(params, ticket)
      }
    }
  }

  /// Says of files that no question about the project finds them; once, and of many in one line.
  private func tell(of files: [ProjectIndex.Outcome.Unreadable]) {
    let new = files.filter { indexing.told.insert("\($0.path) \($0.error.code)").inserted }
    for file in new.prefix(10) {
      log(
        .warning,
        "\(file.path) \(file.error.reason); it is not in the project's index. [\(file.error.code)]"
      )
    }
    if new.count > 10 {
      log(.warning, "\(new.count - 10) more files are no text and not in the index. [not-indexed]")
    }
  }

  /// Answers what waits for something new in the workspace.
  func workspaceHasChanged() {
    indexing.generation += 1
    let waiting = indexing.waiting
    indexing.waiting = []
    for (params, ticket) in waiting where ticket.isOpen { workspaceDiagnostic(params, ticket) }
  }

  /// Answers what waits for something new, when there will be nothing.
  func endWaitingDiagnostics() {
    for (_, ticket) in indexing.waiting {
      answer(ticket, OutgoingMessage.response(ticket.id) { $0.raw("{\"items\":[]}") })
    }
    indexing.waiting = []
  }

  /// The project as it is now.
  func projectView() -> ProjectView {
    let open = documents.keys.sorted().compactMap { uri in
      purpose(of: uri) == .article && documents[uri]?.isAwaitingStore == false
        ? snapshot(of: uri) : nil
    }
    // What changed outside is found by the next question, where the client does not tell.
    if !client.registersWatchers, environment.now() - indexing.lastRun > Session.storeInterval * 5 {
      indexing.isWanted = true
    }
    return ProjectView(
      open: open, unit: unit, indexes: indexing.indexes.sorted { $0.key < $1.key }.map(\.value))
  }
}
