internal import HearsayJSON

/// Reads a line that is written just as this program writes edits, straight from its bytes.
///
/// It knows one order of members, no spaces and no escape outside values. Whatever else a line has
/// makes it give up, and the line is read by the ways of JSON; so it may be strict, but must never
/// say anything else than they would.
struct PlainOperation {
  private var cursor: JSONCursor
  private var bytes: UnsafeBufferPointer<UInt8> { cursor.bytes }
  private var index: Int {
    get { cursor.index }
    set { cursor.index = newValue }
  }

  /// What a line says, under the name it must have; nil where it is to be read otherwise.
  static func parts(of line: [UInt8], id: OperationID) -> OperationParts? {
    guard let found = parts(of: line), found.id == id else { return nil }
    return found.parts
  }

  /// What a line says, and the name it gives itself; nil where it is to be read otherwise.
  static func parts(of line: [UInt8]) -> (id: OperationID, parts: OperationParts)? {
    line.withUnsafeBufferPointer { buffer in
      guard isUnicode(buffer) else { return nil }
      var reader = PlainOperation(buffer)
      return reader.whole()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { cursor = JSONCursor(bytes) }

  private static func isUnicode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80 || String(validating: bytes, as: UTF8.self) != nil
  }

  private mutating func whole() -> (id: OperationID, parts: OperationParts)? {
    guard cursor.takes("{\"v\":1,\"op\":\"edit\",\"id\":\""), let id = operation(),
      cursor.takes("\",\"ann\":"), let subject = cursor.plainString(), !subject.isEmpty,
      cursor.takes(",\"parents\":[")
    else { return nil }
    var parts = OperationParts(.edit, subject)
    guard readParents(&parts), readContent(&parts), cursor.takes(",\"author\":"),
      let author = cursor.plainString(),
      cursor.takes(",\"at\":"), let time = cursor.plainString(), cursor.takes(",\"prev\":\""),
      let previous = digest(),
      cursor.takes("\"}"), cursor.isAtEnd
    else { return nil }
    parts.author = author
    parts.time = time
    parts.previous = previous
    return (id, parts)
  }

  private mutating func readParents(_ parts: inout OperationParts) -> Bool {
    if cursor.takes("]") { return true }
    while cursor.takes("\""), let parent = operation(), cursor.takes("\"") {
      parts.parents.append(parent)
      if cursor.takes("]") { return true }
      guard cursor.takes(",") else { return false }
    }
    return false
  }

  private mutating func readContent(_ parts: inout OperationParts) -> Bool {
    if cursor.takes(",\"set\":{") {
      repeat {
        guard let name = cursor.plainString(), cursor.takes(":") else { return false }
        let start = index
        guard value(depth: 0) else { return false }
        parts.fields.append(.init(name: name, value: Array(bytes[start..<index])))
      } while cursor.takes(",")
      guard cursor.takes("}") else { return false }
    }
    if cursor.takes(",\"del\":") {
      if cursor.takes("true") {
        parts.deletion = true
      } else if cursor.takes("false") {
        parts.deletion = false
      } else {
        return false
      }
    }
    return true
  }
}

extension PlainOperation {
  /// The operation whose name stands here, up to the quote behind it.
  private mutating func operation() -> OperationID? {
    guard let device = DeviceID(digits: bytes, at: index), index + 34 < bytes.count,
      bytes[index + 32] == 0x2E, bytes[index + 33] != 0x30
    else { return nil }
    var place = index + 33
    var number = 0
    while place < bytes.count, 0x30...0x39 ~= bytes[place], place < index + 49 {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard number > 0, place < bytes.count, bytes[place] == 0x22 else { return nil }
    index = place
    return OperationID(device: device, number: number)
  }

  private mutating func digest() -> ContentDigest? {
    if index < bytes.count, bytes[index] == 0x22 { return ContentDigest.none }
    guard let digest = ContentDigest(digits: bytes, at: index) else { return nil }
    index += 64
    return digest
  }

  /// Passes over a value; false where that is for others to judge.
  private mutating func value(depth: Int) -> Bool {
    guard index < bytes.count, depth < 8 else { return false }
    switch bytes[index] {
    case 0x22: return string()
    case 0x7B: return members(depth)
    case 0x5B: return elements(depth)
    case 0x6E: return cursor.takes("null")
    case 0x74: return cursor.takes("true")
    case 0x66: return cursor.takes("false")
    default: return number()
    }
  }

  private mutating func members(_ depth: Int) -> Bool {
    index += 1
    if cursor.takes("}") { return true }
    repeat {
      guard string(), cursor.takes(":"), value(depth: depth + 1) else { return false }
    } while cursor.takes(",")
    return cursor.takes("}")
  }

  private mutating func elements(_ depth: Int) -> Bool {
    index += 1
    if cursor.takes("]") { return true }
    repeat {
      guard value(depth: depth + 1) else { return false }
    } while cursor.takes(",")
    return cursor.takes("]")
  }

  /// Passes over a string whose escapes have one sign; those with digits are left to others.
  private mutating func string() -> Bool {
    guard cursor.takes("\"") else { return false }
    while index < bytes.count {
      switch bytes[index] {
      case 0x22:
        index += 1
        return true
      case 0x5C:
        guard index + 1 < bytes.count else { return false }
        switch bytes[index + 1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: index += 2
        default: return false
        }
      case 0..<0x20: return false
      default: index += 1
      }
    }
    return false
  }

  /// Passes over a number of at most 15 digits.
  private mutating func number() -> Bool {
    _ = cursor.takes("-")
    let start = index
    guard digits() else { return false }
    if cursor.takes(".") { guard digits() else { return false } }
    return index - start < 16
  }

  private mutating func digits() -> Bool {
    let start = index
    while index < bytes.count, 0x30...0x39 ~= bytes[index] { index += 1 }
    return index > start
  }
}
