#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A shared folder as a remote store: a mounted share, a synchronised folder, a stick.
///
/// An object is a file, written under another name, flushed, and given its own name by `link`, which
/// refuses where the name is taken. File systems without links (FAT, exFAT, some shares) take
/// `rename` instead: an object is still there as a whole or not at all, but of two writers in the
/// same moment neither is refused. The sync reads back what it wrote and finds that out.
public final class FolderStore: RemoteStore {
  /// The file that tells a store from an empty place where a share should be mounted.
  static let marker = "hearsay-remote.json"

  private let root: String
  private var serial = 0
  /// Whether the file system has links; found out by trying.
  public private(set) var hasLinks = true
  /// The folder's address.
  public var name: String { "file://\(root)" }

  /// A store in a folder.
  ///
  /// - Parameter path: absolute, without a slash at the end.
  public init(path: String) { root = path }

  /// Makes the folder a store; one that is a store already stays as it is.
  ///
  /// - Throws: ``RemoteError``.
  public func create() throws {
    for folder in [root, "\(root)/log", "\(root)/snapshot", "\(root)/part", "\(root)/temporary"] {
      if mkdir(folder, 0o777) != 0, errno != EEXIST { throw failure(folder) }
    }
    if try read("\(root)/\(FolderStore.marker)", limit: 4_096) == nil {
      try write("\(root)/\(FolderStore.marker)", Array("{\"v\":1}\n".utf8), isNew: false)
    }
  }

  /// Throws where the folder is no store, so that a share that is not mounted is not taken for an
  /// empty one.
  private func verify() throws {
    guard try read("\(root)/\(FolderStore.marker)", limit: 4_096) != nil else {
      throw RemoteError(
        .noContainer, "\(root) has no \(FolderStore.marker); is the share mounted?")
    }
  }

  /// As ``RemoteStore`` wants it.
  public func put(_ key: String, _ bytes: [UInt8], ifAbsent: Bool) throws -> Bool {
    try verify()
    let path = "\(root)/\(key)"
    if let slash = key.lastIndex(of: "/") { try makeFolder("\(root)/\(key[..<slash])") }
    return try write(path, bytes, isNew: ifAbsent)
  }

  /// As ``RemoteStore`` wants it.
  public func get(_ keys: [String], limit: Int) throws -> [[UInt8]?] {
    try verify()
    return try keys.map { try read("\(root)/\($0)", limit: limit) }
  }

  /// As ``RemoteStore`` wants it.
  public func list(_ prefix: String) throws -> [String] {
    try verify()
    guard let folder = opendir("\(root)/\(prefix)") else {
      if errno == ENOENT { return [] }
      throw failure(prefix)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      let isFolder =
        stat("\(root)/\(prefix)\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? "\(prefix)\(name)/" : "\(prefix)\(name)")
    }
    return names.sorted()
  }

  private func makeFolder(_ path: String) throws {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure(path) }
  }

  private func failure(_ path: String) -> RemoteError {
    let code: RemoteError.Code = errno == EACCES || errno == EROFS ? .forbidden : .inputOutput
    return RemoteError(code, "\(path): \(String(cString: strerror(errno)))")
  }
}

extension FolderStore {
  /// The bytes of a file, or nil for none.
  private func read(_ path: String, limit: Int) throws -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure(path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(path) }
    guard Int(status.st_size) <= limit else { throw RemoteError(.tooLarge, path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        #if canImport(Darwin)
          Darwin.read(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        #elseif canImport(Musl)
          Musl.read(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        #else
          Glibc.read(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw count == 0 ? RemoteError(.truncated, path) : failure(path) }
      done += count
    }
    return bytes
  }

  /// Writes a file as a whole; false where it is there already and was to be new.
  @discardableResult
  private func write(_ path: String, _ bytes: [UInt8], isNew: Bool) throws -> Bool {
    serial += 1
    let draft = "\(root)/temporary/\(getpid())-\(serial)-\(UInt32.random(in: 0...UInt32.max))"
    try makeFolder("\(root)/temporary")
    try writeDraft(draft, bytes)
    defer { unlink(draft) }
    if isNew {
      guard try settle(draft, path) else { return false }
    } else if rename(draft, path) != 0 {
      throw failure(path)
    }
    flushFolder(of: path)
    return true
  }

  private func writeDraft(_ draft: String, _ bytes: [UInt8]) throws {
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure(draft) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(file, buffer.baseAddress, buffer.count)
        #else
          Glibc.write(file, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(draft) }
      rest = rest.dropFirst(count)
    }
    // Some network file systems have no flush to offer and say so.
    if fsync(file) != 0, errno != EINVAL, errno != ENOTSUP { throw failure(draft) }
  }

  /// Gives a draft its name; false where the name is taken.
  private func settle(_ draft: String, _ path: String) throws -> Bool {
    if hasLinks {
      if link(draft, path) == 0 { return true }
      if errno == EEXIST { return false }
      guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK, EINVAL].contains(errno) else {
        throw failure(path)
      }
      hasLinks = false
    }
    if access(path, F_OK) == 0 { return false }
    guard rename(draft, path) == 0 else { throw failure(path) }
    return true
  }

  private func flushFolder(of path: String) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = open(String(path[..<slash]), O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
