internal import GRDB

/// A database file that is written once, in one transaction, and belongs to whoever asked for it.
///
/// It has nothing to do with the store of decisions. All rows are there when it is finished, or the
/// file is not.
public final class ExportDatabase {
  /// What a column holds.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case null
    /// A whole number.
    case integer(Int)
    /// Any number.
    case real(Double)
    /// Text.
    case text(String)
  }

  /// Why it could not be written.
  public struct Failure: Error, Hashable, Sendable {
    /// SQLite's message.
    public let message: String
  }

  private let queue: DatabaseQueue

  /// An empty database in a file that is not there yet, with the tables that `schema` creates.
  ///
  /// - Throws: ``Failure``.
  public init(path: String, schema: String) throws(Failure) {
    do {
      var configuration = Configuration()
      // One transaction lasts from the first row to the last.
      configuration.allowsUnsafeTransactions = true
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        // The file has a name of its own until it is complete, so no journal is needed.
        try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        try database.execute(sql: schema)
        try database.execute(sql: "BEGIN")
      }
    } catch {
      throw Failure(message: String(describing: error))
    }
  }

  /// Inserts rows, each into a table with as many columns as it has values.
  ///
  /// - Throws: ``Failure``.
  public func insert(_ rows: [(table: String, values: [Value])]) throws(Failure) {
    do {
      try queue.writeWithoutTransaction { database in
        for (table, values) in rows {
          let marks = values.map { _ in "?" }.joined(separator: ",")
          let statement = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO \(table) VALUES (\(marks))")
          try statement.execute(arguments: StatementArguments(values.map(ExportDatabase.bound)))
        }
      }
    } catch {
      throw Failure(message: String(describing: error))
    }
  }

  private static func bound(_ value: Value) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .integer(let number): number
    case .real(let number): number
    case .text(let text): text
    }
  }

  /// Makes all rows lasting and closes the file.
  ///
  /// - Throws: ``Failure``.
  public func finish() throws(Failure) {
    do {
      try queue.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
      try queue.close()
    } catch {
      throw Failure(message: String(describing: error))
    }
  }
}
