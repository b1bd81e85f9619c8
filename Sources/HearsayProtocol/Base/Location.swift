public import HearsayJSON

/// A stretch of a named document.
public struct Location: Hashable, Sendable {
  /// The document's URI, as the client gave it.
  public let uri: String
  /// The stretch.
  public let range: LSPRange

  /// A stretch of a document.
  public init(uri: String, range: LSPRange) {
    self.uri = uri
    self.range = range
  }

  /// Writes the location as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("uri")
      writer.string(uri)
      writer.key("range")
      range.write(to: &writer)
    }
  }
}
