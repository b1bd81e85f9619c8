import HearsayProtocol
import Testing

@testable import HearsayServer

@Suite("Diagnostics")
struct DiagnosticTests {
  static let article = "“Wir 🎉,” Ana Ruiz said on Tuesday. TASS"

  static func published(_ version: String, _ diagnostics: String) -> String {
    #"{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"#
      + #""uri":"file:///a.txt",\#(version)"diagnostics":[\#(diagnostics)]}}"#
  }

  static func range(_ start: Int, _ end: Int) -> String {
    #""range":{"start":{"line":0,"character":\#(start)},"end":{"line":0,"character":\#(end)}}"#
  }

  static func diagnostic(
    _ start: Int, _ end: Int, _ severity: Int, _ code: String, _ message: String
  ) -> String {
    #"{\#(range(start, end)),"severity":\#(severity),"code":"\#(code)","source":"hearsay","#
      + #""message":"\#(message)"}"#
  }

  @Test(
    "Every kind, in the unit agreed on",
    arguments: [
      ("utf-8", (0, 15), (33, 40), (42, 46)), ("utf-16", (0, 9), (27, 34), (36, 40)),
      ("utf-32", (0, 8), (26, 33), (35, 39)),
    ])
  func kinds(_ unit: String, _ quotation: (Int, Int), _ date: (Int, Int), _ outlet: (Int, Int)) {
    let driver = SessionDriver(capabilities: #"{"general":{"positionEncodings":["\#(unit)"]}}"#)
    let expected = [
      DiagnosticTests.diagnostic(
        quotation.0, quotation.1, 3, "quotation", "Ana Ruiz said (direct)"),
      DiagnosticTests.diagnostic(
        date.0, date.1, 4, "date", "2024-03-05 (counted from 2024-03-07)"),
      DiagnosticTests.diagnostic(outlet.0, outlet.1, 3, "outlet", "TASS (agency)"),
    ].joined(separator: ",")
    #expect(
      driver.open(DiagnosticTests.article, version: 7)
        == [DiagnosticTests.published(#""version":7,"#, expected)])
  }

  @Test("The words that credit and the address of the code, where the client shows them")
  func related() {
    let driver = SessionDriver(
      capabilities: #"{"textDocument":{"publishDiagnostics":{"relatedInformation":true,"#
        + #""codeDescriptionSupport":true}}}"#,
      options: #"{"kinds":["quotation"]}"#)
    func place(_ start: Int, _ end: Int, _ message: String) -> String {
      #"{"location":{"uri":"file:///a.txt",\#(DiagnosticTests.range(start, end))},"#
        + #""message":"\#(message)"}"#
    }
    let expected =
      #"{\#(DiagnosticTests.range(0, 9)),"severity":3,"code":"quotation","codeDescription":{"#
      + #""href":"https://example.org/codes#quotation"},"source":"hearsay","#
      + #""message":"Ana Ruiz said (direct)","relatedInformation":["#
      + place(10, 18, "the source") + "," + place(19, 23, "the words that credit") + "]}"
    #expect(
      driver.open(DiagnosticTests.article)
        == [DiagnosticTests.published(#""version":1,"#, expected)])
  }

  @Test("A problem stands for the quotation it is about")
  func problem() {
    let driver = SessionDriver(capabilities: "{}")
    let expected = DiagnosticTests.diagnostic(
      0, 4, 2, "no-source", "Nobody is credited with this quotation.")
    #expect(driver.open("“Ja”") == [DiagnosticTests.published(#""version":1,"#, expected)])
  }

  @Test("Severities as the settings say")
  func severities() {
    let driver = SessionDriver(
      capabilities: "{}",
      options: #"{"severity":{"no-source":"off","quotation":"error"}}"#)
    let expected = DiagnosticTests.diagnostic(0, 4, 1, "quotation", "nobody is credited (direct)")
    #expect(driver.open("“Ja”") == [DiagnosticTests.published(#""version":1,"#, expected)])
  }

  @Test("A burst publishes once, for the last version, also when nothing changed")
  func burst() {
    let driver = SessionDriver(capabilities: "{}")
    driver.open("")
    func change(_ version: Int) -> String {
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
        + #""version":\#(version)},"contentChanges":[]}}"#
    }
    #expect(
      driver.send(change(2), change(3), change(4))
        == [DiagnosticTests.published(#""version":4,"#, "")])
    #expect(driver.send(change(4)) == [DiagnosticTests.published(#""version":4,"#, "")])
    let zero = change(0)
    #expect(driver.send(zero) == [DiagnosticTests.published(#""version":0,"#, "")])
  }

  @Test("Closing clears, also in the batch of the last change")
  func close() {
    let driver = SessionDriver(capabilities: "{}")
    driver.open("“Ja”")
    #expect(
      driver.send(
        #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt"},"#
          + #""contentChanges":[{"text":"“Nein”"}]}}"#,
        #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///a.txt"}}}"#)
        == [DiagnosticTests.published("", "")])
  }

  @Test("What is not pushed for its number is told once")
  func limit() {
    let driver = SessionDriver(capabilities: "{}", options: #"{"maxDiagnostics":2}"#)
    let text = "“a” “b” “c”"
    let sent = driver.open(text)
    #expect(sent.map { $0.split(separator: #""code""#).count - 1 }.reduce(0, +) == 2)
    #expect(
      sent.contains(
        #"{"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3,"message":"#
          + #""file:///a.txt: the 2 most important of 3 diagnostics are shown; hover, symbols "#
          + #"and pull diagnostics reach the rest. [diagnostics-limited]"}}"#))
    #expect(
      driver.send(
        #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt"},"#
          + #""contentChanges":[]}}"#
      ).count == 1)
  }

  @Test("A client that pulls gets no push, a full answer, then unchanged")
  func pull() {
    let driver = SessionDriver(capabilities: #"{"textDocument":{"diagnostic":{}}}"#)
    #expect(driver.open("TASS").isEmpty)
    func ask(_ previous: String) -> [String] {
      driver.send(
        #"{"id":2,"method":"textDocument/diagnostic","params":{"textDocument":{"#
          + #""uri":"file:///a.txt"},"previousResultId":\#(previous)}}"#)
    }
    let item = DiagnosticTests.diagnostic(0, 4, 3, "outlet", "TASS (agency)")
    let full =
      #"{"jsonrpc":"2.0","id":2,"result":{"kind":"full","resultId":"1","items":[\#(item)]}}"#
    #expect(ask("null") == [full])
    #expect(ask(#""x""#) == [full])
    #expect(
      ask(#""1""#) == [#"{"jsonrpc":"2.0","id":2,"result":{"kind":"unchanged","resultId":"1"}}"#])
    driver.open("")
    #expect(
      ask(#""1""#)
        == [#"{"jsonrpc":"2.0","id":2,"result":{"kind":"full","resultId":"2","items":[]}}"#])
  }
}
