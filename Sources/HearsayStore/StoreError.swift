internal import Foundation
internal import GRDB

/// Why the store cannot do what it was asked; each has a code that never changes.
public enum StoreError: Error, Hashable, Sendable {
  /// A later version of the program made the file; it is left as it is.
  case newer(version: Int, path: String)
  /// The file is something else; it is left as it is.
  case foreign(path: String)
  /// The file is damaged; it is left as it is.
  case corrupt(path: String, reason: String)
  /// There is no room left on the disk.
  case full(path: String)
  /// The folder or the file must not be written.
  case notWritable(path: String, reason: String)
  /// Another program has kept the file locked for too long.
  case busy(path: String)
  /// What was decided last lies in a log that cannot be read here; without it the rest does not hold.
  case unreadLog(path: String)
  /// Reading or writing failed for another reason.
  case failed(path: String, reason: String)
  /// Somebody else has decided on the same thing in the meantime.
  case conflict
  /// People disagree on what would be taken back or brought back.
  case contested
  /// There is nothing to take back or to bring back.
  case nothingToUndo
  /// The store has no remote store to be synchronised with.
  case noRemote
  /// Nothing has that id.
  case unknownID(String)

  /// Stable code for scripts and searches.
  public var code: String {
    switch self {
    case .newer: "store-newer"
    case .foreign: "store-foreign"
    case .corrupt: "store-corrupt"
    case .full: "store-full"
    case .notWritable: "store-not-writable"
    case .busy: "store-busy"
    case .unreadLog: "store-log-unread"
    case .failed: "store-failed"
    case .conflict: "conflict"
    case .contested: "contested"
    case .nothingToUndo: "nothing-to-undo"
    case .noRemote: "sync-no-remote"
    case .unknownID: "unknown-id"
    }
  }

  /// One sentence for a person, without full stop.
  public var reason: String {
    switch self {
    case .newer(let version, let path):
      "\(path) was made by a later version of Hearsay (format \(version)); update Hearsay to use it"
    case .foreign(let path): "\(path) is no store of annotations, so it is left alone"
    case .corrupt(let path, let reason):
      "\(path) is damaged (\(reason)); it was not touched: put a copy back, or move it away"
    case .full(let path): "there is no room on the disk for \(path); the decision was not stored"
    case .notWritable(let path, let reason): "\(path) cannot be written: \(reason)"
    case .busy(let path): "another program keeps \(path) locked; try again"
    case .unreadLog(let path):
      """
      \(path): its last decisions are in the file beside it that ends with -wal, which cannot be read \
      where nothing may be written; copy the project while no program has it open, or to where you may \
      write
      """
    case .failed(let path, let reason): "\(path): \(reason)"
    case .conflict: "somebody else decided on this in the meantime; look again, then decide"
    case .contested:
      "people disagree on what this would change; settle it first: hearsay sync conflicts shows it"
    case .nothingToUndo: "there is nothing to undo or redo here"
    case .noRemote: "no remote store is set up here; hearsay sync init ADDRESS does that"
    case .unknownID(let id): "nothing has the id \(id)"
    }
  }

  /// What an error of the database means for the file at a path.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .notWritable(path: path, reason: reason)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(path: path, reason: reason)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_IOERR where StoreError.isFull(path): self = .full(path: path)
    default: self = .failed(path: path, reason: reason)
    }
  }

  /// Whether there is no room left where a file lies; the log and its index tell that as an error of
  /// input and output.
  private static func isFull(_ path: String) -> Bool {
    var status = statvfs()
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard statvfs(folder.isEmpty ? "/" : folder, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 16
  }
}
