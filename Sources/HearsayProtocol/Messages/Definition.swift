/// Params of `textDocument/definition`.
public struct DefinitionParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The place asked about.
  public let position: Position
}
