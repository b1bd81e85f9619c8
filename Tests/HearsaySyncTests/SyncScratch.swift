import Foundation
import HearsayModel
import HearsayStore
import HearsaySync
import HearsayText
import Testing

/// A store of one member in a folder that is gone when the test is over.
final class SyncScratch {
  let store: AnnotationStore
  private let stamp: DecisionStamp
  private let folder = "\(NSTemporaryDirectory())/hearsay-\(UUID().uuidString)"

  init(_ member: String) throws {
    store = try AnnotationStore.made(at: "\(folder)/annotations.sqlite")
    stamp = DecisionStamp(author: member, time: "2024-03-05T10:00:00Z")
    var random = SystemRandomNumberGenerator()
    let lane = try #require(Lane(member: member, device: DeviceID(using: &random)))
    try store.setRemote(.folder("/nowhere"), lane: lane)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func freshID() -> AnnotationID {
    AnnotationID(milliseconds: 1, random: (0, .random(in: 0...UInt64.max)))
  }

  /// Adds a note on the first word of a text.
  func note(_ words: String, on text: Text, path: String) throws {
    let identity = DocumentIdentity(text, path: path)
    let id = SyncScratch.freshID()
    let note = StoredAnnotation(
      id: id, target: AnnotationTarget(ByteSpan(0, 3), in: text, textHash: identity.textHash),
      origin: nil, body: .note, status: .authored, note: words, creation: stamp)
    try store.commit(
      Commit(
        document: identity, text: text, verb: .add, stamp: stamp, id: SyncScratch.freshID(),
        changes: FieldChange.changes(of: .annotation(id), from: [:], to: note.fields)))
  }

  /// Shows a speaker under another name.
  func rename(_ name: String, to new: String) throws {
    try store.commit(
      Commit(
        document: nil, text: nil, verb: .rename, stamp: stamp, id: SyncScratch.freshID(),
        changes: store.speakerNames().changes(renaming: name, to: new)))
  }

  /// Says when an article was written.
  func date(_ text: Text, _ date: String) throws {
    try store.commit(
      Commit(
        document: DocumentIdentity(text, path: nil), text: text, verb: .setArticleDate,
        stamp: stamp, id: SyncScratch.freshID(),
        changes: [FieldChange(.document, .articleDate, from: nil, to: .text(date))]))
  }

  func undo() throws {
    try store.move(.undo, in: nil, stamp: stamp, id: SyncScratch.freshID())
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

  /// Decides every conflict for the first of its versions by an author.
  func resolve(for author: String) throws {
    for conflict in try store.conflicts() {
      let choice = try #require(conflict.choices.first { $0.author == author })
      try store.resolve(conflict, keeping: choice, stamp: stamp)
    }
  }
}
