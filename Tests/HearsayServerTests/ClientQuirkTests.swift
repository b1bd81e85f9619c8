import Foundation
import HearsayProtocol
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayServer

/// A session whose client sent recorded parameters, over an article with two emoji in front.
private struct RecordedClient {
  static let text = "🌊🌉 “We will not,” said Ana Ruiz on Tuesday."
  static let quotation = "“We will not,”"

  let driver: SessionDriver
  let greeting: [String]
  let opening: [String]

  init(_ name: String, folder: String? = nil) throws {
    driver = SessionDriver(folder: folder)
    let params = try Self.params(name)
    greeting = driver.send(
      #"{"id":1,"method":"initialize","params":\#(params)}"#,
      #"{"method":"initialized","params":{}}"#)
    opening = driver.open(Self.text)
  }

  /// The recorded parameters, cut down to what decides anything here.
  static func params(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Clients")
    return try String(contentsOf: folder.appending(path: "\(name).json"), encoding: .utf8)
  }

  /// A column of the first line, so many code points from its beginning, in a unit.
  static func column(_ codePoints: Int, _ unit: TextUnit) -> Int {
    let text = Text(text)
    let byte = text.byte(of: codePoints)
    return text.position(ofByte: byte, in: unit).column
  }

  /// The answer to a question about actions: columns, diagnostics as JSON, kinds as JSON.
  func actions(
    _ start: Int, _ end: Int, diagnostics: String = "[]", only: String = "null", lastLine: Int = 0
  ) -> String {
    driver.send(
      #"{"id":3,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"#
        + #""file:///a.txt"},"range":{"start":{"line":0,"character":\#(start)},"#
        + #""end":{"line":\#(lastLine),"character":\#(end)}},"#
        + #""context":{"diagnostics":\#(diagnostics),"only":\#(only)}}}"#
    ).first ?? ""
  }

  /// Accepts the quotation as a command; everything that is sent because of it.
  func accept(column: Int) -> [String] {
    driver.send(
      #"{"id":4,"method":"workspace/executeCommand","params":{"command":"hearsay.accept","#
        + #""arguments":["file:///a.txt",{"line":0,"character":\#(column)}]}}"#)
  }
}

extension Text {
  /// The byte at which a code point of the first line begins.
  fileprivate func byte(of codePoints: Int) -> Int {
    string(in: ByteSpan(0, byteCount)).unicodeScalars.prefix(codePoints).reduce(0) {
      $0 + String($1).utf8.count
    }
  }
}

@Suite("What clients do that they do not say")
struct ClientQuirkTests {
  /// Every recorded client: what its columns count, and what it is known for.
  static let clients: [(name: String, unit: TextUnit, quirks: Set<ClientQuirk>)] = [
    ("ale-3.3-vim9.0", .utf8, [.countsBytes]), ("ale-4.0-vim9.2", .utf8, [.countsBytes]),
    ("coc-vim9.0", .utf16, []), ("coc-vim9.2", .utf16, []),
    ("eglot-1.9-emacs28.2", .utf16, []), ("eglot-emacs30.2", .utf32, []),
    ("helix-25.07.1", .utf8, []),
    ("jupyterlab-lsp", .utf16, [.knowsCommandsOnly, .namesNoProcess]),
    ("kate-22.12", .utf16, []), ("kate-26.08", .utf16, []),
    ("lspmode-10.0.0-emacs30.2", .utf32, []),
    ("lspmode-8.0.0-emacs28.2", .utf32, [.countsCodePoints, .namesNoProcess]),
    ("nvim-0.12.4", .utf8, []), ("nvim-0.7.2", .utf16, []), ("pytest-lsp", .utf32, []),
    ("sansio-lsp-client-0.13", .utf16, [.knowsCommandsOnly, .namesNoProcess]),
    ("vim-lsp-vim9.0", .utf32, [.countsCodePoints]),
    ("vim-lsp-vim9.2", .utf32, [.countsCodePoints]),
    ("vscode-languageclient-10.1", .utf16, []), ("yegappan-vim9.0", .utf32, []),
    ("yegappan-vim9.2", .utf32, []),
  ]

  @Test func `every recorded client is in the table`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Clients")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.map { $0.replacing(".json", with: "") }.sorted() == Self.clients.map(\.name))
  }

  @Test(arguments: clients.indices)
  func `a client is known by what it sends, and columns are right in it`(_ index: Int) throws {
    let (name, unit, quirks) = Self.clients[index]
    let client = try RecordedClient(name)
    #expect(client.driver.session.client.quirks == quirks)
    #expect(client.driver.session.unit == unit)
    let start = RecordedClient.column(3, unit)
    let end = RecordedClient.column(3 + RecordedClient.quotation.unicodeScalars.count, unit)
    let shown = try #require(client.driver.session.snapshot(of: "file:///a.txt"))
    let found = DiagnosticList(shown).items.first { $0.code == "quotation" }
    #expect(found?.range.start == Position(line: 0, character: start))
    #expect(found?.range.end == Position(line: 0, character: end))
    let isPulled = client.driver.session.client.pullsDiagnostics
    #expect(client.opening.contains { $0.contains("publishDiagnostics") } == !isPulled)
    let hover = client.driver.send(
      #"{"id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.txt"},"#
        + #""position":{"line":0,"character":\#(end - 1)}}}"#)
    #expect(hover.contains { $0.contains("Ana Ruiz") })
  }

  @Test(arguments: ClientQuirk.allCases)
  func `each quirk is met`(_ quirk: ClientQuirk) throws {
    switch quirk {
    case .countsBytes: try expectSetting("ale-3.3-vim9.0", overrules: .utf8)
    case .countsCodePoints: try expectSetting("vim-lsp-vim9.0", overrules: .utf32)
    case .appliesEveryAction: try expectOneAction()
    case .givesColumnsBackWrongly: try expectActionsAtWrongColumns()
    case .asksForEmptyKind:
      let answer = try RecordedClient("vim-lsp-vim9.0").actions(8, 8, only: #"[""]"#)
      #expect(answer.contains("Accept quotation") && !answer.contains(#""kind":"source""#))
    case .dropsActionData:
      let answer = try RecordedClient("kate-22.12").actions(8, 8)
      #expect(answer.contains(#""arguments":["file:///a.txt""#) && !answer.contains(#""data""#))
    case .knowsCommandsOnly:
      let answer = try RecordedClient("jupyterlab-lsp").actions(8, 8)
      #expect(answer.contains(#""command":"hearsay.accept""#) && !answer.contains(#""kind""#))
    case .notifiesShutdown:
      let driver = try RecordedClient("kate-22.12").driver
      driver.send(#"{"method":"shutdown"}"#, #"{"method":"exit"}"#)
      #expect(driver.session.exitStatus == 0)
    case .killsAfterShutdown: try expectStoredBeforeShutdown()
    case .readsNoFurtherThanAnswers: try expectDiagnosticsBeforeAnswer()
    case .answersNothing:
      let client = try RecordedClient("vim-lsp-vim9.0")
      #expect(client.greeting.contains { $0.contains("workspace/configuration") })
      #expect(client.opening.contains { $0.contains(#""code":"quotation""#) })
    case .answersNull: try expectNullIsNoSetting()
    case .repeatsVersions: try expectLastTextOfOneVersion()
    case .namesNoProcess:
      let client = try RecordedClient("lspmode-8.0.0-emacs28.2")
      #expect(client.greeting.contains { $0.contains(#""serverInfo""#) })
    }
  }

  /// Whatever a client is known for, the user has the last word.
  private func expectSetting(_ name: String, overrules unit: TextUnit) throws {
    let client = try RecordedClient(name)
    #expect(client.driver.session.unit == unit)
    client.driver.send(
      #"{"method":"workspace/didChangeConfiguration","params":{"settings":{"hearsay":"#
        + #"{"positionEncoding":"utf-16"}}}}"#)
    #expect(client.driver.session.unit == .utf16)
  }

  private func expectOneAction() throws {
    let client = try RecordedClient("kate-22.12")
    let start = RecordedClient.column(3, .utf16)
    let end = start + RecordedClient.quotation.utf16.count
    let diagnostic =
      #"[{"range":{"start":{"line":0,"character":\#(start)},"end":{"line":0,"#
      + #""character":\#(end)}},"message":"","code":"quotation"}]"#
    let all = client.actions(start, end, diagnostics: diagnostic)
    #expect(all.components(separatedBy: #""title""#).count > 3)
    let whole = client.actions(0, RecordedClient.text.utf16.count, diagnostics: diagnostic)
    #expect(whole.contains("Accept quotation"))
    #expect(whole.components(separatedBy: #""kind""#).count == 2)
  }

  private func expectActionsAtWrongColumns() throws {
    let client = try RecordedClient("nvim-0.7.2")
    let start = RecordedClient.column(3, .utf8)
    let diagnostic =
      #"[{"range":{"start":{"line":0,"character":\#(start)},"end":{"line":0,"#
      + #""character":\#(start + RecordedClient.quotation.utf8.count)}},"message":""}]"#
    let answer = client.actions(8, 8, diagnostics: diagnostic)
    #expect(answer.contains("Accept quotation"))
  }

  private func expectStoredBeforeShutdown() throws {
    let client = try RecordedClient("eglot-1.9-emacs28.2")
    let answers =
      client.accept(column: 8) + client.driver.send(#"{"id":9,"method":"shutdown"}"#)
    #expect(answers.last?.contains(#""id":9"#) == true)
    // The process is killed now; another one reads what it has left.
    let next = try RecordedClient("eglot-1.9-emacs28.2", folder: client.driver.folder)
    #expect(next.opening.contains { $0.contains("[accepted]") })
  }

  private func expectDiagnosticsBeforeAnswer() throws {
    let sent = try RecordedClient("eglot-1.9-emacs28.2").accept(column: 8)
    let shown = try #require(sent.firstIndex { $0.contains("[accepted]") })
    let answered = try #require(sent.firstIndex { $0.contains(#""id":4"#) })
    #expect(shown < answered)
  }

  private func expectNullIsNoSetting() throws {
    let client = try RecordedClient("kate-26.08")
    let question = try #require(client.greeting.first { $0.contains("workspace/configuration") })
    let id = try #require(question.firstMatch(of: #/"id":("[^"]*")/#)).1
    let sent = client.driver.send(#"{"id":\#(id),"result":[null]}"#)
    #expect(!sent.contains { $0.contains("logMessage") })
    #expect(client.driver.session.unit == .utf16)
  }

  private func expectLastTextOfOneVersion() throws {
    let client = try RecordedClient("jupyterlab-lsp")
    var last: [String] = []
    for text in ["“No,” said Ana Ruiz.", "Nothing.", "It rained. “No,” said Ana Ruiz."] {
      last = client.driver.send(
        #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
          + #""version":0},"contentChanges":[{"text":"\#(text)"}]}}"#)
    }
    #expect(last.contains { $0.contains(#"{"line":0,"character":11}"#) })
  }
}
