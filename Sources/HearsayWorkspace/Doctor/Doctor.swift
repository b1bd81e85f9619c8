internal import FoundationEssentials
internal import HearsayStore
internal import HearsaySync
internal import HearsayText

/// Looks whether everything works in a folder, and says what to do where it does not.
///
/// Reads files, opens the store and asks the remote store; nothing somebody has written changes.
public struct Doctor: Sendable {
  /// The folder that is looked at, absolute.
  private let folder: String
  private let version: String
  private let program: String
  private let asksRemote: Bool
  private let folders: EditorFolders

  /// A visit to a folder.
  ///
  /// - Parameters:
  ///   - program: The running program's own file.
  ///   - asksRemote: Whether the remote store is asked, which may wait for the network.
  public init(
    folder: String, version: String, program: String, asksRemote: Bool = true,
    folders: EditorFolders = EditorFolders()
  ) {
    self.folder = folder
    self.version = version
    self.program = program
    self.asksRemote = asksRemote
    self.folders = folders
  }

  /// What is found, with what a round trip with the server has found behind it.
  public func report(server: DoctorFinding) -> DoctorReport {
    DoctorReport(
      programFindings + settingsFindings + storeFindings + registryFindings + editorFindings
        + [server])
  }

  private var programFindings: [DoctorFinding] {
    let own = DoctorFinding(.program, .fine, "Hearsay \(version), \(program)")
    guard let found = SearchPath.find("hearsay") else {
      return [
        own,
        DoctorFinding(
          .program, .notice, "there is no hearsay on the PATH, where editors look for it",
          advice: "link it into a folder of the PATH, such as ~/.local/bin", code: "not-on-path"),
      ]
    }
    func real(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }
    guard real(found) != real(program) else { return [own] }
    return [
      own,
      DoctorFinding(
        .program, .notice, "editors start another one: \(found)",
        advice: "put this one before it on the PATH, or remove it", code: "other-on-path"),
    ]
  }

  private var settingsFindings: [DoctorFinding] {
    let settings = ProjectSettings()
    let problems = settings.settings(forFolder: folder).problems
    guard let (path, file) = settings.file(forFolder: folder) else {
      if problems.isEmpty {
        return [
          DoctorFinding(.settings, .fine, "no \(ProjectSettings.fileName) here; defaults hold")
        ]
      }
      return problems.map {
        DoctorFinding(
          .settings, .wrong, $0.message, advice: "let it be read", code: $0.code.rawValue)
      }
    }
    guard !file.mistakes.isEmpty else { return [DoctorFinding(.settings, .fine, path)] }
    return file.mistakes.map { mistake in
      let line = file.text.line(ofByte: mistake.span.start) + 1
      let prefix = "\(path): "
      let words = mistake.problem.message
      let message = words.hasPrefix(prefix) ? String(words.dropFirst(prefix.count)) : words
      return DoctorFinding(
        .settings, .wrong, "\(path):\(line): \(message)",
        advice: "correct it; until then the last good value or the default holds",
        code: mistake.problem.code.rawValue)
    }
  }

  private var storeFindings: [DoctorFinding] {
    let location = StoreFinder().location(forFolder: folder)
    do throws(StoreError) {
      guard let store = try AnnotationStore.existing(at: location.database) else {
        let place = "none yet; the first decision makes \(location.database)"
        return [DoctorFinding(.store, .fine, place)] + [remoteFinding(nil)]
      }
      var findings = try store.integrityProblems().map { problem in
        DoctorFinding(
          .store, .wrong, "\(store.path) is damaged: \(problem)",
          advice: "put a copy back, or move it away together with its -wal file",
          code: "store-corrupt")
      }
      if findings.isEmpty { findings.append(DoctorFinding(.store, .fine, store.path)) }
      if store.isReadOnly {
        findings.append(
          DoctorFinding(
            .store, .wrong, "\(store.path) can only be read, so nothing can be decided",
            advice: "let yourself write the file and its folder", code: "store-not-writable"))
      }
      return findings + [remoteFinding(store)]
    } catch {
      return [
        DoctorFinding(
          .store, .wrong, error.reason, advice: "suggestions go on; decisions wait for the store",
          code: error.code)
      ]
    }
  }

