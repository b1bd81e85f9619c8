internal import FoundationEssentials

/// Where the annotations of a document are stored.
public struct StoreLocation: Hashable, Sendable {
  /// The database's absolute path.
  public let database: String
  /// The project's folder, below which documents are named by their path; nil without a project.
  public let root: String?

  /// The folder of a project that holds its store.
  public static let folderName = ".hearsay"
  /// The name of the database.
  public static let fileName = "annotations.sqlite"

  /// A store in a database file.
  public init(database: String, root: String?) {
    self.database = database
    self.root = root
  }

  /// The path a document is stored under: below the project's folder, else absolute.
  public func path(of file: String) -> String {
    guard let root, file.utf8.starts(with: (root + "/").utf8) else { return file }
    return String(decoding: file.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self)
  }

  /// Where a stored path lies on the disk.
  public func file(ofPath path: String) -> String {
    guard let root, !path.hasPrefix("/") else { return path }
    return "\(root)/\(path)"
  }
}

/// Finds the store of a folder: that of the project around it, else the user's.
///
/// A project is a folder that holds `.hearsay.toml` or `.hearsay`; the home folder is the last one
/// looked at.
public struct StoreFinder: Sendable {
  private let home: String
  private let userFolder: String

  /// A finder for the user that runs the process.
  ///
  /// Without a project the store lies in `$XDG_DATA_HOME/hearsay`, usually `~/.local/share/hearsay`
  /// (XDG Base Directory Specification); on macOS in `~/Library/Application Support/hearsay`.
  public init() {
    let environment = ProcessInfo.processInfo.environment
    home = UserHome.folder
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      userFolder = "\(data)/hearsay"
    } else {
      #if os(macOS)
        userFolder = "\(home)/Library/Application Support/hearsay"
      #else
        userFolder = "\(home)/.local/share/hearsay"
      #endif
    }
  }

  /// A finder whose user's store and home folder are given, for tests.
  public init(home: String, userFolder: String) {
    self.home = home
    self.userFolder = userFolder
  }

  /// The store for documents of a folder.
  ///
  /// - Parameter folder: An absolute path, or nil for a document that lies in no folder.
  public func location(forFolder folder: String?) -> StoreLocation {
    var folder = folder ?? ""
    var steps = 0
    while folder.hasPrefix("/"), steps < 64 {
      let here = folder == "/" ? "" : folder
      if isProject(here) {
        return StoreLocation(
          database: "\(here)/\(StoreLocation.folderName)/\(StoreLocation.fileName)", root: here)
      }
      if folder == home || folder == "/" { break }
      folder = "/" + folder.split(separator: "/").dropLast().joined(separator: "/")
      steps += 1
    }
    return StoreLocation(database: "\(userFolder)/\(StoreLocation.fileName)", root: nil)
  }

  private func isProject(_ folder: String) -> Bool {
    let manager = FileManager.default
    return manager.fileExists(atPath: "\(folder)/\(ProjectSettings.fileName)")
      || manager.fileExists(atPath: "\(folder)/\(StoreLocation.folderName)")
  }
}
