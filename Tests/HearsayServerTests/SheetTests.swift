import Foundation
import HearsayInterchange
import HearsayModel
import HearsayProtocol
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

/// A client with an article and its annotation sheet, both open.
struct SheetClient {
  static let article = "“We wait,” Ana Ruiz said on Tuesday, TASS wrote. “We go.”"
  let client: DecisionClient
  let path: String
  var uri: String { "file://\(path)" }

  init(capabilities: String = DecisionClient.capabilities, folder: String? = nil) throws {
    client = DecisionClient(Self.article, capabilities: capabilities, folder: folder)
    client.decide("openSheet")
    path = "\(client.driver.folder)/sheets/a.txt.annotations.txt"
    client.driver.open(try text(), uri: uri)
  }

  /// The sheet on the disk.
  func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Types another text into the sheet; the codes and places of what is wrong come back.
  @discardableResult
  func type(_ text: String) -> [String] {
    client.driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(uri)","version":2},"#
        + #""contentChanges":[{"text":\#(SessionDriver.json(text))}]}}"#)
    return problems()
  }

  /// What is wrong in the sheet, as `code@words`.
  func problems() -> [String] {
    guard let snapshot = client.driver.session.snapshot(of: uri) else { return ["closed"] }
    return DiagnosticList(snapshot).items.map { item in
      "\(item.code)@\(snapshot.text.string(in: snapshot.span(of: item.range)))"
    }
  }

  /// Types another text, writes it to the disk and tells so.
  func save(_ text: String) throws {
    type(text)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    client.driver.send(
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"\#(uri)"}}}"#)
  }

  /// Writes the sheet to the disk, as of some seconds from now.
  func write(_ text: String, after seconds: Double) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let later = Date(timeIntervalSinceNow: seconds)
    try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: path)
  }

  /// Has the files of open sheets looked at.
  func look() {
    client.driver.session.lookAtSheets()
    client.driver.send(#"{"method":"$/nothing"}"#)
  }

  /// The sheet with words put in the place of others in the block of some words.
  func edited(_ block: String, _ old: String, _ new: String) throws -> String {
    var blocks = try text().components(separatedBy: "\n\n")
    let index = try #require(blocks.firstIndex { $0.contains(block) })
    try #require(blocks[index].contains(old))
    blocks[index] = blocks[index].replacingOccurrences(of: old, with: new)
    return blocks.joined(separator: "\n\n")
  }
}

