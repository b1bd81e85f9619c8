internal import ArgumentParser
internal import HearsayModel
internal import HearsayStore
internal import HearsayWorkspace

/// `hearsay undo` and `hearsay redo`, which differ in their direction alone.
private struct HistoryMove {
  let direction: DecisionVerb
  let file: String?

  /// Moves one step and says which.
  ///
  /// - Throws: `ExitCode`.
  func run() throws {
    let decisions = DecisionStore()
    let folder = Console.absoluteFolder(of: file ?? ".")
    var location = decisions.location(forFolder: folder)
    var identity: DocumentIdentity?
    if let file { (location, identity) = try Console.document(file, in: decisions) }
    let author = Console.settings(inFolder: folder).author
    let outcome: CommitOutcome
    do throws(StoreError) {
      outcome = try decisions.move(
        direction, in: identity, at: location, stamp: .now(author: author))
    } catch {
      throw Console.exit(error)
    }
    let done = direction == .undo ? "undone" : "redone"
    let place = outcome.path.map { " in \($0)" } ?? ""
    let rest = outcome.kept > 0 ? "; what others changed since stays" : ""
    try Console.print(Array("\(done): \(outcome.verb.rawValue)\(place)\(rest)\n".utf8))
  }
}

/// `hearsay undo`.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take the last decision of the project back, or the last one on a file.")

  @Argument(help: "Only decisions on this file.")
  var file: String?

  func run() throws { try HistoryMove(direction: .undo, file: file).run() }
}

/// `hearsay redo`.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Bring the decision that was last taken back into force again.")

  @Argument(help: "Only decisions on this file.")
  var file: String?

  func run() throws { try HistoryMove(direction: .redo, file: file).run() }
}
