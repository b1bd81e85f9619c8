/// Params of questions about a whole document.
public struct TextDocumentParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
}

/// Params of questions about a place.
public struct TextDocumentPositionParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The place asked about.
  public let position: Position
}
