/// Names a document.
public struct TextDocumentIdentifier: Hashable, Sendable, Decodable {
  /// The document's URI, as the client gave it.
  public let uri: String
}

/// Names a document in a version.
public struct VersionedTextDocumentIdentifier: Hashable, Sendable, Decodable {
  /// The document's URI, as the client gave it.
  public let uri: String
  /// The version after the changes, or nil where the client does not say.
  public let version: Int?
}
