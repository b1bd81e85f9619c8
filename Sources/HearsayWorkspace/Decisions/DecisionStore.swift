internal import FoundationEssentials
public import HearsayModel
public import HearsayStore
public import HearsayText
internal import Synchronization

/// The stores of all projects, opened when they are needed: what editors, commands and sheets share.
///
/// Every call but ``location(forFolder:)`` and ``hasStore(at:)`` blocks its thread on the disk.
public final class DecisionStore: Sendable {
  private struct Opened {
    let store: AnnotationStore
    /// Device and number of the file: another one at the path is another store.
    let file: FileNumber?
    /// What a frozen store was opened as; nil for all others, which see themselves what others do.
    let frozen: [FileState?]?
    /// Differs between any two openings of stores.
    let opening: Int
  }

  /// All stores that are open, by path.
  private struct OpenStores {
    var stores: [String: Opened] = [:]
    /// How many stores were opened so far.
    var openings = 0
  }

  /// What a store was when its reader was last told of changes.
  private enum Sight: Hashable {
    case missing
    case version(Int, opening: Int)
  }

  private let desk = AdjudicationDesk()
  private let finder: StoreFinder
  private let opened = Mutex(OpenStores())
  /// What readers were last told of, by path; whoever else opens a store leaves it alone, so that nothing
  /// new passes unnoticed.
  private let seen = Mutex<[String: Sight]>([:])

  /// The stores that a finder leads to.
  public init(finder: StoreFinder = StoreFinder()) {
    self.finder = finder
  }

  /// The store for documents of a folder, which need not be there yet.
  public func location(forFolder folder: String?) -> StoreLocation {
    finder.location(forFolder: folder)
  }

  /// Whether there is a store, or a list of disagreements to settle; cheap.
  public func hasStore(at location: StoreLocation) -> Bool {
    if FileManager.default.fileExists(atPath: location.database) { return true }
    noteFirst(.missing, at: location)
    return AdjudicationList.path(at: location).map(FileManager.default.fileExists) ?? false
  }

  /// The store at a location, or nil where there is none.
  ///
  /// - Throws: ``HearsayStore/StoreError``.
  public func store(at location: StoreLocation) throws(StoreError) -> AnnotationStore? {
    let file = FileNumber(path: location.database)
    if let known = opened.withLock({ $0.stores[location.database] }) {
      // What was decided in a file that is no longer there would be lost.
      if file != nil, known.file == file,
        known.frozen.map({ $0 == DecisionStore.state(of: known.store.path) }) ?? true
      {
        return known.store
      }
      opened.withLock { opened in
        guard opened.stores[location.database]?.opening == known.opening else { return }
        opened.stores[location.database] = nil
      }
    }
    // Before it is opened: what comes in between has it opened again.
    let state = DecisionStore.state(of: location.database)
    guard let store = try AnnotationStore.existing(at: location.database) else { return nil }
    remember(store, frozen: store.isFrozen ? state : nil)
    return store
  }

  private static func state(of database: String) -> [FileState?] {
    let log = FileState(path: "\(database)-wal")
    return [FileState(path: database), log?.size == 0 ? nil : log]
  }

  /// The store at a location, made where there is none.
  private func storeMade(at location: StoreLocation) throws(StoreError) -> AnnotationStore {
    if let known = try store(at: location) { return known }
    let store = try AnnotationStore.made(at: location.database)
    remember(store)
    return store
  }

  private func remember(_ store: AnnotationStore, frozen: [FileState?]? = nil) {
    let file = FileNumber(path: store.path)
    opened.withLock { opened in
      opened.openings += 1
      opened.stores[store.path] = Opened(
        store: store, file: file, frozen: frozen, opening: opened.openings)
    }
  }

  /// Closes every store, so that each is one whole file again if nobody else has it open.
  public func close() {
    opened.withLock { $0.stores = [:] }
  }

  /// What was decided on a document, placed in its text; nothing where there is no store.
  ///
  /// - Throws: ``HearsayStore/StoreError``.
  public func overlay(
    of text: Text, identity: DocumentIdentity, at location: StoreLocation
  ) throws(StoreError) -> DocumentOverlay {
    var overlay = DocumentOverlay()
    // Before it is read: what comes in between is told.
    noteFirst(sight(of: location), at: location)
    if let store = try store(at: location) {
      var loader = OverlayLoader(store: store, text: text, identity: identity)
      overlay = try loader.load()
    }
    if let path = identity.path {
      overlay.disagreements = desk.disagreements(about: path, text, at: location)
    }
    return overlay
  }

