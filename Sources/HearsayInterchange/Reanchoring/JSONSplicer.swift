internal import HearsayJSON

/// Changes values of a JSON text and leaves every other byte as it was: unknown keys, the order of
/// keys, white space and the way numbers are written.
struct JSONSplicer {
  private struct Change {
    var range: Range<Int>
    var bytes: [UInt8]
  }

  private let bytes: [UInt8]
  private var changes: [Change] = []

  /// A text to be changed.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Puts a value in the place of another.
  mutating func replace(_ node: JSONNode, with write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(reserving: 64)
    write(&writer)
    changes.append(Change(range: node.range, bytes: writer.bytes))
  }

  /// Gives an object's member a value; it becomes the last one where the object has none such.
  mutating func set(
    _ key: StaticString, of object: JSONNode, to write: (inout JSONWriter) -> Void
  ) {
    if let member = object.members.last(where: { $0.key == "\(key)" }) {
      replace(member.value, with: write)
      return
    }
    var writer = JSONWriter(reserving: 64)
    writer.key(key)
    write(&writer)
    let isEmpty =
      object.members.isEmpty && !changes.contains { $0.range.lowerBound == end(of: object) }
    changes.append(
      Change(
        range: end(of: object)..<end(of: object), bytes: (isEmpty ? [] : [0x2C]) + writer.bytes))
  }

  private func end(of object: JSONNode) -> Int { object.range.upperBound - 1 }

  /// The changed text.
  var result: [UInt8] {
    var result: [UInt8] = []
    var place = 0
    // Stable: what was set one after the other at the same place keeps its order.
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, change) in ordered where change.range.lowerBound >= place {
      result += bytes[place..<change.range.lowerBound]
      result += change.bytes
      place = change.range.upperBound
    }
    return result + bytes[place...]
  }
}
