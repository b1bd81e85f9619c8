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
    PublishDiagnosticsParams.body(
      uri: uri, version: version, [PublishDiagnosticsParams.written(diagnostics)])
  }

  /// Diagnostics as they stand in the notification, a comma between two of them.
  public static func written(_ diagnostics: some Collection<Diagnostic>) -> [UInt8] {
    if diagnostics.isEmpty { return [] }
    var writer = JSONWriter(reserving: diagnostics.count * 400)
    for diagnostic in diagnostics { diagnostic.write(to: &writer) }
    return writer.finish()
  }

  /// The body of the notification with diagnostics that were ``written(_:)`` before.
  public static func body(uri: String, version: Int?, _ written: [[UInt8]]) -> [UInt8] {
    let length = written.reduce(512) { $0 + $1.count + 1 }
    return OutgoingMessage.call("textDocument/publishDiagnostics", reserving: length) { writer in
      writer.object { writer in
        writer.key("uri")
        writer.string(uri)
        if let version {
          writer.key("version")
          writer.number(version)
        }
        writer.key("diagnostics")
        writer.array { writer in
          for piece in written where !piece.isEmpty { writer.raw(bytes: piece) }
        }
      }
    }
  }
}
