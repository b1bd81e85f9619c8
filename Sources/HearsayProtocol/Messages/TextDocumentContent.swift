/// Params of `workspace/textDocumentContent`.
public struct TextDocumentContentParams: Hashable, Sendable, Decodable {
  /// The address of the document.
  public let uri: String
}
