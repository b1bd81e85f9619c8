internal import ArgumentParser
internal import HearsayAnalysis
internal import HearsayServer
internal import HearsayWorkspace

/// `hearsay lsp`: the language server on standard input and output.
struct LanguageServerCommand: ParsableCommand {
  /// Name and purpose.
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Language server on standard input and output.")

  /// Accepted and changes nothing.
  @Flag(help: "Accepted and changes nothing; clients pass it by habit.")
  var stdio = false

  /// A file that gets every message.
  @Option(
    help: ArgumentHelp(
      "Append every message to a file, one JSON object a line.",
      discussion: "The environment variable HEARSAY_WIRE_LOG does the same.", valueName: "file"))
  var wireLog: String?

  /// Whatever else a client passes.
  @Option(
    help: ArgumentHelp("Settings file, instead of the .hearsay.toml found.", valueName: "file"))
  var config: String?

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("Whatever else a client passes; changes nothing.", visibility: .private))
  var ignored: [String] = []

  /// Serves one client, then exits with 0 after a shutdown, else with 1.
  func run() throws {
    var server = LanguageServer.Configuration(
      analyzer: .embedded(), settings: ProjectSettings(file: config), version: Hearsay.version)
    server.today = { String(Console.now().prefix(10)) }
    server.indexFolder = ProjectIndex.Refresh.userFolder
    server.codePages = CodePages(version: Hearsay.version)
    let path = wireLog ?? ProcessEnvironment.value(of: "HEARSAY_WIRE_LOG")
    server.wireLog = path.flatMap { WireLog(path: $0) }
    if let path, server.wireLog == nil {
      Console.error("hearsay: \(path): cannot be written, so messages are not kept [output]")
    }
    let status = LanguageServer.run(server)
    throw ExitCode(status)
  }
}
