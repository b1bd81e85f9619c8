public import HearsayJSON

/// Lines that can be folded away.
public struct FoldingRange: Hashable, Sendable {
  /// Kinds every client knows.
  public enum Kind: String, Hashable, Sendable {
    /// What a reader may want to skip.
    case comment
    /// A stretch that belongs together.
    case region
  }

  /// Where it begins; the rest of this line stays.
  public let start: Position
  /// Where it ends.
  public let end: Position
  /// What it is, or nil.
  public let kind: Kind?
  /// What is shown in its place, or nil.
  public let collapsedText: String?

  /// Lines that can be folded away.
  public init(start: Position, end: Position, kind: Kind?, collapsedText: String? = nil) {
    self.start = start
    self.end = end
    self.kind = kind
    self.collapsedText = collapsedText
  }

  /// Writes the range as a JSON object; lines alone where the client folds nothing else.
  public func write(linesOnly: Bool, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("startLine")
      writer.number(start.line)
      writer.key("endLine")
      writer.number(end.line)
      if !linesOnly {
        writer.key("startCharacter")
        writer.number(start.character)
        writer.key("endCharacter")
        writer.number(end.character)
      }
      if let kind {
        writer.key("kind")
        writer.string(kind.rawValue)
      }
      if let collapsedText {
        writer.key("collapsedText")
        writer.string(collapsedText)
      }
    }
  }
}
