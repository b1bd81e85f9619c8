import HearsayModel
import HearsayStore
import HearsayTestSupport
import HearsayText
import HearsayWorkspace
import Testing

@Suite("Decisions are taken back and brought back")
struct UndoLawTests {
  static let texts = ["“We wait,” she said. “We go.”", "“It is late,” he said.", "“No.”"]
  static let words = [["“We wait,”", "“We go.”"], ["“It is late,”"], ["“No.”"]]

  /// Everything that can be seen of a store.
  private func view(_ store: AnnotationStore) throws -> [String] {
    try UndoLawTests.texts.indices.map { index in
      let contents = try store.contents(of: identity(index))
      let annotations = contents.annotations.sorted { $0.id < $1.id }
      return "\(annotations) \(contents.ignores) \(contents.articleDate ?? "-")"
    }
  }

  private func identity(_ index: Int) -> DocumentIdentity {
    DocumentIdentity(Text(UndoLawTests.texts[index]), path: "\(index).txt")
  }

  private func decide(_ store: AnnotationStore, _ random: inout SplitMix64) throws {
    let index = Int.random(in: 0..<3, using: &random)
    let text = UndoLawTests.texts[index]
    let contents = try store.contents(of: identity(index))
    func commit(_ changes: [FieldChange], _ verb: DecisionVerb) throws {
      try store.commit(
        Commit(
          document: identity(index), text: Text(text), verb: verb, stamp: ScratchStore.stamp,
          id: .now(), changes: changes))
    }
    let old = contents.annotations.randomElement(using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      let date =
        Bool.random(using: &random) ? "2024-03-0\(Int.random(in: 1...9, using: &random))" : nil
      guard date != contents.articleDate else { return }
      try commit(
        [
          FieldChange(
            .document, .articleDate, from: contents.articleDate.map { .text($0) },
            to: date.map { .text($0) })
        ], .setArticleDate)
    case 1:
      let ignore = Ignore(
        id: .now(), scope: .words("x"), code: nil, decision: ScratchStore.stamp)
      try commit(
        FieldChange.changes(of: .ignore(ignore.id), from: [:], to: ignore.fields), .ignore)
    case 2 where !contents.ignores.isEmpty:
      try store.unignore(contents.ignores[0].id, stamp: ScratchStore.stamp, id: .now())
    case 3 where old != nil:
      try store.commit(try ScratchStore.commit(old, nil, in: text, path: "\(index).txt"))
    case 4..<7 where old != nil:
      var new = old
      new?.note = "\(Int.random(in: 0..<1_000, using: &random))"
      new?.status = ReviewStatus.allCases.randomElement(using: &random) ?? .accepted
      guard new != old else { return }
      try store.commit(try ScratchStore.commit(old, new, in: text, path: "\(index).txt"))
    default:
      let words = UndoLawTests.words[index].randomElement(using: &random) ?? ""
      guard !contents.annotations.contains(where: { $0.target.exact == words }) else { return }
      let new = ScratchStore.quotation(words, in: text)
      try store.commit(try ScratchStore.commit(nil, new, in: text, path: "\(index).txt"))
    }
  }

  private func move(_ store: AnnotationStore, _ verb: DecisionVerb, in index: Int? = nil) -> Bool {
    (try? store.move(
      verb, in: index.map(identity), stamp: ScratchStore.stamp, id: .now())) != nil
  }

  @Test("Undoing everything leaves nothing, redoing everything leaves the same", arguments: 0..<12)
  func undoAll(_ seed: UInt64) throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    var random = SplitMix64(seed: seed)
    var views = [try view(store)]
    for _ in 0..<30 {
      try decide(store, &random)
      let now = try view(store)
      if now != views.last { views.append(now) }
    }
    for before in views.dropLast().reversed() {
      #expect(move(store, .undo))
      #expect(try view(store) == before)
    }
    #expect(!move(store, .undo))
    // Another process goes on where this one stopped.
    store = try #require(try AnnotationStore.existing(at: scratch.path))
    for after in views.dropFirst() {
      #expect(move(store, .redo))
      #expect(try view(store) == after)
    }
    #expect(!move(store, .redo))
    #expect(try store.integrityProblems() == [])
  }

  @Test("One document is undone without the others, in any order", arguments: 0..<12)
  func perDocument(_ seed: UInt64) throws {
    let store = try ScratchStore().open()
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        let index = Int.random(in: 0..<3, using: &random)
        let before = try view(store)
        if move(store, .undo, in: index) {
          let after = try view(store)
          for other in 0..<3 where other != index { #expect(after[other] == before[other]) }
          #expect(move(store, .redo, in: index))
          #expect(try view(store) == before)
          _ = move(store, .undo, in: index)
        }
      case 1: _ = move(store, .redo, in: Int.random(in: 0..<3, using: &random))
      default: try decide(store, &random)
      }
    }
    while move(store, .undo) {}
    let empty = try view(try ScratchStore().open())
    #expect(try view(store) == empty)
    #expect(try store.integrityProblems() == [])
  }

  @Test("What was undone is gone for good once something else is decided on the document")
  func newDecision() throws {
    let store = try ScratchStore().open()
    let text = UndoLawTests.texts[0]
    let first = ScratchStore.quotation("“We wait,”", in: text)
    let second = ScratchStore.quotation("“We go.”", in: text)
    try store.commit(try ScratchStore.commit(nil, first, in: text, path: "0.txt"))
    #expect(move(store, .undo))
    try store.commit(try ScratchStore.commit(nil, second, in: text, path: "0.txt"))
    #expect(!move(store, .redo))
    #expect(try store.contents(of: identity(0)).annotations == [second])
    #expect(try store.history(of: nil).map(\.verb) == [.accept, .undo, .accept])
  }
}
