internal import Crypto
internal import FoundationEssentials

/// Puts what an editor needs where the editor looks for it, and takes it away again.
///
/// First everything is planned, then written, so that a refusal leaves all files as they were. A
/// user's file that changes is kept beside itself; what was installed is remembered by its hash, so
/// that a later version takes its place without a copy and no file somebody has edited is lost.
public struct EditorSetup: Sendable {
  private let editor: Editor
  private let folders: EditorFolders

  /// The set-up of an editor for a user.
  public init(_ editor: Editor, folders: EditorFolders = EditorFolders()) {
    self.editor = editor
    self.folders = folders
  }

  /// Each file with what is put there, as it would be written where nothing is yet.
  public var files: [(path: String, bytes: [UInt8])] {
    editor.steps.map { (folders.path($0.destination), ours($0)) }
  }

  /// What is left for a person to do.
  public var afterwards: [String] { editor.afterwards.map { folders.path($0) } }

  /// How far the editor is set up; a file that cannot be read counts as absent.
  public var state: SetupState {
    guard let changes = try? plan() else {
      let isAnywhere = editor.steps.contains { step in
        let path = folders.path(step.destination)
        return (try? read(path)).flatMap { $0 }.map { holdsOurs(step, $0) } ?? false
      }
      return isAnywhere ? .outdated : .absent
    }
    if changes.allSatisfy({ $0.kind == .nothing }) { return .done }
    return changes.contains(where: \.heldOurs) ? .outdated : .absent
  }

  // MARK: - Putting

  /// Installs everything.
  ///
  /// - Returns: What happened to each file.
  /// - Throws: ``SetupError``.
  public func write() throws(SetupError) -> [SetupChange] {
    let changes = try plan()
    for change in changes { try carryOut(change) }
    if changes.contains(where: { $0.kind != .nothing }) { try remember() }
    return changes
  }

  private func plan() throws(SetupError) -> [SetupChange] {
    let known = remembered
    var changes: [SetupChange] = []
    for step in editor.steps {
      let path = resolved(folders.path(step.destination))
      let before = try read(path)
      let held = before.map { holdsOurs(step, $0) } ?? false
      let after = try put(step, into: before ?? [], path)
      var kind = SetupChange.Kind.make
      if let before {
        let isOurs = own(step, in: before).map { known.contains(EditorSetup.digest($0)) } ?? false
        let hasMore = step.form == .file || !isBlank(users(step, of: before))
        kind = before == after ? .nothing : .change(backup: !isOurs && hasMore)
      }
      changes.append(
        SetupChange(
          path: path, kind: kind, after: after, heldOurs: held, backup: backup(of: path)))
    }
    return changes
  }

  private func put(
    _ step: Editor.Step, into text: [UInt8], _ path: String
  ) throws(SetupError) -> [UInt8] {
    switch step.form {
    case .file: return step.content
    case .block(let sign):
      let block = MarkedBlock(name: editor.name, sign: sign, content: step.content)
      guard let rest = block.taken(outOf: text), let result = block.put(into: text) else {
        throw .byHand(path: path, reason: "a mark of hearsay setup stands there alone")
      }
      let others = String(decoding: rest, as: UTF8.self)
      if let clash = editor.clashes.first(where: others.contains) {
        throw .byHand(path: path, reason: "it has \(clash) already")
      }
      return result
    case .member:
      guard let member = JSONMemberEditor(step.content) else { return text }
      do throws(JSONMemberEditor.Refusal) {
        return try member.put(into: text)
      } catch {
        throw EditorSetup.refused(error, path)
      }
    }
  }

  // MARK: - Taking away

  /// Takes everything away again.
  ///
  /// - Returns: What happened to each file.
  /// - Throws: ``SetupError``.
  public func remove() throws(SetupError) -> [SetupChange] {
    let known = remembered
    var changes: [SetupChange] = []
    for step in editor.steps {
      let path = resolved(folders.path(step.destination))
      changes.append(try removal(of: step, at: path, known))
    }
    for change in changes { try carryOut(change) }
    try? FileManager.default.removeItem(atPath: record)
    removeEmptyFolders(above: record)
    return changes
  }

  private func removal(
    of step: Editor.Step, at path: String, _ known: Set<String>
  ) throws(SetupError) -> SetupChange {
    let before = try read(path)
    func change(_ kind: SetupChange.Kind, _ after: [UInt8]? = nil) -> SetupChange {
      SetupChange(
        path: path, kind: kind, after: after, heldOurs: before != nil, backup: backup(of: path))
    }
    guard let before else { return change(.nothing) }
    let earlier = try read(backup(of: path))
    if step.form == .file {
      let isOurs = before == step.content || known.contains(EditorSetup.digest(before))
      guard isOurs else { return change(known.isEmpty ? .nothing : .keep, before) }
      return earlier.map { change(.restore, $0) } ?? change(.remove)
    }
    guard holdsOurs(step, before) else { return change(.nothing, before) }
    // Where nobody has touched it since, what was there before comes back to the byte.
    if let earlier, earlier != before, (try? put(step, into: earlier, path)) == before {
      return change(.restore, earlier)
    }
    let rest = try taken(step, outOf: before, path)
    // What somebody has written or edited there is taken out with a copy only.
    guard isPristine(step, before, rest, path, known) else {
      return change(.change(backup: true), rest)
    }
    if before == ours(step) || isBlank(rest), earlier == nil { return change(.remove) }
    let isAll = earlier.map { users(step, of: $0) == users(step, of: rest) } ?? false
    return change(isAll ? .restore : .change(backup: false), rest)
  }

