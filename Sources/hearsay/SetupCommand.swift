internal import ArgumentParser
internal import HearsayWorkspace

/// `hearsay setup EDITOR`: prints, installs or takes away what an editor needs.
struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Print or install the configuration for one editor.",
    discussion: """
      Editors: \(EditorCatalogue.embeddedNames.joined(separator: ", ")).

      Without an option the files are printed, each below its path. What --write changes is kept \
      beside the file; --remove takes everything away and brings back what was there before.
      """)

  @Argument(help: "The editor's name, one of those above.")
  var editor: String

  @Flag(help: "Install; doing it twice changes nothing.")
  var write = false

  @Flag(help: "Take away what --write has installed.")
  var remove = false

  func validate() throws {
    if write, remove { throw ValidationError("--write and --remove exclude each other.") }
    if EditorCatalogue.embedded.editor(editor) == nil {
      let names = EditorCatalogue.embeddedNames.joined(separator: ", ")
      throw ValidationError("There are no files for “\(editor)”. There are for: \(names).")
    }
  }

  func run() throws {
    guard let editor = EditorCatalogue.embedded.editor(editor) else { return }
    let setup = EditorSetup(editor)
    guard write || remove else {
      try Console.print(SetupReport.text(setup.files))
      for line in setup.afterwards { Console.error(line) }
      return
    }
    let lines: [String]
    do throws(SetupError) {
      lines = SetupReport.lines(try write ? setup.write() : setup.remove())
    } catch {
      Console.error("hearsay: \(error.path): \(error.reason) [\(error.code)]")
      throw ExitCode(error.exitStatus)
    }
    let all = lines + (write ? setup.afterwards : [])
    try Console.print(Array((all.joined(separator: "\n") + "\n").utf8))
    if write, SearchPath.find("hearsay") == nil {
      Console.error("hearsay: editors look for hearsay on the PATH, and it is not there")
    }
  }
}
