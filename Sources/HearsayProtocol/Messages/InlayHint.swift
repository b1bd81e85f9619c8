public import HearsayJSON

/// Params of `textDocument/inlayHint`.
public struct InlayHintParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The stretch that is shown.
  public let range: LSPRange
}

/// A note shown inside the text.
public struct InlayHint: Hashable, Sendable {
  /// Where it is shown.
  public let position: Position
  /// What it says.
  public let label: String
  /// What is told about it where somebody asks, or nil.
  public let tooltip: String?

  /// A note at a place.
  public init(position: Position, label: String, tooltip: String? = nil) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
  }

  /// Writes the hint as a JSON object, with a gap before it.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("position")
      position.write(to: &writer)
      writer.key("label")
      writer.string(label)
      if let tooltip {
        writer.key("tooltip")
        writer.string(tooltip)
      }
      writer.raw("\"paddingLeft\":true")
    }
  }
}

/// The request `workspace/inlayHint/refresh`.
public enum InlayHintRefreshRequest {
  /// The request's body.
  public static func body(id: RequestID) -> [UInt8] {
    OutgoingMessage.call("workspace/inlayHint/refresh", id: id, params: nil)
  }
}