  private func remoteFinding(_ store: AnnotationStore?) -> DoctorFinding {
    do {
      guard let store, let address = try store.remoteAddress() else {
        return DoctorFinding(.remote, .fine, "none; hearsay sync init ADDRESS sets one up")
      }
      let status = try store.syncStatus()
      var parts = [address, status.unsent == 0 ? "nothing to send" : "\(status.unsent) to send"]
      if asksRemote {
        let count = try RemoteSync(store).devices().count
        parts.append(count == 1 ? "one device" : "\(count) devices")
      } else {
        parts.append("not asked")
      }
      guard status.conflicts > 0 else {
        return DoctorFinding(.remote, .fine, parts.joined(separator: ", "))
      }
      return DoctorFinding(
        .remote, .notice, "\(address): \(status.conflicts) disagreements wait for you",
        advice: "hearsay sync conflicts shows them", code: "conflict")
    } catch {
      let failure = SyncFailure(error)
      return DoctorFinding(
        .remote, .wrong, failure.reason,
        advice: "everything else works meanwhile; hearsay sync tries again", code: failure.code)
    }
  }

  private var registryFindings: [DoctorFinding] {
    let edition = ProjectOutlets().edition(forFolder: folder)
    let catalogue = edition.catalogue
    let shipped = DoctorFinding(
      .registry, .fine, "version \(catalogue.version), \(catalogue.entries.count) records")
    guard let path = edition.path, let overlay = edition.overlay else { return [shipped] }
    if overlay.problems.isEmpty {
      return [shipped, DoctorFinding(.registry, .fine, "\(path): \(overlay.summary)")]
    }
    let mistakes = overlay.located.map { problem in
      DoctorFinding(
        .registry, .wrong, "\(path):\(problem.line):\(problem.column): \(problem.message)",
        advice: "correct it; hearsay outlets check looks again", code: problem.code)
    }
    return [shipped] + mistakes
  }

  /// Editors that are installed or set up; of the ways to set one program up only those in use, or
  /// all in one line.
  private var editorFindings: [DoctorFinding] {
    var order: [String] = []
    var groups: [String: [(editor: Editor, state: SetupState)]] = [:]
    for editor in EditorCatalogue.embedded.editors {
      let program = editor.programs.first ?? editor.name
      if groups[program] == nil { order.append(program) }
      let state = EditorSetup(editor, folders: folders).state
      groups[program, default: []].append((editor, state))
    }
    let found = order.flatMap { findings(of: groups[$0] ?? []) }
    if !found.isEmpty { return found }
    return [
      DoctorFinding(
        .editors, .notice, "no editor that is known here",
        advice: "hearsay setup --help lists them", code: "no-editor")
    ]
  }

  /// What is found of the ways to set one program up.
  private func findings(of group: [(editor: Editor, state: SetupState)]) -> [DoctorFinding] {
    let used = group.filter { $0.state != .absent }
    let isHere = group.contains { way in
      way.editor.programs.contains { SearchPath.find($0) != nil }
    }
    if used.isEmpty, isHere {
      let titles = group.map(\.editor.title).joined(separator: ", ")
      let names = group.map(\.editor.name)
      let others = names.count > 1 ? " (or \(names.dropFirst().joined(separator: ", ")))" : ""
      return [
        DoctorFinding(
          .editors, .notice, "\(titles): not set up by hearsay setup",
          advice: "hearsay setup \(names[0]) --write\(others)", code: "editor-not-set-up")
      ]
    }
    return used.map { editor, state in
      guard state == .outdated else {
        return DoctorFinding(.editors, .fine, "\(editor.title): set up")
      }
      return DoctorFinding(
        .editors, .notice, "\(editor.title): set up by another version, or in part",
        advice: "hearsay setup \(editor.name) --write", code: "editor-outdated")
    }
  }
}
