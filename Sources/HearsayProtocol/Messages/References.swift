/// Params of `textDocument/references`.
public struct ReferenceParams: Hashable, Sendable, Decodable {
  /// What counts as a reference.
  public struct Context: Hashable, Sendable, Decodable {
    /// Whether the place that introduces counts too.
    public let includeDeclaration: Bool?
  }

  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The place asked about.
  public let position: Position
  /// What counts as a reference, or nil.
  public let context: Context?
}
