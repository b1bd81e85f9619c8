/// Params of `textDocument/didClose`.
public struct DidCloseTextDocumentParams: Hashable, Sendable, Decodable {
  /// The document that was closed.
  public let textDocument: TextDocumentIdentifier
}
