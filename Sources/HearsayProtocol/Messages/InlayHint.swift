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
  /// What a click on a note leads to.
  public enum Link: Hashable, Sendable {
    /// A place.
    case location(Location)
    /// What `inlayHint/resolve` needs to find it.
    case later(LSPAny)
  }

  /// Where it is shown.
  public let position: Position
  /// What it says.
  public let label: String
  /// What is told about it where somebody asks, or nil.
  public let tooltip: String?
  /// Where its label leads, or nil for nowhere.
  public let link: Link?

  /// A note at a place.
  public init(position: Position, label: String, tooltip: String? = nil, link: Link? = nil) {
    self.position = position
    self.label = label
    self.tooltip = tooltip
    self.link = link
  }

  /// Writes the hint as a JSON object, with a gap before it.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("position")
      position.write(to: &writer)
      writer.key("label")
      if let link {
        writeParts(link, to: &writer)
      } else {
        writer.string(label)
      }
      if let tooltip {
        writer.key("tooltip")
        writer.string(tooltip)
      }
      writer.raw("\"paddingLeft\":true")
      if case .later(let data) = link {
        writer.key("data")
        data.write(to: &writer)
      }
    }
  }

  /// A label of one part, which is what can be clicked.
  private func writeParts(_ link: Link, to writer: inout JSONWriter) {
    writer.array { writer in
      writer.object { writer in
        writer.key("value")
        writer.string(label)
        if case .location(let location) = link {
          writer.key("location")
          location.write(to: &writer)
        }
      }
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
