import Foundation
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

/// A file of settings with a mistake, and the code and key it is told with.
struct BadSettings: CustomTestStringConvertible, Sendable {
  let text: String
  let mistakes: [String]
  var testDescription: String { text }

  init(_ text: String, _ mistakes: String...) {
    self.text = text
    self.mistakes = mistakes
  }
}

@Suite struct SettingsFileTests {
  static let bad = [
    BadSettings("author = \"ana\"\n[severity]\nscare = \"off\"\n"),
    BadSettings("date = 3\n", "setting-wrong-type@date"),
    BadSettings("kinds = [\n  \"date\",\n  \"dates\"\n]\n", "setting-unknown-value@kinds"),
    BadSettings("  \"author\" = \"\"\n", "setting-wrong-type@\"author\""),
    BadSettings(
      "[severity]\nscare = \"loud\"\nscares = \"off\"\n", "setting-unknown-value@scare",
      "setting-unknown-value@scares"),
    BadSettings("severity.scare = 1\n", "setting-wrong-type@severity.scare"),
    BadSettings("severity = 1\n", "setting-wrong-type@severity"),
    BadSettings("autor = \"ana\"\n", "setting-unknown@autor"),
    BadSettings("author = \"ana\"\nkinds = = 1\n", "settings-unreadable@kinds = = 1"),
    BadSettings("[\n", "settings-unreadable@["),
    BadSettings("author = \"[é]\" # [é]\n [é]\n", "settings-unreadable@ [é]"),
    BadSettings("date = 1\n[[[a]]]\n", "settings-unreadable@[[[a]]]"),
    BadSettings("a.b.c.d.e.f.g.h.i = 1\n", "settings-unreadable@a.b.c.d.e.f.g.h.i = 1"),
    BadSettings("author = \"\"\"\n[é]\\\"\"\"\n[é] \"\"\"\"\"\n[severity]\n"),
    BadSettings(
      "author = '''\n.[é]\\'''' # \"\nkinds = [ # '\n[\n]\n]", "setting-wrong-type@kinds"),
    BadSettings("[hearsay]\nmaxDiagnostics = -1\n", "setting-unknown-value@maxDiagnostics"),
    BadSettings("[hearsay]\nmaxDiagnostics = 2.5\n", "setting-unknown-value@maxDiagnostics"),
  ]

  @Test(arguments: bad)
  func `a mistake is told at its key`(settings: BadSettings) {
    let text = Text(settings.text)
    let found = SettingsFile(text, path: ".hearsay.toml").mistakes.map { mistake in
      "\(mistake.problem.code.rawValue)@\(text.string(in: mistake.span))"
    }
    #expect(found == settings.mistakes)
  }

  @Test func `of a key with a mistake the last good value stays`() {
    let good = SettingsFile(
      Text("author = \"ana\"\nminimumConfidence = 0.5\n[severity]\nscare = \"off\"\n"), path: "")
    let bad = SettingsFile(
      Text("author = 1\nminimumConfidence = 0.7\n[severity]\nscare = \"x\"\n"), path: "",
      before: good.settings ?? Settings())
    #expect(bad.settings?.author == "ana")
    #expect(bad.settings?.minimumConfidence == 0.7)
    #expect(bad.settings?.severities == ["scare": .off])
  }

  @Test func `mistakes are shown in the file, open or not, until they are mended`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: ".hearsay.toml")
    try Data("dat = 1\n".utf8).write(to: file)
    let driver = SessionDriver(capabilities: "{}", settings: ProjectSettings())
    let sent = driver.open("x", uri: "file://\(folder.path)/a.txt")
    #expect(sent.contains { $0.contains("/.hearsay.toml") && $0.contains("setting-unknown") })
    let opened = driver.open("date = 1\n", uri: "file://\(file.path)")
    #expect(opened.contains { $0.contains("setting-wrong-type") })
  }

  @Test func `mistakes of a file that is gone are taken back`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: ".hearsay.toml")
    try Data("dat = 1\n".utf8).write(to: file)
    let driver = SessionDriver(capabilities: "{}", settings: ProjectSettings())
    driver.open("x", uri: "file://\(folder.path)/a.txt")
    try FileManager.default.removeItem(at: file)
    func told() -> [String] {
      driver.send(#"{"method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}"#).filter {
        $0.contains("/.hearsay.toml") && $0.contains("publishDiagnostics")
      }
    }
    let first = told()
    #expect(first.count == 1 && first.first?.contains(#""diagnostics":[]"#) == true)
    #expect(told().isEmpty)
  }

  @Test(arguments: [
    ("", 0, 0, "author = "), ("[severity]\nsca", 1, 3, "scare = "),
    ("[severity]\nscare = ", 1, 8, " \\\"warning\\\""),
    ("dayMonthOrder = ", 0, 16, " \\\"day-first\\\""), ("kinds = [", 0, 9, "\\\"outlet\\\""),
    ("positionEncoding =", 0, 18, " \\\"utf-8\\\""),
  ])
  func `keys and values are completed`(text: String, line: Int, column: Int, wanted: String) {
    let driver = SessionDriver(capabilities: "{}")
    driver.open(text, uri: "file:///p/.hearsay.toml")
    let answer =
      driver.send(
        #"{"id":7,"method":"textDocument/completion","params":{"textDocument":{"uri":"#
          + #""file:///p/.hearsay.toml"},"position":{"line":\#(line),"character":\#(column)}}}"#
      ).first ?? ""
    #expect(answer.contains(#""newText":"\#(wanted)""#))
  }
}
