#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Threads that stand back behind everything else the machine has to do.
enum LowPriority {
  /// More threads than this read faster than disks give.
  private static let most = 4

  /// Makes the calling thread one of them.
  static func enter() {
    #if canImport(Darwin)
      _ = setpriority(PRIO_DARWIN_THREAD, 0, PRIO_DARWIN_BG)
    #elseif canImport(Glibc)
      // On Linux 0 is the calling thread alone.
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    #endif
  }

  /// Runs a body on as many of them as there are processors, the calling thread among them, and
  /// returns when it has returned on all.
  static func concurrently(_ body: @escaping @Sendable () -> Void) {
    let others = max(1, min(most, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) - 1
    let done = Monitor(0)
    for _ in 0..<others {
      DedicatedThread.start {
        enter()
        body()
        done.withLock { $0 += 1 }
      }
    }
    body()
    done.wait { $0 == others ? () : nil }
  }
}
