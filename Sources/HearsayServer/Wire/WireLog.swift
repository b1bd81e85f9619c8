internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that gets every message, one JSON object a line: `{"dir":"c2s"|"s2c","msg":…}`.
public final class WireLog: Sendable {
  /// Who sent a message.
  enum Direction: String, Sendable {
    /// The client.
    case clientToServer = "c2s"
    /// The server.
    case serverToClient = "s2c"
  }

  private let descriptor: Mutex<Int32>

  /// Opens a file for appending, or returns nil where that fails.
  public init?(path: String) {
    let opened = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return nil }
    descriptor = Mutex(opened)
  }

  deinit { _ = descriptor.withLock { close($0) } }

  /// Adds a message, given as JSON; line breaks between its parts become spaces.
  func record(_ direction: Direction, _ body: [UInt8]) {
    var line = Array("{\"dir\":\"\(direction.rawValue)\",\"msg\":".utf8)
    line.append(contentsOf: body.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    line.append(contentsOf: [0x7D, 0x0A])
    descriptor.withLock { _ = FileDescriptor.write(line, to: $0) }
  }
}
