#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A lock that processes agree on; it ends with its owner, or with the process, however that ends.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// A file to be locked, made where it is not there, with these permissions; nil where it cannot be.
  init?(file path: String, permissions: mode_t) {
    self.init(open(path, O_RDWR | O_CREAT | O_CLOEXEC, permissions))
  }

  /// A folder to be locked; nil where it cannot be opened.
  init?(folder path: String) { self.init(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) }

  private init?(_ descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes the lock; blocks until nobody else has it.
  func take() {
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Takes the lock if nobody else has it; whether it was taken.
  func takeAtOnce() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}
