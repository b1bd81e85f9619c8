public import HearsayJSON

/// Params of `textDocument/hover`.
public struct HoverParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The place asked about.
  public let position: Position
}

/// How a text for the user is marked up.
public enum MarkupKind: String, Hashable, Sendable, CaseIterable {
  /// No markup.
  case plaintext
  /// GitHub's Markdown.
  case markdown
}

/// Result of `textDocument/hover`.
public struct Hover: Hashable, Sendable {
  /// How `value` is marked up.
  public let kind: MarkupKind
  /// The text to show.
  public let value: String
  /// The stretch the text is about.
  public let range: LSPRange

  /// A text about a stretch.
  public init(kind: MarkupKind, value: String, range: LSPRange) {
    self.kind = kind
    self.value = value
    self.range = range
  }

  /// Writes the hover as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("contents")
      writer.object { writer in
        writer.key("kind")
        writer.string(kind.rawValue)
        writer.key("value")
        writer.string(value)
      }
      writer.key("range")
      range.write(to: &writer)
    }
  }
}
