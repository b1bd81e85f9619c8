internal import Glibc

/// Finds the files that a list of paths means: files as given, folders with everything below.
public struct InputCollector {
  /// Endings of the files that a folder is searched for.
  public static let endings = [".txt", ".text", ".md", ".markdown"]

  private let endings: [String]
  /// Files in a steady order.
  public private(set) var files: [String] = []
  /// Paths that led nowhere.
  public private(set) var failures: [(path: String, error: InputError)] = []

  /// Looks the paths up; folders are searched for files with the endings, in lower case.
  public init(_ paths: [String], endings: [String] = Self.endings) {
    self.endings = endings
    for path in paths {
      if path != "-", InputCollector.isFolder(path) {
        walk(path, depth: 0)
      } else {
        files.append(path)
      }
    }
    // Named twice, or by itself and by its folder, a file is still one.
    guard paths.count > 1 else { return }
    var seen: Set<String> = []
    files = files.filter { $0 == "-" || seen.insert(PlainPath.absolute($0)).inserted }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What lies at a path, or nil where nothing does; most file systems tell with the name.
  private static func type(of entry: dirent, _ path: String) -> mode_t? {
    switch Int(entry.d_type) {
    case Int(DT_REG): return S_IFREG
    case Int(DT_DIR): return S_IFDIR
    default:
      var status = stat()
      return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
  }

  /// Links to folders are not followed, so that no loop can be walked.
  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < 64 else {
      return failures.append((folder, .unreadable(reason: "it lies more than 64 folders deep")))
    }
    guard let handle = opendir(folder) else {
      failures.append(
        (folder, .unreadable(reason: String(cString: strerror(errno)).lowercased())))
      return
    }
    defer { closedir(handle) }
    var names: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      guard let type = InputCollector.type(of: entry.pointee, path) else { continue }
      let lowered = name.lowercased()
      if type == S_IFDIR {
        names.append((path, true))
      } else if endings.contains(where: lowered.hasSuffix),
        type == S_IFREG
          || (type == S_IFLNK && !InputCollector.isFolder(path))
      {
        names.append((path, false))
      }
    }
    for (path, isFolder) in names.sorted(by: { $0.name < $1.name }) {
      if isFolder { walk(path, depth: depth + 1) } else { files.append(path) }
    }
  }
}
