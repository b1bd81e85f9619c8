public import HearsayText

/// Something an analyst should look at, with a code that never changes.
public struct Problem: Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// A quotation mark that never closes.
    case unclosedMark = "unclosed-mark"
    /// A whole utterance nobody is credited with.
    case noSource = "no-source"
    /// More than one person fits the source mention.
    case ambiguousSpeaker = "ambiguous-speaker"
    /// A date whose value cannot be completed.
    case unresolvedDate = "unresolved-date"
    /// Words in brackets or left out inside a quotation.
    case alteredQuotation = "altered-quotation"
  }

  /// What is wrong.
  public let code: Code
  /// Where.
  public let span: ByteSpan
  /// What could be meant, best first: names or TIMEX3 values.
  public let choices: [String]

  /// A problem at a span.
  public init(_ code: Code, _ span: ByteSpan, choices: [String] = []) {
    self.code = code
    self.span = span
    self.choices = choices
  }

  /// The same problem seen from an origin that lies `distance` bytes earlier.
  public func shifted(by distance: Int) -> Problem {
    Problem(code, span.shifted(by: distance), choices: choices)
  }
}
