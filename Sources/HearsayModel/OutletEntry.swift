/// A record of the outlet registry: statements with their sources, side by side.
public struct OutletEntry: Hashable, Sendable {
  /// One more name.
  public struct Alias: Hashable, Sendable {
    /// The name as it is written.
    public var text: String
    /// `none`, `low`, `medium` or `high`.
    public var ambiguity: String
    /// Whether only this exact case counts.
    public var isCaseSensitive: Bool
    /// Whether it counts only beside words that make it an outlet.
    public var needsContext: Bool
    /// Whether it is a person's name as well.
    public var isPersonal: Bool
    /// Whether it counts only where the paragraph speaks of the outlet's country as well.
    public var needsCountry = false
    /// BCP 47 language, or nil.
    public var language: String?
    /// Ids of other records that share it.
    public var also: [String]

    /// A name with its rules.
    public init(
      text: String, ambiguity: String, isCaseSensitive: Bool, needsContext: Bool, isPersonal: Bool,
      language: String?, also: [String]
    ) {
      self.text = text
      self.ambiguity = ambiguity
      self.isCaseSensitive = isCaseSensitive
      self.needsContext = needsContext
      self.isPersonal = isPersonal
      self.language = language
      self.also = also
    }
  }

  /// A statement that a team has set aside; it stays readable.
  public struct Retirement: Hashable, Sendable {
    /// The statement in a few words.
    public let statement: String
    /// Why the team set it aside.
    public let reason: String
    /// Keys of sources.
    public let citations: [String]

    /// A statement set aside for a reason.
    public init(statement: String, reason: String, citations: [String]) {
      self.statement = statement
      self.reason = reason
      self.citations = citations
    }
  }

  /// Registry id.
  public let id: String
  /// Registry name.
  public var name: String
  /// What kind of body it is, as the registry's schema names it.
  public var entity: String
  /// `none`, `low`, `medium` or `high`.
  public var nameAmbiguity = "none"
  /// ISO 3166 country, or nil.
  public var country: String?
  /// Other names.
  public var aliases: [Alias] = []
  /// Domains in lower case.
  public var domains: [String] = []
  /// Forms in which it is credited.
  public var creditForms: [String] = []
  /// Phrases that only its pages carry.
  public var boilerplate: [String] = []
  /// Relations to owners, payers, other outlets.
  public var relations: [OutletRelation] = []
  /// Legal measures by any state.
  public var measures: [OutletMeasure] = []
  /// Classes that others have put it in.
  public var classifications: [OutletClassification] = []
  /// Which outlet is meant; states no fact.
  public var note: String?
  /// What is still to be checked.
  public var review: [String] = []
  /// Date of the record as a whole.
  public var asOf: String?
  /// Whether it comes from a team's overlay.
  public var origin = ClaimOrigin.registry
  /// Statements a team has set aside.
  public var retired: [Retirement] = []

  /// A record about which nothing is stated yet.
  public init(id: String, name: String, entity: String) {
    self.id = id
    self.name = name
    self.entity = entity
  }
}

/// Something that statements cite.
public struct OutletSource: Hashable, Sendable {
  /// Title of the text.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// Year of publication.
  public let year: Int
  /// Date of publication as precisely as known, or nil.
  public let date: String?
  /// Web address or URN.
  public let url: String
  /// Licence to be named, or nil.
  public let licence: String?

  /// A text to cite.
  public init(
    title: String, publisher: String, year: Int, date: String?, url: String, licence: String?
  ) {
    self.title = title
    self.publisher = publisher
    self.year = year
    self.date = date
    self.url = url
    self.licence = licence
  }
}
