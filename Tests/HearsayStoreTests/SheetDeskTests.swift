import GRDB
import HearsayInterchange
import HearsayModel
import HearsayStore
import HearsayText
import HearsayWorkspace
import Testing

/// What a saved sheet leaves in the store, beside others who decide at the same time.
@Suite struct SheetDeskTests {
  private static let text = "“We wait,” she said. “We go.”"
  private let scratch: ScratchStore
  private let decisions = DecisionStore()
  private var location: StoreLocation { StoreLocation(database: scratch.path, root: nil) }

  init() throws {
    scratch = try ScratchStore()
    let store = try scratch.open()
    for words in ["“We wait,”", "“We go.”"] {
      let quotation = ScratchStore.quotation(words, in: SheetDeskTests.text)
      try store.commit(ScratchStore.commit(nil, quotation, in: SheetDeskTests.text))
    }
  }

  /// The article as an editor knows it now.
  private func article() throws -> SheetArticle {
    let text = Text(SheetDeskTests.text)
    let identity = DocumentIdentity(text, path: "a.txt")
    return SheetArticle(
      uri: "file:///a.txt", text: text, suggestions: Findings(),
      overlay: try decisions.overlay(of: text, identity: identity, at: location), path: "a.txt",
      location: location, catalogue: .shipped)
  }

  /// Changes two speakers in a sheet written from an article, and saves it.
  private func saveTwoSpeakers(_ article: SheetArticle) throws -> SheetDesk.Outcome {
    let desk = SheetDesk(decisions, stamp: ScratchStore.stamp)
    let sheet = try #require(desk.refreshed(article, mine: nil, base: nil))
    let names = sheet.text.replacing("speaker: Ana Ruiz", with: "speaker: Mireille Aubert")
    return desk.save(
      Text(names), base: SheetReader(Text(sheet.base)).sheet, of: article)
  }

  private func speakers() throws -> [String?] {
    try article().overlay.annotations.map { annotation in
      guard case .quotation(let body) = annotation.body else { return nil }
      return body.speaker?.name
    }
  }

  @Test func `a saved sheet is one step`() throws {
    let outcome = try saveTwoSpeakers(article())
    #expect(outcome.stored == 2 && outcome.refusals.isEmpty)
    #expect(try speakers() == ["Mireille Aubert", "Mireille Aubert"])
    let store = try scratch.open()
    let entry = try #require(try store.history(of: nil).last)
    #expect(entry.verb == .editSheet)
    try store.move(.undo, in: nil, stamp: ScratchStore.stamp, id: .now())
    #expect(try speakers() == ["Ana Ruiz", "Ana Ruiz"])
    try store.move(.redo, in: nil, stamp: ScratchStore.stamp, id: .now())
    #expect(try speakers() == ["Mireille Aubert", "Mireille Aubert"])
  }

  @Test func `only what somebody else was faster with is refused`() throws {
    let stale = try article()
    let first = try #require(stale.overlay.annotations.first)
    var other = first
    other.body = .quotation(
      QuotationBody(type: .direct, speaker: Speaker(name: "Dmitri Okafor", kind: .person)))
    try scratch.open().commit(ScratchStore.commit(first, other, in: SheetDeskTests.text))
    let outcome = try saveTwoSpeakers(stale)
    #expect(outcome.stored == 1)
    let reason = "somebody else decided on this in the meantime; look again, then decide [conflict]"
    #expect(outcome.refusals.map(\.message) == ["Not stored: \(reason)"])
    #expect(try speakers() == ["Dmitri Okafor", "Mireille Aubert"])
  }

  @Test func `what the store cannot take as one is not stored piece by piece`() throws {
    try DatabaseQueue(path: scratch.path).write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER no_sheets BEFORE INSERT ON entry WHEN NEW.verb = 'edit-sheet'
          BEGIN SELECT RAISE(ABORT, 'no sheets today'); END
          """)
    }
    let outcome = try saveTwoSpeakers(article())
    #expect(outcome.stored == 0)
    #expect(outcome.refusals.count == 2)
    #expect(outcome.refusals.allSatisfy { $0.message.hasSuffix("no sheets today [store-failed]") })
    #expect(try speakers() == ["Ana Ruiz", "Ana Ruiz"])
  }
}
