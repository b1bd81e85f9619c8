internal import HearsayData
public import HearsayModel
internal import Synchronization

/// What the registry knows of every outlet, a team's additions included.
///
/// A record is read when somebody first asks for it: neither the program's start nor a text that
/// names no outlet pays for any.
public final class OutletCatalogue: Sendable {
  /// What was read so far.
  private struct Contents: Sendable {
    /// The shipped facts, or nil before somebody asked for one.
    var facts: OutletFacts?
    /// Records that were asked for, with what a team says of them.
    var entries: [String: OutletEntry] = [:]
  }

  /// The registry that is compiled into the program.
  public static let shipped = OutletCatalogue(facts: { EmbeddedResources.outletFactBytes() })

  /// What a team adds, or nil.
  let overlay: OutletOverlay?
  private let bytes: @Sendable () -> [UInt8]
  private let contents = Mutex(Contents())

  /// A catalogue over facts as JSON, with what a team adds.
  init(facts: @escaping @Sendable () -> [UInt8], overlay: OutletOverlay? = nil) {
    bytes = facts
    self.overlay = overlay
  }

  /// The shipped registry under a team's overlay.
  convenience init(overlay: OutletOverlay) {
    self.init(facts: { EmbeddedResources.outletFactBytes() }, overlay: overlay)
  }

  /// Version of the shipped registry.
  public var version: String { facts.version }
  /// Day of its release, `YYYY-MM-DD`.
  public var released: String { facts.released }
  /// The team whose overlay is in force, or nil.
  public var team: String? { overlay?.team }

  /// Every record, in order of their ids, the team's own at the end.
  public var entries: [OutletEntry] {
    let own = overlay?.added.map(\.id) ?? []
    return (facts.ids + own).compactMap { entry($0) }
  }

  /// The record with an id, or nil.
  public func entry(_ id: String) -> OutletEntry? {
    let facts = facts
    return contents.withLock { contents in
      if let known = contents.entries[id] { return known }
      guard var entry = facts.entry(id) ?? overlay?.added.first(where: { $0.id == id }) else {
        return nil
      }
      for patch in overlay?.patches ?? [] where patch.id == id { patch.apply(to: &entry) }
      contents.entries[id] = entry
      return entry
    }
  }

  /// The source with a key, or nil.
  public func source(_ key: String) -> OutletSource? { facts.source(key) ?? overlay?.sources[key] }

  /// The shipped facts, found line by line at the first question.
  private var facts: OutletFacts {
    contents.withLock { contents in
      if let facts = contents.facts { return facts }
      let facts = OutletFacts(bytes())
      contents.facts = facts
      return facts
    }
  }

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
  func recordJSON(_ id: String) -> [UInt8]? { facts.recordJSON(id) }
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
