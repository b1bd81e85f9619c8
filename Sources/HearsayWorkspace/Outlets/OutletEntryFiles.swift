internal import FoundationEssentials

/// Registry entries as read-only files, so that every editor can open one like any document.
///
/// They lie in the user's cache and are written when somebody asks for one.
public struct OutletEntryFiles: Sendable {
  /// The folder that holds the entries.
  private let folder: String

  /// Entries below a folder.
  public init(folder: String) { self.folder = folder }

  /// Entries in the user's cache: `XDG_CACHE_HOME`, else the platform's usual place.
  public init() {
    folder = "\(UserCache.folder)/outlets"
  }

  /// Whether a file is one of the entries.
  public func holds(path: String) -> Bool { path.hasPrefix(folder + "/") }

  /// The id of the outlet whose entry a file is, or nil.
  public static func outlet(ofPath path: String) -> String? {
    guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return nil }
    return String(name.dropLast(3))
  }

  /// The `file:` address of an outlet's entry, written if it is not there; nil where the outlet is
  /// unknown or the file cannot be written.
  public func address(of id: String, in catalogue: OutletCatalogue, today: String) -> String? {
    guard let text = OutletEntryFiles.text(of: id, in: catalogue, today: today) else { return nil }
    // Digits, letters and hyphens only, so that no name leads out of the folder.
    let edition = catalogue.overlay.map { "\(catalogue.version)-\($0.fingerprint)" }
    let place = "\(folder)/\(edition ?? catalogue.version)"
    let path = "\(place)/\(id).md"
    return write(Data(text.utf8), to: path, in: place)
      ? URL(filePath: path).absoluteString : nil
  }

  /// An outlet's entry in Markdown, or nil where the outlet is unknown.
  public static func text(
    of id: String, in catalogue: OutletCatalogue, today: String
  ) -> String? {
    guard let entry = catalogue.entry(id) else { return nil }
    let note = OutletNote(entry, in: catalogue, scope: .everything, today: today)
    return "# \(OutletNoteWriter(catalogue, markup: .markdown).text(note))\n"
  }

  private func write(_ data: Data, to path: String, in place: String) -> Bool {
    let files = FileManager.default
    if files.contents(atPath: path) == data { return true }
    do {
      try files.createDirectory(atPath: place, withIntermediateDirectories: true)
      if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
      try data.write(to: URL(filePath: path), options: .atomic)
      try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      return true
    } catch {
      return false
    }
  }
}

extension OutletOverlay {
  /// Tells two overlays apart, in hexadecimal digits.
  fileprivate var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
