internal import HearsayJSON

/// Params of `textDocument/publishDiagnostics`.
public struct PublishDiagnosticsParams: Hashable, Sendable {
  /// The document's URI, as the client gave it.
  public let uri: String
  /// The version the diagnostics belong to, or nil where the client gave none.
  public let version: Int?
  /// All diagnostics of the document; an empty list clears it.
  public let diagnostics: [Diagnostic]

  /// What a document shows in a version.
  public init(uri: String, version: Int?, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }

  /// The notification's body.
  public func body() -> [UInt8] {
    OutgoingMessage.call(
      "textDocument/publishDiagnostics", reserving: 512 + diagnostics.count * 400
    ) { writer in
      writer.object { writer in
        writer.key("uri")
        writer.string(uri)
        if let version {
          writer.key("version")
          writer.number(version)
        }
        writer.key("diagnostics")
        writer.array { writer in
          for diagnostic in diagnostics { diagnostic.write(to: &writer) }
        }
      }
    }
  }
}
