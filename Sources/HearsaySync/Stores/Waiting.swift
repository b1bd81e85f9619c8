#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Waiting on a thread of one's own.
public enum Waiting {
  /// Blocks the calling thread for some seconds.
  public static func pause(seconds: Double) {
    guard seconds > 0 else { return }
    var rest = timespec()
    rest.tv_sec = Int(seconds)
    rest.tv_nsec = Int((seconds - seconds.rounded(.down)) * 1e9)
    var left = timespec()
    while nanosleep(&rest, &left) != 0, errno == EINTR { rest = left }
  }
}
