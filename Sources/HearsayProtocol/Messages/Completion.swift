public import HearsayJSON

/// Params of `textDocument/completion`.
public struct CompletionParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The place asked about.
  public let position: Position
}

/// One thing that can be written at a place.
public struct CompletionItem: Hashable, Sendable {
  /// What it is, by LSP's numbers.
  public enum Kind: Int, Hashable, Sendable, CaseIterable {
    /// The name of a field or key.
    case field = 5
    /// A value.
    case value = 12
    /// One of a few words.
    case enumMember = 20
  }

  /// What is shown, and what is written unless `text` says otherwise.
  public let label: String
  /// What it is.
  public let kind: Kind
  /// A few words about it, or nil.
  public let detail: String?
  /// What is replaced.
  public let range: LSPRange
  /// What is written.
  public let text: String

  /// Something that can be written in the place of a range.
  public init(
    _ label: String, kind: Kind, detail: String? = nil, range: LSPRange, text: String? = nil
  ) {
    self.label = label
    self.kind = kind
    self.detail = detail
    self.range = range
    self.text = text ?? label
  }

  /// Writes the item as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("label")
      writer.string(label)
      writer.key("kind")
      writer.number(kind.rawValue)
      if let detail {
        writer.key("detail")
        writer.string(detail)
      }
      writer.key("textEdit")
      writer.object { writer in
        writer.key("range")
        range.write(to: &writer)
        writer.key("newText")
        writer.string(text)
      }
    }
  }
}
