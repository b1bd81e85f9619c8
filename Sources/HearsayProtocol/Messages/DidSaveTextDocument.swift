/// Params of `textDocument/didSave`.
public struct DidSaveTextDocumentParams: Hashable, Sendable, Decodable {
  /// The document that was saved.
  public let textDocument: TextDocumentIdentifier
}
