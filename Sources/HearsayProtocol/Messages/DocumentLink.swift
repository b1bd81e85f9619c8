public import HearsayJSON

/// A stretch that leads somewhere.
public struct DocumentLink: Hashable, Sendable {
  /// Where a link leads.
  public enum Target: Hashable, Sendable {
    /// To an address.
    case address(String)
    /// To an outlet's registry entry, which is looked up when somebody follows the link.
    case outlet(id: String, origin: String)
  }

  /// The stretch.
  public let range: LSPRange
  /// Where it leads.
  public let target: Target
  /// What is told about it, or nil.
  public let tooltip: String?

  /// A stretch that leads somewhere.
  public init(range: LSPRange, target: Target, tooltip: String? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
  }

  /// Writes the link as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("range")
      range.write(to: &writer)
      if let tooltip {
        writer.key("tooltip")
        writer.string(tooltip)
      }
      switch target {
      case .address(let address):
        writer.key("target")
        writer.string(address)
      case .outlet(let id, let origin):
        writer.key("data")
        writer.object { writer in
          writer.key("outlet")
          writer.string(id)
          writer.key("origin")
          writer.string(origin)
        }
      }
    }
  }
}
