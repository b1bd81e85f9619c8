internal import ArgumentParser

/// The program: one word to type, one command below it for each thing it does.
@main
struct Hearsay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay",
    abstract: "Annotates news text: who said what, when, and through which outlet.",
    version: Hearsay.version,
    subcommands: [
      AnnotateCommand.self, AgreeCommand.self, DoctorCommand.self, ExportCommand.self,
      HistoryCommand.self, IgnoresCommand.self, ImportCommand.self, LanguageServerCommand.self,
      OutletsCommand.self, ReanchorCommand.self, RedoCommand.self, SetupCommand.self,
      SyncCommand.self, UndoCommand.self,
    ])

  /// The program's version, as every output names it.
  static let version = "0.1.0"
}
