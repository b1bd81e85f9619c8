internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The articles below a folder: texts that are neither hidden, left out nor too long.
///
/// Links to folders are not followed, so that no loop can be walked.
struct IndexWalk {
  /// What is walked over.
  struct Limits: Sendable {
    /// So many files at most.
    var files = 20_000
    /// No longer file, in bytes.
    var size = 4 << 20
    /// Folders inside folders.
    var depth = 32
    /// So many names in folders are looked at, texts or not.
    var names = 400_000
  }

  private let root: String
  private let excludes: ExcludePatterns
  private let limits: Limits
  private var looked = 0
  /// The files, by their paths below the folder, in order.
  private(set) var files: [(path: String, state: FileState)] = []
  /// Whether there are more than the limits allow.
  private(set) var isCut = false

  /// Walks over a folder.
  init(_ root: String, excludes: ExcludePatterns, limits: Limits) {
    self.root = root
    self.excludes = excludes
    self.limits = limits
    walk("", depth: 0)
  }

  /// Whether a folder may be walked over: neither the file system's root nor the home folder, nor one
  /// that holds the home folder.
  static func mayWalk(_ root: String, home: String) -> Bool {
    func real(_ path: String) -> String {
      guard let found = realpath(path, nil) else { return path }
      defer { free(found) }
      return String(cString: found)
    }
    let (root, home) = (real(root), real(home))
    return root.hasPrefix("/") && root != "/" && root != home && !home.hasPrefix(root + "/")
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < limits.depth, !isCut else { return }
    guard let handle = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else { return }
    var names: [(name: String, state: FileState?)] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      looked += 1
      if looked > limits.names { isCut = true }
      guard !name.hasPrefix("."), !isCut else { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard lstat("\(root)/\(path)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        if !excludes.leavesOut(path, isFolder: true) { names.append((path, nil)) }
      } else if IndexWalk.isText(name), status.st_mode & S_IFMT == S_IFREG,
        Int(status.st_size) <= limits.size, !excludes.leavesOut(path, isFolder: false)
      {
        names.append((path, FileState(status)))
      }
    }
    closedir(handle)
    for (path, state) in names.sorted(by: { $0.name < $1.name }) {
      guard let state else {
        walk(path, depth: depth + 1)
        continue
      }
      if files.count >= limits.files {
        isCut = true
        return
      }
      files.append((path, state))
    }
  }

  private static func isText(_ name: String) -> Bool {
    let name = name.lowercased()
    return InputCollector.endings.contains { name.hasSuffix($0) }
  }
}
