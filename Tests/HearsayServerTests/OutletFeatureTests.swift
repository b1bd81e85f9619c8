import Foundation
import HearsayProtocol
import HearsayWorkspace
import Testing

@testable import HearsayServer

/// Hover, lens, definition and hierarchy of outlets, and the overlay's mistakes in its own file.
@Suite struct OutletFeatureTests {
  private static let page =
    "TASS, 03.12.2021\n\nMOSCOW (Reuters) - Rain fell, RT reported. She told ABC so.\n"

  private func driver(
    outlets: any OutletSourceProvider = ShippedOutlets(), folder: String? = nil
  ) -> SessionDriver {
    let driver = SessionDriver(findings: .analysis)
    driver.session.environment.outlets = outlets
    driver.session.environment.today = { "2026-11-22" }
    driver.session.environment.entryFiles = folder.map { OutletEntryFiles(folder: $0) }
    driver.send(#"{"id":1,"method":"initialize","params":{"capabilities":{}}}"#)
    return driver
  }

  private func ask(
    _ driver: SessionDriver, _ method: String, _ line: Int, _ character: Int,
    uri: String = "file:///a.txt"
  ) -> String {
    driver.send(
      #"{"id":2,"method":"\#(method)","params":{"textDocument":{"uri":"\#(uri)"},"#
        + #""position":{"line":\#(line),"character":\#(character)}}}"#
    ).last ?? ""
  }

  @Test func `a mention's hover carries the note as of the article's date`() {
    let driver = driver()
    driver.open("Feb 12 2022\n\nRain fell, RT reported.\n")
    let hover = ask(driver, "textDocument/hover", 2, 12)
    #expect(hover.contains("Role here: reported by"))
    #expect(hover.contains("Operated by: ANO TV-Novosti"))
    #expect(hover.contains("Editorial control: not recorded"))
    #expect(hover.contains("Outlet registry \(OutletCatalogue.shipped.version)"))
    #expect(!hover.contains("Ofcom"))
  }

  @Test func `an open name lists its candidates by name`() {
    let driver = driver()
    driver.open("She told ABC so.\n")
    let hover = ask(driver, "textDocument/hover", 0, 10)
    #expect(hover.contains("Could be: ABC (Australia), ABC (Spain) or ABC News"))
  }

  @Test func `the word that decided is shown`() {
    let driver = driver()
    driver.open("In Sydney, she told ABC so.\n")
    let hover = ask(driver, "textDocument/hover", 0, 21)
    #expect(hover.contains("Decided by: “Sydney”, which points to its country"))
  }

  @Test func `the first line tells where the text comes from`() {
    let driver = driver()
    driver.open("\nHarbour reopens\n\nThe Libertarian Hub will republish the feed from RT.\n")
    let hover = ask(driver, "textDocument/hover", 1, 3)
    #expect(hover.contains("Publisher: Libertarian Hub (stated)"))
    #expect(hover.contains("Republished from: RT (stated)"))
    #expect(hover.contains("Agency: the text does not say"))
    #expect(hover.contains("Known in general, not from this text: Libertarian Hub has republished"))
    #expect(!ask(driver, "textDocument/hover", 3, 60).contains("Where this text comes from"))
  }

  @Test func `the lens shows the chain in one line, and none where the text tells nothing`() {
    let driver = driver()
    driver.open("Harbour reopens\n\nKYIV (Reuters) - Rain.\n\nPhoto: AFP\n")
    let lens = ask(driver, "textDocument/codeLens", 0, 0)
    #expect(lens.contains("this page ← agency Reuters (stated) · pictures: Agence France-Presse"))
    driver.open("Nothing here.\n", uri: "file:///b.txt")
    #expect(
      ask(driver, "textDocument/codeLens", 0, 0, uri: "file:///b.txt").contains(#""result":[]"#))
  }

  @Test func `definition leads to a read-only entry, and the hierarchy to owners`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let driver = driver(folder: folder.path)
    driver.open("Rain fell, RT reported.\n")
    let definition = ask(driver, "textDocument/definition", 0, 12)
    let path = folder.appending(path: "\(OutletCatalogue.shipped.version)/rt.md").path
    #expect(definition.contains(path))
    let text = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    #expect(text.hasPrefix("# **RT**") && text.contains("Ofcom"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o444)
    #expect(ask(driver, "textDocument/definition", 0, 2).contains(#""result":null"#))
    let prepared = ask(driver, "textDocument/prepareTypeHierarchy", 0, 12)
    #expect(prepared.contains(#""name":"RT""#))
    // With what was given along, and without it, as some clients send it back.
    let items = [
      #"{"data":{"outlet":"rt","origin":"file:///a.txt"}}"#, #"{"uri":"file://\#(path)"}"#,
    ]
    for item in items {
      let above =
        driver.send(
          #"{"id":3,"method":"typeHierarchy/supertypes","params":{"item":\#(item)}}"#
        ).last ?? ""
      #expect(above.contains("ANO TV-Novosti") && above.contains(#""detail":"operator""#))
    }
    let below =
      driver.send(
        #"{"id":4,"method":"typeHierarchy/subtypes","params":{"item":{"data":{"outlet":"tv-novosti"}}}}"#
      ).last ?? ""
    #expect(below.contains(#""name":"RT""#))
  }

  @Test(arguments: ["null", "{}", #"{"data":7}"#, #"{"uri":"x","data":{"outlet":null}}"#])
  func `an item nobody gave has nobody above it`(item: String) {
    let answer =
      driver().send(
        #"{"id":3,"method":"typeHierarchy/supertypes","params":{"item":\#(item)}}"#
      ).last ?? ""
    #expect(answer.contains(#""result":[]"#) || answer.contains("-32602"))
  }

  @Test func `an overlay's mistakes are shown in its file, and a good one is in force`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    let file = root.appending(path: ".hearsay/outlets.json")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data("{\"mute\": [\n\"tas\"]}".utf8).write(to: file)
    let outlets = ProjectOutlets()
    let driver = driver(outlets: outlets)
    let uri = root.appending(path: "a.txt").absoluteString
    let told = driver.open("Rain fell, TASS reported.\n", uri: uri)
    let mistake = try #require(told.first { $0.contains("outlets.json") })
    #expect(mistake.contains("overlay-unknown-id") && mistake.contains(#""start":{"line":1,"#))
    #expect(told.contains { $0.contains("TASS (reported by)") })
    try Data("{\"mute\": [\"tass\"]}".utf8).write(to: file)
    #expect(outlets.changed())
    driver.session.refreshOutlets()
    let after = driver.send(#"{"method":"$/x","params":{}}"#)
    #expect(after.contains { $0.contains("outlets.json") && $0.contains(#""diagnostics":[]"#) })
    #expect(after.contains { $0.contains("a.txt") && !$0.contains("TASS (reported by)") })
  }

  @Test func `an overlay that is open is judged as the editor holds it`() {
    let driver = driver()
    let told = driver.open("{\"mute\": [\"tas\"]}", uri: "file:///p/.hearsay/outlets.json")
    #expect(told.contains { $0.contains("overlay-unknown-id") })
    let good = driver.open("{\"mute\": [\"tass\"]}", uri: "file:///q/.hearsay/outlets.json")
    #expect(good.contains { $0.contains(#""diagnostics":[]"#) })
  }
}
