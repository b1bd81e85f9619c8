import Foundation
import HearsayProtocol
import HearsayStore
import HearsayWorkspace
import Testing

@testable import HearsayServer

/// What an editor learns of a whole project.
@Suite("A project in the editor")
struct ProjectFeatureTests {
  static let nested =
    "Oleg Petrov met Ana Ruiz, the mayor.\n\n"
    + "“Ruiz told me that she would not resign,” Petrov said.\n"

  private func project() throws -> ProjectFixture {
    let project = try ProjectFixture()
    try project.write(ProjectIndexTests.ruiz, to: "a.txt")
    try project.write(ProjectIndexTests.other, to: "b.txt")
    try project.write(Self.nested, to: "c.txt")
    return project
  }

  private func opened(_ project: ProjectFixture, capabilities: String = "{}") -> SessionDriver {
    let driver = project.driver(capabilities: capabilities)
    driver.runIndex()
    driver.open(ProjectIndexTests.ruiz, uri: project.uri("a.txt"))
    driver.runIndex()
    return driver
  }

  private func ask(
    _ driver: SessionDriver, _ method: String, _ project: ProjectFixture, _ more: String
  ) -> JSONValue {
    ViewTests.ask(driver, method, more, uri: project.uri("a.txt"))
  }

  private func names(_ locations: JSONValue) -> [String] {
    locations.elements.map {
      "\($0["uri"].text.split(separator: "/").last ?? "") \($0["range"]["start"].place)"
    }
  }

  @Test func `references are all a speaker says, open or not`() throws {
    let project = try project()
    let driver = opened(project)
    let found = ask(
      driver, "textDocument/references", project,
      ViewTests.at(2, 3) + #","context":{"includeDeclaration":true}"#)
    #expect(
      names(found) == [
        "a.txt 0:0", "a.txt 2:0", "a.txt 2:26", "b.txt 4:0", "b.txt 4:20", "c.txt 0:16",
        "c.txt 2:1", "c.txt 2:14",
      ])
    // What is typed and not saved counts.
    driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(project.uri("a.txt"))","#
        + #""version":2},"contentChanges":[{"range":{"start":{"line":0,"character":0},"#
        + #""end":{"line":0,"character":0}},"text":"\n"}]}}"#)
    let later = ask(
      driver, "textDocument/references", project,
      ViewTests.at(3, 3) + #","context":{"includeDeclaration":false}"#)
    #expect(names(later).prefix(2) == ["a.txt 3:0", "a.txt 3:26"])
  }

  @Test func `before the index is made the open documents answer`() throws {
    let project = try project()
    let driver = project.driver()
    driver.open(ProjectIndexTests.ruiz, uri: project.uri("a.txt"))
    let found = ask(driver, "textDocument/references", project, ViewTests.at(2, 3))
    #expect(Set(names(found).map { $0.prefix(5) }) == ["a.txt"])
  }

  @Test func `symbols are found by letters of their names, frequent ones first`() throws {
    let project = try project()
    let driver = opened(project)
    func symbols(_ query: String) -> [String] {
      let answer =
        driver.send(
          #"{"id":2,"method":"workspace/symbol","params":{"query":\#(SessionDriver.json(query))}}"#
        ).last ?? ""
      return JSONValue(answer)["result"].elements.map {
        "\($0["name"].text) \($0["location"]["range"]["start"].place)"
      }
    }
    #expect(symbols("ana r") == ["Ana Ruiz 0:0"])
    #expect(symbols("okf") == ["Dmitri Okafor 0:0"])
    #expect(symbols("TAS") == ["TASS 2:37"])
    #expect(symbols("nobody at all") == [])
    #expect(Set(symbols("").map { $0.prefix(4) }).isSuperset(of: ["Ana ", "TASS", "Dmit"]))
  }

  @Test func `who quotes whom is known over files`() throws {
    let project = try project()
    let driver = opened(project)
    let item = ask(driver, "textDocument/prepareCallHierarchy", project, ViewTests.at(2, 3))
      .elements[0]
    let incoming = SpeakerFeatureTests.calls(driver, item, "incoming")
    #expect(
      incoming == [
        #"a.txt ["2:0-2:25"]"#, #"b.txt ["4:0-4:14"]"#, #"Oleg Petrov ["2:14-2:39"]"#,
      ])
  }

