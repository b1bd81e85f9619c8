internal import HearsayJSON

/// Puts the member `hearsay` of one JSON text into another one and takes it out again; every other
/// byte of the other text stays as it is.
struct JSONMemberEditor {
  /// Why a text is left alone.
  enum Refusal: Error {
    /// It is no plain JSON; files with comments are not.
    case notJSON
    /// Something else than an object stands where one must be.
    case noObject(key: String)
  }

  private static let name = "hearsay"
  private let source: [UInt8]
  /// The keys that lead to the member, that of the member last.
  private let keys: [String]
  private let value: JSONNode

  /// Takes the member from a text of nested objects with one member each; nil where it has none.
  init?(_ source: [UInt8]) {
    guard var node = try? JSONReader.read(source) else { return nil }
    var keys: [String] = []
    while keys.last != JSONMemberEditor.name {
      guard let member = node.members.first, node.members.count == 1 else { return nil }
      keys.append(member.key)
      node = member.value
    }
    self.source = source
    self.keys = keys
    value = node
  }

  /// The text with the member in it; one that is there already is left as the user has it.
  func put(into text: [UInt8]) throws(Refusal) -> [UInt8] {
    if JSONMemberEditor.isBlank(text) { return source }
    let path = try path(in: text)
    guard let object = path.last else { return source }
    if path.count > keys.count { return text }
    let depth = path.count
    var added = "\n" + JSONMemberEditor.indent(depth)
    for (level, key) in keys.enumerated().dropFirst(depth - 1) {
      var writer = JSONWriter(reserving: 64)
      writer.string(key)
      added += String(decoding: writer.bytes, as: UTF8.self) + ": "
      if level < keys.count - 1 { added += "{\n" + JSONMemberEditor.indent(level + 2) }
    }
    added += String(decoding: source[value.range], as: UTF8.self)
    for level in (depth..<keys.count).reversed() {
      added += "\n" + JSONMemberEditor.indent(level) + "}"
    }
    let isFirst = object.members.isEmpty
    added += isFirst ? "\n" + JSONMemberEditor.indent(depth - 1) : ","
    let start = object.range.lowerBound + 1
    let rest = isFirst ? object.range.upperBound - 1 : start
    return text[..<start] + Array(added.utf8) + text[rest...]
  }

  /// The text without the member, and without objects that held nothing else.
  func taken(outOf text: [UInt8]) throws(Refusal) -> [UInt8] {
    if JSONMemberEditor.isBlank(text) { return text }
    let path = try path(in: text)
    guard path.count > keys.count else { return text }
    var level = keys.count - 1
    while level > 0, path[level].members.count == 1 { level -= 1 }
    let members = path[level].members
    guard let index = members.lastIndex(where: { $0.key == keys[level] }) else { return text }
    let range: Range<Int>
    if members.count == 1 {
      range = (path[level].range.lowerBound + 1)..<(path[level].range.upperBound - 1)
    } else if index == 0 {
      let next = members[1].keyRange.lowerBound
      let comma = text[..<next].lastIndex(of: 0x2C) ?? next - 1
      range = (path[level].range.lowerBound + 1)..<(comma + 1)
    } else {
      range = members[index - 1].value.range.upperBound..<members[index].value.range.upperBound
    }
    return Array(text[..<range.lowerBound] + text[range.upperBound...])
  }

  /// Whether a text holds the member.
  func isIn(_ text: [UInt8]) -> Bool {
    guard let path = try? path(in: text) else { return false }
    return path.count > keys.count
  }

  /// The values along the keys, as far as there are any; the whole text's value first.
  private func path(in text: [UInt8]) throws(Refusal) -> [JSONNode] {
    guard let root = try? JSONReader.read(text) else { throw .notJSON }
    var path = [root]
    for key in keys {
      guard let node = path.last, case .object = node.value else {
        throw .noObject(key: path.count < 2 ? "" : keys[path.count - 2])
      }
      guard let next = node[key] else { return path }
      path.append(next)
    }
    return path
  }

  private static func isBlank(_ text: [UInt8]) -> Bool {
    text.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
