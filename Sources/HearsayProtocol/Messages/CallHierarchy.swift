public import HearsayJSON

/// Params of `callHierarchy/incomingCalls` and `callHierarchy/outgoingCalls`.
public struct CallHierarchyParams: Hashable, Sendable, Decodable {
  /// The item asked about, as far as the client sent it back.
  public struct Item: Hashable, Sendable, Decodable {
    /// The document the item points into.
    public let uri: String
    /// The stretch it points to.
    public let selectionRange: LSPRange?
    /// What the server gave along; some clients drop it.
    public let data: LSPAny?
  }

  /// The item asked about.
  public let item: Item
}

/// Somebody who quotes or is quoted.
public struct CallHierarchyItem: Hashable, Sendable {
  /// The speaker's name; nil for an article, which quotes by itself.
  public let speaker: String?
  /// The name shown.
  public let name: String
  /// More about it, shown smaller.
  public let detail: String
  /// The document it points into.
  public let uri: String
  /// The stretch to go to.
  public let range: LSPRange

  /// Somebody who quotes or is quoted.
  public init(speaker: String?, name: String, detail: String, uri: String, range: LSPRange) {
    self.speaker = speaker
    self.name = name
    self.detail = detail
    self.uri = uri
    self.range = range
  }

  /// Writes the item as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      writer.key("kind")
      writer.number((speaker == nil ? SymbolKind.file : .class).rawValue)
      writer.key("detail")
      writer.string(detail)
      writer.key("uri")
      writer.string(uri)
      writer.key("range")
      range.write(to: &writer)
      writer.key("selectionRange")
      range.write(to: &writer)
      writer.key("data")
      writer.object { writer in
        writer.key("speaker")
        if let speaker { writer.string(speaker) } else { writer.null() }
      }
    }
  }
}

/// Somebody at the other end of quoting, with the places where that happens.
public struct CallHierarchyCall: Hashable, Sendable {
  /// Who quotes, or is quoted.
  public let item: CallHierarchyItem
  /// The quotations, in the document of whoever quotes.
  public let ranges: [LSPRange]

  /// Somebody at the other end of quoting.
  public init(item: CallHierarchyItem, ranges: [LSPRange]) {
    self.item = item
    self.ranges = ranges
  }

  /// Writes the call as a JSON object, under `from` where the item is who quotes.
  public func write(isIncoming: Bool, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key(isIncoming ? "from" : "to")
      item.write(to: &writer)
      writer.key("fromRanges")
      writer.array { writer in
        for range in ranges { range.write(to: &writer) }
      }
    }
  }
}
