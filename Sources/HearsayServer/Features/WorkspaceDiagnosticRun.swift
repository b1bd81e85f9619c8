internal import HearsayJSON
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What deserves a look in the articles of a project that are not open.
///
/// Quotations, dates and outlets of closed files are left to symbols and references: a list of all
/// of them helps nobody.
struct WorkspaceDiagnosticRun {
  /// So many documents are sent in one piece.
  private static let pieceSize = 200

  /// What was asked.
  let params: WorkspaceDiagnosticParams
  /// The project.
  let project: ProjectView
  /// How loudly what is shown, by the folder of an index.
  let scales: [String: SeverityScale]
  /// Where the pages about codes are, or nil.
  let documentation: CodeDocumentation?

  /// The reports on what the client does not know yet.
  func reports() -> [WorkspaceDocumentReport] {
    var known: [String: String] = [:]
    for result in params.previousResultIds ?? [] { known[result.uri] = result.value }
    let open = Set(project.open.compactMap { DocumentURI.path(of: $0.uri) })
    var reports: [WorkspaceDocumentReport] = []
    for index in project.indexes {
      guard let scale = scales[index.root] else { continue }
      for (path, version, bytes) in index.everything() {
        let uri = DocumentURI.uri(ofPath: path)
        let before = known.removeValue(forKey: uri)
        guard !open.contains(path) else { continue }
        let id = "\(version)-\(scale.fingerprint)"
        guard before != id else { continue }
        let items = ProjectIndex.troubles(bytes).compactMap { item($0, scale) }
        if items.isEmpty, before == nil { continue }
        reports.append(
          WorkspaceDocumentReport(
            uri: uri, version: nil, report: .full(resultID: id, items: items)))
      }
    }
    // What is gone has nothing to be looked at any more.
    for uri in known.keys.sorted() where !project.open.contains(where: { $0.uri == uri }) {
      guard known[uri] != WorkspaceDiagnosticRun.gone else { continue }
      reports.append(
        WorkspaceDocumentReport(
          uri: uri, version: nil,
          report: .full(resultID: WorkspaceDiagnosticRun.gone, items: [])))
    }
    return reports
  }

  private static let gone = "gone"

  private func item(_ trouble: IndexedDocument.Trouble, _ scale: SeverityScale) -> Diagnostic? {
    let problem = Problem(trouble.code, ByteSpan(0, 0), choices: trouble.choices)
    guard let severity = scale.severity(of: problem),
      severity.rawValue <= DiagnosticSeverity.warning.rawValue
    else { return nil }
    return Diagnostic(
      range: trouble.range.range(in: project.unit), severity: severity,
      code: trouble.code.rawValue,
      codeDescription: documentation?.address(of: trouble.code.rawValue),
      message: Wording.sentence(for: problem))
  }

  /// Sends reports piece by piece where the client takes them before the answer, and gives what is
  /// left for the answer.
  ///
  /// Shows progress where the client wants that; stops where nobody waits any more.
  func send(
    _ reports: [WorkspaceDocumentReport], isOpen: () -> Bool, through send: ([UInt8]) -> Void
  ) -> [WorkspaceDocumentReport] {
    guard let token = params.partialResultToken else { return reports }
    if let shown = params.workDoneToken {
      let title = "Looking through the project"
      send(WorkDoneProgress.begin(title: title, isCancellable: true).body(token: shown))
    }
    var done = 0
    while done < reports.count, isOpen() {
      let piece = reports[done..<min(reports.count, done + WorkspaceDiagnosticRun.pieceSize)]
      send(
        ProgressNotification.body(token: token) { writer in
          writer.object { writer in
            writer.key("items")
            writer.array { writer in
              for report in piece { report.write(to: &writer) }
            }
          }
        })
      done += piece.count
      if let shown = params.workDoneToken {
        let words = "\(done) of \(reports.count)"
        let share = done * 100 / reports.count
        send(WorkDoneProgress.report(message: words, percentage: share).body(token: shown))
      }
    }
    if let shown = params.workDoneToken {
      send(WorkDoneProgress.end(message: nil).body(token: shown))
    }
    return []
  }
}
