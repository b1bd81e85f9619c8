public import HearsayStore

/// Why a file could not be annotated; each has a code that never changes.
public enum InputError: Error, Hashable, Sendable {
  /// Nothing has that name.
  case notFound
  /// The system refuses to open or read it, for the reason given.
  case unreadable(reason: String)
  /// A pipe, a socket or a device.
  case notAFile
  /// More bytes than ``DocumentLoader/maximumSize``.
  case tooLarge(bytes: Int)
  /// Not UTF-8; `offset` is the first byte that breaks it.
  case notUTF8(offset: Int)
  /// Begins with the mark of another encoding of Unicode, which has that name.
  case otherUnicode(name: String)
  /// Holds NUL bytes, so it is no text; `offset` is the first.
  case binary(offset: Int)

  /// A row that is no JSON object with a text; `line` counts from 1, `id` is the row's where it has one
  /// that can be read.
  case badRow(line: Int, id: String?, reason: String)
  /// A foreign file's name for it leads out of the folder that was given.
  case outsideFolder
  /// What was decided on it cannot be read from the store.
  case store(StoreError)

  /// Stable code for scripts and searches.
  public var code: String {
    switch self {
    case .notFound: "not-found"
    case .unreadable: "unreadable"
    case .notAFile: "not-a-file"
    case .tooLarge: "too-large"
    case .notUTF8, .otherUnicode: "not-utf8"
    case .binary: "binary"
    case .badRow: "bad-row"
    case .outsideFolder: "outside-folder"
    case .store(let error): error.code
    }
  }

  /// One sentence for a person, without full stop.
  public var reason: String {
    switch self {
    case .notFound: "no such file or folder"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notAFile: "is neither a file nor a folder; - reads standard input"
    case .tooLarge(let bytes):
      "has \(bytes) bytes, more than the \(DocumentLoader.maximumSize) allowed"
    case .notUTF8(let offset): "is not UTF-8: byte \(offset) breaks the encoding; convert it first"
    case .otherUnicode(let name):
      "is \(name), not UTF-8; convert it first: iconv -f \(name) -t UTF-8"
    case .badRow(_, _, let reason): reason
    case .outsideFolder: "lies outside of the folder of the import, so it is not touched"
    case .store(let error): error.reason
    case .binary(let offset): "holds a NUL at byte \(offset), so it is no text"
    }
  }
}
