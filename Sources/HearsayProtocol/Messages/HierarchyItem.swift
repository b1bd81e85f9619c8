public import HearsayJSON

/// What call and type hierarchies consist of: the protocol gives both the same members.
public protocol HierarchyItem: Hashable, Sendable {
  /// The name shown.
  var name: String { get }
  /// What it stands for.
  var kind: SymbolKind { get }
  /// More about it, shown smaller.
  var detail: String { get }
  /// The document it points into.
  var uri: String { get }
  /// The stretch to go to.
  var range: LSPRange { get }

  /// Writes what the client gives along with the next question, as the members of an object.
  func writeData(to writer: inout JSONWriter)
}

extension HierarchyItem {
  /// Writes the item as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      writer.key("kind")
      writer.number(kind.rawValue)
      writer.key("detail")
      writer.string(detail)
      writer.key("uri")
      writer.string(uri)
      writer.key("range")
      range.write(to: &writer)
      writer.key("selectionRange")
      range.write(to: &writer)
      writer.key("data")
      writer.object { writer in writeData(to: &writer) }
    }
  }
}
