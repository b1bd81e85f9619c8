internal import HearsayJSON

extension Operation {
  /// The version of the format this program writes; a reader of a lower one keeps what it cannot
  /// apply.
  public static let version = 1

  /// The operation as it takes its place in its device's log.
  public init(_ parts: OperationParts, id: OperationID, previous: ContentDigest) {
    var parts = parts
    parts.previous = previous
    self.init(id: id, line: Operation.line(parts, id: id), parts: parts)
  }

  /// What is left of the operation when others have replaced all it set.
  ///
  /// It stands in no log, so it names the digest of what it was rather than of what stood before
  /// it.
  public var remains: Operation {
    var parts = OperationParts(.was, subject)
    parts.parents = parents
    parts.previous = digest
    return Operation(id: id, line: Operation.line(parts, id: id), parts: parts)
  }

  /// The same operation under another name, with parents under other names.
  public func renamed(
    _ id: OperationID, previous: ContentDigest, parent: (OperationID) -> OperationID
  ) -> Operation {
    guard kind == .edit || kind == .alias else {
      var parts = OperationParts(.was, subject)
      parts.parents = parents.map(parent)
      return Operation(parts, id: id, previous: previous)
    }
    var parts = OperationParts(kind, subject)
    parts.parents = parents.map(parent)
    parts.fields = fields
    parts.tags = tags
    parts.deletion = deletion
    parts.aliases = aliases
    parts.author = author
    parts.time = time
    return Operation(parts, id: id, previous: previous)
  }

  private static func line(_ parts: OperationParts, id: OperationID) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("v")
      json.number(version)
      json.key("op")
      json.string(parts.kind.rawValue)
      json.key("id")
      json.string(id.description)
      json.key(parts.kind == .alias ? "doc" : "ann")
      json.string(parts.subject)
      json.key("parents")
      json.array { json in for item in parts.parents { json.string(item.description) } }
      writeContent(parts, into: &json)
      if parts.kind != .was {
        json.key("author")
        json.string(parts.author)
        json.key("at")
        json.string(parts.time)
      }
      if let previous = parts.previous {
        json.key(parts.kind == .was ? "digest" : "prev")
        json.string(previous.description)
      }
    }
    return json.bytes
  }

  private static func writeContent(_ parts: OperationParts, into json: inout JSONWriter) {
    if !parts.fields.isEmpty {
      json.key("set")
      json.object { json in
        for field in parts.fields {
          json.key(text: field.name)
          json.raw(bytes: field.value)
        }
      }
    }
    if !parts.tags.isEmpty {
      json.key("tags")
      json.object { json in
        json.key("add")
        json.array { json in for item in parts.tags where item.isAdded { json.string(item.name) } }
        json.key("remove")
        json.array { json in for item in parts.tags where !item.isAdded { json.string(item.name) } }
      }
    }
    if let deletion = parts.deletion {
      json.key("del")
      json.bool(deletion)
    }
    if parts.kind == .alias {
      json.key("aliases")
      json.array { json in for item in parts.aliases { json.string(item) } }
    }
  }
}
