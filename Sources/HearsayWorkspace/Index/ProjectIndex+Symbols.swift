public import HearsayModel
internal import Synchronization

/// Speakers and outlets of all files, by name.
extension ProjectIndex {
  /// Somebody, or an outlet, with the file that has it first.
  public struct Symbol: Sendable {
    /// The name.
    public let name: String
    /// Whether it is an outlet.
    public let isOutlet: Bool
    /// How often it speaks, or is named.
    public let count: Int
    /// In how many files.
    public let fileCount: Int
    /// The first file, as an absolute path.
    public let path: String
    /// The place in it.
    public let range: IndexedRange
  }

  /// The symbols whose name holds all letters of a query in their order, those that hold it as it is
  /// first, then the frequent ones; at most `limit`.
  public func symbols(
    matching query: String, names: CanonicalNames, limit: Int
  ) -> [Symbol] {
    let wanted = ProjectIndex.letters(query)
    let (people, outlets) = state.withLock { ($0.people, $0.outlets) }
    var merged: [String: Entity] = [:]
    for entity in people.values {
      let name = names.canonical(Speaker(name: entity.name, kind: .person)).name
      if var known = merged[name] {
        known.files += entity.files
        known.count += entity.count
        merged[name] = known
      } else {
        merged[name] = entity
        merged[name]?.name = name
      }
    }
    var ranked: [(rank: Int, entity: Entity)] = []
    for entity in Array(merged.values) + Array(outlets.values) {
      if let rank = ProjectIndex.rank(entity.name, wanted) { ranked.append((rank, entity)) }
    }
    ranked.sort {
      ($0.rank, -$0.entity.count, $0.entity.name) < ($1.rank, -$1.entity.count, $1.entity.name)
    }
    return ranked.prefix(limit).compactMap { symbol($0.entity) }
  }

  /// Whether a name holds all letters of a query in their order.
  public static func fits(_ name: String, _ query: String) -> Bool {
    rank(name, letters(query)) != nil
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  /// 0 for a name that holds the query, 1 for one that holds its letters in order, else nil.
  private static func rank(_ name: String, _ wanted: [Unicode.Scalar]) -> Int? {
    guard !wanted.isEmpty else { return 0 }
    let letters = letters(name)
    var next = 0
    for letter in letters where next < wanted.count && letter == wanted[next] { next += 1 }
    guard next == wanted.count else { return nil }
    let isWhole = letters.indices.contains { letters[$0...].starts(with: wanted) }
    return isWhole ? 0 : 1
  }

  private func symbol(_ entity: Entity) -> Symbol? {
    // The first in the order of paths that is still as it was read.
    let files = state.withLock { state in
      entity.files.compactMap { occurrence in
        state.files[Int(occurrence.slot)].map { ($0, Int(occurrence.person)) }
      }
    }.sorted { $0.0.path < $1.0.path }
    for (file, number) in files.prefix(8) {
      let path = "\(root)/\(file.path)"
      guard FileState(path: path) == file.state, let document = IndexedDocument(file.bytes) else {
        continue
      }
      let range =
        entity.isOutlet
        ? document.outlets[number].range
        : document.people[number].first ?? document.sayings.first { $0.person == number }?.range
      guard let range else { continue }
      return Symbol(
        name: entity.name, isOutlet: entity.isOutlet, count: entity.count,
        fileCount: files.count, path: path, range: range)
    }
    return nil
  }
}
