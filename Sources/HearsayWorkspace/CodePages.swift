internal import FoundationEssentials
internal import HearsayData

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The pages about the codes of diagnostics, which are in the program and reach every editor without
/// a network: as read-only files in the user's cache.
public struct CodePages: Sendable {
  private let folder: String

  /// Pages below a folder.
  public init(folder: String) { self.folder = folder }

  /// Pages in the user's cache, those of each version in a folder of their own.
  public init(version: String) {
    folder = "\(UserCache.folder)/codes/\(version)"
  }

  /// Where the page about a code is, or will be once ``write()`` has run.
  public func path(of code: String) -> String { "\(folder)/\(code).md" }

  /// Writes the pages that are not there.
  ///
  /// Waits for the disk; where writing fails, there are none.
  public func write() {
    let files = FileManager.default
    for (code, text) in CodePages.all {
      let path = path(of: code)
      guard !files.fileExists(atPath: path) else { continue }
      try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
      try? files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    }
  }

  /// Every page by its code, in Markdown.
  public static let all: [String: String] = {
    var pages: [String: String] = [:]
    for bytes in EmbeddedResources.codePages() {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let start = text.firstRange(of: "\nCode `")?.upperBound else { continue }
      pages[String(text[start...].prefix { $0 != "`" })] = text
    }
    return pages
  }()
}

/// The user's cache folder.
enum UserCache {
  /// Our own part of it: below `$XDG_CACHE_HOME`, else the platform's usual place.
  static var folder: String {
    let home = UserHome.folder
    #if os(macOS)
      let usual = "\(home)/Library/Caches"
    #else
      let usual = "\(home)/.cache"
    #endif
    let chosen = getenv("XDG_CACHE_HOME").map { String(cString: $0) } ?? ""
    return (chosen.hasPrefix("/") ? chosen : usual) + "/hearsay"
  }
}
