import Foundation
import HearsayWorkspace
import Testing

@Suite("Settings from a project's file") struct ProjectSettingsTests {
  /// A project's folder with a folder of articles inside, taken away after the test.
  private func withProject(_ body: (URL, String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    let articles = root.appending(path: "articles/deep")
    try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try body(root.appending(path: ProjectSettings.fileName), articles.path)
  }

  /// Writes a file and puts its time a second after the last one, as a later save would.
  private func write(_ text: String, to file: URL, second: Int) throws {
    try Data(text.utf8).write(to: file)
    let time = Date(timeIntervalSince1970: 1_700_000_000 + Double(second))
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
  }

  @Test func `the file is found from a folder below and read again when it changes`() throws {
    try withProject { file, folder in
      let source = ProjectSettings()
      #expect(source.settings(forFolder: folder).settings == Settings())
      #expect(!source.changed())
      try write("maxDiagnostics = 7\n[severity]\nscare = \"off\"\n", to: file, second: 0)
      #expect(source.changed())
      let (settings, problems) = source.settings(forFolder: folder)
      #expect(settings.maxDiagnostics == 7 && settings.severities == ["scare": .off])
      #expect(problems.isEmpty && !source.changed())
      try write("maxDiagnostics = 8\n", to: file, second: 1)
      #expect(source.changed())
      #expect(source.settings(forFolder: folder).settings.maxDiagnostics == 8)
    }
  }

  @Test(arguments: ["maxDiagnostics = = 1", "[severity", "date = \"\u{1}"])
  func `a broken file leaves the last good settings and says why`(text: String) throws {
    try withProject { file, folder in
      let source = ProjectSettings()
      try write("maxDiagnostics = 7\n", to: file, second: 0)
      #expect(source.settings(forFolder: folder).settings.maxDiagnostics == 7)
      try write(text, to: file, second: 1)
      #expect(source.changed())
      let (settings, problems) = source.settings(forFolder: folder)
      #expect(settings.maxDiagnostics == 7)
      #expect(problems.map(\.code) == [.unreadable])
    }
  }

  @Test func `one wrong setting does not spoil the others`() throws {
    try withProject { file, folder in
      try write(
        "date = \"2024-02-30\"\nminimumConfidence = 0.5\nunknown = 1\n", to: file, second: 0)
      let (settings, problems) = ProjectSettings().settings(forFolder: folder)
      #expect(settings.minimumConfidence == 0.5)
      #expect(settings.date == nil && !problems.isEmpty)
    }
  }
}
