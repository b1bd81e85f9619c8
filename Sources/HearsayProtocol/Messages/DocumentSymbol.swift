public import HearsayJSON

/// Params of `textDocument/documentSymbol`.
public struct DocumentSymbolParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
}

/// LSP's symbol kinds, as far as they are used; every client knows these.
public enum SymbolKind: Int, Hashable, Sendable, CaseIterable {
  /// An article.
  case file = 1
  /// An outlet.
  case module = 2
  /// A group of symbols.
  case namespace = 3
  /// A speaker.
  case `class` = 5
  /// A date.
  case constant = 14
  /// A quotation.
  case string = 15
}

/// One entry of a document's outline, with the entries below it.
public struct DocumentSymbol: Hashable, Sendable {
  /// What the entry is called; never empty.
  public let name: String
  /// More about it, shown smaller, or nil.
  public let detail: String?
  /// What it stands for.
  public let kind: SymbolKind
  /// The stretch it covers with everything below it.
  public let range: LSPRange
  /// The stretch to go to, inside `range`.
  public let selectionRange: LSPRange
  /// The entries below it.
  public let children: [DocumentSymbol]

  /// An entry of an outline.
  public init(
    name: String, detail: String?, kind: SymbolKind, range: LSPRange, selectionRange: LSPRange,
    children: [DocumentSymbol] = []
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }

  /// Writes the entry and those below it as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      if let detail {
        writer.key("detail")
        writer.string(detail)
      }
      writer.key("kind")
      writer.number(kind.rawValue)
      writer.key("range")
      range.write(to: &writer)
      writer.key("selectionRange")
      selectionRange.write(to: &writer)
      if !children.isEmpty {
        writer.key("children")
        writer.array { writer in
          for child in children { child.write(to: &writer) }
        }
      }
    }
  }

  /// Writes the entries below it, or itself where there are none, as flat SymbolInformation.
  public func writeFlat(
    uri: String, container: String?, to writer: inout JSONWriter
  ) {
    guard children.isEmpty else {
      for child in children { child.writeFlat(uri: uri, container: name, to: &writer) }
      return
    }
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      writer.key("kind")
      writer.number(kind.rawValue)
      writer.key("location")
      Location(uri: uri, range: selectionRange).write(to: &writer)
      if let container {
        writer.key("containerName")
        writer.string(container)
      }
    }
  }
}
