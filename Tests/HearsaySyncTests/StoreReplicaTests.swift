import Foundation
import HearsayModel
import HearsayStore
import HearsaySync
import HearsayTestSupport
import HearsayText
import Testing

/// An analyst with a store of their own, over one remote store.
private final class Analyst {
  let name: String
  let path: String
  let store: AnnotationStore
  private var clock = 0

  init(_ name: String) throws {
    self.name = name
    path = "\(NSTemporaryDirectory())/hearsay-\(UUID().uuidString)/annotations.sqlite"
    store = try AnnotationStore.made(at: path)
    var random = SystemRandomNumberGenerator()
    let lane = try #require(Lane(member: name, device: DeviceID(using: &random)))
    try store.setRemote(.folder("/nowhere"), lane: lane)
  }

  deinit {
    try? FileManager.default.removeItem(
      at: URL(filePath: path).deletingLastPathComponent())
  }

  var stamp: DecisionStamp {
    clock += 1
    return DecisionStamp(author: name, time: "2024-03-05T10:00:\(10 + clock)Z")
  }

  func sync(_ remote: any RemoteStore) throws -> SyncReport {
    let engine = SyncEngine(
      replica: SyncReplica(store: store), remote: remote, now: { 1_700_000_000 },
      mint: {
        var random = SystemRandomNumberGenerator()
        return DeviceID(using: &random)
      })
    return try engine.synchronize()
  }
}

private let text = Text("“We will not,” Ana Ruiz said on Tuesday.\n")
private let identity = DocumentIdentity(text, path: nil)

extension Analyst {
  /// Says who is credited with the suggestion at the beginning of the article.
  func credit(_ speaker: String) throws {
    let (id, before, after) = try credited(speaker)
    try commit(
      .setSpeaker, FieldChange.changes(of: .annotation(id), from: before, to: after))
  }

  /// Says who is credited, and something else on a remark, in one step.
  func credit(_ speaker: String, andSay words: String, on note: AnnotationID) throws {
    let (id, before, after) = try credited(speaker)
    try commit(
      .setSpeaker,
      FieldChange.changes(of: .annotation(id), from: before, to: after) + [
        FieldChange(.annotation(note), .note, from: .text("check"), to: .text(words))
      ])
  }

  /// Writes another remark.
  func rename(_ note: AnnotationID, to words: String) throws {
    let known = try #require(
      try store.contents(of: identity).annotations.first { $0.id == note })
    var after = known
    after.note = words
    after.decision = stamp
    try commit(
      .setNote,
      FieldChange.changes(of: .annotation(note), from: known.fields, to: after.fields))
  }

  private func credited(
    _ speaker: String
  ) throws -> (AnnotationID, [Field: FieldValue], [Field: FieldValue]) {
    let known = try store.contents(of: identity).annotations.first { $0.origin != nil }
    let id =
      known?.id ?? AnnotationID(milliseconds: 1, random: (UInt64(name.count), .random(in: 0...9)))
    let span = ByteSpan(0, 18)
    var after =
      known
      ?? StoredAnnotation(
        id: id, target: AnnotationTarget(span, in: text, textHash: identity.textHash),
        origin: QuotedStretch(span, in: text), body: .quotation(QuotationBody(type: .direct)),
        status: .edited, creation: stamp)
    after.body = .quotation(
      QuotationBody(type: .direct, speaker: Speaker(name: speaker, kind: .person)))
    after.decision = stamp
    return (id, known?.fields ?? [:], after.fields)
  }

  func delete() throws {
    let known = try #require(try store.contents(of: identity).annotations.first)
    try commit(
      .delete, FieldChange.changes(of: .annotation(known.id), from: known.fields, to: [:]))
  }

  func addNote(_ words: String) throws -> AnnotationID {
    let id = AnnotationID(
      milliseconds: 2, random: (.random(in: 0...99), .random(in: 0...UInt64.max)))
    let note = StoredAnnotation(
      id: id, target: AnnotationTarget(ByteSpan(19, 22), in: text, textHash: identity.textHash),
      origin: nil, body: .note, status: .authored, note: words, creation: stamp)
    try commit(.add, FieldChange.changes(of: .annotation(id), from: [:], to: note.fields))
    return id
  }

  private func commit(_ verb: DecisionVerb, _ changes: [FieldChange]) throws {
    try store.commit(
      Commit(
        document: identity, text: text, verb: verb, stamp: stamp,
        id: AnnotationID(
          milliseconds: 3, random: (.random(in: 0...99), .random(in: 0...UInt64.max))),
        changes: changes))
  }

  /// What the store shows of the article: who is credited, remarks, and what is in conflict.
  func shows() throws -> [String] {
    let annotations = try store.contents(of: identity).annotations.map { annotation in
      if case .quotation(let body) = annotation.body { return body.speaker?.name ?? "nobody" }
      return "note: \(annotation.note ?? "")"
    }
    let conflicts = try store.conflicts(in: identity).map { stored in
      let versions = stored.choices.map { "\($0.author) \($0.words)" }.sorted()
      return "conflict \(stored.conflict.matter.name): \(versions.joined(separator: ", "))"
    }
    return annotations.sorted() + conflicts
  }
}

