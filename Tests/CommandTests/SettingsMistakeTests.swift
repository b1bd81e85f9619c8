import Foundation
import Testing

/// A command that reads the settings of a project.
struct SettingsReading: CustomTestStringConvertible, Sendable {
  let arguments: [String]
  /// The exit status, mistakes in the settings or not.
  var status: Int32 = 0
  var testDescription: String { arguments.joined(separator: " ") }
}

@Suite struct SettingsMistakeTests {
  static let unknown = "0193f000-0000-7000-8000-000000000000"
  static let commands = [
    SettingsReading(arguments: ["annotate", "a.txt"]),
    SettingsReading(arguments: ["export", "a.txt"]),
    SettingsReading(arguments: ["import", "in.jsonl"]),
    SettingsReading(arguments: ["undo"]),
    SettingsReading(arguments: ["undo", "a.txt"]),
    SettingsReading(arguments: ["redo"], status: 1),
    SettingsReading(arguments: ["ignores", "--remove", unknown], status: 1),
    SettingsReading(arguments: ["sync", "resolve", unknown, "--keep", "1"], status: 1),
  ]

  /// Runs something in a project with a decision and a remote store.
  private func withProject(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.file(".hearsay.toml", "author = \"Mia\"\n")
      try program.file("a.txt", "“We will stay,” said Ana Ruiz.\n")
      let lines = try program.run(["annotate", "a.txt"]).output
      try program.file("in.jsonl", lines.replacing("\"suggested\"", with: "\"accepted\""))
      #expect(try program.run(["import", "in.jsonl"]).status == 0)
      let remote = "file://\(program.folder.path)/remote"
      #expect(try program.run(["sync", "init", remote, "--member", "mia"]).status == 0)
      try body(program)
    }
  }

  @Test(arguments: commands)
  func `every command that reads the settings tells what it cannot use of them`(
    _ command: SettingsReading
  ) throws {
    try withProject { program in
      try program.file(".hearsay.toml", "author = 3\n")
      let run = try program.run(command.arguments)
      #expect(run.status == command.status, "\(run.errors)")
      let told = run.errors.split(separator: "\n").filter { $0.hasSuffix("[setting-wrong-type]") }
      #expect(told.count == 1 && told.first?.hasPrefix("hearsay: ") == true, "\(run.errors)")
      try program.file(".hearsay.toml", "author = = 3\n")
      let broken = try program.run(command.arguments)
      #expect(broken.errors.contains("[settings-unreadable]"), "\(broken.errors)")
    }
  }

  @Test(arguments: ["annotate", "export"])
  func `settings that were named and are not there end the command`(command: String) throws {
    try withProject { program in
      let run = try program.run([command, "--config", "none.toml", "a.txt"])
      #expect(run.status == 78 && run.output.isEmpty)
      #expect(run.errors.hasSuffix("[settings-unreadable]\n"))
    }
  }
}
