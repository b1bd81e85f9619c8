internal import Glibc

/// A stream of rows to read from.
public enum RowInput {
  /// The descriptor of a file or a pipe, or of standard input for `-`.
  public static func open(_ path: String) -> Result<Int32, InputError> {
    guard path != "-" else { return .success(STDIN_FILENO) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    return descriptor >= 0 ? .success(descriptor) : .failure(InputError(systemError: errno))
  }
}

extension InputError {
  /// The error that a number of the system's means.
  public init(systemError number: Int32) {
    self =
      number == ENOENT || number == ENOTDIR
      ? .notFound : .unreadable(reason: String(cString: strerror(number)).lowercased())
  }
}

/// Cuts a stream of bytes into lines; memory is bounded by the longest line that is taken in.
public struct LineReader {
  /// Longest line, in bytes, that is taken in.
  public static let maximumLength = 256 << 20

  private let descriptor: Int32
  private let isStopped: () -> Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var line = 0
  /// Why reading ended early, a system error number, or nil.
  public private(set) var failure: Int32?

  /// Reads from an open descriptor; `isStopped` is asked whenever the system interrupts reading.
  public init(descriptor: Int32, isStopped: @escaping () -> Bool = { false }) {
    self.descriptor = descriptor
    self.isStopped = isStopped
  }

  /// The next line as a row, blank lines passed over; nil at the end.
  public mutating func nextRow() -> DocumentRow? {
    while let bytes = nextLine() {
      line += 1
      guard bytes.count <= Self.maximumLength else {
        return DocumentRow(line: line, error: .tooLarge(bytes: bytes.count))
      }
      if bytes.contains(where: { $0 > 0x20 }) { return DocumentRow(line: line, bytes: bytes) }
    }
    return nil
  }

  /// The next line without its line feed; what is longer than allowed is cut one byte behind that.
  private mutating func nextLine() -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<min(end, start + Self.maximumLength + 1)])
      }
      searched = buffer.count
      if buffer.count - start > Self.maximumLength {
        // The rest of the line is passed over.
        buffer.removeSubrange((start + Self.maximumLength + 1)...)
        searched = buffer.count
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      let moved = start
      fill()
      searched -= moved
    }
  }

  /// Reads more behind what is not yet used up.
  private mutating func fill() {
    buffer.removeSubrange(..<start)
    start = 0
    while true {
      var number: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, count in
        let got = read(descriptor, target.baseAddress, target.count)
        number = got < 0 ? errno : 0
        count = max(0, got)
      }
      if number == EINTR, !isStopped() { continue }
      if number != 0, number != EINTR { failure = number }
      buffer += piece
      isAtEnd = piece.isEmpty
      return
    }
  }
}
