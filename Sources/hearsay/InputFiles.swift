internal import Glibc

/// The files that a command reads, so that none of them is written to.
final class InputFiles {
  private struct Identity: Hashable {
    let device: UInt
    let number: UInt

    /// What the file at a path is, whatever leads to it; nil where there is none.
    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
    }
  }

  private let paths: [String]
  /// Looked up when the first file that is there already is about to be written.
  private lazy var identities = Set(paths.compactMap { Identity($0) })

  /// Some files, by their paths.
  init(_ paths: [String]) { self.paths = paths }

  /// Whether a path leads to one of the files.
  func contains(_ path: String) -> Bool {
    guard !paths.isEmpty, let identity = Identity(path) else { return false }
    return identities.contains(identity)
  }
}
