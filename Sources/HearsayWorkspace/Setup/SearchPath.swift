internal import FoundationEssentials

/// Finds programs as a shell does.
public enum SearchPath {
  /// The file that a program's name stands for, or nil.
  ///
  /// - Parameter path: Folders with colons between them; nil for the environment's `PATH`.
  public static func find(_ program: String, in path: String? = nil) -> String? {
    let folders = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").lazy.map { "\($0)/\(program)" }.first {
      var isFolder = false
      return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder
        && FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
