public import HearsayJSON

/// A stretch that belongs to what stands at a place.
public struct DocumentHighlight: Hashable, Sendable {
  /// How it belongs there.
  public enum Kind: Int, Hashable, Sendable {
    /// What is said.
    case text = 1
    /// A mention.
    case read = 2
    /// The mention that introduces.
    case write = 3
  }

  /// The stretch.
  public let range: LSPRange
  /// How it belongs there.
  public let kind: Kind

  /// A stretch that belongs to what stands at a place.
  public init(range: LSPRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }

  /// Writes the highlight as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("range")
      range.write(to: &writer)
      writer.key("kind")
      writer.number(kind.rawValue)
    }
  }
}
