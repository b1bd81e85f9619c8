import Foundation
import HearsayModel
import HearsayStore
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

@Suite struct AdjudicationTests {
  static let article = "“We wait,” Ana Ruiz said on Tuesday, TASS wrote. “We go.”"
  static let first = "Annotators differ on this quotation. kai: direct, Ana Ruiz; "
  static let quotation = "“We wait,”: \(first)mia: mixed, Dmitri Okafor."
  static let date =
    "Tuesday: Annotators differ on this date. kai: nothing; mia: 2024-03-12."

  /// A place in the list, in code points.
  static func place(_ start: Int, _ end: Int, _ exact: String) -> String {
    let letters = Array(article)
    let prefix = String(letters[max(0, start - 20)..<start])
    let suffix = String(letters[end..<min(letters.count, end + 20)])
    return #""start":\#(start),"end":\#(end),"exact":"\#(exact)","prefix":"\#(prefix)","#
      + #""suffix":"\#(suffix)""#
  }

  static func says(_ type: String, _ speaker: String) -> String {
    #""says":{"kind":"quotation","quotation":{"type":"\#(type)","speaker":{"name":"\#(speaker)","#
      + #""kind":"person","role":null},"source":{\#(place(11, 19, "Ana Ruiz"))},"#
      + #""cue":{\#(place(20, 24, "said"))}}}"#
  }

  static let list = [
    #"{"document":"a","kind":"quotation","start":0,"end":10,"line":1,"column":1,"reasons":["type"],"#
      + #""annotators":[{"name":"kai","annotation":{\#(place(0, 10, "“We wait,”")),"#
      + #"\#(says("direct", "Ana Ruiz"))}},{"name":"mia","annotation":{"#
      + #"\#(place(0, 10, "“We wait,”")),\#(says("mixed", "Dmitri Okafor"))}}]}"#,
    #"{"document":"a","kind":"date","start":28,"end":35,"line":1,"column":29,"reasons":["missing"],"#
      + #""annotators":[{"name":"kai","annotation":null},{"name":"mia","annotation":{"#
      + #"\#(place(28, 35, "Tuesday")),"says":{"kind":"date","date":{"type":"DATE","#
      + #""value":"2024-03-12","anchor":null}}}}]}"#,
    #"{"document":"elsewhere","kind":"date","start":0,"end":2,"line":1,"column":1,"#
      + #""reasons":["missing"],"annotators":[{"name":"kai","annotation":null},"#
      + #"{"name":"mia","annotation":null}]}"#,
    "no disagreement at all",
  ].joined(separator: "\n")

