internal import Glibc
internal import Synchronization

/// Whether the person asked the program to stop (SIGINT, SIGTERM).
///
/// The first signal lets the work end at the next document, so that only complete files are left;
/// the second one ends the program at once.
enum Interruption {
  private static let number = Atomic<Int32>(0)

  /// Whether a signal came.
  static var isRequested: Bool { number.load(ordering: .relaxed) != 0 }

  /// Exit status of a program that was asked to stop: 128 and the signal's number.
  static var exitStatus: Int32 { 128 + number.load(ordering: .relaxed) }

  /// Listens from now on.
  ///
  /// System calls are not restarted, so that a read that waits ends too.
  static func listen() {
    _ = isRequested
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      Interruption.number.store(signal, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
  }
}
