internal import FoundationEssentials

/// The user's home folder.
enum UserHome {
  /// What `$HOME` says, as for every other program, else what the system knows.
  static var folder: String { folder(ProcessInfo.processInfo.environment) }

  /// The home folder of a user with these environment variables.
  static func folder(_ environment: [String: String]) -> String {
    environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? FileManager.default.homeDirectoryForCurrentUser.path
  }
}
