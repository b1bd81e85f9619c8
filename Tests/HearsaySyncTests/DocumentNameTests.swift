import Foundation
import HearsayModel
import HearsayStore
import HearsaySync
import HearsayTestSupport
import HearsayText
import Testing

@Suite struct DocumentNameTests {
  private static let stamp = DecisionStamp(author: "Ana", time: "2024-03-05T10:00:00Z")

  /// A store in a folder that is gone when the test is over.
  private final class Scratch {
    let store: AnnotationStore
    private let folder = "\(NSTemporaryDirectory())/hearsay-\(UUID().uuidString)"

    init(_ member: String) throws {
      store = try AnnotationStore.made(at: "\(folder)/annotations.sqlite")
      var random = SystemRandomNumberGenerator()
      let lane = try #require(Lane(member: member, device: DeviceID(using: &random)))
      try store.setRemote(.folder("/nowhere"), lane: lane)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func note(_ words: String, on text: Text, path: String) throws {
      let identity = DocumentIdentity(text, path: path)
      let id = AnnotationID(milliseconds: 1, random: (0, .random(in: 0...UInt64.max)))
      let note = StoredAnnotation(
        id: id, target: AnnotationTarget(ByteSpan(0, 3), in: text, textHash: identity.textHash),
        origin: nil, body: .note, status: .authored, note: words,
        creation: DocumentNameTests.stamp)
      try store.commit(
        Commit(
          document: identity, text: text, verb: .add, stamp: DocumentNameTests.stamp,
          id: AnnotationID(milliseconds: 2, random: (0, .random(in: 0...UInt64.max))),
          changes: FieldChange.changes(of: .annotation(id), from: [:], to: note.fields)))
    }

    func sync(_ remote: any RemoteStore) throws -> SyncReport {
      try SyncEngine(
        replica: SyncReplica(store: store), remote: remote, now: { 0 },
        mint: { DeviceID(high: 7, low: 7) }
      ).synchronize()
    }

    func notes(on text: Text) throws -> [String?] {
      try store.contents(of: DocumentIdentity(text, path: nil)).annotations.map(\.note)
    }
  }

  @Test func `who has the later text only finds what was decided on the earlier one`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try Scratch("ana"), try Scratch("ben"))
    let (earlier, later) = (Text("She sad no.\n"), Text("She said no.\n"))
    try ana.note("first", on: earlier, path: "article.txt")
    _ = try ana.sync(remote)
    try ana.note("second", on: later, path: "article.txt")
    #expect(try ana.sync(remote).sent == 2)
    #expect(try ben.sync(remote).problems.isEmpty)
    #expect(try ben.notes(on: later) == ["first", "second"])
    #expect(try ben.notes(on: earlier) == ["first", "second"])
    // What is known is not told again.
    try ana.note("third", on: later, path: "article.txt")
    #expect(try ana.sync(remote).sent == 1)
    try ben.note("fourth", on: later, path: "other.txt")
    #expect(try ben.sync(remote).sent == 1)
    _ = try ana.sync(remote)
    #expect(try ana.notes(on: later) == ["first", "second", "third", "fourth"])
    let everything = remote.objects.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(!everything.contains(".txt"))
  }
}
