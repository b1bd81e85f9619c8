public import HearsayJSON

/// Params of `workspace/symbol`.
public struct WorkspaceSymbolParams: Hashable, Sendable, Decodable {
  /// Letters that the names have to hold in this order.
  public let query: String
}

/// A speaker or outlet of the project.
public struct WorkspaceSymbol: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it stands for.
  public let kind: SymbolKind
  /// How often and where, shown smaller.
  public let container: String
  /// Where it comes first.
  public let location: Location

  /// A speaker or outlet.
  public init(name: String, kind: SymbolKind, container: String, location: Location) {
    self.name = name
    self.kind = kind
    self.container = container
    self.location = location
  }

  /// Writes the symbol as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      writer.key("kind")
      writer.number(kind.rawValue)
      writer.key("location")
      location.write(to: &writer)
      writer.key("containerName")
      writer.string(container)
    }
  }
}
