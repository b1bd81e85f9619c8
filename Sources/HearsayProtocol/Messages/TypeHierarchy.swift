public import HearsayJSON

/// Params of `textDocument/prepareTypeHierarchy`.
public struct PrepareTypeHierarchyParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The place asked about.
  public let position: Position
}

/// Params of `typeHierarchy/supertypes` and `typeHierarchy/subtypes`.
public struct TypeHierarchyParams: Hashable, Sendable, Decodable {
  /// The item asked about, as far as the client sent it back.
  public struct Item: Hashable, Sendable, Decodable {
    /// The document the item points into.
    public let uri: String?
    /// What the server gave along; some clients drop it.
    public let data: LSPAny?
  }

  /// The item asked about.
  public let item: Item
}

/// Somebody who stands above or below others.
public struct TypeHierarchyItem: HierarchyItem {
  /// Registry id, or nil for somebody without a record.
  public let outlet: String?
  /// The name.
  public let name: String
  /// More about it, shown smaller.
  public let detail: String
  /// What it stands for.
  public let kind: SymbolKind
  /// The document it points into.
  public let uri: String
  /// The stretch to go to.
  public let range: LSPRange
  /// The document the question came from, given along for the next one.
  public let origin: String

  /// Somebody who stands above or below others.
  public init(
    outlet: String?, name: String, detail: String, kind: SymbolKind, uri: String, range: LSPRange,
    origin: String
  ) {
    self.outlet = outlet
    self.name = name
    self.detail = detail
    self.kind = kind
    self.uri = uri
    self.range = range
    self.origin = origin
  }

  /// As ``HierarchyItem`` wants it.
  public func writeData(to writer: inout JSONWriter) {
    writer.key("outlet")
    if let outlet { writer.string(outlet) } else { writer.null() }
    writer.key("origin")
    writer.string(origin)
  }
}
