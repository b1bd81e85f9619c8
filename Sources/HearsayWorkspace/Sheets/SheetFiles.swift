internal import FoundationEssentials
internal import HearsayInterchange
public import HearsayText

/// Where sheets lie, and what they were written as.
///
/// A sheet lies beside the project's store, in `.hearsay/sheets` under the article's own path, so
/// that article folders stay clean, folders are annotated without sheets, and two articles of one
/// name have two sheets. Without a project it lies beside the user's store. Beside a sheet lies what
/// it was written as, with the ending `.base`.
public enum SheetFiles {
  /// How the name of a sheet ends; a text file to every editor.
  public static let ending = ".annotations.txt"
  private static let folder = "/sheets/"
  /// A longer sheet, in bytes, is not read.
  private static let maximumSize = 1 << 26

  /// Whether a path is that of a sheet.
  public static func isSheet(_ path: String) -> Bool {
    path.hasSuffix(ending) && path.contains(folder)
  }

  /// The path of an article's sheet.
  public static func path(forArticle article: String, at location: StoreLocation) -> String {
    let slash = location.database.lastIndex(of: "/") ?? location.database.startIndex
    let below = location.path(of: article).drop { $0 == "/" }
    return "\(location.database[..<slash])\(folder)\(below)\(ending)"
  }

  /// The text of a sheet, or nil where there is none that can be read.
  public static func text(at path: String) -> Text? {
    guard let data = FileManager.default.contents(atPath: path), data.count <= maximumSize else {
      return nil
    }
    return try? Text(validating: Array(data))
  }

  /// What a sheet was written as, or nil where that is not known.
  public static func base(ofSheet path: String) -> Text? { text(at: path + ".base") }

  /// Writes a sheet, or nil to leave it, and what it counts as written from.
  ///
  /// - Throws: ``SheetFileError``; what the sheet counts as written from is as it was, then.
  public static func write(
    _ text: String?, base: String, to path: String
  ) throws(SheetFileError) {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      // A new sheet comes last: without what is known of it, it would store nothing. A sheet that is
      // there comes first: its old values beside what belongs to new ones would look like changes.
      let isThere = FileManager.default.fileExists(atPath: path)
      if let text, isThere { try Data(text.utf8).write(to: url, options: .atomic) }
      try Data(base.utf8).write(to: URL(filePath: path + ".base"), options: .atomic)
      if let text, !isThere { try Data(text.utf8).write(to: url, options: .atomic) }
    } catch {
      throw SheetFileError(path: path, reason: SheetFileError.reason(error))
    }
  }

  /// Does something with a sheet while no other server does; blocks until then.
  ///
  /// The lock is a file beside the sheet and ends with the process that has it. Where none can be
  /// made, it is done all the same.
  public static func alone<Value>(with path: String, _ body: () -> Value) -> Value {
    try? FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    let lock = FileLock(file: path + ".lock", permissions: 0o666)
    lock?.take()
    return withExtendedLifetime(lock) { body() }
  }

  /// When a file was last written, in milliseconds since 1970; nil where there is none.
  public static func stamp(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let date = attributes?[.modificationDate] as? Date
    return date.map { Int($0.timeIntervalSince1970 * 1_000) }
  }
}

/// A sheet that cannot be written.
public struct SheetFileError: Error, Hashable, Sendable {
  /// The sheet.
  public let path: String
  /// What the system says.
  public let reason: String

  fileprivate static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?: "permission denied"
    case .fileWriteOutOfSpace?: "no space is left"
    case .fileWriteVolumeReadOnly?: "the file system is read-only"
    case .fileWriteFileExists?: "a file is in the way"
    default: "input or output failed"
    }
  }

  /// One sentence with its code.
  public var message: String { "\(path) cannot be written: \(reason) [sheet-unwritable]" }
}
