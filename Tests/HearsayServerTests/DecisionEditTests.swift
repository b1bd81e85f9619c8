import Foundation
import HearsayModel
import HearsayStore
import HearsayTestSupport
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

@Suite("Decisions move with the text")
struct DecisionEditTests {
  static let text = DecisionTests.article

  /// What an edit of the first line leaves of an accepted first quotation.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let start: Int
    let end: Int
    let words: String
    let shown: String?

    init(_ name: String, _ start: Int, _ end: Int, _ words: String, _ shown: String?) {
      (self.name, self.start, self.end, self.words, self.shown) = (name, start, end, words, shown)
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("typed before", 0, 0, "News: ", "“We wait,”: Ana Ruiz said (direct) [accepted]"),
    Case("typed behind", 10, 10, " then", "“We wait,”: Ana Ruiz said (direct) [accepted]"),
    Case("typed inside", 4, 4, "will ", "“We will wait,”: Ana Ruiz said (direct) [accepted]"),
    Case("a word replaced", 4, 8, "hurry", "“We hurry,”: Ana Ruiz said (direct) [accepted]"),
    Case("the mark replaced", 0, 1, "„", "„We wait,”: Ana Ruiz said (direct) [accepted]"),
    Case("the end cut off", 8, 20, "", "“We wait: Ana Ruiz said (direct) [accepted]"),
    Case("the beginning cut off", 0, 4, "", "wait,”: Ana Ruiz said (direct) [accepted]"),
    Case("emoji before", 0, 0, "👩‍👩‍👧 ", "“We wait,”: Ana Ruiz said (direct) [accepted]"),
    Case("deleted", 0, 11, "", ": The words “““We wait,”” of an annotation are gone."),
  ]

  @Test("An edit in the editor moves an annotation exactly", arguments: cases)
  func edits(_ edit: Case) {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    client.edit(edit.start, edit.end, edit.words)
    if edit.name == "deleted" {
      #expect(client.shown().contains { $0.hasSuffix("of an annotation are gone.") })
      client.edit(0, 0, "“We wait,” ")
      #expect(client.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
    } else {
      #expect(edit.shown.map { client.shown().contains($0) } == true, "\(client.shown())")
    }
  }

  @Test("Random edits move spans as a naive follower of single bytes moves them", arguments: 0..<30)
  func law(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let span = ByteSpan(40, 60)
    // Bytes of the span are marked, everything else is not.
    var marks = (0..<100).map { span.contains($0) }
    var moved: ByteSpan? = span
    for _ in 0..<20 {
      let start = random.below(marks.count + 1)
      let end = min(marks.count, start + random.below(6))
      let count = random.below(6)
      let edit = TextEdit(ByteSpan(start, end), count: count)
      let isInside =
        moved.map {
          start < end ? $0.start <= start && end <= $0.end : $0.start < start && start < $0.end
        }
        ?? false
      let isSwallowed = moved.map { start < end && start <= $0.start && $0.end <= end } ?? false
      marks.replaceSubrange(
        start..<end, with: Array(repeating: isInside && !isSwallowed, count: count))
      moved = moved.flatMap { edit.moved($0) }
      let first = marks.firstIndex(of: true)
      let last = marks.lastIndex(of: true)
      let naive = first.flatMap { first in last.map { ByteSpan(first, $0 + 1) } }
      #expect(moved == naive, "seed \(seed)")
      if moved == nil { return }
    }
  }

