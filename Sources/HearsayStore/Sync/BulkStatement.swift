internal import GRDB
internal import GRDBSQLite

/// A statement that is carried out for thousands of rows.
///
/// The values of a row lie in one buffer, which SQLite reads where it is; nothing is boxed and
/// nothing copied twice. Values are added in the order of the statement's marks, all of them.
final class BulkStatement {
  /// Where a value lies.
  private enum Value {
    case null
    case text(Range<Int>)
    case blob(Range<Int>)
    case whole(Int)
    case decimal(Double)
  }

  private let statement: Statement
  private let sql: String
  private let db: Database
  private var bytes: [UInt8] = []
  private var values: [Value] = []

  /// A statement that returns no rows.
  init(_ db: Database, sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    self.db = db
    self.sql = sql
  }

  /// Adds a text.
  func add(_ text: String?) {
    guard let text else { return values.append(.null) }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    values.append(.text(start..<bytes.count))
  }

  /// Adds bytes.
  func add(blob: [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: blob)
    values.append(.blob(start..<bytes.count))
  }

  /// Adds a whole number.
  func add(_ number: Int?) { values.append(number.map { .whole($0) } ?? .null) }

  /// Adds any number.
  func add(_ number: Double?) { values.append(number.map { .decimal($0) } ?? .null) }

  /// Carries the statement out with the values added since the last time.
  ///
  /// - Throws: `DatabaseError`.
  func run() throws {
    let pointer = statement.sqliteStatement
    // One byte more, so that an empty text has an address too.
    bytes.append(0)
    let code = bytes.withUnsafeBytes { buffer -> CInt in
      guard let base = buffer.baseAddress else { return SQLITE_MISUSE }
      for (index, value) in values.enumerated() {
        bind(value, to: pointer, at: CInt(index + 1), base)
      }
      let code = sqlite3_step(pointer)
      sqlite3_reset(pointer)
      // The buffer is gone after this; SQLite must not know of it any longer.
      sqlite3_clear_bindings(pointer)
      return code
    }
    bytes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
        message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: sql)
    }
  }

  private func bind(
    _ value: Value, to pointer: OpaquePointer, at index: CInt, _ base: UnsafeRawPointer
  ) {
    switch value {
    case .null: sqlite3_bind_null(pointer, index)
    case .whole(let number): sqlite3_bind_int64(pointer, index, Int64(number))
    case .decimal(let number): sqlite3_bind_double(pointer, index, number)
    case .blob(let range):
      sqlite3_bind_blob(pointer, index, base + range.lowerBound, CInt(range.count), nil)
    case .text(let range):
      let text = (base + range.lowerBound).bindMemory(to: CChar.self, capacity: range.count)
      sqlite3_bind_text(pointer, index, text, CInt(range.count), nil)
    }
  }
}

/// The statements that are carried out for every operation.
struct BulkInserts {
  /// Adds an operation that is not known; a whole one takes the place of its remains.
  let operation: BulkStatement
  /// Adds a subject, unless its name or its annotation is known.
  let subject: BulkStatement
  /// Shows an annotation, unless its id or its suggestion is taken.
  let annotation: BulkStatement

  /// Prepares the statements, or takes those that were.
  init(_ db: Database) throws {
    operation = try BulkStatement(
      db,
      sql: """
        INSERT INTO operation (device, number, subject, is_whole, line) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT (device, number) DO UPDATE SET is_whole = 1, line = ?5 \
        WHERE is_whole = 0 AND ?4 = 1
        """)
    subject = try BulkStatement(
      db, sql: "INSERT OR IGNORE INTO sync_subject (name, annotation) VALUES (?, ?)")
    annotation = try BulkStatement(db, sql: "INSERT OR IGNORE \(StoreStep.inserting)")
  }
}
