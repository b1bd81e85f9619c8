import HearsayModel
import HearsayProtocol
import HearsayStore
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

@Suite("Decisions in the editor")
struct DecisionTests {
  static let article = "“We wait,” Ana Ruiz said on Tuesday, TASS wrote. “We go.”"

  @Test("What is accepted is shown as accepted, also by the next server")
  func accept() {
    let client = DecisionClient(DecisionTests.article)
    #expect(client.shown().contains("“We wait,”: Ana Ruiz said (direct)"))
    #expect(
      client.decide("accept", DecisionClient.place(3)) == #"{"jsonrpc":"2.0","id":4,"result":null}"#
    )
    #expect(client.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
    let next = DecisionClient(DecisionTests.article, folder: client.driver.folder)
    #expect(next.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
    #expect(next.shown().contains("“We go.”: Ana Ruiz said (direct)"))
  }

  @Test("What is rejected stays away, also when the text around it has changed")
  func reject() {
    let client = DecisionClient(DecisionTests.article)
    client.decide("reject", DecisionClient.place(3))
    #expect(!client.shown().contains { $0.hasPrefix("“We wait,”") })
    client.edit(0, 0, "Porto Lindo. ")
    client.edit(30, 30, "quietly ")
    #expect(!client.shown().contains { $0.hasPrefix("“We wait,”") })
    let changed = "A new lead paragraph.\n\n" + DecisionTests.article + "\n\nA new end."
    let next = DecisionClient(changed, folder: client.driver.folder)
    #expect(!next.shown().contains { $0.hasPrefix("“We wait,”") })
    #expect(next.shown().contains { $0.hasPrefix("“We go.”") })
  }

  @Test("A command that is cancelled before its turn is not carried out")
  func cancelled() {
    let client = DecisionClient(DecisionTests.article)
    func command(_ id: Int, _ name: String, _ character: Int) -> String {
      #"{"id":\#(id),"method":"workspace/executeCommand","params":{"command":"hearsay.\#(name)","#
        + #""arguments":["file:///a.txt",\#(DecisionClient.place(character))]}}"#
    }
    client.driver.worksAtOnce = false
    client.driver.send(command(10, "accept", 3))
    client.driver.send(command(11, "reject", 51))
    client.driver.send(#"{"method":"$/cancelRequest","params":{"id":11}}"#)
    client.driver.worksAtOnce = true
    client.driver.send(#"{"method":"$/nothing"}"#)
    #expect(client.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
    #expect(client.shown().contains("“We go.”: Ana Ruiz said (direct)"))
  }

  /// One decision and what the first line says of the words afterwards.
  struct Case: CustomTestStringConvertible, Sendable {
    let command: String
    let arguments: [String]
    let shown: [String]
    let gone: [String]

    init(_ command: String, _ arguments: String..., shown: String..., gone: String...) {
      self.command = command
      self.arguments = arguments
      self.shown = shown
      self.gone = gone
    }

    var testDescription: String { "\(command) \(arguments)" }
  }

  static let first = DecisionClient.place(3)
  static let cases = [
    Case(
      "setSpeaker", first, #""Dmitri Okafor""#,
      shown: "“We wait,”: Dmitri Okafor said (direct) [edited]",
      gone: "“We wait,”: Ana Ruiz said (direct)"),
    Case(
      "setSpeaker", first, #""""#,
      shown: "“We wait,”: nobody is credited (direct) [edited]",
      gone: "“We wait,”: Ana Ruiz said (direct)"),
    Case(
      "setType", first, #""mixed""#, shown: "“We wait,”: Ana Ruiz said (mixed) [edited]",
      gone: "“We wait,”: Ana Ruiz said (direct)"),
    Case(
      "setBoundaries", first, DecisionClient.range(0, 8),
      shown: "“We wait: Ana Ruiz said (direct) [edited]", gone: "“We wait,”: Ana Ruiz said (direct)"
    ),
    Case(
      "setOutlet", DecisionClient.place(37), #""Reuters""#,
      shown: "TASS: Reuters (agency) [edited]", gone: "TASS: TASS (agency)"),
    Case(
      "setNote", first, #""ask \"her\"""#,
      shown: "“We wait,”: Ana Ruiz said (direct) [accepted: ask \"her\"]", gone: ""),
    Case(
      "setValue", DecisionClient.place(28), #""2024-03-12""#,
      shown: "Tuesday: 2024-03-12 [edited]", gone: "Tuesday: 2024-03-05 (counted from 2024-03-07)"),
    Case(
      "setKind", DecisionClient.place(28), #""quotation""#, #""Ana Ruiz""#,
      shown: "Tuesday: Ana Ruiz said (indirect) [authored]",
      gone: "Tuesday: 2024-03-05 (counted from 2024-03-07)"),
    Case(
      "setKind", first, #""date""#, #""2024-03""#,
      shown: "“We wait,”: 2024-03 [authored]", gone: "“We wait,”: Ana Ruiz said (direct)"),
    Case(
      "setKind", DecisionClient.place(37), #""date""#, shown: "TASS: XXXX-XX-XX [authored]",
      gone: "TASS: TASS (agency)"),
    Case(
      "setKind", DecisionClient.place(28), #""outlet""#,
      shown: "Tuesday: Tuesday (mention) [authored]",
      gone: "Tuesday: 2024-03-05 (counted from 2024-03-07)"),
    Case(
      "setKind", first, #""note""#, #""a title""#, shown: "“We wait,”: a title",
      gone: "“We wait,”: Ana Ruiz said (direct)"),
    Case(
      "addNote", DecisionClient.range(11, 19), #""who?""#, shown: "Ana Ruiz: who?", gone: ""),
    Case(
      "addQuotation", DecisionClient.range(37, 48), #""Ana Ruiz""#,
      shown: "TASS wrote.: Ana Ruiz said (indirect) [authored]", gone: ""),
    Case(
      "addDate", DecisionClient.range(0, 2), #""2024-W10""#,
      shown: "“W: 2024-W10 [authored]", gone: ""),
    Case(
      "addOutlet", DecisionClient.range(42, 47), #""RT""#, shown: "wrote: RT (mention) [authored]",
      gone: ""),
    Case(
      "acceptAll", #""quotation""#, shown: "“We go.”: Ana Ruiz said (direct) [accepted]", gone: ""),
    Case(
      "rejectAll", #""quotation""#, shown: "Tuesday: 2024-03-05 (counted from 2024-03-07)",
      gone: "“We go.”: Ana Ruiz said (direct)", "“We wait,”: Ana Ruiz said (direct)"),
    Case(
      "ignore", DecisionClient.range(0, 10), #""quotation""#,
      shown: "“We go.”: Ana Ruiz said (direct)", gone: "“We wait,”: Ana Ruiz said (direct)"),
    Case(
      "ignoreWords", DecisionClient.range(28, 35), #""date""#, shown: "TASS: TASS (agency)",
      gone: "Tuesday: 2024-03-05 (counted from 2024-03-07)"),
    Case(
      "ignoreSpeaker", #""Ana Ruiz""#, shown: "TASS: TASS (agency)",
      gone: "“We wait,”: Ana Ruiz said (direct)", "“We go.”: Ana Ruiz said (direct)"),
    Case(
      "ignoreRule", #""outlet""#, shown: "“We go.”: Ana Ruiz said (direct)",
      gone: "TASS: TASS (agency)"),
  ]

  @Test("Each decision shows, is there for the next server, and is undone", arguments: cases)
  func decisions(_ decision: Case) {
    let client = DecisionClient(DecisionTests.article)
    let before = client.shown()
    let arguments = ([#""file:///a.txt""#] + decision.arguments).joined(separator: ",")
    let answer = client.driver.send(
      #"{"id":4,"method":"workspace/executeCommand","params":{"command":"#
        + #""hearsay.\#(decision.command)","arguments":[\#(arguments)]}}"#)
    #expect(answer.contains(#"{"jsonrpc":"2.0","id":4,"result":null}"#))
    let after = client.shown()
    for line in decision.shown { #expect(after.contains(line), "\(after)") }
    for line in decision.gone { #expect(!after.contains(line), "\(after)") }
    let next = DecisionClient(DecisionTests.article, folder: client.driver.folder)
    #expect(next.shown() == after)
    #expect(client.decide("undo").hasSuffix(#""result":null}"#))
    #expect(client.shown() == before)
    #expect(client.decide("redo").hasSuffix(#""result":null}"#))
    #expect(client.shown() == after)
  }

  @Test("What is decided again as it was is no step: undo takes back what can be seen")
  func again() {
    let client = DecisionClient(DecisionTests.article)
    let before = client.shown()
    for _ in 0..<2 { client.decide("accept", Self.first) }
    for _ in 0..<2 { client.decide("setDate", #""2024-03-08""#) }
    #expect(client.decide("undo").hasSuffix(#""result":null}"#))
    #expect(client.decide("undo").hasSuffix(#""result":null}"#))
    #expect(client.shown() == before)
    #expect(client.decide("undo").contains("[nothing-to-undo]"))
  }

  @Test("Who is credited anew is not called by the words that name somebody else")
  func sourceOfAnother() throws {
    let client = DecisionClient(DecisionTests.article)
    client.decide("setSpeaker", Self.first, #""Ruiz Okafor""#)
    client.decide("setSpeaker", DecisionClient.place(51), #""Dmitri Okafor""#)
    let store = try #require(try AnnotationStore.existing(at: client.location.database))
    let stored = try store.contents(of: DocumentIdentity(Text(DecisionTests.article), path: nil))
    let sources = stored.annotations.map { annotation -> String? in
      guard case .quotation(let body) = annotation.body else { return nil }
      return body.source?.exact
    }
    #expect(sources == ["Ana Ruiz", nil])
  }

  @Test("All of a long text waits for its careful reading")
  func allOfLongText() {
    let text = String(repeating: "“We wait,” Ana Ruiz said, adding it was late.\n\n", count: 400)
    let client = DecisionClient("", findings: .analysis)
    client.driver.worksAtOnce = false
    client.driver.open(text, uri: "file:///b.txt")
    client.driver.runDisk()
    let command =
      #"{"id":9,"method":"workspace/executeCommand","params":{"command":"hearsay.acceptAll","#
      + #""arguments":["file:///b.txt"]}}"#
    #expect(!client.driver.send(command).contains { $0.contains(#""id":9"#) })
    client.driver.worksAtOnce = true
    #expect(
      client.driver.send(#"{"method":"$/nothing"}"#).contains { $0.contains(#""id":9,"result""#) })
    let shown = client.driver.session.snapshot(of: "file:///b.txt").map {
      DiagnosticList($0).items.map(\.message)
    }
    #expect(shown?.isEmpty == false)
    #expect(shown?.allSatisfy { $0.hasSuffix("[accepted]") } == true)
  }

  @Test(
    "What makes no sense is refused with its code",
    arguments: [
      ("accept", DecisionClient.place(24), "stale"), ("accept", #""quotation@0-4#0""#, "stale"),
      ("setType", DecisionClient.place(28), "bad-value"),
      ("delete", DecisionClient.place(3), "not-stored"),
      ("addNote", DecisionClient.place(3), "no-words"), ("ignoreRule", #""none""#, "bad-value"),
      ("setDate", #""yesterday""#, "bad-value"), ("acceptAll", #""note""#, "stale"),
      ("undo", "1", "nothing-to-undo"), ("unignore", #""x""#, "unknown-id"),
      ("addQuotation", DecisionClient.range(0, 10), "taken"),
      ("setBoundaries", DecisionClient.place(3), "no-words"),
      ("setSpeaker", DecisionClient.place(28), "wrong-kind"),
      ("setKind", DecisionClient.place(3), "bad-value"),
      ("setValue", DecisionClient.place(28), "bad-value"),
    ])
  func refused(_ command: String, _ argument: String, _ code: String) {
    let client = DecisionClient(DecisionTests.article)
    let before = client.shown()
    let answer = client.decide(command, argument, #""x""#)
    #expect(answer.contains("[\(code)]"), "\(answer)")
    #expect(client.shown() == before)
  }

  @Test("The menu names what can be decided, and its commands do it")
  func menu() {
    let client = DecisionClient(DecisionTests.article)
    let titles = client.actions(3)
    for title in [
      "Accept quotation “We wait,”", "Reject quotation “We wait,”", "Credit nobody",
      "Change type to mixed", "Ignore quotation here", "Ignore what Ana Ruiz says in this file",
      "Ignore quotation in this project",
    ] {
      #expect(titles.contains(title), "\(titles)")
    }
    #expect(!titles.contains { $0.contains("We go") })
    #expect(client.actions(11, 19).contains("Add quotation by Ana Ruiz"))
    #expect(client.actions(3, context: #"{"only":["quickfix"]}"#).count == 2)
    #expect(
      client.actions(0, context: #"{"only":["source"]}"#).contains(
        "Accept 2 open quotations in this file"))
    client.decide("accept", DecisionTests.first)
    let later = client.actions(3)
    #expect(!later.contains("Accept quotation “We wait,”"))
    #expect(later.contains("Take back the decision on “We wait,”"))
  }

  @Test("A client that applies every action to a diagnostic of the whole file gets one")
  func quickFix() {
    let client = DecisionClient(DecisionTests.article)
    let diagnostics = #"{"diagnostics":[{"range":\#(DecisionClient.range(0, 10))}]}"#
    #expect(client.actions(0, 58, context: diagnostics) == ["Accept quotation “We wait,”"])
    #expect(client.actions(3, context: diagnostics).count > 3)
  }

  @Test("A client without action literals gets commands")
  func bare() {
    let client = DecisionClient(DecisionTests.article, capabilities: "{}")
    let answer = client.driver.send(
      #"{"id":3,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"#
        + #""file:///a.txt"},"range":\#(DecisionClient.range(3, 3)),"context":{"diagnostics":[]}}}"#
    ).first
    #expect(answer?.contains(#""command":"hearsay.accept""#) == true)
    #expect(answer?.contains(#""kind""#) == false)
  }

  @Test("Hover says who decided what, and when")
  func hover() {
    let client = DecisionClient(DecisionTests.article)
    client.decide("setSpeaker", DecisionTests.first, #""Dmitri Okafor""#)
    client.decide("setNote", DecisionTests.first, #""call back""#)
    let answer = client.driver.send(
      #"{"id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.txt"},"#
        + #""position":{"line":0,"character":3}}}"#
    ).first
    for line in [
      "Speaker: Dmitri Okafor", "Status: edited", "Decided by: ana, 2024-03-08T10:00:00Z",
      "Remark: call back",
    ] {
      #expect(answer?.contains(line) == true, "\(answer ?? "")")
    }
  }

  @Test("Nothing is made by opening and reading")
  func untouched() {
    let client = DecisionClient(DecisionTests.article)
    _ = client.actions(3)
    client.decide("accept", DecisionClient.place(24))
    client.edit(0, 0, "x")
    #expect(!DecisionStore().hasStore(at: client.location))
    client.decide("accept", DecisionClient.place(4))
    #expect(DecisionStore().hasStore(at: client.location))
  }

  @Test("Two commands in one batch are decided one after the other, and both before shutdown")
  func batch() {
    let client = DecisionClient(DecisionTests.article)
    func command(_ id: Int, _ name: String, _ value: String) -> String {
      #"{"id":\#(id),"method":"workspace/executeCommand","params":{"command":"hearsay.\#(name)","#
        + #""arguments":["file:///a.txt",\#(DecisionTests.first),"\#(value)"]}}"#
    }
    let answers = client.driver.send(
      command(5, "setSpeaker", "Dmitri Okafor"), command(6, "setNote", "twice"),
      #"{"id":7,"method":"shutdown"}"#)
    #expect(
      answers.filter { $0.contains(#""id":"#) }
        == ["5", "6", "7"].map { #"{"jsonrpc":"2.0","id":\#($0),"result":null}"# })
    let next = DecisionClient(DecisionTests.article, folder: client.driver.folder)
    #expect(next.shown().contains("“We wait,”: Dmitri Okafor said (direct) [edited: twice]"))
  }
}
