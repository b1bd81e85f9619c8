internal import Glibc

/// Reads documents from lines of JSON, blank lines passed over.
public struct RowReader {
  private var lines: LineReader
  private var number = 0
  /// Why reading ended early, or nil.
  public private(set) var failure: InputError?

  /// Rows of a file or a pipe, or of standard input for `-`; `isStopped` ends them early.
  ///
  /// - Throws: ``InputError``.
  public init(_ path: String, isStopped: @escaping () -> Bool) throws(InputError) {
    var descriptor = STDIN_FILENO
    if path != "-" {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw InputError(systemError: errno) }
    }
    lines = LineReader(descriptor: descriptor, isStopped: isStopped)
  }

  /// The next row, nil at the end.
  public mutating func next() -> DocumentRow? {
    do throws(InputError) {
      while let line = try lines.next() {
        number += 1
        switch line {
        case .tooLong:
          let reason = "is longer than \(LineReader.maximumLength) bytes"
          return DocumentRow(
            line: number, error: .badRow(line: number, id: nil, reason: reason))
        case .bytes(let bytes):
          if bytes.contains(where: { $0 > 0x20 }) { return DocumentRow(line: number, bytes: bytes) }
        }
      }
    } catch {
      failure = error
    }
    return nil
  }
}

extension InputError {
  /// The error that a number of the system's means.
  init(systemError number: Int32) {
    self =
      number == ENOENT || number == ENOTDIR
      ? .notFound : .unreadable(reason: String(cString: strerror(number)).lowercased())
  }
}