  /// Runs something with the article of a project that has the list.
  func withProject(
    list: String = list, _ body: (DecisionClient, _ again: () -> DecisionClient) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    try FileManager.default.createDirectory(
      at: root.appending(path: ".hearsay"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data(list.utf8).write(
      to: root.appending(path: ".hearsay/disagreements.jsonl"))
    let uri = root.appending(path: "a.txt").absoluteString
    try body(DecisionClient(AdjudicationTests.article, uri: uri)) {
      DecisionClient(AdjudicationTests.article, uri: uri)
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let kind: String
    let choice: String
    let shown: String
    var gone = ""
    var testDescription: String { "\(kind) \(choice)" }
  }

  static let suggested = "“We wait,”: Ana Ruiz said (direct)"
  static let cases = [
    Case(kind: "quotation", choice: "1", shown: "\(suggested) [accepted]"),
    Case(
      kind: "quotation", choice: "2", shown: "“We wait,”: Dmitri Okafor said (mixed) [edited]",
      gone: suggested),
    Case(
      kind: "quotation", choice: "both",
      shown: "\(suggested) [accepted: mia: mixed, Dmitri Okafor]"),
    Case(kind: "quotation", choice: "mine", shown: suggested),
    Case(
      kind: "date", choice: "1", shown: suggested,
      gone: "Tuesday: 2024-03-05 (counted from 2024-03-07)"),
    Case(
      kind: "date", choice: "2", shown: "Tuesday: 2024-03-12 [edited]",
      gone: "Tuesday: 2024-03-05 (counted from 2024-03-07)"),
  ]

  @Test(arguments: cases)
  func `a disagreement is settled as was chosen, stays settled, and is undone`(_ chosen: Case)
    throws
  {
    try withProject { client, again in
      let before = client.shown()
      #expect(before.prefix(2) == [AdjudicationTests.quotation, AdjudicationTests.date])
      let isQuotation = chosen.kind == "quotation"
      let span = isQuotation ? DecisionClient.range(0, 10) : DecisionClient.range(28, 35)
      let answer = client.decide("adjudicate", span, #""\#(chosen.kind)""#, #""\#(chosen.choice)""#)
      #expect(answer.hasSuffix(#""result":null}"#), "\(answer)")
      let after = client.shown()
      #expect(after.contains(chosen.shown), "\(after)")
      #expect(!after.contains(chosen.gone))
      #expect(after.contains(AdjudicationTests.quotation) == !isQuotation)
      #expect(after.contains(AdjudicationTests.date) == isQuotation)
      #expect(again().shown() == after)
      client.decide("undo")
      #expect(client.shown() == before)
    }
  }

  @Test func `the menu offers everybody's version, and follows edits`() throws {
    try withProject { client, _ in
      let actions = client.actions(30)
      #expect(actions.contains("Take kai’s: nothing"))
      #expect(actions.contains("Take mia’s: 2024-03-12"))
      #expect(actions.contains("Keep mine: what is here stands"))
      #expect(!actions.contains("Keep both"))
      #expect(client.actions(3).contains("Keep both"))
      client.edit(0, 0, "So. ")
      #expect(client.actions(34).contains("Take mia’s: 2024-03-12"))
      client.edit(32, 39, "Friday")
      #expect(!client.shown().contains(AdjudicationTests.date))
    }
  }

  @Test func `what is taken after an edit credits the words where they stand now`() throws {
    try withProject { client, again in
      client.edit(0, 0, "So. ")
      client.decide("adjudicate", DecisionClient.range(4, 14), #""quotation""#, #""1""#)
      #expect(client.shown().contains("\(AdjudicationTests.suggested) [accepted]"))
      let found = client.driver.session.snapshot(of: client.uri)?.annotations()
      let text = try #require(client.driver.session.snapshot(of: client.uri)?.text)
      let taken = try #require(found?.decided.values.first)
      guard case .quotation(let body) = taken.body else { throw DecisionError.stale }
      #expect(text.string(in: try #require(body.source).span) == "Ana Ruiz")
      #expect(text.string(in: try #require(body.cue).span) == "said")
    }
  }

  @Test func `of two disagreements about the same words each is settled by itself`() throws {
    let outlet =
      #"{"document":"a","kind":"outlet","start":28,"end":35,"line":1,"column":29,"#
      + #""reasons":["missing"],"annotators":[{"name":"kai","annotation":{"#
      + #"\#(AdjudicationTests.place(28, 35, "Tuesday")),"says":{"kind":"outlet","outlet":{"#
      + #""id":null,"name":"Tuesday","role":"mention"}}}},{"name":"mia","annotation":null}]}"#
    let both = AdjudicationTests.list + "\n" + outlet
    try withProject(list: both) { client, _ in
      let other = "Tuesday: Annotators differ on this outlet. kai: Tuesday, mention; mia: nothing."
      #expect(client.shown().contains(other))
      client.decide("adjudicate", DecisionClient.range(28, 35), #""date""#, #""mine""#)
      #expect(!client.shown().contains(AdjudicationTests.date))
      #expect(client.shown().contains(other))
    }
  }

  @Test func `keeping both loses nobody's remark`() throws {
    let remarked = AdjudicationTests.list.replacing(
      #""says":{"kind":"quotation","quotation":{"type":"mixed""#,
      with: #""remark":"heard it","says":{"kind":"quotation","quotation":{"type":"mixed""#)
    try withProject(list: remarked) { client, _ in
      client.decide("setNote", DecisionClient.place(3), #""from the tape""#)
      client.decide("adjudicate", DecisionClient.range(0, 10), #""quotation""#, #""both""#)
      #expect(
        client.shown().contains(
          "\(AdjudicationTests.suggested) "
            + "[accepted: from the tape mia: mixed, Dmitri Okafor heard it]"))
    }
  }

  @Test func `a new list is told to documents that were open before somebody else read it`() throws
  {
    try withProject { client, _ in
      let root = URL(string: client.uri)?.deletingLastPathComponent().path ?? ""
      let location = StoreLocation(database: "\(root)/.hearsay/annotations.sqlite", root: root)
      let store = DecisionStore()
      func open(_ name: String) throws -> Int {
        let text = Text(AdjudicationTests.article)
        return try store.overlay(
          of: text, identity: DocumentIdentity(text, path: name), at: location
        ).disagreements.count
      }
      #expect(try open("a.txt") == 2)
      #expect(store.changed(among: [location]).isEmpty)
      let lines = AdjudicationTests.list.split(separator: "\n")
      try Data(lines[0].utf8).write(to: URL(filePath: "\(root)/.hearsay/disagreements.jsonl"))
      #expect(try open("b.txt") == 0)
      #expect(store.changed(among: [location]) == [location])
      #expect(try open("a.txt") == 1)
      #expect(store.changed(among: [location]).isEmpty)
    }
  }

  @Test(arguments: [
    (AdjudicationTests.list, ["line 4: a value is missing here"]),
    ("{}\n\n" + AdjudicationTests.list, ["line 1: a disagreement needs", "line 6: "]),
    (AdjudicationTests.list.split(separator: "\n").dropLast().joined(separator: "\n"), []),
  ])
  func `a line that is no disagreement is told once, and the others are shown`(
    list: String, told: [String]
  ) throws {
    try withProject(list: list) { client, _ in
      let driver = SessionDriver(capabilities: "{}")
      let logged = driver.open(AdjudicationTests.article, uri: client.uri).filter {
        $0.contains("window/logMessage") && $0.contains(#""type":2"#)
      }
      #expect(logged.count == told.count, "\(logged)")
      for (line, words) in zip(logged, told) {
        #expect(line.contains("disagreements.jsonl: \(words)"), "\(line)")
        #expect(line.contains("[import-bad-row]"))
      }
      #expect(client.shown().contains(AdjudicationTests.date))
      let other = client.uri.replacing("a.txt", with: "b.txt")
      let again = driver.open(AdjudicationTests.article, uri: other)
      #expect(!again.contains { $0.contains("disagreements.jsonl") })
    }
  }

  @Test func `what makes no sense is refused`() throws {
    try withProject { client, _ in
      let date = #""date""#
      let span = DecisionClient.range(28, 35)
      #expect(client.decide("adjudicate", span, date, #""3""#).contains("[bad-value]"))
      #expect(client.decide("adjudicate", span, date, #""all""#).contains("[bad-value]"))
      #expect(client.decide("adjudicate", span, date, #""\#(Int.min)""#).contains("[bad-value]"))
      #expect(client.decide("adjudicate", span, #""note""#, #""1""#).contains("[stale]"))
    }
  }
}
