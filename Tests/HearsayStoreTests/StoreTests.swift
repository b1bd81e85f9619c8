import GRDB
import HearsayModel
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayStore

@Suite("What is stored comes back")
struct StoreTests {
  static let text = "“We wait,” Ana Ruiz said on Tuesday. “We go,” she added.\n"

  private func identity(_ text: String = text, path: String? = "a.txt") -> DocumentIdentity {
    DocumentIdentity(Text(text), path: path)
  }

  @Test("Every kind of annotation is read as it was written")
  func kinds() throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    let first = ScratchStore.quotation("“We wait,”", in: Self.text, note: "ask again")
    let stretch = QuotedStretch(ByteSpan(15, 23), in: Text(Self.text))
    var bodies: [AnnotationBody] = [
      .quotation(QuotationBody(type: .indirect, source: stretch, cue: stretch)),
      .date(DateBody(type: .time, value: "2024-03-05TMO", anchor: "2024-03-08")),
      .outlet(OutletBody(outletID: "tass", name: "TASS", role: .toldTo)),
      .outlet(OutletBody(outletID: nil, name: "Gazeta", role: .mention)), .note,
    ]
    var written = [first]
    while let body = bodies.popLast() {
      written.append(
        StoredAnnotation(
          id: .now(), target: first.target, origin: nil, body: body, status: .authored,
          note: "n", creation: ScratchStore.stamp))
    }
    for annotation in written {
      try store.commit(try ScratchStore.commit(nil, annotation, in: Self.text))
    }
    #expect(try store.contents(of: identity()).annotations == written)
    let again = try #require(try AnnotationStore.existing(at: scratch.path))
    #expect(try again.contents(of: identity()).annotations == written)
    #expect(try again.text(first.target.textHash) == Text(Self.text))
    #expect(try again.integrityProblems() == [])
  }

  @Test("A document is known by its words in other white space, by its bytes, by its path")
  func identities() throws {
    let store = try ScratchStore().open()
    let annotation = ScratchStore.quotation("“We wait,”", in: Self.text)
    try store.commit(try ScratchStore.commit(nil, annotation, in: Self.text))
    let others = [
      identity(Self.text.replacing("\n", with: "\r\n"), path: "b.txt"),
      identity(Self.text.replacing(" said", with: "\u{A0}\n  said"), path: nil),
      identity("Another text.", path: "a.txt"),
    ]
    for (other, isByPath) in zip(others, [false, false, true]) {
      let contents = try store.contents(of: other)
      #expect(contents.annotations == [annotation])
      #expect(contents.isByPath == isByPath)
    }
    #expect(try store.contents(of: identity("Another text.", path: "c.txt")).annotations == [])
  }

  @Test(
    "The key of a text does not depend on white space or on how letters are composed",
    arguments: [
      ("a b", "  a\t\r\n b\u{3000}"), ("é", "e\u{301}"), ("a\u{2009}b", "a b"),
      ("Å ñ", "A\u{30A} n\u{303}"), ("“x”\u{2028}y", "“x” y"),
    ])
  func keys(_ left: String, _ right: String) {
    #expect(identity(left).key == identity(right).key)
    #expect(identity(left).textHash != identity(right).textHash)
  }

  @Test("Many versions of a text are kept as what differs, and each comes back whole")
  func snapshots() throws {
    let store = try ScratchStore().open()
    let body = String(repeating: "The river rose. “We wait,” she said.\n", count: 200)
    var text = body
    var versions: [String] = []
    for step in 0..<70 {
      text = step % 9 == 8 ? "Other news \(step). " + String(body.reversed()) : "\(step) é " + text
      versions.append(text)
      let note = StoredAnnotation(
        id: .now(),
        target: AnnotationTarget(
          ByteSpan(0, 1), in: Text(text), textHash: identity(text).textHash),
        origin: nil, body: .note, status: .authored, note: "\(step)", creation: ScratchStore.stamp)
      try store.commit(try ScratchStore.commit(nil, note, in: text))
    }
    for version in versions {
      #expect(try store.text(identity(version).textHash) == Text(version))
    }
  }

  @Test("Words of quotations and remarks are found without regard to case and accents")
  func search() throws {
    let store = try ScratchStore().open()
    let first = ScratchStore.quotation("“We wait,”", in: Self.text, note: "Überprüfen")
    let second = ScratchStore.quotation("“We go,”", in: Self.text)
    try store.commit(try ScratchStore.commit(nil, first, in: Self.text))
    try store.commit(try ScratchStore.commit(nil, second, in: Self.text))
    func found(_ query: String) throws -> [AnnotationID] {
      try store.search(query).map(\.annotation.id)
    }
    #expect(try found("WAIT") == [first.id])
    #expect(try found("uberprufen") == [first.id])
    #expect(try Set(found("we")) == [first.id, second.id])
    #expect(try found("nothing") == [])
    var changed = first
    changed.note = "settled"
    try store.commit(try ScratchStore.commit(first, changed, in: Self.text, verb: .setNote))
    #expect(try found("uberprufen") == [])
    #expect(try found("settled") == [first.id])
    #expect(try store.integrityProblems() == [])
  }

  @Test("A change from what no longer holds is refused, and nothing of it is stored")
  func conflict() throws {
    let store = try ScratchStore().open()
    let first = ScratchStore.quotation("“We wait,”", in: Self.text)
    try store.commit(try ScratchStore.commit(nil, first, in: Self.text))
    var (mine, theirs) = (first, first)
    mine.note = "mine"
    theirs.note = "theirs"
    try store.commit(try ScratchStore.commit(first, theirs, in: Self.text))
    let late = try ScratchStore.commit(first, mine, in: Self.text)
    #expect(throws: StoreError.conflict) { try store.commit(late) }
    let double = ScratchStore.quotation("“We wait,”", in: Self.text)
    let twice = try ScratchStore.commit(nil, double, in: Self.text)
    #expect(throws: StoreError.conflict) { try store.commit(twice) }
    #expect(try store.contents(of: identity()).annotations == [theirs])
    #expect(try store.history(of: nil).count == 2)
  }

  @Test("The history cannot be changed")
  func appendOnly() throws {
    let store = try ScratchStore().open()
    let first = ScratchStore.quotation("“We wait,”", in: Self.text)
    try store.commit(try ScratchStore.commit(nil, first, in: Self.text))
    for statement in [
      "UPDATE entry SET author = 'x'", "DELETE FROM change", "UPDATE change SET after = NULL",
      "DELETE FROM entry",
    ] {
      #expect(throws: StoreError.self) { try store.writing { try $0.execute(sql: statement) } }
    }
    #expect(try store.history(of: nil).first?.changes.isEmpty == false)
  }

  @Test("What is decided on a document gives it another number, and only it")
  func decisionVersions() throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    let (a, b) = ("“We wait,” she said. First.", "“We wait,” she said. Second.")
    let first = ScratchStore.quotation("“We wait,”", in: a)
    try store.commit(try ScratchStore.commit(nil, first, in: a, path: "a.txt"))
    let second = ScratchStore.quotation("“We wait,”", in: b)
    try store.commit(try ScratchStore.commit(nil, second, in: b, path: "b.txt"))
    func numbers() throws -> [Int] {
      let versions = try store.decisionVersions()
      return ["a.txt", "b.txt", "none.txt"].map { versions.version(ofPath: $0) }
    }
    let before = try numbers()
    #expect(before[0] != 0 && before[1] != 0 && before[2] == 0)
    #expect(try numbers() == before)
    var other = first
    other.note = "look again"
    try store.commit(
      try ScratchStore.commit(first, other, in: a, path: "a.txt", verb: .setNote))
    let after = try numbers()
    #expect(after[0] != before[0] && after[1] == before[1] && after[2] == 0)
    let ignore = Ignore(
      id: .now(), scope: .project, code: "date", decision: ScratchStore.stamp)
    try store.commit(
      Commit(
        document: nil, text: nil, verb: .ignore, stamp: ScratchStore.stamp, id: .now(),
        changes: FieldChange.changes(of: .ignore(ignore.id), from: [:], to: ignore.fields)))
    let everywhere = try numbers()
    #expect(zip(everywhere, after).allSatisfy { $0 != $1 })
    // As what a sync brings, which tells texts and no paths.
    let c = "“We wait,” she said. Third."
    let third = ScratchStore.quotation("“We wait,”", in: c)
    try store.commit(try ScratchStore.commit(nil, third, in: c, path: nil))
    #expect(zip(try numbers(), everywhere).allSatisfy { $0 != $1 })
  }
}
