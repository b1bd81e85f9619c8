import HearsayModel
import HearsayStore
import HearsaySync
import HearsayTestSupport
import HearsayText
import Testing

/// Names chosen for speakers are a decision of the team.
@Suite struct SpeakerNameTests {
  private let remote = MemoryStore()

  private func names(_ scratch: SyncScratch) throws -> [String: String] {
    try scratch.store.speakerNames().names
  }

  @Test func `a chosen name is shown to everybody, and so is its end`() throws {
    let (ana, ben) = (try SyncScratch("ana"), try SyncScratch("ben"))
    try ana.rename("Sergei Lavrow", to: "Sergey Lavrov")
    #expect(try ana.sync(remote).sent == 1)
    #expect(try ben.sync(remote).problems.isEmpty)
    #expect(try names(ben) == ["sergei-lavrow": "Sergey Lavrov"])
    let step = try #require(try ben.store.received().first)
    #expect(step.verb == .rename && step.stamp.author == "ana" && step.path == nil)
    #expect(
      step.changes
        == [FieldChange(.speaker("sergei-lavrow"), .name, from: nil, to: .text("Sergey Lavrov"))])
    try ana.undo()
    _ = try ana.sync(remote)
    _ = try ben.sync(remote)
    #expect(try names(ben) == [:])
    // What is known is not told again.
    #expect(try ana.sync(remote).sent == 0)
    #expect(try ben.sync(remote).sent == 0)
  }

  @Test func `two names for one speaker are a conflict until one of them is chosen`() throws {
    let (ana, ben) = (try SyncScratch("ana"), try SyncScratch("ben"))
    try ana.rename("Zalensky", to: "Oleg Zalensky")
    try ben.rename("Zalensky", to: "Oleh Zalenskyi")
    for scratch in [ana, ben, ana] { #expect(try scratch.sync(remote).problems.isEmpty) }
    #expect(try names(ana) == names(ben))
    let conflict = try #require(try ana.store.conflicts().first)
    #expect(conflict.subject == "speaker:zalensky" && conflict.annotation == nil)
    #expect(Set(conflict.choices.map(\.words)) == ["Oleg Zalensky", "Oleh Zalenskyi"])
    #expect(!conflict.canKeepBoth)
    #expect(conflict.topic == .speaker(id: "zalensky"))
    // A speaker is the same in every document, known here or not.
    let article = DocumentIdentity(Text("Nobody has seen this article."), path: nil)
    #expect(try ana.store.conflicts(in: article) == [conflict])
    try ana.resolve(for: "ben")
    for scratch in [ana, ben] { _ = try scratch.sync(remote) }
    for scratch in [ana, ben] {
      #expect(try scratch.store.conflicts().isEmpty)
      #expect(try names(scratch) == ["zalensky": "Oleh Zalenskyi"])
    }
  }

  @Test func `undo leaves a name alone that somebody else has chosen since`() throws {
    let (ana, ben) = (try SyncScratch("ana"), try SyncScratch("ben"))
    try ana.rename("Ruiz", to: "Ana Ruiz")
    for scratch in [ana, ben] { _ = try scratch.sync(remote) }
    try ben.rename("Ana Ruiz", to: "Ana María Ruiz")
    for scratch in [ben, ana] { _ = try scratch.sync(remote) }
    #expect(try names(ana)["ruiz"] == "Ana María Ruiz")
    #expect(throws: StoreError.nothingToUndo) { try ana.undo() }
    #expect(try names(ana)["ruiz"] == "Ana María Ruiz")
  }

  @Test func `two dates for one article are a conflict of that article`() throws {
    let (ana, ben) = (try SyncScratch("ana"), try SyncScratch("ben"))
    let text = Text("The bridge is closed.")
    try ana.date(text, "2024-03-05")
    try ben.date(text, "2024-05-03")
    try ben.note("another", on: Text("The school is open."), path: "b.txt")
    for scratch in [ana, ben, ana] { #expect(try scratch.sync(remote).problems.isEmpty) }
    let conflict = try #require(
      try ana.store.conflicts(in: DocumentIdentity(text, path: nil)).first)
    #expect(conflict.topic == .document)
    #expect(Set(conflict.choices.map(\.words)) == ["2024-03-05", "2024-05-03"])
    let other = DocumentIdentity(Text("The school is open."), path: nil)
    #expect(try ana.store.conflicts(in: other).isEmpty)
    try ana.resolve(for: "ben")
    for scratch in [ana, ben] { _ = try scratch.sync(remote) }
    for scratch in [ana, ben] {
      #expect(try scratch.store.conflicts().isEmpty)
      let contents = try scratch.store.contents(of: DocumentIdentity(text, path: nil))
      #expect(contents.articleDate == "2024-05-03")
    }
  }
}
