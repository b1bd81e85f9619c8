public import HearsayAnalysis
internal import HearsayModel
internal import HearsayStore
internal import HearsayText
internal import Synchronization

/// Reads files for an index, on any thread, with the care that open documents are read with, and what
/// people decided on them.
public struct IndexedFileReader: Sendable {
  /// What was found out on the first look: the decisions by path, by store; the rest by folder.
  private final class Versions: Sendable {
    let known = Mutex<[String: DecisionVersions]>([:])
    let locations = Mutex<[String: StoreLocation]>([:])
    let settings = Mutex<[String: Int]>([:])
  }

  private let analyzer: Analyzer
  private let settings: any SettingsSource
  private let decisions: DecisionStore
  private let versions = Versions()

  /// A reader whose first look at the stores is still to come.
  ///
  /// - Parameter analyzer: With the outlets of the project.
  public init(analyzer: Analyzer, settings: any SettingsSource, decisions: DecisionStore) {
    self.analyzer = analyzer
    self.settings = settings
    self.decisions = decisions
  }

  /// What tells the decisions on a file, whoever made them, and the settings it is read with apart from
  /// earlier ones; 0 for none.
  func version(of path: String) -> Int {
    decisions(on: path) ^ settings(forFolder: IndexedFileReader.folder(of: path))
  }

  private func decisions(on path: String) -> Int {
    let location = location(of: path)
    let name = location.path(of: path)
    let known = versions.known.withLock { $0[location.database] }
    if let known { return known.version(ofPath: name) }
    let read = (try? decisions.store(at: location)?.decisionVersions()) ?? DecisionVersions()
    versions.known.withLock { $0[location.database] = read }
    return read.version(ofPath: name)
  }

  /// What tells apart the settings that an article's dates depend on; 0 where there are none.
  private func settings(forFolder folder: String) -> Int {
    if let known = versions.settings.withLock({ $0[folder] }) { return known }
    let own = settings.settings(forFolder: folder).settings
    let words = [own.date ?? "", own.dayMonthOrder?.rawValue ?? ""]
    let hash = WordHash.of(words.joined(separator: "|").utf8)
    let version = words.allSatisfy(\.isEmpty) ? 0 : Int(truncatingIfNeeded: hash) & Int.max
    versions.settings.withLock { $0[folder] = version }
    return version
  }

  private func location(of path: String) -> StoreLocation {
    let folder = IndexedFileReader.folder(of: path)
    if let known = versions.locations.withLock({ $0[folder] }) { return known }
    let found = decisions.location(forFolder: folder)
    versions.locations.withLock { $0[folder] = found }
    return found
  }

  private static func folder(of path: String) -> String {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// What an index is to know of a file, and whether that is whole: it is not where decisions are
  /// known to be there and could not be read just now.
  ///
  /// - Throws: ``InputError`` where it cannot be read as text.
  func document(
    _ path: String
  ) throws(InputError) -> (document: IndexedDocument, isWhole: Bool) {
    let document = try DocumentLoader.load(path)
    let location = location(of: path)
    let own = settings.settings(forFolder: IndexedFileReader.folder(of: path)).settings
    var overlay = DocumentOverlay()
    var isWhole = true
    if decisions.hasStore(at: location) {
      let identity = DocumentIdentity(document.text, path: location.path(of: path))
      do throws(StoreError) {
        overlay = try decisions.overlay(of: document.text, identity: identity, at: location)
      } catch {
        isWhole = decisions(on: path) == 0
      }
      // Names are laid over the answers, so that a choice changes no entry.
      overlay.names = CanonicalNames()
    }
    let order = overlay.dayMonthOrder.flatMap { DayMonthOrder(rawValue: $0) }
    let analysis = DocumentAnalysis(
      document.text,
      options: AnalysisOptions(
        date: overlay.articleDate ?? own.date, dayMonthOrder: order ?? own.dayMonthOrder,
        fileName: path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }),
      analyzer: analyzer)
    let set = AnnotationMerger.merged(analysis.findings, overlay, in: document.text)
    return (IndexedDocument(set.findings, of: analysis), isWhole)
  }

  /// The names that people have chosen, where the documents of a folder have their decisions.
  func names(forFolder folder: String) -> CanonicalNames {
    let location = decisions.location(forFolder: folder)
    guard decisions.hasStore(at: location),
      let names = try? decisions.store(at: location)?.speakerNames()
    else { return CanonicalNames() }
    return names
  }
}
