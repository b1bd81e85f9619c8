/// Params of `textDocument/didChange`.
public struct DidChangeTextDocumentParams: Hashable, Sendable, Decodable {
  /// One change; without a range `text` is the whole new text.
  public struct ContentChange: Hashable, Sendable, Decodable {
    /// What is replaced, counted in the document as the changes before left it.
    public let range: LSPRange?
    /// What comes in its place.
    public let text: String

    /// A change of a range, or of everything.
    public init(range: LSPRange?, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// The document and the version it has afterwards.
  public let textDocument: VersionedTextDocumentIdentifier
  /// The changes, to be applied one after the other.
  public let contentChanges: [ContentChange]
}
