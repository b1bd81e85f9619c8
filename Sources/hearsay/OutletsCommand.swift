internal import ArgumentParser
internal import HearsayWorkspace

/// `hearsay outlets`: what the registry knows, and the check of a team's overlay.
struct OutletsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlets",
    abstract: "Show what the registry knows of an outlet, or check a team's overlay.",
    subcommands: [OutletsShowCommand.self, OutletsCheckCommand.self],
    defaultSubcommand: OutletsShowCommand.self)
}

/// `hearsay outlets NAME|DOMAIN`.
struct OutletsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the note on an outlet: facts with sources, no verdict.",
    discussion: """
      The overlay .hearsay/outlets.json of the project around the working folder is in force. \
      Where several outlets share the name, each has its note.
      """)

  @Argument(help: ArgumentHelp("A name, alias, id, domain or address.", valueName: "name|domain"))
  var words: [String]

  @Flag(help: "The record as JSON, one line for each outlet.")
  var json = false

  @Option(
    help: ArgumentHelp("Only what held on this day; else everything.", valueName: "YYYY-MM-DD"))
  var date: String?

  func validate() throws {
    if let date, !OutletReport.isDate(date) {
      throw ValidationError("--date wants a calendar date as YYYY-MM-DD, not “\(date)”.")
    }
    if words.isEmpty { throw ValidationError("Name an outlet, such as TASS or tass.com.") }
  }

  func run() throws {
    let edition = ProjectOutlets().edition(forFolder: Console.absoluteFolder(of: "-"))
    Console.tellMistakes(of: edition)
    let query = words.joined(separator: " ")
    let found = edition.catalogue.find(query)
    guard !found.isEmpty else {
      Console.failUnknownOutlet(query, edition.catalogue)
      throw ExitCode(1)
    }
    let report = OutletReport(edition.catalogue)
    let today = String(Console.now().prefix(10))
    let texts = found.map { entry in
      json ? report.json(entry) : Array(report.text(entry, date: date, today: today).utf8)
    }
    try Console.print(Array(texts.joined(separator: json ? [] : [0x0A])))
  }
}

/// `hearsay outlets check FILE`.
struct OutletsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a team's overlay; each mistake is FILE:LINE:COLUMN: sentence [code].")

  @Argument(help: ArgumentHelp("The overlay. Default: the project's.", valueName: "file"))
  var file: String?

  func run() throws {
    let found = ProjectOutlets().edition(forFolder: Console.absoluteFolder(of: "-")).path
    guard let path = file ?? found else {
      Console.error("hearsay: no \(ProjectOutlets.fileName) was found [no-input]")
      throw ExitCode(66)
    }
    let overlay = ProjectOutlets.overlay(at: path)
    for problem in overlay.located {
      Console.error(
        "\(path):\(problem.line):\(problem.column): \(problem.message) [\(problem.code)]")
    }
    guard overlay.problems.isEmpty else {
      throw ExitCode(overlay.problems.contains { $0.code == .unreadable } ? 66 : 65)
    }
    try Console.print(Array("\(path): no mistakes; \(overlay.summary)\n".utf8))
  }
}
