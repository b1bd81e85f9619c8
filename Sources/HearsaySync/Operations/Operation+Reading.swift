internal import HearsayJSON

extension Operation {
  /// Bytes an operation may have; a longer line is kept as poison.
  public static let maximumBytes = 256 << 10

  /// The operation a line holds; what is none is kept as ``Kind/poison``.
  ///
  /// - Parameter id: what it must be called at its place in a log.
  public init(line: [UInt8], id: OperationID) {
    let isShort = line.count <= Operation.maximumBytes
    let plain = isShort ? PlainOperation.parts(of: line, id: id) : nil
    let parts = plain ?? (isShort ? Operation.partsByJSON(line, id) : nil)
    self.init(id: id, line: line, parts: parts ?? OperationParts(.poison, ""))
  }

  /// What a line says under the name it must have, read by the ways of JSON; nil for no operation.
  static func partsByJSON(_ line: [UInt8], _ id: OperationID) -> OperationParts? {
    guard let node = try? JSONReader.read(line), node["id"]?.string == id.description else {
      return nil
    }
    return parts(of: node, in: line)
  }

  /// The operation a line of a snapshot holds, under the name it gives itself; nil for none.
  public init?(line: [UInt8]) {
    if let found = PlainOperation.parts(of: line) {
      self.init(id: found.id, line: line, parts: found.parts)
      return
    }
    guard let node = try? JSONReader.read(line),
      let id = (node["id"]?.string).flatMap({ OperationID($0) })
    else { return nil }
    if node["op"]?.string == KeptLine.kind {
      guard let kept = KeptLine.content(of: node) else { return nil }
      self.init(line: kept, id: id)
    } else {
      guard let parts = Operation.parts(of: node, in: line) else { return nil }
      self.init(id: id, line: line, parts: parts)
    }
  }

  private static let knownMembers: Set<String> = [
    "v", "op", "id", "ann", "doc", "parents", "set", "tags", "del", "aliases", "author", "at",
    "prev", "digest",
  ]

  /// What a line says; nil where it is no operation of any version.
  private static func parts(of node: JSONNode, in line: [UInt8]) -> OperationParts? {
    guard let version = node["v"]?.number, let name = node["op"]?.string else { return nil }
    let isKnown = version == Double(Operation.version)
    let kind = isKnown ? Kind(rawValue: name) ?? .unknown : .unknown
    var parts = OperationParts(kind == .poison ? .unknown : kind, "")
    guard let subject = node[kind == .alias ? "doc" : "ann"]?.string, !subject.isEmpty else {
      return parts.kind == .unknown ? parts : nil
    }
    parts.subject = subject
    parts.author = node["author"]?.string ?? ""
    parts.time = node["at"]?.string ?? ""
    parts.hasUnknownMembers = node.members.contains { !knownMembers.contains($0.key) }
    let parents = (node["parents"]?.elements ?? []).map { $0.string.flatMap { OperationID($0) } }
    parts.parents = parents.compactMap(\.self)
    let digest = node[kind == .was ? "digest" : "prev"]?.string
    parts.previous = digest.flatMap { ContentDigest($0) }
    guard parts.kind != .unknown else { return parts }
    guard parts.parents.count == parents.count, parts.read(node, in: line) else { return nil }
    return parts
  }
}

extension OperationParts {
  /// Reads what is set; false where a member has a form it must not have.
  fileprivate mutating func read(_ node: JSONNode, in line: [UInt8]) -> Bool {
    if let set = node["set"] {
      guard case .object(let members) = set.value else { return false }
      fields = members.map { Operation.Field(name: $0.key, value: Array(line[$0.value.range])) }
    }
    if let deletion = node["del"] {
      guard let flag = deletion.bool else { return false }
      self.deletion = flag
    }
    for (key, isAdded) in [("add", true), ("remove", false)] {
      for element in node["tags"]?[key]?.elements ?? [] {
        guard let name = element.string else { return false }
        tags.append(Operation.Tag(name: name, isAdded: isAdded))
      }
    }
    let names = (node["aliases"]?.elements ?? []).map(\.string)
    aliases = names.compactMap(\.self)
    return aliases.count == names.count
  }
}

/// A line that is no operation, wrapped so that a snapshot can hand it on.
enum KeptLine {
  /// What stands for its kind.
  static let kind = "kept"

  /// The line of a snapshot that holds any bytes.
  static func line(_ operation: Operation) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("v")
      json.number(Operation.version)
      json.key("op")
      json.string(kind)
      json.key("id")
      json.string(operation.id.description)
      json.key("bytes")
      json.string(Hexadecimal.text(operation.line))
    }
    return json.bytes
  }

  /// The bytes it holds.
  static func content(of node: JSONNode) -> [UInt8]? {
    node["bytes"]?.string.flatMap { Hexadecimal.bytes($0) }
  }
}
