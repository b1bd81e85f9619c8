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

  /// How long each list is at some time.
  public struct Ends: Sendable {
    fileprivate let quotations: Int
    fileprivate let dates: Int
    fileprivate let outlets: Int
    fileprivate let notes: Int
    fileprivate let furniture: Int
    fileprivate let problems: Int
  }

  /// How long each list is.
  public var ends: Ends {
    Ends(
      quotations: quotations.count, dates: dates.count, outlets: outlets.count,
      notes: notes.count, furniture: furniture.count, problems: problems.count)
  }

  /// Moves what was added since to an origin that lies `distance` bytes earlier.
  public mutating func shift(behind ends: Ends, by distance: Int) {
    for index in ends.quotations..<quotations.count { quotations[index].shift(by: distance) }
    for index in ends.dates..<dates.count {
      dates[index].span = dates[index].span.shifted(by: distance)
    }
    for index in ends.outlets..<outlets.count { outlets[index].shift(by: distance) }
    for index in ends.notes..<notes.count { notes[index] = notes[index].shifted(by: distance) }
    for index in ends.furniture..<furniture.count {
      furniture[index] = furniture[index].shifted(by: distance)
    }
    for index in ends.problems..<problems.count {
      problems[index] = problems[index].shifted(by: distance)
    }
  }

  /// Adds what was found in a stretch that begins `distance` bytes after this one's origin.
  public mutating func append(_ other: Findings, shiftedBy distance: Int) {
    // One by one: a list of the shifted ones would be made and thrown away for every paragraph.
    for quotation in other.quotations { quotations.append(quotation.shifted(by: distance)) }
    for date in other.dates { dates.append(date.shifted(by: distance)) }
    for outlet in other.outlets { outlets.append(outlet.shifted(by: distance)) }
    for note in other.notes { notes.append(note.shifted(by: distance)) }
    for span in other.furniture { furniture.append(span.shifted(by: distance)) }
    for problem in other.problems { problems.append(problem.shifted(by: distance)) }
  }
}
