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
    // One by one: a list of the shifted ones would be made and thrown away for every paragraph.
    for quotation in other.quotations { quotations.append(quotation.shifted(by: distance)) }
    for date in other.dates { dates.append(date.shifted(by: distance)) }
    for outlet in other.outlets { outlets.append(outlet.shifted(by: distance)) }
    for note in other.notes {
      notes.append(Note(span: note.span.shifted(by: distance), text: note.text))
    }
    for span in other.furniture { furniture.append(span.shifted(by: distance)) }
    for problem in other.problems {
      problems.append(
        Problem(problem.code, problem.span.shifted(by: distance), choices: problem.choices))
    }
  }
}
