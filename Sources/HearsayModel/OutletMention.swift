public import HearsayText

/// The part an outlet plays where it is mentioned.
public enum OutletRole: String, Sendable, CaseIterable {
  /// It published the page.
  case publisher
  /// A news agency the report came from.
  case agency
  /// The page says it took the text from there.
  case republishedFrom = "republished-from"
  /// The text says the outlet reported it.
  case reportedBy = "reported-by"
  /// Somebody spoke to the outlet.
  case toldTo = "told-to"
  /// It is credited for a picture.
  case imageCredit = "image-credit"
  /// Only an address leads there.
  case link
  /// Just named.
  case mention
}

/// What decided between outlets that share a name.
public struct OutletDecision: Hashable, Sendable {
  /// The kind of cue.
  public enum Kind: String, Sendable, CaseIterable {
    /// The form in which only one of them is credited: “TAIPEI (CNA) –”.
    case creditForm = "credit-form"
    /// Words nearby that point to the country of one.
    case country
    /// The page names one of them in full elsewhere.
    case page
    /// The text so far speaks mostly of the country of one.
    case textCountry = "text-country"
  }

  /// The kind of cue.
  public var kind: Kind
  /// The words that decided, where they stand in the same paragraph.
  public var span: ByteSpan?

  /// A decision and the words it rests on.
  public init(_ kind: Kind, span: ByteSpan? = nil) {
    self.kind = kind
    self.span = span
  }
}

/// An outlet named, linked or betrayed by its boilerplate.
public struct OutletMention: Hashable, Sendable {
  /// The name, address or phrase.
  public var span: ByteSpan
  /// Registry id, or nil where several outlets share the name and nothing decides.
  public var outletID: String?
  /// Registry name of the outlet, or the words themselves where nothing decides.
  public var name: String
  /// The part it plays here.
  public var role: OutletRole
  /// Registry ids that share the words, best first; empty where only one does.
  public var candidates: [String]
  /// What decided between them; nil where one outlet alone has the name, or nothing decides.
  public var decision: OutletDecision?
  /// Whether the words are an address.
  public var isAddress = false
  /// Name of the construction that decided, stable between versions.
  public var rule: String
  /// Estimate that it is an outlet and this one, 0…1.
  public var confidence: Double

  /// A mention with everything known about it.
  public init(
    span: ByteSpan, outletID: String?, name: String, role: OutletRole, candidates: [String] = [],
    rule: String, confidence: Double = 0.9
  ) {
    self.span = span
    self.outletID = outletID
    self.name = name
    self.role = role
    self.candidates = candidates
    self.rule = rule
    self.confidence = confidence
  }

  /// The same mention seen from an origin that lies `distance` bytes earlier.
  public func shifted(by distance: Int) -> OutletMention {
    var copy = self
    copy.shift(by: distance)
    return copy
  }

  /// Moves it to an origin that lies `distance` bytes earlier.
  public mutating func shift(by distance: Int) {
    span = span.shifted(by: distance)
    if let words = decision?.span { decision?.span = words.shifted(by: distance) }
  }
}
