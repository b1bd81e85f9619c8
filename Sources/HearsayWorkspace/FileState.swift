#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file as the disk has it.
struct FileState: Hashable, Sendable {
  /// Length in bytes.
  var size: Int
  /// When it was changed last, in nanoseconds since 1970.
  var modified: Int

  /// The state of a regular file, or nil where there is none; links are followed.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  /// What a call to the system says.
  init(_ status: stat) {
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// A state that was kept.
  init(size: Int, modified: Int) { (self.size, self.modified) = (size, modified) }
}
