internal import Foundation
internal import GRDB

/// How long a file that another connection has locked is waited for.
struct Patience {
  /// In seconds.
  let seconds: Double

  /// What `body` gives; it is tried again while another connection has the file.
  ///
  /// SQLite waits by itself, but for turning the write-ahead log on, which asks for the file alone.
  ///
  /// - Throws: what `body` throws, and that the file is busy after that time.
  func trying<Value>(_ body: () throws -> Value) throws -> Value {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      do {
        return try body()
      } catch {
        guard Patience.isBusy(error), ContinuousClock.now < deadline else { throw error }
        usleep(5_000)
      }
    }
  }

  /// Whether an error says that another connection has the file.
  static func isBusy(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
  }
}
