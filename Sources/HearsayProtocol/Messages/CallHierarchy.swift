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
public struct CallHierarchyItem: HierarchyItem {
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

  /// What it stands for.
  public var kind: SymbolKind { speaker == nil ? .file : .class }

  /// Somebody who quotes or is quoted.
  public init(speaker: String?, name: String, detail: String, uri: String, range: LSPRange) {
    self.speaker = speaker
    self.name = name
    self.detail = detail
    self.uri = uri
    self.range = range
  }

  /// As ``HierarchyItem`` wants it.
  public func writeData(to writer: inout JSONWriter) {
    writer.key("speaker")
    if let speaker { writer.string(speaker) } else { writer.null() }
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
