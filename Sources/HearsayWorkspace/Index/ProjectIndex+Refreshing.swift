internal import HearsayModel
internal import HearsayStore
internal import HearsayText
internal import Synchronization

/// Bringing an index up to date.
extension ProjectIndex {
  /// What a refresh needs.
  public struct Refresh: Sendable {
    /// Reads files.
    public var reader: IndexedFileReader
    /// Files that are left out.
    public var excludes: ExcludePatterns
    /// So many files at most.
    public var maximumFiles: Int
    /// What an entry depends on beside its file; others are read again.
    public var fingerprint: String
    /// The folder of caches, or nil to keep nothing.
    public var cacheFolder: String?
    /// Whether to stop; what was read stays.
    public var isCancelled: @Sendable () -> Bool = { false }
    /// Told how many of the files to read are read.
    public var progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    /// Runs a body on several threads and returns when it has returned on all of them.
    public var concurrently: @Sendable (_ body: @escaping @Sendable () -> Void) -> Void = { $0() }

    /// What a refresh needs at least.
    public init(
      reader: IndexedFileReader, excludes: ExcludePatterns, maximumFiles: Int, fingerprint: String,
      cacheFolder: String?
    ) {
      self.reader = reader
      self.excludes = excludes
      self.maximumFiles = maximumFiles
      self.fingerprint = fingerprint
      self.cacheFolder = cacheFolder
    }

    /// The folder in the user's cache.
    public static var userFolder: String { "\(UserCache.folder)/index" }
  }

  /// What a refresh came to.
  public struct Outcome: Hashable, Sendable {
    /// How many files were read.
    public var read = 0
    /// How many are known now.
    public var known = 0
    /// Whether there are more files than may be indexed.
    public var isCut = false
    /// Whether anything is known that was not before, or the reverse.
    public var hasChanged = false
    /// The files of those read that are no text, by path; nothing is known of them.
    public var unreadable: [Unreadable] = []

    /// A file that is no text.
    public struct Unreadable: Hashable, Sendable {
      /// Its path below the project's folder.
      public let path: String
      /// Why it could not be read.
      public let error: InputError
    }
  }

  /// Reads what has changed since; waits for the disk and takes as long as the reading takes.
  ///
  /// One at a time.
  public func refresh(_ refresh: Refresh) -> Outcome {
    let cache = refresh.cacheFolder.map { folder in
      let name = DocumentIdentity.hash(Array(root.utf8)).prefix(24)
      return IndexCache(path: "\(folder)/\(name).sqlite", fingerprint: refresh.fingerprint)
    }
    state.withLock { state in
      if let known = state.fingerprint, known != refresh.fingerprint { state = State() }
      state.fingerprint = refresh.fingerprint
    }
    load(from: cache)
    let names = refresh.reader.names(forFolder: root)
    var limits = IndexWalk.Limits()
    limits.files = refresh.maximumFiles
    let walk = IndexWalk(root, excludes: refresh.excludes, limits: limits)
    let (stale, gone) = compare(walk, refresh.reader)
    var outcome = Outcome(isCut: walk.isCut)
    state.withLock { state in
      outcome.hasChanged = !gone.isEmpty || names != state.names
      (state.names, state.reader) = (names, refresh.reader)
      for path in gone { state.remove(path) }
    }
    if let cache, !gone.isEmpty { cache.write([], forgetting: gone) }
    let run = IndexRun(stale, index: self, refresh: refresh, cache: cache)
    if stale.count > 8 { refresh.concurrently { run.work() } } else { run.work() }
    run.flush()
    outcome.read = run.count
    outcome.known = fileCount
    outcome.hasChanged = outcome.hasChanged || run.count > 0
    outcome.unreadable = run.unreadable
    return outcome
  }

  private func load(from cache: IndexCache?) {
    let isLoaded = state.withLock { state in
      defer { state.isLoaded = true }
      return state.isLoaded
    }
    guard !isLoaded, let cache else { return }
    let files = cache.entries().map { entry in
      File(
        path: entry.path, state: FileState(size: entry.size, modified: entry.modified),
        decisions: entry.decisions, bytes: entry.bytes)
    }
    state.withLock { state in
      for file in files { state.put(file) }
    }
  }

  /// Which files have to be read, and which are gone.
  private func compare(
    _ walk: IndexWalk, _ reader: IndexedFileReader
  ) -> (stale: [(path: String, state: FileState)], gone: [String]) {
    let known = state.withLock { state in
      state.slots.mapValues { slot in state.files[slot].map { ($0.state, $0.decisions) } }
    }
    var left = Set(known.keys)
    var stale: [(path: String, state: FileState)] = []
    for file in walk.files {
      left.remove(file.path)
      if case (let state, let decisions)?? = known[file.path], state == file.state,
        decisions == reader.version(of: "\(root)/\(file.path)")
      {
        continue
      }
      stale.append(file)
    }
    return (stale, left.sorted())
  }
}

/// Files that are read by several threads.
private final class IndexRun: Sendable {
  private let files: [(path: String, state: FileState)]
  private let index: ProjectIndex
  private let refresh: ProjectIndex.Refresh
  private let cache: IndexCache?
  private let next = Mutex(0)
  private let done = Mutex((count: 0, unwritten: [IndexCache.Entry]()))
  private let failed = Mutex<[ProjectIndex.Outcome.Unreadable]>([])

