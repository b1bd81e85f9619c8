import Foundation
import HearsayModel
import HearsayStore
import HearsayText
import HearsayWorkspace
import Testing

/// Stores that somebody else writes and that can be read only.
@Suite("Stores that can be read only") struct ReadOnlyTests {
  private static let words = ["“We wait,”", "“We go,”"]

  private static func decide(_ number: Int, in scratch: ScratchStore) throws {
    let made = ScratchStore.quotation(words[number], in: StoreTests.text)
    try scratch.open().commit(try ScratchStore.commit(nil, made, in: StoreTests.text))
  }

  /// Keeps the log's index from being made, as where nothing may be written; also for the
  /// administrator, whom no permission stops.
  private static func block(_ path: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)-shm", withDestinationPath: "nowhere/at/all")
  }

  @Test("What others decide later is read, and told once")
  func later() throws {
    let scratch = try ScratchStore()
    let location = StoreLocation(database: scratch.path, root: scratch.folder)
    let text = Text(StoreTests.text)
    let identity = DocumentIdentity(text, path: "a.txt")
    let store = DecisionStore()
    func read() throws -> Int {
      try store.overlay(of: text, identity: identity, at: location).annotations.count
    }
    try Self.decide(0, in: scratch)
    try Self.block(scratch.path)
    #expect(try read() == 1)
    #expect(try store.store(at: location)?.isReadOnly == true)
    #expect(store.changed(among: [location]).isEmpty)
    try FileManager.default.removeItem(atPath: "\(scratch.path)-shm")
    try Self.decide(1, in: scratch)
    try Self.block(scratch.path)
    #expect(store.changed(among: [location]) == [location])
    #expect(store.changed(among: [location]).isEmpty)
    #expect(try read() == 2)
    #expect(try store.store(at: location)?.isReadOnly == true)
  }

  @Test("A store whose last decisions lie in a log that cannot be read is refused")
  func unreadLog() throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    try Self.decide(0, in: scratch)
    let copy = "\(scratch.folder)/copy.sqlite"
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: scratch.path + ending, toPath: copy + ending)
    }
    try Self.block(copy)
    let error = #expect(throws: StoreError.self) { try AnnotationStore.existing(at: copy) }
    #expect(error?.code == "store-log-unread")
    #expect(error?.reason.contains("ends with -wal") == true)
    try FileManager.default.removeItem(atPath: "\(copy)-shm")
    #expect(try AnnotationStore.existing(at: copy)?.history(of: nil).count == 1)
    #expect(try store.integrityProblems() == [])
  }
}
