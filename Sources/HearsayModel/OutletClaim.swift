/// Who put a statement into the registry.
public enum ClaimOrigin: Hashable, Sendable {
  /// The shipped registry.
  case registry
  /// The overlay of a team, by its name.
  case team(String)
}

/// What a statement about an outlet rests on.
public struct ClaimGround: Hashable, Sendable {
  /// `high`, `medium` or `low`, as the registry says.
  public var confidence: String
  /// Keys of the sources; never empty.
  public var citations: [String]
  /// Day, month or year the statement describes, or nil.
  public var asOf: String?
  /// Who put it into the registry.
  public var origin: ClaimOrigin

  /// The ground of a statement.
  public init(
    confidence: String, citations: [String], asOf: String?, origin: ClaimOrigin = .registry
  ) {
    self.confidence = confidence
    self.citations = citations
    self.asOf = asOf
    self.origin = origin
  }
}

/// A relation of an outlet to somebody: owner, payer, parent, or something it says of itself.
public struct OutletRelation: Hashable, Sendable {
  /// What the other one is to the outlet.
  public enum Kind: String, Sendable, CaseIterable {
    case ownedBy = "owned_by"
    case controlledBy = "controlled_by"
    case partOf = "part_of"
    case operatedBy = "operated_by"
    case publishedBy = "published_by"
    case fundedBy = "funded_by"
    case foundedBy = "founded_by"
    case editedBy = "edited_by"
    case affiliatedWith = "affiliated_with"
    case affiliationDenied = "affiliation_denied"
    case editorialIndependenceClaimed = "editorial_independence_claimed"
    case reply
    case legalForm = "legal_form"
    case specialShare = "special_share"
    case successorOf = "successor_of"
    case distinctFrom = "distinct_from"
    case memberOf = "member_of"
    case memberSuspended = "member_suspended"
    case acquisitionAgreed = "acquisition_agreed"
    case republishes
    case creditsImagesFrom = "credits_images_from"
  }

  /// How a statement stands among others.
  public enum Status: String, Sendable, CaseIterable {
    case asserted
    case disputed
    case announced
    case notDisclosed = "not_disclosed"
    case retracted
  }

  /// The one it leads to.
  public enum Target: Hashable, Sendable {
    /// A record of the registry, by its id.
    case outlet(String)
    /// Somebody who has no record.
    case name(String)
  }

  /// What the other one is to the outlet.
  public var kind: Kind
  /// The other one.
  public var target: Target
  /// First day, month or year, or nil.
  public var from: String?
  /// Last day, month or year, or nil.
  public var to: String?
  /// Share in per cent, 0…100, or nil.
  public var share: Double?
  /// How the statement stands among others.
  public var status: Status
  /// Who says so, where the sources report a statement.
  public var claimedBy: String?
  /// More about it in one sentence.
  public var note: String?
  /// What it rests on.
  public var ground: ClaimGround

  /// A relation.
  public init(kind: Kind, target: Target, status: Status, ground: ClaimGround) {
    self.kind = kind
    self.target = target
    self.status = status
    self.ground = ground
  }
}

/// A legal measure of a state or union: sanction, registration, licence, blocking.
public struct OutletMeasure: Hashable, Sendable {
  /// What kind of measure it is, as the registry's schema names it.
  public var kind: String
  /// Who took it.
  public var authority: String
  /// The act it rests on.
  public var instrument: String
  /// First day, month or year.
  public var from: String
  /// Last day, month or year, or nil.
  public var to: String?
  /// More about it in one sentence.
  public var note: String?
  /// What it rests on.
  public var ground: ClaimGround

  /// A measure.
  public init(
    kind: String, authority: String, instrument: String, from: String, to: String?, note: String?,
    ground: ClaimGround
  ) {
    self.kind = kind
    self.authority = authority
    self.instrument = instrument
    self.from = from
    self.to = to
    self.note = note
    self.ground = ground
  }
}

/// A class that somebody has put an outlet in; shown with its author and year only.
public struct OutletClassification: Hashable, Sendable {
  /// The typology.
  public var scheme: String
  /// The class's code in it.
  public var code: String
  /// What it rests on.
  public var ground: ClaimGround

  /// A class.
  public init(scheme: String, code: String, ground: ClaimGround) {
    self.scheme = scheme
    self.code = code
    self.ground = ground
  }
}
