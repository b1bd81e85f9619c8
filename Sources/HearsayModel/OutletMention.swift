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
    copy.span = span.shifted(by: distance)
    return copy
  }
}