  /// What is wrong with a project's list of disagreements, as far as nobody was told.
  public func untoldListProblems(at location: StoreLocation) -> [ListProblem] {
    desk.untoldProblems(at: location)
  }

  /// Stores a decision; the store is made on the first one.
  ///
  /// - Throws: ``HearsayStore/StoreError``.
  public func commit(
    _ commit: Commit, at location: StoreLocation
  ) throws(StoreError) -> CommitOutcome {
    try storeMade(at: location).commit(commit)
  }

  /// Takes the last step back, or brings the one last taken back into force again.
  ///
  /// - Throws: ``HearsayStore/StoreError``.
  public func move(
    _ direction: DecisionVerb, in identity: DocumentIdentity?, at location: StoreLocation,
    stamp: DecisionStamp
  ) throws(StoreError) -> CommitOutcome {
    guard let store = try store(at: location) else { throw .nothingToUndo }
    return try store.move(direction, in: identity, stamp: stamp, id: .now())
  }

  /// Stops ignoring something.
  ///
  /// - Throws: ``HearsayStore/StoreError``; ``HearsayStore/StoreError/unknownID(_:)`` where nothing
  ///   has that id.
  public func unignore(
    _ id: AnnotationID, at location: StoreLocation, stamp: DecisionStamp
  ) throws(StoreError) -> CommitOutcome {
    guard let store = try store(at: location) else { throw .unknownID(id.text) }
    return try store.unignore(id, stamp: stamp, id: .now())
  }

  /// Notes where annotations were followed to, when their document was saved.
  ///
  /// - Throws: ``HearsayStore/StoreError``.
  public func follow(
    _ overlay: DocumentOverlay, to text: Text, identity: DocumentIdentity,
    at location: StoreLocation
  ) throws(StoreError) {
    let placements = overlay.placements(in: identity.textHash)
    guard !placements.isEmpty, let store = try store(at: location), !store.isReadOnly else {
      return
    }
    try store.follow(placements, to: identity, text: text)
  }

  /// Which of some stores another process has changed, made or replaced since this last said so, or
  /// since they were first read.
  ///
  /// One that cannot be read counts as unchanged; whoever reads it next is told why.
  public func changed(among locations: Set<StoreLocation>) -> Set<StoreLocation> {
    locations.filter { location in
      if desk.hasNews(at: location) { return true }
      guard let sight = sight(of: location) else { return false }
      return seen.withLock { $0.updateValue(sight, forKey: location.database) ?? .missing } != sight
    }
  }

  /// What a store is now; nil where it cannot be read.
  private func sight(of location: StoreLocation) -> Sight? {
    do throws(StoreError) {
      guard let store = try store(at: location) else { return .missing }
      let opening = opened.withLock { opened in
        opened.stores[location.database].flatMap { $0.store === store ? $0.opening : nil }
      }
      return .version(try store.dataVersion(), opening: opening ?? 0)
    } catch {
      return nil
    }
  }

  /// Notes what a store is, for the first reader who is to be told of changes.
  private func noteFirst(_ sight: @autoclosure () -> Sight?, at location: StoreLocation) {
    guard seen.withLock({ $0[location.database] == nil }), let sight = sight() else { return }
    seen.withLock { seen in
      if seen[location.database] == nil { seen[location.database] = sight }
    }
  }
}

extension DocumentOverlay {
  /// Where annotations stand in a text, as far as that is not what they were stored with.
  ///
  /// What has to be looked at by a person is left out, and what is gone: it stays compared with what
  /// it was made on, and is there again when its words are.
  func placements(in textHash: String) -> [AnnotationID: Placement] {
    var result: [AnnotationID: Placement] = [:]
    for (annotation, place) in zip(annotations, places)
    where annotation.target.textHash != textHash && place.state == .anchored {
      var placement = Placement(
        textHash: textHash, target: place.target, origin: place.origin, source: place.source,
        cue: place.cue)
      placement.madeFrom = annotation.target
      result[annotation.id] = placement
    }
    return result
  }
}
