import Foundation
import GRDB
import HearsayModel
import HearsayText
import HearsayWorkspace
import Synchronization
import Testing

@testable import HearsayStore

/// Files as every version of the program wrote them, and files that are none of ours.
///
/// With `HEARSAY_WRITE_FIXTURES=1` the fixture of the current version is written anew; those of
/// earlier versions stay as they are for ever.
@Suite("Files of other versions")
struct MigrationTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")
  static let id = "018f0000-0000-7000-8000-00000000000"

  /// The decisions that every fixture holds.
  static func decide(_ store: AnnotationStore) throws {
    let text = Text(StoreTests.text)
    let identity = DocumentIdentity(text, path: "a.txt")
    for (number, words) in ["“We wait,”", "“We go,”", "Ana Ruiz"].enumerated() {
      let made = ScratchStore.quotation(words, in: StoreTests.text, note: "note \(number)")
      let id = try #require(AnnotationID("\(id)\(number)"))
      var annotation = StoredAnnotation(
        id: id, target: made.target, origin: made.origin, body: made.body, status: .accepted,
        note: made.note, confidence: made.confidence, creation: made.creation)
      if number == 2 { (annotation.origin, annotation.body) = (nil, .note) }
      try store.commit(
        Commit(
          document: identity, text: text, verb: .accept, stamp: ScratchStore.stamp,
          id: try #require(AnnotationID("\(Self.id)\(number + 3)")),
          changes: FieldChange.changes(of: .annotation(id), from: [:], to: annotation.fields)))
    }
    try store.move(
      .undo, in: nil, stamp: ScratchStore.stamp, id: try #require(AnnotationID("\(id)6")))
  }

  @Test("The fixture of the current version is there, and is made by the tests")
  func writeFixture() throws {
    let fixture = Self.fixtures.appending(path: "version\(StoreSchema.version).sqlite")
    if ProcessInfo.processInfo.environment["HEARSAY_WRITE_FIXTURES"] == "1" {
      try FileManager.default.createDirectory(
        at: Self.fixtures, withIntermediateDirectories: true)
      try? FileManager.default.removeItem(at: fixture)
      try Self.decide(try AnnotationStore.made(at: fixture.path))
    }
    #expect(FileManager.default.fileExists(atPath: fixture.path))
  }

  @Test(
    "A file of every version is read, written and taken back", arguments: 1...StoreSchema.version)
  func versions(_ version: Int) throws {
    let scratch = try ScratchStore()
    try FileManager.default.copyItem(
      at: Self.fixtures.appending(path: "version\(version).sqlite"),
      to: URL(filePath: scratch.path))
    let store = try #require(try AnnotationStore.existing(at: scratch.path))
    let fresh = try ScratchStore().open()
    try Self.decide(fresh)
    let identity = DocumentIdentity(Text(StoreTests.text), path: "a.txt")
    #expect(
      try store.contents(of: identity).annotations == fresh.contents(of: identity).annotations)
    #expect(try store.history(of: nil) == fresh.history(of: nil))
    try store.move(.redo, in: nil, stamp: ScratchStore.stamp, id: .now())
    #expect(try store.contents(of: identity).annotations.count == 3)
    #expect(try store.search("ruiz").map(\.annotation.note) == ["note 2"])
    #expect(try store.integrityProblems() == [])
  }

  /// Files that must not be touched, and what is said of them.
  static let strangers: [(name: String, statements: [String], code: String)] = [
    ("newer", ["PRAGMA application_id = 1214603634", "PRAGMA user_version = 99"], "store-newer"),
    ("another program's", ["PRAGMA application_id = 7"], "store-foreign"),
    ("a table of somebody", ["CREATE TABLE mine (x)"], "store-foreign"),
    ("another version", ["PRAGMA user_version = 3"], "store-foreign"),
  ]

  @Test("A file of somebody else is left as it is", arguments: strangers)
  func stranger(_ name: String, _ statements: [String], _ code: String) throws {
    let scratch = try ScratchStore()
    do {
      let queue = try DatabaseQueue(path: scratch.path)
      try queue.writeWithoutTransaction { db in
        for statement in statements { try db.execute(sql: statement) }
      }
      try queue.close()
    }
    let before = try Data(contentsOf: URL(filePath: scratch.path))
    let error = #expect(throws: StoreError.self) { try AnnotationStore.existing(at: scratch.path) }
    #expect(error?.code == code)
    #expect(throws: StoreError.self) { try AnnotationStore.made(at: scratch.path) }
    #expect(try Data(contentsOf: URL(filePath: scratch.path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).count == 1)
  }

  @Test("A damaged file is left as it is")
  func damaged() throws {
    let scratch = try ScratchStore()
    let bytes = Data("SQLite format 3\0".utf8) + Data((0..<5_000).map { UInt8($0 * 31 & 0xFF) })
    try bytes.write(to: URL(filePath: scratch.path))
    let error = #expect(throws: StoreError.self) { try AnnotationStore.existing(at: scratch.path) }
    #expect(error?.code == "store-corrupt")
    #expect(try Data(contentsOf: URL(filePath: scratch.path)) == bytes)
  }

  @Test("A file that another is just making is not taken for somebody else's", arguments: 0..<8)
  func madeMeanwhile(after statements: Int) throws {
    let scratch = try ScratchStore()
    let maker = try DatabaseQueue(path: scratch.path)
    let reader = try DatabaseQueue(path: scratch.path)
    try maker.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try reader.writeWithoutTransaction { db in
      let run = Mutex(0)
      db.trace { event in
        guard case .statement = event else { return }
        let number = run.withLock { count in
          defer { count += 1 }
          return count
        }
        if number == statements { try? maker.writeWithoutTransaction(StoreSchema.migrate) }
      }
      try StoreSchema.check(db, path: scratch.path)
      db.trace()
    }
    #expect(try AnnotationStore.made(at: scratch.path).integrityProblems() == [])
  }

  @Test("A file that a later version has just brought up to date keeps that version")
  func overtaken() throws {
    let scratch = try ScratchStore()
    let later = try DatabaseQueue(path: scratch.path)
    let queue = try DatabaseQueue(path: scratch.path)
    try later.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    let run = Mutex(false)
    try queue.writeWithoutTransaction { db in
      db.trace { event in
        guard case .statement(let statement) = event, statement.sql.hasPrefix("BEGIN"),
          run.withLock({ $0 != true })
        else { return }
        run.withLock { $0 = true }
        try? later.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
          try db.execute(sql: "PRAGMA user_version = 99")
        }
      }
      try StoreSchema.migrate(db)
      db.trace()
      #expect(run.withLock { $0 })
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == 99)
    }
    let error = #expect(throws: StoreError.self) { try AnnotationStore.existing(at: scratch.path) }
    #expect(error?.code == "store-newer")
  }

  @Test("Where no folder can be made there is no store, and it is said why")
  func noFolder() throws {
    let scratch = try ScratchStore()
    try Data("in the way".utf8).write(to: URL(filePath: "\(scratch.folder)/file"))
    let error = #expect(throws: StoreError.self) {
      try AnnotationStore.made(at: "\(scratch.folder)/file/annotations.sqlite")
    }
    #expect(error?.code == "store-not-writable")
  }
}
