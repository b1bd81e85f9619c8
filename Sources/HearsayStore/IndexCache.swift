internal import Foundation
internal import GRDB

/// A file in which an index keeps what it knows, so that it need not read everything again.
///
/// Nothing in it is decided by anybody: it may be deleted at any time, and a file that cannot be
/// read is replaced. Calls wait for the disk and never fail; where the file cannot be used, nothing
/// is kept.
public final class IndexCache: Sendable {
  /// What is known of one file.
  public struct Entry: Sendable {
    /// The file's path below the project's folder.
    public let path: String
    /// Its length in bytes when it was read.
    public let size: Int
    /// When it was changed last, in nanoseconds since 1970, when it was read.
    public let modified: Int
    /// The ``DecisionVersions`` number of what was decided on it when it was read; 0 for none.
    public let decisions: Int
    /// What was found in it.
    public let bytes: [UInt8]

    /// What is known of a file.
    public init(path: String, size: Int, modified: Int, decisions: Int, bytes: [UInt8]) {
      self.path = path
      self.size = size
      self.modified = modified
      self.decisions = decisions
      self.bytes = bytes
    }
  }

  private static let patience = Patience(seconds: 5)

  private let queue: DatabaseQueue?
  private let fingerprint: String

  /// The cache in a file, made where it is not there; emptied where it was written for another
  /// `fingerprint`.
  public init(path: String, fingerprint: String) {
    self.fingerprint = fingerprint
    let folder = URL(filePath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      queue = try IndexCache.patience.trying { try IndexCache.open(path, fingerprint) }
    } catch {
      // Another process that only has it locked is not robbed of it.
      queue = Patience.isBusy(error) ? nil : try? IndexCache.replaced(path, fingerprint)
    }
  }

  private static func replaced(_ path: String, _ fingerprint: String) throws -> DatabaseQueue {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    return try open(path, fingerprint)
  }

  private static func open(_ path: String, _ fingerprint: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience.seconds)
    configuration.label = "hearsay.index"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      // What is lost with the power is read again.
      try db.execute(sql: "PRAGMA synchronous = OFF")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      try db.execute(sql: "CREATE TABLE IF NOT EXISTS about (fingerprint TEXT NOT NULL) STRICT")
      let known = try String.fetchOne(db, sql: "SELECT fingerprint FROM about")
      guard known != fingerprint else { return }
      // Made anew, since what was written for another may have had other columns.
      try db.execute(
        sql: """
          DELETE FROM about;
          DROP TABLE IF EXISTS file;
          CREATE TABLE file (
            path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
            decisions INTEGER NOT NULL, entry BLOB NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
      try db.execute(sql: "INSERT INTO about VALUES (?)", arguments: [fingerprint])
    }
    return queue
  }

  /// Whether the file is still the one that was opened; another program may have emptied it for itself.
  private func isOurs(_ db: Database) throws -> Bool {
    try String.fetchOne(db, sql: "SELECT fingerprint FROM about") == fingerprint
  }

  /// Everything that is known, in the order of the paths.
  public func entries() -> [Entry] {
    let found = try? queue?.read { db -> [Entry] in
      guard try isOurs(db) else { return [] }
      return try Row.fetchCursor(
        db, sql: "SELECT path, size, modified, decisions, entry FROM file ORDER BY path"
      )
      .reduce(into: [Entry]()) { entries, row in
        let bytes: Data = row[4]
        entries.append(
          Entry(
            path: row[0], size: row[1], modified: row[2], decisions: row[3], bytes: Array(bytes)))
      }
    }
    return found ?? []
  }

  /// Keeps what is known of some files, and forgets others.
  public func write(_ entries: [Entry], forgetting gone: [String] = []) {
    try? queue?.write { db in
      guard try isOurs(db) else { return }
      let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)")
      for entry in entries {
        try insert.execute(arguments: [
          entry.path, entry.size, entry.modified, entry.decisions, Data(entry.bytes),
        ])
      }
      let delete = try db.cachedStatement(sql: "DELETE FROM file WHERE path = ?")
      for path in gone { try delete.execute(arguments: [path]) }
    }
  }
}
