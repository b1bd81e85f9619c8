import Foundation
import HearsayInterchange
import HearsayWorkspace
import Testing

@testable import HearsayServer

/// Every code of a diagnostic has a page that says what to do.
@Suite struct CodePageTests {
  static let codes: [String] =
    SettingsReader.severityCodes.sorted() + OverlayProblem.Code.allCases.map(\.rawValue)
    + SettingsProblem.Code.allCases.map(\.rawValue) + SheetProblem.Code.allCases.map(\.rawValue)

  @Test(arguments: codes)
  func `a code has a page`(code: String) throws {
    let page = try #require(CodePages.all[code])
    #expect(page.hasPrefix("# "))
    #expect(page.contains("\n\nCode `\(code)`, usually shown as "))
    #expect(page.contains("\n## What to do\n\n"))
    #expect(page.contains("`[severity]`") == SettingsReader.severityCodes.contains(code))
  }

  @Test func `every page is that of a code, under its name, and is in the program`() throws {
    #expect(CodePages.all.keys.sorted() == CodePageTests.codes.sorted())
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/codes").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == CodePageTests.codes.map { "\($0).md" }.sorted())
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(CodePages.all[String(name.dropLast(3))] == text)
    }
  }

  @Test func `pages are written where diagnostics lead, for a client that shows them`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for shows in [false, true] {
      let driver = SessionDriver()
      driver.session.environment.documentation = .files(CodePages(folder: folder.path))
      driver.send(
        #"{"id":1,"method":"initialize","params":{"capabilities":{"textDocument":{"#
          + #""publishDiagnostics":{"codeDescriptionSupport":\#(shows)}}}}}"#)
      driver.send(#"{"method":"initialized","params":{}}"#)
      let told = driver.open("“Wir,” Ana Ruiz said.").last ?? ""
      let shown = JSONValue(told)["params"]["diagnostics"].elements.first
      let address = shown?["codeDescription"]["href"].text ?? ""
      #expect(address == (shows ? folder.appending(path: "quotation.md").absoluteString : ""))
      #expect(
        FileManager.default.fileExists(atPath: folder.appending(path: "scare.md").path) == shows)
    }
  }
}
