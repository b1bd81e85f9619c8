internal import ArgumentParser
internal import HearsayModel
internal import HearsayStore
internal import HearsayWorkspace

/// `hearsay history`: who decided what, and when.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show who decided what on a file, or in the project, and when.",
    discussion: "One line a step and below it what changed, the first step first.")

  @Argument(help: "The file; without one the whole project.")
  var file: String?

  func run() throws {
    let decisions = DecisionStore()
    var location = decisions.location(forFolder: Console.absoluteFolder(of: file ?? "."))
    var identity: DocumentIdentity?
    if let file { (location, identity) = try Console.document(file, in: decisions) }
    let entries: [HistoryEntry]
    let received: [ReceivedStep]
    do throws(StoreError) {
      let store = try decisions.store(at: location)
      entries = try store?.history(of: identity) ?? []
      received = try store?.received(of: identity) ?? []
    } catch {
      throw Console.exit(error)
    }
    let lines = HistoryReport.lines(entries, received, showsPath: identity == nil)
    try Console.print(Array(lines.map { "\($0)\n" }.joined().utf8))
  }
}

/// `hearsay ignores`: what is not shown, and how it is shown again.
struct IgnoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ignores",
    abstract: "Show what is ignored in a file or in the project, or stop ignoring it.")

  @Argument(help: "The file; without one the whole project.")
  var file: String?

  @Option(help: ArgumentHelp("Stop ignoring what has this id.", valueName: "id"))
  var remove: String?

  func run() throws {
    let decisions = DecisionStore()
    let folder = Console.absoluteFolder(of: file ?? ".")
    var location = decisions.location(forFolder: folder)
    var identity: DocumentIdentity?
    if let file { (location, identity) = try Console.document(file, in: decisions) }
    let lines: [String]
    do throws(StoreError) {
      if let remove {
        guard let id = AnnotationID(remove) else { throw .unknownID(remove) }
        let author = Console.settings(inFolder: folder).author
        _ = try decisions.unignore(id, at: location, stamp: .now(author: author))
        return
      }
      let found = try decisions.store(at: location)?.ignores(of: identity) ?? []
      lines = found.map { HistoryReport.line($0.ignore, path: $0.path) + "\n" }
    } catch {
      throw Console.exit(error)
    }
    try Console.print(Array(lines.joined().utf8))
  }
}