  @Test("The same file with other line ends has the same decisions, exactly placed")
  func lineEnds() {
    let text = "Lead é 🌊.\n\n\(Self.text)\n\nEnd.\n"
    let client = DecisionClient(text)
    client.driver.send(
      #"{"id":4,"method":"workspace/executeCommand","params":{"command":"hearsay.accept","#
        + #""arguments":["file:///a.txt",{"line":2,"character":3}]}}"#)
    #expect(client.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
    let other = text.replacing("\n", with: "\r\n")
    let next = DecisionClient(other, folder: client.driver.folder)
    #expect(next.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
    #expect(next.shown().contains("“We go.”: Ana Ruiz said (direct)"))
    client.replace(with: other)
    #expect(client.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
  }

  @Test("A text that comes anew from the disk keeps its decisions where the words still stand")
  func reload() {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    client.replace(with: "A new lead.\n\nMore of it.\n\n\(Self.text) And an end.")
    #expect(client.shown().contains("“We wait,”: Ana Ruiz said (direct) [accepted]"))
  }

  @Test("Words that changed elsewhere are shown with both versions, and settled by hand")
  func review() {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    let changed = Self.text.replacing("We wait,", with: "We waited there,")
    let next = DecisionClient(changed, folder: client.driver.folder)
    let question = next.shown().first { $0.contains("is now") }
    #expect(
      question
        == "“We waited there,”: ““We wait,”” is now ““We waited there,””; does the annotation still hold?"
    )
    let titles = next.actions(3)
    #expect(titles.contains("Keep ““We wait,”” here"), "\(titles)")
    #expect(titles.contains("““We wait,”” is gone"))
    let id =
      next.driver.session.documents["file:///a.txt"]?.overlay.annotations.first?.id.text ?? ""
    next.decide("place", #""\#(id)""#, DecisionClient.range(0, 18))
    #expect(next.shown().contains("“We waited there,”: Ana Ruiz said (direct) [accepted]"))
    let last = DecisionClient(changed, folder: client.driver.folder)
    #expect(last.shown().contains("“We waited there,”: Ana Ruiz said (direct) [accepted]"))
  }

  @Test("What was followed to is kept when the document is saved")
  func saved() {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    client.edit(4, 8, "hurry up there now")
    client.driver.send(
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"file:///a.txt"}}}"#)
    let text = Self.text.replacing("wait", with: "hurry up there now")
    let next = DecisionClient(text, folder: client.driver.folder)
    #expect(
      next.shown().contains("“We hurry up there now,”: Ana Ruiz said (direct) [accepted]"),
      "\(next.shown())")
  }

  @Test("A passage that was deleted, saved and brought back has its decision again")
  func takenBack() {
    let save =
      #"{"method":"textDocument/didSave","params":{"textDocument":{"uri":"file:///a.txt"}}}"#
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    let accepted = client.shown().filter { $0.hasSuffix("[accepted]") }
    #expect(accepted.count == 1)
    client.replace(with: "Nothing of it is left.")
    client.driver.send(save)
    client.replace(with: Self.text)
    client.driver.send(save)
    let next = DecisionClient(Self.text, folder: client.driver.folder)
    #expect(next.shown().filter { $0.hasSuffix("[accepted]") } == accepted)
  }

  private func takeStoreAway(from folder: String) throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasPrefix("annotations.sqlite") {
      try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
    }
  }

  @Test("A store that was taken away does not swallow what is decided afterwards")
  func replacedStore() throws {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    try takeStoreAway(from: client.driver.folder)
    client.decide("reject", DecisionTests.first)
    client.decide("accept", DecisionTests.first)
    let next = DecisionClient(Self.text, folder: client.driver.folder)
    #expect(next.shown().contains { $0.hasSuffix("[accepted]") }, "\(next.shown())")
  }

  @Test("Shutdown is answered where a command waited for a document that was closed")
  func shutdownBehindClose() {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    let driver = SessionDriver(folder: client.driver.folder)
    driver.send(#"{"id":1,"method":"initialize","params":{"capabilities":{}}}"#)
    driver.worksAtOnce = false
    driver.open(Self.text)
    driver.send(
      #"{"id":2,"method":"workspace/executeCommand","params":{"command":"hearsay.accept","#
        + #""arguments":["file:///a.txt",\#(DecisionTests.first)]}}"#,
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///a.txt"}}}"#,
      #"{"id":3,"method":"shutdown"}"#)
    driver.runDisk()
    #expect(driver.received().contains { $0.contains(#""id":3"#) && $0.contains("result") })
  }

  @Test(
    "A document's stored path is what follows the project's folder, whatever its letters",
    arguments: [
      ("/home/ana/p", "/home/ana/p/a/b.txt", "a/b.txt"),
      ("/дом/проект", "/дом/проект/статьи/один.txt", "статьи/один.txt"),
      ("/e\u{301}/🌉", "/e\u{301}/🌉/x.txt", "x.txt"), ("/p", "/pq/x.txt", "/pq/x.txt"),
    ])
  func storedPath(_ root: String, _ file: String, _ path: String) {
    let location = StoreLocation(database: "x", root: root)
    #expect(location.path(of: file) == path)
    #expect(location.file(ofPath: path) == file)
  }

  @Test("Edits while the decisions are read are not lost on them")
  func whileReading() {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    let driver = SessionDriver(folder: client.driver.folder)
    driver.send(#"{"id":1,"method":"initialize","params":{"capabilities":{}}}"#)
    driver.worksAtOnce = false
    #expect(driver.open(Self.text) == [], "nothing is shown before the decisions are there")
    let hover = driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
        + #""version":2},"contentChanges":[{"range":\#(DecisionClient.range(0, 0)),"#
        + #""text":"Now: "}]}}"#,
      #"{"id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.txt"},"#
        + #""position":{"line":0,"character":8}}}"#)
    #expect(hover == [])
    driver.runDisk()
    driver.worksAtOnce = true
    let answers = driver.send(#"{"method":"$/nothing"}"#)
    #expect(answers.contains { $0.contains("Status: accepted") }, "\(answers)")
    #expect(answers.contains { $0.contains("[accepted]") && $0.contains(#""character":5"#) })
  }

  @Test("What another process decides is shown without being asked for")
  func others() throws {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionTests.first)
    let other = DecisionClient(Self.text, folder: client.driver.folder)
    other.decide("reject", DecisionClient.place(52))
    #expect(client.shown().contains("“We go.”: Ana Ruiz said (direct)"))
    client.driver.session.lastStoreCheck -= Session.storeInterval
    client.driver.send(#"{"method":"$/nothing"}"#)
    #expect(!client.shown().contains("“We go.”: Ana Ruiz said (direct)"))
  }

  @Test(
    "A store that another process makes or replaces is told once, whoever opens it first",
    arguments: [false, true])
  func madeElsewhere(isReplaced: Bool) throws {
    let client = DecisionClient(Self.text)
    if isReplaced { client.decide("accept", DecisionTests.first) }
    let location = client.location
    let store = DecisionStore()
    let text = Text(Self.text)
    let identity = DocumentIdentity(text, path: "/a.txt")
    func read() throws -> Int {
      guard store.hasStore(at: location) else { return 0 }
      return try store.overlay(of: text, identity: identity, at: location).annotations.count
    }
    #expect(try read() == (isReplaced ? 1 : 0))
    if isReplaced { try takeStoreAway(from: client.driver.folder) }
    let other = DecisionClient(Self.text, folder: client.driver.folder)
    other.decide("reject", DecisionTests.first)
    other.decide("reject", DecisionClient.place(52))
    #expect(try read() == 2)
    #expect(store.changed(among: [location]) == [location])
    #expect(store.changed(among: [location]).isEmpty)
  }

  @Test("Two who decide on the same at once: one is told, and sees what the other decided")
  func race() {
    let client = DecisionClient(Self.text)
    client.decide("accept", DecisionClient.place(52))
    let other = DecisionClient(Self.text, folder: client.driver.folder)
    other.decide("setSpeaker", DecisionTests.first, #""Dmitri Okafor""#)
    #expect(client.decide("reject", DecisionTests.first).contains("[conflict]"))
    #expect(client.shown().contains("“We wait,”: Dmitri Okafor said (direct) [edited]"))
    #expect(client.decide("reject", DecisionTests.first).hasSuffix(#""result":null}"#))
  }
}
