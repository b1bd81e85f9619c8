internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// One file of annotations, decisions and their history.
///
/// Several processes may have it open at once: SQLite's write-ahead log lets them read while one
/// writes, and a writer waits for another. A call blocks its thread until the file system has
/// answered, so it belongs on a thread of its own; a commit returns when the data is on the disk.
public final class AnnotationStore: Sendable {
  private static let patience = Patience(seconds: 15)

  /// Where the file lies.
  public let path: String
  /// Whether the file can be read only.
  public let isReadOnly: Bool
  /// Whether it is seen as it was when it was opened, whatever others write since.
  public let isFrozen: Bool
  /// The connection; used by one thread at a time, which it sees to itself.
  let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue, isReadOnly: Bool, isFrozen: Bool = false) {
    self.path = path
    self.queue = queue
    self.isReadOnly = isReadOnly
    self.isFrozen = isFrozen
  }

  /// The store in a file that is there, or nil where there is none.
  ///
  /// A file that cannot be written is opened for reading.
  ///
  /// - Throws: ``StoreError``.
  public static func existing(at path: String) throws(StoreError) -> AnnotationStore? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return try open(path)
    } catch {
      guard case .notWritable = error else { throw error }
      // What was decided last may be in the log alone; without it the rest is not what holds.
      if !isEmpty("\(path)-wal") { throw .unreadLog(path: path) }
      guard let store = try? openReadOnly(path) else { throw error }
      return store
    }
  }

  /// The store in a file, made with its folder where it is not there yet.
  ///
  /// - Throws: ``StoreError``.
  public static func made(at path: String) throws(StoreError) -> AnnotationStore {
    do {
      let folder = URL(filePath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: path, reason: "its folder cannot be made")
    }
    return try open(path)
  }

  private static func open(_ path: String) throws(StoreError) -> AnnotationStore {
    do {
      return try patience.trying {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience.seconds)
        configuration.label = "hearsay.store"
        configuration.prepareDatabase { db in
          try StoreSchema.check(db, path: path)
          try db.execute(sql: "PRAGMA journal_mode = WAL")
          // A decision that was acknowledged survives a loss of power.
          try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
          try StoreSchema.migrate(db)
          try StoreSchema.check(db, path: path)
        }
        let isReadOnly = try queue.read { sqlite3_db_readonly($0.sqliteConnection, "main") != 0 }
        return AnnotationStore(path: path, queue: queue, isReadOnly: isReadOnly)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static func isEmpty(_ path: String) -> Bool {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size]
    return (size as? NSNumber)?.intValue ?? 0 == 0
  }

  /// A file in a folder that must not be written, without a log.
  private static func openReadOnly(_ path: String) throws -> AnnotationStore {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "hearsay.store"
    configuration.prepareDatabase { try StoreSchema.check($0, path: path) }
    let address = URL(filePath: path).absoluteString + "?immutable=1"
    let queue = try DatabaseQueue(path: address, configuration: configuration)
    return AnnotationStore(path: path, queue: queue, isReadOnly: true, isFrozen: true)
  }

  /// A number that changes when another connection has changed the file.
  public func dataVersion() throws(StoreError) -> Int {
    try reading { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }

  /// What SQLite finds wrong with the file; empty where nothing is.
  public func integrityProblems() throws(StoreError) -> [String] {
    try reading { db in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      return found.filter { $0 != "ok" }
        + (orphans == 0 ? [] : ["\(orphans) rows refer to rows that are gone"])
    }
  }

  /// Reads without a transaction of its own for a single statement.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes in one transaction, which is begun as a writing one so that it never has to be given
  /// up half way for another process.
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes what can be fetched again in one transaction, which survives the process, but not
  /// always a loss of power; what was acknowledged before stays.
  func writingRefetchable(_ body: (Database) throws -> Void) throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
