#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Notices the death of the process that started the server.
enum ParentWatch {
  /// Time between two looks, in microseconds.
  private static let interval: UInt32 = 400_000

  /// Looks on a thread of its own and calls `died` once when the process is gone.
  static func start(processID: Int, died: @escaping @Sendable () -> Void) {
    guard let processID = pid_t(exactly: processID), processID > 0 else { return }
    DedicatedThread.start {
      while isAlive(processID) { usleep(interval) }
      died()
    }
  }

  /// A process we may not signal is still a process.
  private static func isAlive(_ processID: pid_t) -> Bool {
    kill(processID, 0) == 0 || errno == EPERM
  }
}
