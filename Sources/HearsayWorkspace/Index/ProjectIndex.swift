internal import FoundationEssentials
public import HearsayModel
internal import HearsayStore
internal import HearsayText
internal import Synchronization

/// What is known of the articles below a folder, so that questions about all of them are answered at
/// once.
///
/// Any thread may ask, also while it is brought up to date. What is known of a file is kept as bytes
/// of a few hundred each; the whole is kept in the user's cache from one start to the next.
public final class ProjectIndex: Sendable {
  /// One file.
  struct File: Sendable {
    let path: String
    let state: FileState
    let decisions: Int
    let bytes: [UInt8]
  }

  /// Where somebody is credited.
  struct Occurrence: Hashable, Sendable {
    /// Which file.
    let slot: Int32
    /// Number of the person in it.
    let person: Int32
  }

  /// Somebody, or an outlet, over all files.
  struct Entity: Sendable {
    var name: String
    /// Whether it is an outlet.
    var isOutlet: Bool
    var files: [Occurrence] = []
    /// How often it speaks or is named.
    var count = 0
  }

  /// Everything that is known; the files lie in slots that keep their numbers.
  struct State: Sendable {
    var files: [File?] = []
    var slots: [String: Int] = [:]
    var people: [String: Entity] = [:]
    var outlets: [String: Entity] = [:]
    var names = CanonicalNames()
    var reader: IndexedFileReader?
    var isLoaded = false
    /// What the entries depend on beside their files.
    var fingerprint: String?
  }

  /// The folder.
  public let root: String
  let state = Mutex(State())

  /// The index of a folder, empty until it is refreshed.
  public init(root: String) { self.root = root }

  /// Whether a folder may have an index: neither the file system's root nor the user's home folder.
  public static func mayIndex(_ root: String) -> Bool {
    IndexWalk.mayWalk(root, home: UserHome.folder)
  }

  /// How many files are known.
  public var fileCount: Int { state.withLock { $0.slots.count } }

  /// The names that people had chosen when it was refreshed last.
  public var names: CanonicalNames { state.withLock { $0.names } }

  /// A file with what is known of it.
  public struct Hit: Sendable {
    /// The absolute path.
    public let path: String
    /// What is known.
    public let document: IndexedDocument
    /// Number of the person that was asked about.
    public let person: Int
  }

  /// The files that know somebody, in the order of their paths.
  ///
  /// A file that has changed on the disk since it was read is read now where they are few, else left
  /// out, so that no place is one of another text.
  public func hits(_ id: String, names: CanonicalNames, without open: Set<String>) -> [Hit] {
    let originals = names.originals(of: id)
    let (found, reader) = state.withLock { state in
      var found: [(file: File, person: Int)] = []
      for original in originals {
        for occurrence in state.people[original]?.files ?? [] {
          guard let file = state.files[Int(occurrence.slot)] else { continue }
          found.append((file, Int(occurrence.person)))
        }
      }
      return (found, state.reader)
    }
    var hits: [Hit] = []
    hits.reserveCapacity(found.count)
    var seen: Set<String> = []
    var reread = 0
    for (file, number) in found.sorted(by: { $0.file.path < $1.file.path }) {
      let path = "\(root)/\(file.path)"
      if originals.count > 1, !seen.insert(path).inserted { continue }
      guard !open.contains(path), let now = FileState(path: path) else { continue }
      if now == file.state {
        guard var document = IndexedDocument(file.bytes, upTo: .sayings) else { continue }
        let name = names.canonical(
          Speaker(name: document.people[number].name, kind: document.people[number].kind)
        ).name
        document = document.renamed(by: names)
        let person = names.isEmpty ? number : document.people.firstIndex { $0.name == name }
        if let person { hits.append(Hit(path: path, document: document, person: person)) }
      } else if reread < 16, let reader {
        reread += 1
        let document = (try? reader.document(path))?.document.renamed(by: names)
        if let document, let person = document.person(id) {
          hits.append(Hit(path: path, document: document, person: person))
        }
      }
    }
    return hits
  }

  /// What is known of one file, or nil; `path` is absolute.
  public func document(_ path: String, names: CanonicalNames) -> IndexedDocument? {
    guard path.hasPrefix(root + "/") else { return nil }
    let relative = String(decoding: path.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self)
    let file = state.withLock { state in state.slots[relative].flatMap { state.files[$0] } }
    guard let file, FileState(path: path) == file.state else { return nil }
    return IndexedDocument(file.bytes)?.renamed(by: names)
  }

  /// What is known of every file as it was read, by absolute path in order, with a number that differs
  /// between any two readings.
  public func everything() -> [(path: String, version: String, bytes: [UInt8])] {
    let files = state.withLock { $0.files }
    return files.compactMap { $0 }.sorted { $0.path < $1.path }.map {
      ("\(root)/\($0.path)", "\($0.state.modified)-\($0.state.size)-\($0.decisions)", $0.bytes)
    }
  }

  /// What deserves a look in a file of ``everything()``.
  public static func troubles(_ bytes: [UInt8]) -> [IndexedDocument.Trouble] {
    IndexedDocument(bytes)?.troubles ?? []
  }
}