  init(
    _ files: [(path: String, state: FileState)], index: ProjectIndex,
    refresh: ProjectIndex.Refresh, cache: IndexCache?
  ) {
    (self.files, self.index, self.refresh, self.cache) = (files, index, refresh, cache)
  }

  /// How many files were read.
  var count: Int { done.withLock { $0.count } }

  /// The files that are no text, by path.
  var unreadable: [ProjectIndex.Outcome.Unreadable] {
    failed.withLock { $0.sorted { $0.path < $1.path } }
  }

  /// Reads files until none is left.
  func work() {
    while !refresh.isCancelled(), let file = take() {
      let path = "\(index.root)/\(file.path)"
      let version = refresh.reader.version(of: path)
      let (bytes, isText, isWhole) = read(path, file.path)
      // A number that no decisions have: the next refresh reads it again.
      let decisions = isWhole ? version : ~version
      index.state.withLock {
        $0.put(
          ProjectIndex.File(path: file.path, state: file.state, decisions: decisions, bytes: bytes))
      }
      let entry = IndexCache.Entry(
        path: file.path, size: file.state.size, modified: file.state.modified,
        decisions: decisions, bytes: bytes)
      let (count, full) = done.withLock { done -> (Int, [IndexCache.Entry]) in
        done.count += 1
        // What is no text is tried, and told, again by whoever starts next.
        if isText, isWhole { done.unwritten.append(entry) }
        guard done.unwritten.count >= 256 else { return (done.count, []) }
        defer { done.unwritten = [] }
        return (done.count, done.unwritten)
      }
      if !full.isEmpty { cache?.write(full) }
      refresh.progress(count, files.count)
    }
  }

  /// What is known of a file, whether it is text, and whether all is known that there is; one that went
  /// in the meantime is no matter.
  private func read(
    _ path: String, _ name: String
  ) -> (bytes: [UInt8], isText: Bool, isWhole: Bool) {
    do throws(InputError) {
      let (document, isWhole) = try refresh.reader.document(path)
      return (document.bytes, true, isWhole)
    } catch {
      if error != .notFound { failed.withLock { $0.append(.init(path: name, error: error)) } }
      return (IndexedDocument().bytes, false, true)
    }
  }

  private func take() -> (path: String, state: FileState)? {
    let number = next.withLock { next in
      defer { next += 1 }
      return next
    }
    return number < files.count ? files[number] : nil
  }

  /// Keeps what is not kept yet.
  func flush() {
    let rest = done.withLock { done in
      defer { done.unwritten = [] }
      return done.unwritten
    }
    if !rest.isEmpty { cache?.write(rest) }
  }
}

extension ProjectIndex.State {
  /// Takes what is known of a file, in the place of what was known before.
  mutating func put(_ file: ProjectIndex.File) {
    remove(file.path)
    guard let document = IndexedDocument(file.bytes) else { return }
    let slot = files.count
    files.append(file)
    slots[file.path] = slot
    var counts = Array(repeating: 0, count: document.people.count)
    for saying in document.sayings { if let person = saying.person { counts[person] += 1 } }
    for (number, person) in document.people.enumerated() {
      let place = ProjectIndex.Occurrence(slot: Int32(slot), person: Int32(number))
      people[person.id, default: .init(name: person.name, isOutlet: false)]
        .add(place, times: counts[number])
    }
    var seen: Set<String> = []
    for (number, outlet) in document.outlets.enumerated() {
      let isFirst = seen.insert(outlet.key).inserted
      let place = ProjectIndex.Occurrence(slot: Int32(slot), person: Int32(number))
      outlets[outlet.key, default: .init(name: outlet.name, isOutlet: true)]
        .add(isFirst ? place : nil, times: 1)
    }
  }

  /// Forgets a file.
  mutating func remove(_ path: String) {
    guard let slot = slots.removeValue(forKey: path), let file = files[slot] else { return }
    files[slot] = nil
    guard let document = IndexedDocument(file.bytes) else { return }
    var counts = Array(repeating: 0, count: document.people.count)
    for saying in document.sayings { if let person = saying.person { counts[person] += 1 } }
    for (number, person) in document.people.enumerated() {
      people[person.id]?.remove(slot, times: counts[number])
      if people[person.id]?.files.isEmpty ?? false { people[person.id] = nil }
    }
    for outlet in document.outlets {
      outlets[outlet.key]?.remove(slot, times: 1)
      if outlets[outlet.key]?.files.isEmpty ?? false { outlets[outlet.key] = nil }
    }
  }
}

extension ProjectIndex.Entity {
  /// Counts a place in.
  mutating func add(_ place: ProjectIndex.Occurrence?, times: Int) {
    if let place { files.append(place) }
    count += times
  }

  /// Counts a file out.
  mutating func remove(_ slot: Int, times: Int) {
    files.removeAll { Int($0.slot) == slot }
    count -= times
  }
}

extension IndexedDocument.Outlet {
  /// What it is known by in every document.
  var key: String { id ?? "name \(name)" }
}
