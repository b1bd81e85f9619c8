internal import Glibc

/// Reads lines from a file descriptor, a piece at a time.
///
/// Lines end at LF; a CR before it is cut off. The last one needs no end.
public struct LineReader {
  /// A line longer than this many bytes is passed over.
  public static let maximumLength = 1 << 26

  /// A line, or that one was too long.
  public enum Line: Hashable, Sendable {
    /// Its bytes, without the line's end.
    case bytes([UInt8])
    /// Longer than ``LineReader/maximumLength``; nothing of it is kept.
    case tooLong
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Where the part of `buffer` begins that was not given yet.
  private var start = 0
  private var isAtEnd = false

  /// A reader of an open descriptor, which it leaves open.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// A reader of standard input.
  public static var standardInput: LineReader { LineReader(descriptor: STDIN_FILENO) }

  /// The next line, or nil at the end.
  ///
  /// - Throws: ``InputError/unreadable(reason:)``.
  public mutating func next() throws(InputError) -> Line? {
    var scanned = start
    var isTooLong = false
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        let line = isTooLong ? .tooLong : Line.bytes(LineReader.trimmed(buffer[start..<end]))
        start = end + 1
        return line
      }
      if isAtEnd {
        guard start < buffer.count || isTooLong else { return nil }
        let line = isTooLong ? .tooLong : Line.bytes(LineReader.trimmed(buffer[start...]))
        start = buffer.count
        return line
      }
      buffer.removeFirst(start)
      start = 0
      if buffer.count > LineReader.maximumLength {
        isTooLong = true
        buffer.removeAll(keepingCapacity: true)
      }
      scanned = buffer.count
      try fill()
    }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.last == 0x0D ? line.dropLast() : line)
  }

  private mutating func fill() throws(InputError) {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      failure = got < 0 ? errno : 0
      count = max(0, got)
    }
    if failure == EINTR { return }
    guard failure == 0 else {
      throw .unreadable(reason: String(cString: strerror(failure)).lowercased())
    }
    if piece.isEmpty { isAtEnd = true } else { buffer += piece }
  }
}