@Suite struct SheetTests {
  @Test func `a sheet lists what there is`() throws {
    let sheet = try SheetClient()
    let blocks = try sheet.text().components(separatedBy: "\n\n").dropFirst()
    #expect(
      blocks.first == """
        [quotation 1:1]
        status: suggested
        type: direct
        speaker: Ana Ruiz
        text: “We wait,”
        note:
        """)
    #expect(
      blocks.map { $0.split(separator: "\n").first ?? "" } == [
        "[quotation 1:1]", "[date 1:29]", "[outlet 1:38]", "[quotation 1:50]",
      ])
    #expect(sheet.problems().isEmpty)
  }

  @Test func `what is saved is decided, and once`() throws {
    let sheet = try SheetClient()
    let text = try sheet.edited("“We wait,”", "speaker: Ana Ruiz", "speaker: Mireille Aubert")
      .replacingOccurrences(of: "value: 2024-03-05", with: "value: 2024-03-12")
    try sheet.save(text)
    #expect(sheet.client.shown().contains("“We wait,”: Mireille Aubert said (direct) [edited]"))
    #expect(
      sheet.client.shown().contains { $0.hasPrefix("Tuesday: ") && $0.contains("2024-03-12") })
    #expect(sheet.problems().isEmpty)
    // Taken back in the article, all at once: the sheet, saved again, does not bring it back.
    sheet.client.decide("undo")
    #expect(!sheet.client.shown().contains { $0.hasSuffix("[edited]") })
    try sheet.save(text)
    #expect(sheet.client.shown().contains("“We wait,”: Ana Ruiz said (direct)"))
  }

  @Test func `statuses, notes, boundaries and additions`() throws {
    let sheet = try SheetClient()
    var text = try sheet.edited("“We go.”", "status: suggested", "status: rejected")
    text = text.replacingOccurrences(of: "text: “We wait,”", with: "text: We wait")
    text += "\n[note]\ntext: TASS   wrote\nnote: heard it\n  twice\n"
    try sheet.save(text)
    #expect(sheet.problems().isEmpty)
    let shown = sheet.client.shown()
    #expect(shown.contains { $0.hasPrefix("We wait: ") && $0.hasSuffix("[edited]") })
    #expect(!shown.contains { $0.hasPrefix("“We go.”") })
    #expect(shown.contains { $0.hasPrefix("TASS wrote: heard it") })
    try sheet.save(text)
    #expect(sheet.problems().isEmpty, "what was added is not added again")
    // The sheet, opened anew, knows the ids; with them things are taken back.
    sheet.client.decide("openSheet")
    #expect(try sheet.text() == text, "an open sheet is left to its editor")
  }

  @Test func `a sheet that is closed is brought up to date and keeps what is not stored`() throws {
    let sheet = try SheetClient()
    sheet.client.driver.send(
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"\#(sheet.uri)"}}}"#)
    let mine = try sheet.edited("“We go.”", "note:", "note: mine")
    try mine.write(toFile: sheet.path, atomically: true, encoding: .utf8)
    sheet.client.decide("accept", DecisionClient.place(3))
    sheet.client.decide("openSheet")
    let fresh = try sheet.text()
    #expect(fresh.contains("status: accepted") && fresh.contains("note: mine"))
    sheet.client.driver.open(fresh, uri: sheet.uri)
    try sheet.save(fresh)
    let set = try #require(sheet.client.driver.session.snapshot(of: "file:///a.txt")).annotations()
    #expect(set.decided.values.map(\.note).contains("mine"))
  }

  @Test func `a field that was changed in two places is a conflict with both values`() throws {
    let sheet = try SheetClient()
    let text = try sheet.edited("“We wait,”", "speaker: Ana Ruiz", "speaker: Mireille Aubert")
    sheet.client.decide("setSpeaker", DecisionClient.place(3), #""Dmitri Okafor""#)
    try sheet.save(text)
    #expect(sheet.problems() == ["sheet-conflict@Mireille Aubert"])
    #expect(sheet.client.shown().contains { $0.contains("Dmitri Okafor said") })
    let forced = text.replacingOccurrences(of: "speaker: Mir", with: "speaker!: Mir")
    try sheet.save(forced)
    #expect(sheet.problems().isEmpty)
    #expect(sheet.client.shown().contains { $0.contains("Mireille Aubert said") })
  }

  static let mistakes = [
    ("status: suggested", "status: done", "sheet-bad-value@done"),
    ("status: suggested", "status: authored", "sheet-bad-status@authored"),
    ("type: direct", "type: loud", "sheet-bad-value@loud"),
    ("text: “We wait,”", "text: “We run,”", "sheet-text-not-found@“We run,”"),
    ("text: “We wait,”", "text: a", "sheet-text-not-found@a"),
    ("note:", "mood: x", "sheet-unknown-field@mood"),
    ("[quotation 1:1]", "[quotation 1:2]", "sheet-unknown-annotation@[quotation 1:2]"),
  ]

  @Test("A sheet that is saved twice before the first time is through adds once")
  func savedTwice() throws {
    let sheet = try SheetClient()
    let driver = sheet.client.driver
    let text = try sheet.text() + "\n[note]\ntext: Ana Ruiz\nnote: who is that?\n"
    driver.worksAtOnce = false
    try sheet.save(text)
    try sheet.save(text)
    driver.worksAtOnce = true
    driver.send(#"{"method":"$/nothing"}"#)
    let notes = driver.session.documents["file:///a.txt"]?.overlay.annotations.compactMap(\.note)
    #expect(notes == ["who is that?"])
  }

  @Test(arguments: mistakes)
  func `a mistake is told at its place and nothing is stored`(
    old: String, new: String, problem: String
  ) throws {
    let sheet = try SheetClient()
    let text = try sheet.edited("“We wait,”", old, new)
    #expect(sheet.type(text) == [problem])
    try sheet.save(text)
    #expect(sheet.problems() == [problem])
    #expect(sheet.client.shown() == DecisionClient(SheetClient.article).shown())
  }

  @Test func `additions that lack something are told`() throws {
    let sheet = try SheetClient()
    let text = try sheet.text()
    #expect(sheet.type(text + "\n[note]\nnote: x\n") == ["sheet-missing-field@[note]"])
    #expect(sheet.type(text + "\n[note]\ntext: TASS\n") == ["sheet-missing-field@[note]"])
    #expect(sheet.type(text + "\n[note]\ntext: We\nnote: x\n") == ["sheet-text-ambiguous@We"])
    #expect(sheet.type(text + "\n[date]\ntext: said\nvalue: ü\n") == ["sheet-bad-value@ü"])
    try sheet.save(text + "\n[outlet]\ntext: TASS\noutlet: Reuters\n")
    #expect(sheet.problems() == ["sheet-refused@[outlet]"])
  }

  @Test func `a client that does not tell when it saves is heard all the same`() throws {
    let sheet = try SheetClient()
    let text = try sheet.edited("“We wait,”", "status: suggested", "status: accepted")
    sheet.type(text)
    try sheet.write(text, after: 5)
    sheet.look()
    #expect(sheet.client.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
  }

  @Test func `without what it was written from nothing in a sheet is stored`() throws {
    let sheet = try SheetClient()
    try FileManager.default.removeItem(atPath: sheet.path + ".base")
    let other = DecisionClient(SheetClient.article, folder: sheet.client.driver.folder)
    let text = try sheet.edited("“We wait,”", "status: suggested", "status: accepted")
    other.driver.open(text, uri: sheet.uri)
    other.driver.send(
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"\#(sheet.uri)"}}}"#)
    #expect(!other.shown().contains { $0.hasSuffix("[accepted]") })
    let snapshot = try #require(other.driver.session.snapshot(of: sheet.uri))
    #expect(DiagnosticList(snapshot).items.map(\.code) == ["sheet-no-base"])
  }

  @Test func `a sheet whose article is not open reads it from the disk`() throws {
    let driver = SessionDriver(capabilities: "{}")
    try FileManager.default.createDirectory(
      atPath: driver.folder, withIntermediateDirectories: true)
    let article = "\(driver.folder)/a.txt"
    try SheetClient.article.write(toFile: article, atomically: true, encoding: .utf8)
    driver.open(SheetClient.article, uri: "file://\(article)")
    driver.send(
      #"{"id":9,"method":"workspace/executeCommand","params":{"command":"hearsay.openSheet","#
        + #""arguments":["file://\#(article)"]}}"#)
    driver.send(
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file://\#(article)"}}}"#)
    let sheets = try #require(
      FileManager.default.enumerator(atPath: "\(driver.folder)/sheets")?.allObjects as? [String])
    let name = try #require(sheets.first { $0.hasSuffix(".annotations.txt") })
    let path = "\(driver.folder)/sheets/\(name)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "status: suggested", with: "status: accepted")
    driver.open(text, uri: "file://\(path)")
    driver.send(
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"file://\#(path)"}}}"#)
    driver.open(SheetClient.article, uri: "file://\(article)")
    let set = try #require(driver.session.snapshot(of: "file://\(article)")).annotations()
    #expect(set.decided.values.map(\.status) == [.accepted, .accepted, .accepted, .accepted])
  }

  @Test func `an article that changed keeps its sheet`() throws {
    let sheet = try SheetClient()
    let text = try sheet.edited("“We go.”", "status: suggested", "status: accepted")
    sheet.client.edit(0, 0, "Porto Lindo. ")
    try sheet.save(text)
    #expect(sheet.problems().isEmpty)
    #expect(sheet.client.shown().contains("“We go.”: Ana Ruiz said (direct) [accepted]"))
  }

  @Test func `clients are asked as they can be`() throws {
    let shows = #"{"window":{"showDocument":{"support":true}},"workspace":{"applyEdit":true}}"#
    let sheet = try SheetClient(capabilities: shows)
    sheet.client.decide("accept", DecisionClient.place(3))
    let sent = sheet.client.driver.send(
      #"{"id":9,"method":"workspace/executeCommand","params":{"command":"hearsay.openSheet","#
        + #""arguments":["file:///a.txt"]}}"#)
    #expect(sent.contains { $0.contains("window/showDocument") && $0.contains(sheet.uri) })
    #expect(sent.contains { $0.contains("workspace/applyEdit") && $0.contains("status: accepted") })
    let plain = try SheetClient()
    let told = plain.client.driver.send(
      #"{"id":9,"method":"workspace/executeCommand","params":{"command":"hearsay.openSheet","#
        + #""arguments":["file:///a.txt"]}}"#)
    #expect(told.contains { $0.contains("window/showMessage") && $0.contains("[sheet-written]") })
  }

  @Test func `completion, hover and definition of a block`() throws {
    let sheet = try SheetClient()
    let lines = try sheet.text().components(separatedBy: "\n")
    let line = try #require(lines.firstIndex(of: "speaker: Ana Ruiz"))
    func ask(_ method: String, _ line: Int, _ character: Int) -> String {
      sheet.client.driver.send(
        #"{"id":7,"method":"textDocument/\#(method)","params":{"textDocument":{"uri":"\#(sheet.uri)"},"#
          + #""position":{"line":\#(line),"character":\#(character)}}}"#
      ).first ?? ""
    }
    #expect(ask("completion", line, 9).contains(#""label":"Ana Ruiz""#))
    #expect(ask("completion", line - 1, 6).contains(#""label":"mixed""#))
    #expect(ask("completion", line - 2, 8).contains(#""newText":" rejected""#))
    #expect(ask("hover", line, 2).contains("Ana Ruiz"))
    let definition = ask("definition", line, 2)
    #expect(
      definition.contains(#""uri":"file:///a.txt","range":{"start":{"line":0,"character":0}"#))
  }
}
