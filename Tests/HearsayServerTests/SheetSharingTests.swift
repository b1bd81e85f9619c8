import Foundation
import HearsayInterchange
import HearsayModel
import HearsayProtocol
import HearsayText
import HearsayWorkspace
import Synchronization
import Testing

@testable import HearsayServer

/// Sheets that several people have open, or that are saved while other things happen.
@Suite struct SheetSharingTests {
  private let place = DecisionClient.place(3)
  private let ben: DecisionClient
  private let ana: SheetClient

  init() throws {
    ben = DecisionClient(SheetClient.article)
    ben.decide("accept", place)
    ana = try SheetClient(
      capabilities: #"{"workspace":{"applyEdit":true}}"#, folder: ben.driver.folder)
  }

  /// What is stored about the first quotation, as somebody who opens the article now sees it.
  private func stored() throws -> StoredAnnotation {
    let reader = DecisionClient(SheetClient.article, folder: ben.driver.folder)
    let overlay = try #require(reader.driver.session.documents[reader.uri]?.overlay)
    return try #require(overlay.annotations.first { $0.target.exact == "“We wait,”" })
  }

  private func speaker() throws -> String? {
    guard case .quotation(let body) = try stored().body else { return nil }
    return body.speaker?.name
  }

  @Test(arguments: [true, false])
  func `what others decided since a sheet was opened is not reverted`(tells: Bool) throws {
    let mine = try ana.edited("“We go.”", "note:", "note: look again")
    ben.decide("setNote", place, #""heard it""#)
    ben.decide("setSpeaker", place, #""Dmitri Okafor""#)
    ben.decide("openSheet")
    #expect(try ana.text().contains("speaker: Dmitri Okafor"))
    if tells {
      try ana.save(mine)
    } else {
      ana.type(mine)
      try ana.write(mine, after: 5)
      ana.look()
    }
    #expect(ana.problems().isEmpty)
    #expect(try speaker() == "Dmitri Okafor")
    #expect(try stored().note == "heard it")
    #expect(ana.client.driver.session.snapshot(of: "file:///a.txt")?.overlay.annotations.count == 2)
  }

  @Test func `a sheet that the editor took over is compared with what belongs to it`() throws {
    ben.decide("accept", DecisionClient.place(51))
    ben.decide("openSheet")
    let fresh = try ana.text()
    try ana.write(fresh, after: 5)
    ana.look()
    ana.look()
    ana.type(fresh)
    #expect(ana.problems().isEmpty)
    try ana.save(
      fresh.replacingOccurrences(of: "speaker: Ana Ruiz", with: "speaker: Mireille Aubert"))
    #expect(ana.problems().isEmpty)
    #expect(try speaker() == "Mireille Aubert")
  }

  @Test func `a sheet the editor shall replace has its new base once it is replaced`() throws {
    let old = try ana.text()
    ben.decide("setSpeaker", place, #""Dmitri Okafor""#)
    ana.client.driver.session.readDecisions(in: [ben.location])
    ana.look()
    let sent = ana.client.driver.send(
      #"{"id":9,"method":"workspace/executeCommand","params":{"command":"hearsay.openSheet","#
        + #""arguments":["file:///a.txt"]}}"#)
    let edit = try #require(sent.first { $0.contains("workspace/applyEdit") })
    #expect(edit.contains("speaker: Dmitri Okafor"))
    // The editor did not do it.
    try ana.save(old.replacingOccurrences(of: "note:", with: "note: look again"))
    #expect(try speaker() == "Dmitri Okafor")
    #expect(try stored().note == "look again")
  }

  @Test func `what belongs to a new text is not written without it`() throws {
    let base = try String(contentsOfFile: ana.path + ".base", encoding: .utf8)
    try FileManager.default.removeItem(atPath: ana.path)
    try FileManager.default.createDirectory(
      atPath: ana.path + "/taken", withIntermediateDirectories: true)
    #expect(throws: SheetFileError.self) {
      try SheetFiles.write("new", base: "new", to: ana.path)
    }
    #expect(try String(contentsOfFile: ana.path + ".base", encoding: .utf8) == base)
  }

  @Test func `what is saved while an earlier save is carried out is not passed over`() throws {
    let driver = ana.client.driver
    driver.worksAtOnce = false
    let first = try ana.edited("“We wait,”", "note:", "note: one")
    ana.type(first)
    try ana.write(first, after: 5)
    driver.session.lookAtSheets()
    let second = try ana.edited("“We go.”", "note:", "note: two")
    ana.type(second)
    try ana.write(second, after: 10)
    driver.runDisk()
    driver.worksAtOnce = true
    ana.look()
    let notes = driver.session.documents["file:///a.txt"]?.overlay.annotations.compactMap(\.note)
    #expect(notes == ["one", "two"])
  }

  @Test func `a sheet is carried out by one server at a time`() throws {
    let lock = ana.path + ".lock"
    let isHeld = Mutex<[Bool]>([])
    let findings = FindingsSource(findings: { analysis, span in
      let file = open(lock, O_RDWR)
      isHeld.withLock { $0.append(file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0) }
      close(file)
      return FindingsSource.literal.findings(analysis, span)
    })
    let eve = DecisionClient(SheetClient.article, folder: ben.driver.folder, findings: findings)
    let text = try ana.edited("“We go.”", "status: suggested", "status: accepted")
    eve.driver.open(text, uri: ana.uri)
    isHeld.withLock { $0 = [] }
    eve.driver.send(
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"\#(ana.uri)"}}}"#)
    #expect(isHeld.withLock { $0 }.contains(true))
    _ = eve.shown()
    #expect(isHeld.withLock { $0 }.last == false)
  }

  @Test func `what two servers find in one sheet is added once`() throws {
    let text = try ana.text() + "\n[note]\ntext: Ana Ruiz\nnote: who is that?\n"
    ben.driver.open(text, uri: ana.uri)
    try ana.save(text)
    ben.driver.send(
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"\#(ana.uri)"}}}"#)
    let reader = DecisionClient(SheetClient.article, folder: ben.driver.folder)
    let notes = reader.driver.session.documents[reader.uri]?.overlay.annotations.compactMap(\.note)
    #expect(notes == ["who is that?"])
  }

