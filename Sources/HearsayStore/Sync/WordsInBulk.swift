internal import GRDB

/// Indexes the words of many new annotations at once.
///
/// The full-text index writes a piece of its own for every statement, so that a trigger for each row
/// takes most of the time of a large sync (23 of 29 µs a row with SQLite 3.40). Here the trigger is
/// taken out inside the transaction, and put back before its end; nobody else ever sees it missing.
struct WordsInBulk {
  /// New annotations from which on this pays.
  static let worthwhile = 200

  private let db: Database
  private let trigger: String
  /// The last annotation whose words are indexed.
  private var last: Int64

  /// Begins, inside a transaction.
  init(_ db: Database) throws {
    self.db = db
    let found = try String.fetchOne(
      db, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'words_insert'")
    guard let found else { throw DatabaseError(message: "the trigger words_insert is missing") }
    trigger = found
    last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM annotation") ?? 0
    try db.execute(sql: "DROP TRIGGER words_insert")
  }

  /// Indexes what is not indexed yet: before anything else than an addition is done, since changing
  /// an index by words that are not in it damages it.
  mutating func catchUp() throws {
    let newest = try Int64.fetchOne(db, sql: "SELECT max(number) FROM annotation") ?? 0
    guard newest > last else { return }
    try db.execute(
      sql: """
        INSERT INTO words(rowid, exact, note) \
        SELECT number, exact, note FROM annotation WHERE number > ?
        """, arguments: [last])
    last = newest
  }

  /// Notes that an annotation was taken away after ``catchUp()``: its number may be given again.
  mutating func haveFewer() throws {
    last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM annotation") ?? 0
  }

  /// Indexes the rest and leaves everything as it was.
  mutating func end() throws {
    try catchUp()
    try db.execute(sql: trigger)
  }
}
