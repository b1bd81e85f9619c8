internal import HearsayModel

/// What a team adds to the shipped registry: `.hearsay/outlets.json`, as far as it can be used.
///
/// Nothing shipped is deleted: what a team retires stays readable with the team's reason.
public struct OutletOverlay: Hashable, Sendable {
  /// Largest overlay, in bytes, that is read.
  public static let maximumSize = 8 << 20

  /// What a team says of a shipped outlet.
  struct Patch: Hashable, Sendable {
    /// The outlet's id.
    let id: String
    var aliases: [OutletEntry.Alias] = []
    var domains: [String] = []
    var relations: [OutletRelation] = []
    var measures: [OutletMeasure] = []
    var classifications: [OutletClassification] = []
    var retirements: [Retirement] = []

    /// A patch that says nothing yet.
    init(id: String) { self.id = id }
  }

  /// What a team sets aside.
  struct Retirement: Hashable, Sendable {
    /// `classifications/…`, `links/…` or `actions/…`.
    let path: String
    let reason: String
    let citations: [String]
  }

  /// The team's name; “team” where the file gives none.
  public internal(set) var team = "team"
  /// The overlay's version; empty where the file gives none.
  public internal(set) var version = ""
  /// What could not be used, in the order of the file.
  public internal(set) var problems: [OverlayProblem] = []
  /// Texts the team cites.
  var sources: [String: OutletSource] = [:]
  /// Records of its own.
  var added: [OutletEntry] = []
  /// What it says of shipped outlets.
  var patches: [Patch] = []
  /// Ids of outlets that are not shown.
  var muted: [String] = []
  /// Strings that are no outlet.
  var notOutlets: [String] = []
  /// Bytes of the file.
  public internal(set) var bytes: [UInt8] = []
  /// Bytes of each record and patch in the file.
  var records: [String: [Range<Int>]] = [:]

  /// Whether it changes nothing.
  public var isEmpty: Bool {
    added.isEmpty && patches.isEmpty && muted.isEmpty && notOutlets.isEmpty
  }
}

extension OutletOverlay.Patch {
  /// Adds what the team says and sets aside what it retires.
  func apply(to entry: inout OutletEntry) {
    for retirement in retirements { entry.retire(retirement) }
    entry.aliases += aliases
    entry.domains += domains
    entry.relations += relations
    entry.measures += measures
    entry.classifications += classifications
  }
}

extension OutletEntry {
  /// Sets aside the shipped statements that a path means; returns whether there were any.
  @discardableResult
  mutating func retire(_ retirement: OutletOverlay.Retirement) -> Bool {
    let parts = retirement.path.split(separator: "/", maxSplits: 2).map(String.init)
    guard parts.count > 1 else { return false }
    var statements: [String] = []
    func leaves(_ origin: ClaimOrigin, _ isMeant: Bool, _ statement: String) -> Bool {
      guard origin == .registry, isMeant else { return false }
      statements.append(statement)
      return true
    }
    let third = parts.count > 2 ? parts[2] : nil
    switch parts[0] {
    case "classifications":
      classifications.removeAll { leaves($0.ground.origin, $0.scheme == parts[1], $0.summary) }
    case "links":
      relations.removeAll { relation in
        let isMeant =
          relation.kind.rawValue == parts[1]
          && (third == nil || relation.target.key == third)
        return leaves(relation.ground.origin, isMeant, relation.summary)
      }
    case "actions":
      measures.removeAll { measure in
        let isMeant = measure.kind == parts[1] && (third == nil || measure.from == third)
        return leaves(measure.ground.origin, isMeant, measure.summary)
      }
    default: break
    }
    retired += statements.map {
      Retirement(statement: $0, reason: retirement.reason, citations: retirement.citations)
    }
    return !statements.isEmpty
  }
}

extension OutletRelation.Target {
  /// The id or name it leads to.
  var key: String {
    switch self {
    case .outlet(let id): id
    case .name(let name): name
    }
  }
}

extension OutletRelation {
  /// The statement in a few words.
  var summary: String { "\(kind.rawValue.replacing("_", with: " ")) \(target.key)" }
}

extension OutletMeasure {
  /// The measure in a few words.
  var summary: String { "\(authority): \(instrument), \(from)" }
}

extension OutletClassification {
  /// The class in a few words.
  var summary: String { "class \(code) of \(scheme)" }
}