  @Test func `a sheet beside which no lock can be made is stored all the same`() throws {
    try FileManager.default.removeItem(atPath: ana.path + ".lock")
    try FileManager.default.createDirectory(
      atPath: ana.path + ".lock", withIntermediateDirectories: true)
    try ana.save(try ana.edited("“We wait,”", "note:", "note: heard it"))
    #expect(try stored().note == "heard it")
  }

  @Test func `what was saved just before the end is told when the sheet is opened`() throws {
    let text = try ana.edited("“We go.”", "status: suggested", "status: accepted")
    try ana.write(text, after: 5)
    // What is typed is not saved yet.
    #expect(ana.type(text) == [])
    let next = DecisionClient(SheetClient.article, folder: ben.driver.folder)
    func problems() throws -> [String] {
      let snapshot = try #require(next.driver.session.snapshot(of: ana.uri))
      return DiagnosticList(snapshot).items.map { item in
        "\(item.code)@\(snapshot.text.string(in: snapshot.span(of: item.range)))"
      }
    }
    // What the editor kept and did not save is another matter.
    next.driver.open(text + "\n", uri: ana.uri)
    #expect(try problems() == [])
    next.driver.send(
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"\#(ana.uri)"}}}"#)
    next.driver.open(text, uri: ana.uri)
    #expect(try problems() == ["sheet-not-stored@status"])
    next.driver.send(
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"\#(ana.uri)"}}}"#)
    #expect(try problems() == [])
    #expect(next.shown().contains("“We go.”: Ana Ruiz said (direct) [accepted]"))
  }
}
