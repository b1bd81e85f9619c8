internal import HearsayWorkspace

/// The files that a command reads, so that none of them is written to.
final class InputFiles {
  private let paths: [String]
  /// Looked up when the first file that is there already is about to be written.
  private lazy var numbers = Set(paths.compactMap { FileNumber(path: $0) })

  /// Some files, by their paths.
  init(_ paths: [String]) { self.paths = paths }

  /// Whether a path leads to one of the files.
  func contains(_ path: String) -> Bool {
    guard !paths.isEmpty, let number = FileNumber(path: path) else { return false }
    return numbers.contains(number)
  }
}
