#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reading and writing of open files, without surprises from signals and non-blocking pipes.
enum FileDescriptor {
  /// Reads what is there, waiting for at least one byte; empty at the end or after an error.
  static func read(_ descriptor: Int32, atMost capacity: Int) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
      repeat {
        count = systemRead(descriptor, buffer.baseAddress, capacity)
      } while count < 0 && canRetry(descriptor, Int16(POLLIN))
      initialized = max(0, count)
    }
    return bytes
  }

  /// Writes all bytes; false where the other side is gone.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = systemWrite(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          written += count
        } else if !canRetry(descriptor, Int16(POLLOUT)) {
          return false
        }
      }
      return true
    }
  }

  /// Whether the last call failed in passing; waits where the descriptor is not ready.
  private static func canRetry(_ descriptor: Int32, _ events: Int16) -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN || errno == EWOULDBLOCK else { return false }
    var request = pollfd(fd: descriptor, events: events, revents: 0)
    return poll(&request, 1, -1) >= 0 || errno == EINTR
  }

  private static func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func systemWrite(
    _ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer, count)
    #else
      Darwin.write(descriptor, buffer, count)
    #endif
  }
}
