/// Params of `textDocument/didOpen`.
public struct DidOpenTextDocumentParams: Hashable, Sendable, Decodable {
  /// A document with its text.
  public struct TextDocumentItem: Hashable, Sendable, Decodable {
    /// The document's URI, of any scheme.
    public let uri: String
    /// What the client calls the language; clients differ, so nothing depends on it.
    public let languageId: String?
    /// The version the text has, or nil where the client does not say.
    public let version: Int?
    /// The whole text.
    public let text: String

    /// A document by its parts.
    public init(uri: String, languageId: String? = nil, version: Int? = nil, text: String) {
      self.uri = uri
      self.languageId = languageId
      self.version = version
      self.text = text
    }
  }

  /// The document that was opened.
  public let textDocument: TextDocumentItem
}