  @Test func `a rename shows another name everywhere, touches no text and can be undone`() throws {
    let project = try project()
    let driver = opened(project)
    let before = try Data(contentsOf: URL(filePath: "\(project.folder)/b.txt"))
    let prepared = ask(driver, "textDocument/prepareRename", project, ViewTests.at(2, 26))
    #expect(prepared["placeholder"].text == "Ana Ruiz" && prepared["range"].range == "2:26-2:30")
    #expect(ask(driver, "textDocument/prepareRename", project, ViewTests.at(0, 14)).json == "null")
    let renamed = ask(
      driver, "textDocument/rename", project, ViewTests.at(2, 26) + #","newName":"A. Ruiz""#)
    #expect(renamed.json == #"{"changes":{}}"#)
    func shown() -> [String] {
      let found = ask(
        driver, "textDocument/references", project,
        ViewTests.at(2, 3) + #","context":{"includeDeclaration":true}"#)
      return names(found)
    }
    #expect(shown().count == 8, "every file still knows all of it")
    #expect(
      ask(driver, "textDocument/prepareRename", project, ViewTests.at(2, 3))["placeholder"].text
        == "A. Ruiz")
    driver.runIndex()
    let opened = driver.open(ProjectIndexTests.other, uri: project.uri("b.txt"))
    #expect(opened.last?.contains("A. Ruiz said (direct)") == true)
    #expect(opened.last?.contains("Ana Ruiz said") == false)
    let undone = driver.send(
      #"{"id":4,"method":"workspace/executeCommand","params":{"command":"hearsay.undo","#
        + #""arguments":["\#(project.uri("a.txt"))"]}}"#)
    #expect(undone.contains { $0.contains("Undone: rename") })
    #expect(undone.contains { $0.contains("Ana Ruiz said (direct)") })
    #expect(shown().count == 8)
    #expect(try Data(contentsOf: URL(filePath: "\(project.folder)/b.txt")) == before)
  }

  @Test func `two names of one person become one, and each can be given back`() throws {
    let project = try ProjectFixture()
    try project.write("“We wait,” said Sergej Lavrik.\n", to: "x.txt")
    try project.write("“We go,” said Sergei Lavrick.\n", to: "y.txt")
    let driver = project.driver()
    driver.runIndex()
    driver.open("“We wait,” said Sergej Lavrik.\n", uri: project.uri("x.txt"))
    func rename(_ name: String) -> String {
      driver.send(
        #"{"id":3,"method":"textDocument/rename","params":{"textDocument":{"uri":"#
          + #""\#(project.uri("x.txt"))"},"position":{"line":0,"character":2},"#
          + #""newName":\#(SessionDriver.json(name))}}"#
      ).joined()
    }
    func count() -> Int {
      let answer =
        driver.send(
          #"{"id":2,"method":"textDocument/references","params":{"textDocument":{"uri":"#
            + #""\#(project.uri("x.txt"))"},"position":{"line":0,"character":2}}}"#
        ).last ?? ""
      return Set(JSONValue(answer)["result"].elements.map { $0["uri"].text }).count
    }
    #expect(count() == 1)
    #expect(rename("Sergei Lavrick").contains(#""changes":{}"#))
    #expect(count() == 2)
    #expect(rename("Sergei V. Lavrick").contains(#""changes":{}"#))
    #expect(count() == 2, "both follow")
    for name in ["", "  ", "a\nb", "…", String(repeating: "x", count: 300)] {
      #expect(rename(name).contains("[bad-value]"), "\(name)")
    }
  }

  @Test func `what people decided on closed files is known`() throws {
    let project = try project()
    let driver = opened(project)
    driver.send(
      #"{"id":3,"method":"workspace/executeCommand","params":{"command":"hearsay.setSpeaker","#
        + #""arguments":["\#(project.uri("a.txt"))",{"line":2,"character":3},"Ines Varga"]}}"#)
    driver.send(
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"#
        + #""\#(project.uri("a.txt"))"}}}"#)
    driver.runIndex()
    let answer =
      driver.send(#"{"id":2,"method":"workspace/symbol","params":{"query":"varga"}}"#).last ?? ""
    let found = JSONValue(answer)["result"].elements
    #expect(found.map { $0["name"].text } == ["Ines Varga"])
    #expect(found.first?["containerName"].text == "1 quotation in 1 article")
  }

  @Test func `progress is shown once the client has agreed, and ends a run that is cancelled`()
    throws
  {
    let project = try ProjectFixture()
    for number in 0..<20 { try project.write(ProjectIndexTests.ruiz, to: "\(number).txt") }
    let driver = project.driver(capabilities: #"{"window":{"workDoneProgress":true}}"#)
    let progress = try #require(driver.session.indexing.progress)
    progress.report(1, of: 15)
    #expect(driver.received().isEmpty, "little to read is not worth a word")
    progress.report(1, of: 20)
    let created = try #require(driver.received().first.map { JSONValue($0) })
    #expect(created["method"].text == "window/workDoneProgress/create")
    progress.report(2, of: 20)
    #expect(driver.received().isEmpty, "nothing before the client has agreed")
    driver.send(#"{"id":\#(created["id"].json),"result":null}"#)
    let token = created["params"]["token"].json
    driver.send(
      #"{"method":"window/workDoneProgress/cancel","params":{"token":"another's"}}"#)
    #expect(!progress.isCancelled)
    progress.report(3, of: 20)
    driver.send(#"{"method":"window/workDoneProgress/cancel","params":{"token":\#(token)}}"#)
    let shown = driver.runIndex().map { JSONValue($0)["params"]["value"]["kind"].text }
    #expect(shown == ["end"] || shown == ["begin", "report", "end"])
    #expect(driver.session.indexing.indexes[project.folder]?.fileCount == 0)
  }

  @Test func `problems of closed files are reported once, and what waits is told of changes`()
    throws
  {
    let project = try ProjectFixture()
    try project.write(
      "“We will stay until the river falls.”\n", to: "a.txt")
    try project.write(ProjectIndexTests.ruiz, to: "b.txt")
    let driver = project.driver(capabilities: #"{"textDocument":{"diagnostic":{}}}"#)
    driver.runIndex()
    func ask(_ id: Int, _ known: String, _ more: String = "") -> [JSONValue] {
      driver.send(
        #"{"id":\#(id),"method":"workspace/diagnostic","params":{"previousResultIds":[\#(known)]"#
          + more + "}}"
      ).map { JSONValue($0) }
    }
    let first = ask(5, "").last?["result"]["items"].elements ?? []
    #expect(first.map { $0["uri"].text } == [project.uri("a.txt")])
    #expect(first.first?["items"].elements.map { $0["code"].text } == ["no-source"])
    let id = first.first?["resultId"].text ?? ""
    let known = #"{"uri":"\#(project.uri("a.txt"))","value":"\#(id)"}"#
    #expect(ask(6, known).isEmpty, "nothing new, so it waits")
    try project.write("“This is my town,” said Ana Ruiz.\n", to: "a.txt")
    driver.send(#"{"method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}"#)
    let later = driver.runIndex().map { JSONValue($0) }
    #expect(later.map { $0["id"].number } == [6])
    #expect(later.first?["result"]["items"].elements.map { $0["items"].json } == ["[]"])
    let partial = ask(7, "", #","partialResultToken":"p","workDoneToken":"w""#)
    #expect(partial.last?["result"]["items"].json == "[]")
    _ = ask(8, #"{"uri":"\#(project.uri("b.txt"))","value":"gone"}"#)
    let end = driver.send(#"{"id":9,"method":"shutdown"}"#).map { JSONValue($0) }
    #expect(end.map { $0["id"].number }.contains(9))
  }

  @Test func `read-only views are content where the client asks for it`() throws {
    let driver = SessionDriver(findings: .analysis)
    driver.session.environment.documentation = .files(CodePages(folder: "/nowhere"))
    let answer =
      driver.send(
        #"{"id":1,"method":"initialize","params":{"capabilities":{"workspace":{"#
          + #""textDocumentContent":{}},"textDocument":{"publishDiagnostics":{"#
          + #""codeDescriptionSupport":true}}}}}"#
      ).first ?? ""
    let schemes = JSONValue(answer)["result"]["capabilities"]["workspace"]["textDocumentContent"]
    #expect(schemes["schemes"].elements.map(\.text) == ["hearsay"])
    let told = JSONValue(driver.open("Rain fell, RT reported.\n").last ?? "")
    #expect(
      told["params"]["diagnostics"].elements.map { $0["codeDescription"]["href"].text }
        .contains("hearsay:/codes/outlet.md"))
    let place = ViewTests.ask(driver, "textDocument/definition", ViewTests.at(0, 12))
    #expect(place["uri"].text == "hearsay:/outlets/rt.md")
    func content(_ uri: String) -> JSONValue {
      JSONValue(
        driver.send(
          #"{"id":2,"method":"workspace/textDocumentContent","params":{"uri":"\#(uri)"}}"#
        ).last ?? "")
    }
    #expect(content("hearsay:/outlets/rt.md")["result"]["text"].text.hasPrefix("# **RT**"))
    #expect(content("hearsay:/codes/date.md")["result"]["text"].text.contains("TIMEX3"))
    for uri in ["hearsay:/outlets/..%2F.md", "hearsay:/x/y.md", "file:///a", "", "hearsay:/codes/"]
    {
      #expect(content(uri)["error"]["code"].json == "-32602", "\(uri)")
    }
  }
}
