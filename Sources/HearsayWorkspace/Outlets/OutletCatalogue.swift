internal import HearsayData
internal import HearsayJSON
public import HearsayModel
internal import Synchronization

/// What the registry knows of every outlet, a team's additions included.
///
/// The facts are read when somebody first asks for one: neither the program's start nor a text
/// that names no outlet pays for them.
public final class OutletCatalogue: Sendable {
  /// The facts, read.
  private struct Contents: Sendable {
    /// Version of the shipped registry.
    var version = ""
    /// Day of its release, `YYYY-MM-DD`.
    var released = ""
    /// Records in order of their ids, the team's own at the end.
    var entries: [OutletEntry] = []
    var indices: [String: Int] = [:]
    var sources: [String: OutletSource] = [:]
    /// Bytes of each shipped record in the embedded facts, and of what a team says of it.
    var records: [String: Range<Int>] = [:]
    var sourceRecords: [String: Range<Int>] = [:]
  }

  /// The registry that is compiled into the program.
  public static let shipped = OutletCatalogue(facts: { EmbeddedResources.outletFactBytes() })

  /// What a team adds, or nil.
  let overlay: OutletOverlay?
  private let facts: @Sendable () -> [UInt8]
  private let contents = Mutex<Contents?>(nil)

  /// A catalogue over facts as JSON, with what a team adds.
  init(facts: @escaping @Sendable () -> [UInt8], overlay: OutletOverlay? = nil) {
    self.facts = facts
    self.overlay = overlay
  }

  /// The shipped registry under a team's overlay.
  convenience init(overlay: OutletOverlay) {
    self.init(facts: { EmbeddedResources.outletFactBytes() }, overlay: overlay)
  }

  /// Version of the shipped registry.
  public var version: String { read(\.version) }
  /// Day of its release, `YYYY-MM-DD`.
  public var released: String { read(\.released) }
  /// The team whose overlay is in force, or nil.
  public var team: String? { overlay?.team }

  /// Every record, in order of their ids, the team's own at the end.
  public var entries: [OutletEntry] { read(\.entries) }

  /// The record with an id, or nil.
  public func entry(_ id: String) -> OutletEntry? {
    read { contents in contents.indices[id].map { contents.entries[$0] } }
  }

  /// The source with a key, or nil.
  public func source(_ key: String) -> OutletSource? { read { $0.sources[key] } }

  /// An outlet's registry name, or the id where it has no record.
  public func name(of id: String) -> String { entry(id)?.name ?? id }

  /// Ids of outlets that an outlet owns, runs or holds as parts, by a statement that is not
  /// withdrawn, in order of their names.
  public func below(_ id: String) -> [String] {
    let found = entries.filter { entry in
      entry.relations.contains {
        $0.kind.isUpward && $0.status != .retracted && $0.target == .outlet(id)
      }
    }
    return found.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.id)
  }

  /// Relations to what stands above an outlet, operators before owners; withdrawn ones left out.
  public func above(_ id: String) -> [OutletRelation] {
    let order: [OutletRelation.Kind] = [
      .operatedBy, .publishedBy, .partOf, .ownedBy, .controlledBy,
    ]
    let relations = (entry(id)?.relations ?? []).filter {
      $0.status != .retracted && $0.status != .notDisclosed && $0.target != .outlet(id)
    }
    return order.flatMap { kind in relations.filter { $0.kind == kind } }
  }

  /// The JSON text of a shipped record as the registry holds it, or nil.
  func recordJSON(_ id: String) -> [UInt8]? { bytes { $0.records[id] } }

  /// The JSON text of a shipped source, or nil.
  func sourceJSON(_ key: String) -> [UInt8]? { bytes { $0.sourceRecords[key] } }

  private func bytes(_ range: (Contents) -> Range<Int>?) -> [UInt8]? {
    read(range).map { Array(facts()[$0]) }
  }

  private func read<Result: Sendable>(_ body: (Contents) -> Result) -> Result {
    let known = contents.withLock { contents -> Contents in
      if let contents { return contents }
      let made = OutletCatalogue.made(facts(), overlay)
      contents = made
      return made
    }
    return body(known)
  }

  private static func made(_ facts: [UInt8], _ overlay: OutletOverlay?) -> Contents {
    var contents = Contents()
    let whole = try? JSONReader.read(facts)
    contents.version = whole?["registry"]?["version"]?.string ?? ""
    contents.released = whole?["registry"]?["released"]?.string ?? ""
    let reader = OutletRecordReader(origin: .registry)
    for member in whole?["sources"]?.members ?? [] {
      contents.sources[member.key] = reader.source(member.value)
      contents.sourceRecords[member.key] = member.value.range
    }
    let nodes = whole?["outlets"]?.elements ?? []
    contents.entries.reserveCapacity(nodes.count)
    for node in nodes {
      let entry = reader.entry(node)
      contents.records[entry.id] = node.range
      contents.indices[entry.id] = contents.entries.count
      contents.entries.append(entry)
    }
    if let overlay { add(overlay, to: &contents) }
    return contents
  }

  private static func add(_ overlay: OutletOverlay, to contents: inout Contents) {
    contents.sources.merge(overlay.sources) { shipped, _ in shipped }
    for entry in overlay.added where contents.indices[entry.id] == nil {
      contents.indices[entry.id] = contents.entries.count
      contents.entries.append(entry)
    }
    for patch in overlay.patches {
      guard let index = contents.indices[patch.id] else { continue }
      patch.apply(to: &contents.entries[index])
    }
  }
}

extension OutletRelation.Kind {
  /// What the one above is called, for a person.
  public var label: String {
    switch self {
    case .operatedBy: "operator"
    case .publishedBy: "publisher"
    case .partOf: "parent"
    case .ownedBy: "owner"
    case .controlledBy: "in control"
    default: rawValue.replacing("_", with: " ")
    }
  }

  /// Whether the other one stands above the outlet: owns it, runs it, holds it as a part.
  var isUpward: Bool {
    switch self {
    case .ownedBy, .controlledBy, .partOf, .operatedBy, .publishedBy: true
    default: false
    }
  }
}
