public import HearsayText

/// All that was found in one stretch of text, each list in reading order.
public struct Findings: Hashable, Sendable {
  /// Quotations of every type.
  public var quotations: [Quotation] = []
  /// Time expressions.
  public var dates: [TimeExpression] = []
  /// Outlet mentions.
  public var outlets: [OutletMention] = []
  /// Remarks of people; the analysis makes none.
  public var notes: [Note] = []
  /// Page furniture: share buttons, comment forms, “Read more” boxes.
  public var furniture: [ByteSpan] = []
  /// What an analyst should look at.
  public var problems: [Problem] = []

  /// Nothing found.
  public init() {}

  /// Whether nothing was found.
  public var isEmpty: Bool {
    quotations.isEmpty && dates.isEmpty && outlets.isEmpty && notes.isEmpty && furniture.isEmpty
      && problems.isEmpty
  }

  /// Without what is less sure than `minimum`, 0…1.
  public func confident(_ minimum: Double) -> Findings {
    guard minimum > 0 else { return self }
    var result = self
    result.quotations.removeAll { $0.confidence < minimum }
    result.dates.removeAll { $0.confidence < minimum }
    result.outlets.removeAll { $0.confidence < minimum }
    return result
  }

  /// Adds what was found in a stretch that begins `distance` bytes after this one's origin.
  public mutating func append(_ other: Findings, shiftedBy distance: Int) {
    quotations += other.quotations.map { $0.shifted(by: distance) }
    dates += other.dates.map { $0.shifted(by: distance) }
    outlets += other.outlets.map { $0.shifted(by: distance) }
    notes += other.notes.map { Note(span: $0.span.shifted(by: distance), text: $0.text) }
    furniture += other.furniture.map { $0.shifted(by: distance) }
    problems += other.problems.map {
      Problem($0.code, $0.span.shifted(by: distance), choices: $0.choices)
    }
  }
}
