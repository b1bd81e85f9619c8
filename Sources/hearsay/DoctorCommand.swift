internal import ArgumentParser
internal import FoundationEssentials
internal import HearsayServer
internal import HearsayWorkspace

/// `hearsay doctor`: whether everything works here, and what to do where it does not.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the installation, and say what to do about what is wrong.",
    discussion: """
      Looks at the program, the settings, the store, the outlet registry and the remote store of \
      the folder it runs in, at editors, and starts the language server once. Exit status 1 where \
      something is wrong; what is only worth knowing is no error.
      """)

  @Flag(help: "The findings as JSON.")
  var json = false

  @Flag(help: "Do not ask the remote store.")
  var offline = false

  func run() throws {
    let doctor = Doctor(
      folder: FileManager.default.currentDirectoryPath, version: Hearsay.version,
      program: OwnProgram.path, asksRemote: !offline)
    let report = doctor.report(server: RoundTrip.finding(program: OwnProgram.path))
    try Console.print(json ? report.json : Array(report.text.utf8))
    if !report.isHealthy { throw ExitCode(1) }
  }
}
