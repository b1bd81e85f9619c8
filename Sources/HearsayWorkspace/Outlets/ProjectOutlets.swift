internal import FoundationEssentials
public import HearsayAnalysis
internal import HearsayData
internal import Synchronization

/// The outlets as they are known in one project.
public struct OutletEdition: Sendable {
  /// The facts.
  public let catalogue: OutletCatalogue
  /// The registry that detection uses, or nil for the shipped one.
  public let registry: OutletRegistry?
  /// The overlay's path, or nil where there is none.
  public let path: String?
  /// The overlay, or nil where there is none.
  public let overlay: OutletOverlay?
  /// The overlay's `file:` address, or nil where there is none.
  public var address: String? { path.map { URL(filePath: $0).absoluteString } }

  /// The shipped registry alone.
  public static let shipped = OutletEdition(
    catalogue: .shipped, registry: nil, path: nil, overlay: nil)

  /// The shipped registry under an overlay.
  init(path: String, overlay: OutletOverlay) {
    self.path = path
    self.overlay = overlay
    guard !overlay.isEmpty else {
      catalogue = .shipped
      registry = nil
      return
    }
    catalogue = OutletCatalogue(overlay: overlay)
    registry = OutletRegistry(
      EmbeddedResources.outletBytes() + Array("\n\(OverlayLines(overlay).text)".utf8))
  }

  private init(
    catalogue: OutletCatalogue, registry: OutletRegistry?, path: String?, overlay: OutletOverlay?
  ) {
    self.catalogue = catalogue
    self.registry = registry
    self.path = path
    self.overlay = overlay
  }

  /// Version of the registry, with the overlay's where one is in force.
  public func registryVersion(_ base: Analyzer) -> String {
    guard let overlay, !overlay.isEmpty else { return base.registry.version }
    let version = overlay.version.isEmpty ? "" : " \(overlay.version)"
    return "\(base.registry.version)+\(overlay.team)\(version)"
  }

  /// The stages with the outlets of this edition.
  public func analyzer(_ base: Analyzer) -> Analyzer {
    registry.map { base.replacing(outlets: $0) } ?? base
  }
}

/// Where the outlets of a project come from.
public protocol OutletSourceProvider: Sendable {
  /// The outlets as they are known in a folder.
  ///
  /// - Parameter folder: An absolute path, or nil for a document that lies in no folder.
  func edition(forFolder folder: String?) -> OutletEdition

  /// Whether an overlay that was looked for has come, gone or changed since.
  func changed() -> Bool
}

/// The shipped registry everywhere.
public struct ShippedOutlets: OutletSourceProvider {
  /// The shipped registry everywhere.
  public init() {}

  /// The shipped registry.
  public func edition(forFolder folder: String?) -> OutletEdition { .shipped }

  /// Never.
  public func changed() -> Bool { false }
}

/// Outlets under the overlay `.hearsay/outlets.json`, found by walking up from a folder; the home
/// folder is the last one looked at.
///
/// An overlay is read once and again when its modification time or size changes.
public final class ProjectOutlets: OutletSourceProvider {
  /// The overlay's path below a project's root.
  public static let fileName = ".hearsay/outlets.json"

  /// From which state of the file something was read; nil for a file that is not there.
  private struct Stamp: Hashable, Sendable {
    let time: Date
    let size: Int
  }

  private let home: String
  /// What was read so far.
  private struct Known: Sendable {
    /// By path of the overlay; nil where there is no file.
    var editions: [String: (stamp: Stamp?, edition: OutletEdition?)] = [:]
    /// The folder asked for last: files come folder by folder.
    var last: (folder: String, edition: OutletEdition)?
  }

  private let known = Mutex(Known())

  /// Outlets of whatever project a folder lies in.
  public init() {
    home = UserHome.folder
  }

  /// The outlets under the nearest overlay, or the shipped ones.
  public func edition(forFolder folder: String?) -> OutletEdition {
    guard let folder else { return .shipped }
    return known.withLock { known in
      if let last = known.last, last.folder == folder { return last.edition }
      let edition = nearest(candidates(folder), &known)
      known.last = (folder, edition)
      return edition
    }
  }

  private func nearest(_ paths: [String], _ known: inout Known) -> OutletEdition {
    for path in paths {
      if known.editions[path] == nil { known.editions[path] = ProjectOutlets.read(path) }
      if let edition = known.editions[path]?.edition { return edition }
    }
    return .shipped
  }

  /// Whether an overlay that was looked for has come, gone or changed since.
  public func changed() -> Bool {
    known.withLock { known in
      var any = false
      for (path, before) in known.editions where ProjectOutlets.stamp(path) != before.stamp {
        known.editions[path] = ProjectOutlets.read(path)
        any = true
      }
      if any { known.last = nil }
      return any
    }
  }

  /// The overlay in a file.
  public static func overlay(at path: String) -> OutletOverlay {
    guard let stamp = stamp(path) else {
      return OverlayReader.broken(.unreadable, "There is no file \(path).")
    }
    guard stamp.size <= OutletOverlay.maximumSize else {
      return OverlayReader.broken(
        .tooLarge,
        "An overlay may have \(OutletOverlay.maximumSize) bytes, not \(stamp.size).")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return OverlayReader.broken(.unreadable, "The file cannot be read.")
    }
    return OverlayReader.read(Array(data))
  }

  /// The overlay in bytes, as an editor holds them.
  public static func overlay(in bytes: [UInt8]) -> OutletOverlay { OverlayReader.read(bytes) }

  private static func read(_ path: String) -> (stamp: Stamp?, edition: OutletEdition?) {
    let stamp = stamp(path)
    guard stamp != nil else { return (nil, nil) }
    return (stamp, OutletEdition(path: path, overlay: overlay(at: path)))
  }

  private static func stamp(_ path: String) -> Stamp? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
      let time = attributes[.modificationDate] as? Date
    else { return nil }
    return Stamp(time: time, size: (attributes[.size] as? Int) ?? 0)
  }

  /// Paths of overlays from a folder up to the home folder or the root, at most 64.
  private func candidates(_ folder: String) -> [String] {
    var result: [String] = []
    var parts = folder.split(separator: "/")
    while result.count < 64 {
      let here = "/" + parts.joined(separator: "/")
      result.append(here == "/" ? "/\(Self.fileName)" : "\(here)/\(Self.fileName)")
      if here == home || parts.popLast() == nil { break }
    }
    return result
  }
}
