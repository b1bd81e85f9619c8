/// What detection needs to know of one outlet of the registry.
public struct OutletRecord: Hashable, Sendable {
  /// How easily a name is taken for something else.
  public enum Ambiguity: UInt8, Sendable, Comparable {
    /// Names nothing else.
    case none
    /// Seldom something else.
    case low
    /// Something else unless written exactly so.
    case medium
    /// A common word, a person, or the name of several.
    case high

    /// From harmless to treacherous.
    public static func < (left: Ambiguity, right: Ambiguity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// What kind of body the record describes.
  public enum Entity: String, Sendable, CaseIterable {
    /// Sells its reports to other outlets.
    case newsAgency = "news_agency"
    /// Radio or television.
    case broadcaster
    /// A daily or weekly paper.
    case newspaper
    /// A magazine.
    case magazine
    /// Publishes on the web alone.
    case newsSite = "news_site"
    /// Publishes mostly what others wrote.
    case republisher
    /// Owns outlets.
    case mediaGroup = "media_group"
    /// Another company that runs outlets.
    case company
    /// A state or one of its bodies.
    case government
    /// A political movement.
    case movement
    /// A religious body.
    case religiousBody = "religious_body"
    /// An owner who is a person.
    case person

    /// Whether its name in a text is an outlet's name; owners are in the registry for the facts.
    var publishes: Bool {
      switch self {
      case .government, .movement, .religiousBody, .person: false
      default: true
      }
    }

    /// Whether its name counts only beside words that make it an outlet.
    var isOwner: Bool { self == .mediaGroup || self == .company }
  }

  /// One more name of an outlet.
  public struct Alias: Hashable, Sendable {
    /// The name as it is written.
    public let text: String
    /// How easily it is taken for something else.
    public let ambiguity: Ambiguity
    /// Whether only this exact case counts.
    public let isCaseSensitive: Bool
    /// Whether it counts only beside words that make it an outlet.
    public let needsContext: Bool
    /// Whether it is a person's name as well.
    public let isPersonal: Bool
    /// Whether it is the name without what tells it from others: the Daily News of many towns.
    public let isBase: Bool
    /// BCP 47 language, or nil where the registry gives none.
    public let language: String?
    /// Ids of other records that share it.
    public let also: [String]
  }

  /// Registry id.
  public let id: String
  /// Registry name.
  public internal(set) var name: String
  /// ISO 3166 country, or nil where none is recorded.
  public internal(set) var country: CountryCode?
  /// What kind of body it is.
  public internal(set) var entity: Entity = .newsSite
  /// How easily the registry name is taken for something else.
  public internal(set) var nameAmbiguity: Ambiguity = .none
  /// Its other names.
  public internal(set) var aliases: [Alias] = []
  /// Its domains, in lower case.
  public internal(set) var domains: [String] = []
  /// Forms in which it is credited, as the registry gives them.
  public internal(set) var creditForms: [String] = []
  /// Phrases that only its pages carry.
  public internal(set) var boilerplate: [String] = []
  /// Whether a team does not want it shown.
  public internal(set) var isMuted = false
}

/// An ISO 3166 country in two letters.
public struct CountryCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The two letters, the first in the higher byte.
  let value: UInt16

  /// The country of two ASCII letters, or nil for anything else.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 2 else { return nil }
    value = bytes.reduce(0) { $0 << 8 | UInt16($1) }
  }

  /// The two letters.
  public var description: String {
    String(decoding: [UInt8(value >> 8), UInt8(value & 0xFF)], as: UTF8.self)
  }

  /// In alphabetical order.
  public static func < (left: CountryCode, right: CountryCode) -> Bool { left.value < right.value }
}