  /// Whether what is taken out of a file is as it was installed.
  private func isPristine(
    _ step: Editor.Step, _ before: [UInt8], _ rest: [UInt8], _ path: String, _ known: Set<String>
  ) -> Bool {
    if let own = own(step, in: before) {
      return own == ours(step) || known.contains(EditorSetup.digest(own))
    }
    return (try? put(step, into: rest, path)) == before
  }

  private func taken(
    _ step: Editor.Step, outOf text: [UInt8], _ path: String
  ) throws(SetupError) -> [UInt8] {
    switch step.form {
    case .file: return []
    case .block(let sign):
      let block = MarkedBlock(name: editor.name, sign: sign, content: step.content)
      guard let rest = block.taken(outOf: text) else {
        throw .byHand(path: path, reason: "a mark of hearsay setup stands there alone")
      }
      return rest
    case .member:
      guard let member = JSONMemberEditor(step.content) else { return text }
      do throws(JSONMemberEditor.Refusal) {
        return try member.taken(outOf: text)
      } catch {
        throw EditorSetup.refused(error, path)
      }
    }
  }

  // MARK: - Files

  private func carryOut(_ change: SetupChange) throws(SetupError) {
    let manager = FileManager.default
    switch change.kind {
    case .nothing, .keep: return
    case .make: try write(change.after ?? [], to: change.path)
    case .change(let keeps):
      if keeps, let before = try read(change.path) { try keep(before, as: change.backup) }
      try write(change.after ?? [], to: change.path)
    case .restore:
      try write(change.after ?? [], to: change.path)
      try? manager.removeItem(atPath: change.backup)
    case .remove:
      do {
        try manager.removeItem(atPath: change.path)
      } catch {
        throw .unwritable(path: change.path)
      }
      removeEmptyFolders(above: change.path)
    }
  }

  /// Keeps a file's earlier state, under a name with a number where another state has the name.
  private func keep(_ bytes: [UInt8], as path: String) throws(SetupError) {
    var name = path
    var number = 1
    while let known = try read(name) {
      if known == bytes { return }
      number += 1
      name = "\(path)-\(number)"
    }
    try write(bytes, to: name)
  }

  private func read(_ path: String) throws(SetupError) -> [UInt8]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    return Array(data)
  }

  private func write(_ bytes: [UInt8], to path: String) throws(SetupError) {
    let manager = FileManager.default
    let url = URL(filePath: path)
    let permissions = try? manager.attributesOfItem(atPath: path)[.posixPermissions]
    if permissions != nil, !manager.isWritableFile(atPath: path) { throw .unwritable(path: path) }
    do {
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
      if let permissions {
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
      }
    } catch {
      throw .unwritable(path: path)
    }
  }

  private func removeEmptyFolders(above path: String) {
    var folder = URL(filePath: path).deletingLastPathComponent()
    while !folders.roots.contains(folder.path), folder.path.count > 1 {
      let rest = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
      guard rest?.isEmpty ?? false else { return }
      try? FileManager.default.removeItem(at: folder)
      folder = folder.deletingLastPathComponent()
    }
  }

  private func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }

  private func ours(_ step: Editor.Step) -> [UInt8] {
    guard case .block(let sign) = step.form else { return step.content }
    return MarkedBlock(name: editor.name, sign: sign, content: step.content).bytes
  }

  /// What of a text is ours by its form, though somebody may have edited it.
  private func own(_ step: Editor.Step, in text: [UInt8]) -> [UInt8]? {
    switch step.form {
    case .file: text
    case .block(let sign):
      MarkedBlock(name: editor.name, sign: sign, content: step.content).lines(in: text)
    case .member: nil
    }
  }

  /// What of a text no set-up of an editor has written.
  private func users(_ step: Editor.Step, of text: [UInt8]) -> [UInt8] {
    guard case .block(let sign) = step.form else { return text }
    return MarkedBlock.withoutAny(text, sign: sign)
  }

  private func isBlank(_ text: [UInt8]) -> Bool {
    text.allSatisfy { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
  }

  private func backup(of path: String) -> String { "\(path).before-hearsay-\(editor.name)" }

  private func holdsOurs(_ step: Editor.Step, _ text: [UInt8]) -> Bool {
    switch step.form {
    case .file: text == step.content || remembered.contains(EditorSetup.digest(text))
    case .block(let sign):
      MarkedBlock(name: editor.name, sign: sign, content: step.content).taken(outOf: text) != text
    case .member: JSONMemberEditor(step.content)?.isIn(text) ?? false
    }
  }

  private static func refused(_ error: JSONMemberEditor.Refusal, _ path: String) -> SetupError {
    switch error {
    case .notJSON: .byHand(path: path, reason: "it is no plain JSON (comments are not)")
    case .noObject(let key):
      .byHand(path: path, reason: "\(key.isEmpty ? "it" : "“\(key)”") is no object there")
    }
  }

  // MARK: - What was installed

  private var record: String { "\(folders.records)/\(editor.name)" }

  /// Hashes of the files and blocks that were installed.
  private var remembered: Set<String> {
    let data = FileManager.default.contents(atPath: record) ?? Data()
    return Set(data.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  private func remember() throws(SetupError) {
    let own = editor.steps.filter { $0.form != .member }.map { EditorSetup.digest(ours($0)) }
    guard !own.isEmpty else { return }
    let all = remembered.union(own).sorted()
    try write(Array((all.joined(separator: "\n") + "\n").utf8), to: record)
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count < 2 ? "0\(text)" : text
    }.joined()
  }
}
