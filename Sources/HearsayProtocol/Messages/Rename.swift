public import HearsayJSON

/// Params of `textDocument/rename`.
public struct RenameParams: Hashable, Sendable, Decodable {
  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place of what is renamed.
  public let position: Position
  /// The new name.
  public let newName: String
}

/// Result of `textDocument/prepareRename`.
public struct PrepareRenameResult: Hashable, Sendable {
  /// The stretch that stands for what is renamed.
  public let range: LSPRange
  /// The name as it is now.
  public let placeholder: String

  /// What is renamed.
  public init(range: LSPRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }

  /// Writes the result as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("range")
      range.write(to: &writer)
      writer.key("placeholder")
      writer.string(placeholder)
    }
  }
}
