import HearsayAnalysis
import HearsayProtocol
import HearsayWorkspace
import Testing

@testable import HearsayServer

@Suite("Dates in the editor")
struct DateFeatureTests {
  static let actions =
    #"{"textDocument":{"codeAction":{"codeActionLiteralSupport":{"codeActionKind":"#
    + #"{"valueSet":["quickfix"]}}}},"workspace":{"inlayHint":{"refreshSupport":true}}}"#

  static func driver(_ text: String, capabilities: String = actions) -> SessionDriver {
    let driver = SessionDriver(findings: .analysis)
    driver.send(#"{"id":1,"method":"initialize","params":{"capabilities":\#(capabilities)}}"#)
    driver.send(#"{"method":"initialized","params":{}}"#)
    driver.open(text)
    return driver
  }

  static func hints(_ driver: SessionDriver, lines: Int = 9) -> [String] {
    driver.send(
      #"{"id":2,"method":"textDocument/inlayHint","params":{"textDocument":{"uri":"file:///a.txt"},"#
        + #""range":{"start":{"line":0,"character":0},"end":{"line":\#(lines),"character":0}}}}"#)
  }

  static func actions(
    _ driver: SessionDriver, line: Int, _ character: Int, context: String = #"{"diagnostics":[]}"#
  ) -> String {
    let place = #"{"line":\#(line),"character":\#(character)}"#
    return driver.send(
      #"{"id":3,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"#
        + #""file:///a.txt"},"range":{"start":\#(place),"end":\#(place)},"context":\#(context)}}"#
    ).first ?? ""
  }

  static func execute(_ driver: SessionDriver, _ command: String, _ arguments: String) -> [String] {
    driver.send(
      #"{"id":4,"method":"workspace/executeCommand","params":{"command":"\#(command)","#
        + #""arguments":\#(arguments)}}"#)
  }

  @Test("The value stands behind dates whose words leave the year out")
  func inlayHints() {
    let driver = DateFeatureTests.driver(
      "Published: 12 Feb 2022\n\nHe left on Tuesday, then in 2014 and now.\n")
    #expect(
      DateFeatureTests.hints(driver) == [
        #"{"jsonrpc":"2.0","id":2,"result":[{"position":{"line":2,"character":18},"#
          + #""label":"= 2022-02-08","tooltip":"counted from 2022-02-12, rule weekday","#
          + #""paddingLeft":true}]}"#
      ])
    #expect(
      DateFeatureTests.hints(driver, lines: 1) == [#"{"jsonrpc":"2.0","id":2,"result":[]}"#])
  }

  @Test("Both readings are offered, and one of them is brought into force and taken back")
  func dayMonthOrder() {
    let driver = DateFeatureTests.driver("It is due on 03/04/2021.")
    let offered = DateFeatureTests.actions(driver, line: 0, 15)
    #expect(offered.contains("Read as 2021-04-03: the day first in this document"))
    #expect(offered.contains("Read as 2021-03-04: the month first in this document"))
    #expect(offered.contains(#""kind":"quickfix""#))
    let answers = DateFeatureTests.execute(
      driver, "hearsay.setDayMonthOrder", #"["file:///a.txt","month-first"]"#)
    #expect(answers.contains(#"{"jsonrpc":"2.0","id":4,"result":null}"#))
    #expect(answers.contains { $0.contains("workspace/inlayHint/refresh") })
    #expect(answers.contains { $0.contains("2021-03-04") })
    let later = DateFeatureTests.actions(driver, line: 0, 15)
    #expect(later.contains("Let the text tell the order of day and month again"))
    let back = DateFeatureTests.execute(
      driver, "hearsay.setDayMonthOrder", #"["file:///a.txt",""]"#)
    #expect(back.contains { $0.contains("This date could be 2021-04-03 or 2021-03-04.") })
  }

  @Test("A date that cannot be counted offers the text's own dates as the article's")
  func articleDate() {
    let driver = DateFeatureTests.driver("He left on Tuesday. She came on 5 March 2024, he says.")
    #expect(
      DateFeatureTests.actions(driver, line: 0, 12).contains(
        #"{"title":"Set the article's date to 2024-03-05","kind":"quickfix","command":"#
          + #"{"title":"Set the article's date to 2024-03-05","command":"hearsay.setDate","#
          + #""arguments":["file:///a.txt","2024-03-05"]}}"#))
    let published = DateFeatureTests.execute(
      driver, "hearsay.setDate", #"["file:///a.txt","2024-03-05"]"#)
    #expect(published.contains { $0.contains("counted from 2024-03-05") })
    #expect(DateFeatureTests.actions(driver, line: 0, 3).hasSuffix(#""result":[]}"#))
    let reopened = driver.open("He left on Tuesday.", version: 2)
    #expect(reopened.last?.contains("2024-03-05") == true, "kept while the session lasts")
  }

  @Test("Clients get what they can carry out, and only what they ask for")
  func clients() {
    let bare = DateFeatureTests.driver(
      "It is due on 03/04/2021.\n\nElsewhere.", capabilities: "{}")
    let offered = DateFeatureTests.actions(bare, line: 0, 15)
    #expect(offered.contains(#""command":"hearsay.setDayMonthOrder""#))
    #expect(!offered.contains("quickfix"))
    for (context, isOffered) in [
      (#"{"diagnostics":[],"only":["quickfix"]}"#, true), (#"{"only":[""]}"#, true),
      (#"{"only":["refactor"]}"#, false), ("null", true),
      (
        #"{"diagnostics":[{"range":{"start":{"line":0,"character":13},"#
          + #""end":{"line":0,"character":23}}}]}"#, true
      ),
      (
        #"{"diagnostics":[{"range":{"start":{"line":2,"character":0},"#
          + #""end":{"line":2,"character":2}}}]}"#, false
      ),
    ] {
      let answer = DateFeatureTests.actions(bare, line: 0, 15, context: context)
      #expect(answer.contains("hearsay.setDay") == isOffered, "\(context)")
    }
  }

  @Test(
    "A command that makes no sense is refused",
    arguments: [
      ("hearsay.nothing", "[]"), ("hearsay.setDate", "[]"), ("hearsay.setDate", "[1,2]"),
      ("hearsay.setDate", #"["file:///a.txt","yesterday"]"#),
      ("hearsay.setDayMonthOrder", #"["file:///a.txt","both"]"#),
    ])
  func refused(_ command: String, _ arguments: String) {
    let driver = DateFeatureTests.driver("It is due on 03/04/2021.")
    let answers = DateFeatureTests.execute(driver, command, arguments)
    #expect(answers.count == 1 && answers[0].contains("-32602"))
  }

  @Test("A date is decided on a document that is open, and holds when it is opened again")
  func closed() {
    let driver = DateFeatureTests.driver("x")
    let answers = DateFeatureTests.execute(
      driver, "hearsay.setDate", #"["file:///b.txt","2024-03-05"]"#)
    #expect(answers.count == 1 && answers[0].contains("[not-open]"))
    driver.open("He left on Tuesday.", uri: "file:///b.txt")
    let decided = DateFeatureTests.execute(
      driver, "hearsay.setDate", #"["file:///b.txt","2024-03-05"]"#)
    #expect(decided.contains { $0.contains("counted from 2024-03-05") })
    driver.send(
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///b.txt"}}}"#)
    let opened = driver.open("He left on Tuesday.", uri: "file:///b.txt", version: 2)
    #expect(opened.last?.contains("counted from 2024-03-05") == true)
  }

  @Test("The order of day and month is a setting", arguments: ["day-first", "month-first", "auto"])
  func setting(_ value: String) {
    var reader = SettingsReader()
    reader.apply(.object(["dayMonthOrder": .string(value)]))
    #expect(reader.settings.dayMonthOrder?.rawValue ?? "auto" == value)
    #expect(reader.problems.isEmpty)
    reader.apply(.object(["dayMonthOrder": .string("either")]))
    #expect(reader.settings.dayMonthOrder?.rawValue ?? "auto" == value)
    #expect(reader.problems.map(\.code) == [.unknownValue])
  }
}