@Suite struct StoreReplicaTests {
  @Test func `what one decides appears with the other`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    let note = try ana.addNote("check")
    _ = try ana.sync(remote)
    let report = try ben.sync(remote)
    #expect(report.received == ["ana": 2])
    #expect(try ben.shows() == ["Ana Ruiz", "note: check"])
    #expect(try ben.store.contents(of: identity).annotations.contains { $0.id == note })
    // Nothing is sent twice, nor does what came in go out again.
    #expect(try ana.sync(remote).sent == 0)
    #expect(try ben.sync(remote).sent == 0)
  }

  @Test func `both change one speaker offline; one decides; it is gone with both`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    // The other decides on the same suggestion under another id, before anything was exchanged.
    try ben.credit("A. Ruiz")
    _ = try ana.sync(remote)
    _ = try ben.sync(remote)
    _ = try ana.sync(remote)
    let conflict = "conflict speaker: ana Ana Ruiz, ben A. Ruiz"
    #expect(try ana.shows().last == conflict)
    #expect(try ben.shows().last == conflict)
    #expect(try ana.shows() == ben.shows())
    // Taking one's own version back would decide against the other's without anybody saying so.
    for analyst in [ana, ben] {
      #expect(throws: StoreError.contested) {
        try analyst.store.move(
          .undo, in: nil, stamp: analyst.stamp, id: AnnotationID(milliseconds: 4, random: (0, 1)))
      }
    }
    let stored = try #require(try ben.store.conflicts().first)
    let choice = try #require(stored.choices.first { $0.author == "ana" })
    try ben.store.resolve(stored, keeping: choice, stamp: ben.stamp)
    #expect(try ben.shows() == ["Ana Ruiz"])
    #expect(throws: StoreError.conflict) {
      try ben.store.resolve(stored, keeping: choice, stamp: ben.stamp)
    }
    _ = try ben.sync(remote)
    _ = try ana.sync(remote)
    #expect(try ana.shows() == ["Ana Ruiz"])
  }

  @Test func `both versions may be kept, one as a remark`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    try ben.credit("A. Ruiz")
    for analyst in [ana, ben, ana] { _ = try analyst.sync(remote) }
    let stored = try #require(try ana.store.conflicts().first)
    try ana.store.resolveKeepingBoth(stored, stamp: ana.stamp)
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    let kept = try #require(try ben.store.contents(of: identity).annotations.first)
    let others = stored.choices.dropFirst().map { "\($0.author): speaker \($0.words)" }
    #expect(kept.note == others.joined(separator: "\n"))
    #expect(try ben.store.conflicts().isEmpty)
  }

  @Test func `deleted here, changed there: it stays and is told`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    try ana.delete()
    try ben.credit("A. Ruiz")
    for analyst in [ana, ben, ana] { _ = try analyst.sync(remote) }
    let shown = ["A. Ruiz", "conflict deletion: ana deleted, ben changed"]
    #expect(try ana.shows() == shown)
    #expect(try ben.shows() == shown)
    let stored = try #require(try ana.store.conflicts().first)
    let choice = try #require(stored.choices.first { $0.isDeletion })
    try ana.store.resolve(stored, keeping: choice, stamp: ana.stamp)
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    #expect(try ben.shows() == [])
  }

  @Test func `what is withheld is sent only when it is shared, as it is then`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    let id = try ana.addNote("between us")
    try ana.store.withhold(id)
    _ = try ana.sync(remote)
    _ = try ben.sync(remote)
    #expect(try ben.shows() == [])
    let everything = remote.objects.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(!everything.contains("between us"))
    try ana.store.share(id)
    #expect(throws: StoreError.self) { try ana.store.withhold(id) }
    _ = try ana.sync(remote)
    _ = try ben.sync(remote)
    #expect(try ben.shows() == ["note: between us"])
  }

  @Test func `the words of many new annotations are found, whatever is taken away between them`()
    throws
  {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ben.credit("Ana Ruiz")
    let own = try #require(try ben.store.contents(of: identity).annotations.first)
    try ben.store.withhold(own.id)
    try ana.credit("A. Ruiz")
    try ana.delete()
    for number in 0..<220 { _ = try ana.addNote("pillar\(number)") }
    _ = try ana.sync(remote)
    _ = try ben.sync(remote)
    for number in 0..<220 {
      #expect(try ben.store.search("pillar\(number)", limit: 5).count == 1, "\(number)")
    }
  }

  @Test func `no path leaves the machine`() throws {
    let remote = MemoryStore()
    let ana = try Analyst("ana")
    try ana.credit("Ana Ruiz")
    _ = try ana.sync(remote)
    let everything = remote.objects.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(everything.contains("Ana Ruiz"))
    #expect(!everything.contains("/"))
  }

  @Test func `what came by sync stands in the history, with who made it and who sent it`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    _ = try ana.sync(remote)
    _ = try ben.sync(remote)
    try ana.credit("A. Ruiz")
    try ana.delete()
    _ = try ana.sync(remote)
    _ = try ben.sync(remote)
    let steps = try ben.store.received(of: identity)
    #expect(steps.map(\.verb) == [.add, .setSpeaker, .delete])
    #expect(steps.map(\.stamp.author) == ["ana", "ana", "ana"])
    #expect(steps.map(\.member) == ["ana", "ana", "ana"])
    let speakers = steps.flatMap(\.changes).filter { $0.field == .speaker }.map(\.after)
    #expect(
      speakers == ["Ana Ruiz", "A. Ruiz"].map { .speaker(Speaker(name: $0, kind: .person)) })
    #expect(try ben.store.received(of: DocumentIdentity(Text("other"), path: nil)).isEmpty)
    // What was made here is in the history once.
    #expect(try ana.store.received().isEmpty)
  }

  @Test func `a decided conflict stands in both histories`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    try ben.credit("A. Ruiz")
    for analyst in [ana, ben, ana] { _ = try analyst.sync(remote) }
    let stored = try #require(try ben.store.conflicts().first)
    let choice = try #require(stored.choices.first { $0.author == "ana" })
    try ben.store.resolve(stored, keeping: choice, stamp: ben.stamp)
    for analyst in [ben, ana, ben] { #expect(try analyst.sync(remote).problems.isEmpty) }
    let last = try #require(try ben.store.history(of: identity).last)
    #expect(last.verb == .resolve)
    #expect(last.changes.map(\.after) == [.speaker(Speaker(name: "Ana Ruiz", kind: .person))])
    #expect(try ana.store.received(of: identity).last?.stamp == last.stamp)
    #expect(try ben.store.received(of: identity).count == 1)
  }

  private func undo(_ analyst: Analyst) throws -> CommitOutcome {
    try analyst.store.move(
      .undo, in: nil, stamp: analyst.stamp,
      id: AnnotationID(milliseconds: 5, random: (.random(in: 0...99), .random(in: 0...99_999))))
  }

  @Test func `what another has changed since is not undone, and blocks nothing`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    _ = try ana.addNote("check")
    try ana.credit("Ana Ruiz Prado")
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    try ben.credit("A. Ruiz")
    for analyst in [ben, ana] { _ = try analyst.sync(remote) }
    // The last step is moot, the one before it is taken back.
    #expect(try undo(ana).verb == .add)
    #expect(try ana.shows() == ["A. Ruiz"])
    // To take the first back would take away what the other decided.
    #expect(throws: StoreError.nothingToUndo) { try undo(ana) }
    #expect(try ana.shows() == ["A. Ruiz"])
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    #expect(try ben.shows() == ["A. Ruiz"])
    // Who changed it can still take that back.
    #expect(try undo(ben).kept == 0)
    #expect(try ben.shows() == ["Ana Ruiz Prado"])
  }

  @Test func `of a step with two things the one nobody touched is undone`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    let note = try ana.addNote("check")
    try ana.credit("A. Ruiz", andSay: "why?", on: note)
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    try ben.credit("Ruiz")
    for analyst in [ben, ana] { _ = try analyst.sync(remote) }
    #expect(try undo(ana).kept > 0)
    #expect(try ana.shows() == ["Ruiz", "note: check"])
  }

  @Test func `a sync without news changes nothing for who has the store open`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    for analyst in [ana, ben, ana, ben] { _ = try analyst.sync(remote) }
    let watcher = try #require(try AnnotationStore.existing(at: ben.path))
    let version = try watcher.dataVersion()
    _ = try ben.sync(remote)
    try ben.store.noteSync(at: 1_700_000_100)
    #expect(try watcher.dataVersion() == version)
    #expect(try watcher.syncStatus().last == 1_700_000_100)
    try ana.credit("A. Ruiz")
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    #expect(try watcher.dataVersion() != version)
  }

  @Test func `the words of much that comes at once are found, and those of what comes later`()
    throws
  {
    let remote = MemoryStore()
    let (ana, ben) = (try Analyst("ana"), try Analyst("ben"))
    try ana.credit("Ana Ruiz")
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    for number in 0..<300 { _ = try ana.addNote("remark r\(number)") }
    try ana.credit("A. Ruiz")
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    func found(_ words: String) throws -> [String?] {
      try ben.store.search(words, limit: 400).map(\.annotation.note)
    }
    #expect(try found("r17") == ["remark r17"])
    #expect(try found("remark").count == 300)
    let later = try ana.addNote("remark later")
    try ana.rename(later, to: "remark latest")
    for analyst in [ana, ben] { _ = try analyst.sync(remote) }
    #expect(try found("later") == [])
    #expect(try found("latest") == ["remark latest"])
    #expect(try ben.store.integrityProblems().isEmpty)
  }
}
