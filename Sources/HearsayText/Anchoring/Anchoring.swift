/// Where a stretch of an old text stands in a new one, and how sure that is.
public struct Anchoring: Hashable, Sendable {
  /// What may be done with the place that was found.
  public enum State: String, Sendable, CaseIterable {
    /// The same words in the same place; nobody needs to look.
    case anchored
    /// Changed, moved, or one of several: a person has to look before it counts.
    case review
    /// The words are gone.
    case orphaned
  }

  /// What may be done with the place.
  public var state: State
  /// Bytes of the new text; nil where the words are gone, and nowhere else.
  public var span: ByteSpan?
  /// How sure the place is, 0…1; 1 only where words and surroundings are what they were.
  public var confidence: Double

  /// A place with how sure it is; the words are gone where there is none.
  public init(state: State, span: ByteSpan?, confidence: Double) {
    self.state = state
    self.span = span
    self.confidence = confidence
  }

  /// The words are nowhere.
  public static let orphaned = Anchoring(state: .orphaned, span: nil, confidence: 0)
}
