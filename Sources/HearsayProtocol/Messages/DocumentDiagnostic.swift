public import HearsayJSON

/// Params of `textDocument/diagnostic`.
public struct DocumentDiagnosticParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The result id of the answer the client still has, or nil.
  public let previousResultId: String?
}

/// Result of `textDocument/diagnostic`.
public enum DocumentDiagnosticReport: Hashable, Sendable {
  /// Everything there is to say.
  case full(resultID: String?, items: [Diagnostic])
  /// Nothing changed since the answer with this id.
  case unchanged(resultID: String)

  /// Writes the report as a JSON object.
  public func write(to writer: inout JSONWriter) { write(to: &writer) { _ in } }

  /// Writes the report as a JSON object with further members that `more` writes.
  func write(to writer: inout JSONWriter, more: (inout JSONWriter) -> Void) {
    writer.object { writer in
      more(&writer)
      writer.key("kind")
      switch self {
      case .full(let resultID, let items):
        writer.string("full")
        if let resultID {
          writer.key("resultId")
          writer.string(resultID)
        }
        writer.key("items")
        writer.array { writer in
          for item in items { item.write(to: &writer) }
        }
      case .unchanged(let resultID):
        writer.string("unchanged")
        writer.key("resultId")
        writer.string(resultID)
      }
    }
  }
}
