internal import Glibc
public import HearsayInterchange
internal import HearsayStore

/// An SQLite database that annotated documents are written to; it appears when all is done.
public final class DatabaseExport {
  /// Why it could not be written, for a person.
  public struct Failure: Error, Hashable, Sendable {
    /// The reason.
    public let reason: String
  }

  private let path: String
  private let temporary: String
  private let database: ExportDatabase
  private var count = 0

  /// A database that will be at `path`; `temporary` is its name until it is complete.
  ///
  /// - Throws: ``Failure``.
  public init(path: String, temporary: String) throws(Failure) {
    self.path = path
    self.temporary = temporary
    do throws(ExportDatabase.Failure) {
      database = try ExportDatabase(path: temporary, schema: DatabaseLayout.schema)
    } catch {
      throw Failure(reason: error.message)
    }
  }

  /// Takes a document and says what could not be carried.
  ///
  /// - Throws: ``Failure``.
  public func take(_ document: AnnotatedDocument) throws(Failure) -> LossReport {
    count += 1
    let (rows, loss) = DatabaseLayout.rows(document, number: count)
    do throws(ExportDatabase.Failure) {
      try database.insert(rows.map { ($0.table, $0.values.map(DatabaseExport.value)) })
    } catch {
      throw Failure(reason: error.message)
    }
    return loss
  }

  private static func value(_ value: DatabaseLayout.Value) -> ExportDatabase.Value {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    }
  }

  /// Completes the database and puts it in its place.
  ///
  /// - Throws: ``Failure``.
  public func finish() throws(Failure) {
    do throws(ExportDatabase.Failure) {
      try database.finish()
    } catch {
      throw Failure(reason: error.message)
    }
    guard rename(temporary, path) == 0 else {
      throw Failure(reason: String(cString: strerror(errno)).lowercased())
    }
  }

  /// Takes the unfinished database away.
  public func abandon() { unlink(temporary) }
}
