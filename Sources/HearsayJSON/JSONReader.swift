/// Reads JSON into nodes with their places; linear in the number of bytes.
public struct JSONReader {
  /// Levels of arrays and objects that are read.
  public static let maximumDepth = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0

  /// The value that bytes hold; a byte order mark in front is passed over.
  ///
  /// - Throws: ``JSONReadError`` where they hold none.
  public static func read(_ bytes: [UInt8]) throws(JSONReadError) -> JSONNode {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONNode, JSONReadError> in
      var reader = JSONReader(bytes: buffer)
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
      return reader.whole()
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func whole() -> Result<JSONNode, JSONReadError> {
    do throws(JSONReadError) {
      let node = try value()
      skipSpace()
      if index < bytes.count { throw error(.rest) }
      return .success(node)
    } catch {
      return .failure(error)
    }
  }

  private func error(_ reason: JSONReadError.Reason, at offset: Int? = nil) -> JSONReadError {
    let isEnd = index >= bytes.count && offset == nil
    return JSONReadError(
      reason: isEnd && reason != .tooDeep ? .unexpectedEnd : reason, offset: offset ?? index)
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONReadError) -> JSONNode {
    skipSpace()
    guard index < bytes.count else { throw error(.noValue) }
    let start = index
    let value: JSONNode.Value
    switch bytes[index] {
    case UInt8(ascii: "{"): value = .object(try members())
    case UInt8(ascii: "["): value = .array(try elements())
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    default: value = .number(try number())
    }
    return JSONNode(value: value, range: start..<index)
  }

  private mutating func word(
    _ text: StaticString, _ value: JSONNode.Value
  ) throws(JSONReadError) -> JSONNode.Value {
    let length = text.utf8CodeUnitCount
    let isThere = text.withUTF8Buffer { wanted in
      index + length <= bytes.count && bytes[index..<(index + length)].elementsEqual(wanted)
    }
    guard isThere else { throw error(.noValue) }
    index += length
    return value
  }

  private mutating func number() throws(JSONReadError) -> Double {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: index += 1
      default:
        return try parsed(start)
      }
    }
    return try parsed(start)
  }

  private mutating func parsed(_ start: Int) throws(JSONReadError) -> Double {
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let number = Double(text), number.isFinite, !text.hasPrefix("+"), !text.hasPrefix(".")
    else { throw error(.noValue, at: start) }
    return number
  }

  private mutating func enter() throws(JSONReadError) {
    depth += 1
    guard depth <= JSONReader.maximumDepth else { throw error(.tooDeep) }
    index += 1
    skipSpace()
  }

  /// Passes over the closing bracket, if it stands here.
  private mutating func leaves(_ closing: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == closing else { return false }
    index += 1
    depth -= 1
    return true
  }

  private mutating func elements() throws(JSONReadError) -> [JSONNode] {
    try enter()
    var result: [JSONNode] = []
    if leaves(UInt8(ascii: "]")) { return result }
    while true {
      result.append(try value())
      skipSpace()
      if leaves(UInt8(ascii: "]")) { return result }
      try comma()
    }
  }

  private mutating func members() throws(JSONReadError) -> [JSONNode.Member] {
    try enter()
    var result: [JSONNode.Member] = []
    if leaves(UInt8(ascii: "}")) { return result }
    while true {
      skipSpace()
      let start = index
      guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { throw error(.noKey) }
      let key = try string()
      let keyRange = start..<index
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw error(.noColon) }
      index += 1
      result.append(JSONNode.Member(key: key, keyRange: keyRange, value: try value()))
      skipSpace()
      if leaves(UInt8(ascii: "}")) { return result }
      try comma()
    }
  }

  private mutating func comma() throws(JSONReadError) {
    guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { throw error(.noComma) }
    index += 1
  }
}

extension JSONReader {
  private mutating func string() throws(JSONReadError) -> String {
    index += 1
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        defer { index += 1 }
        return try text(start..<index)
      case 0x5C: return try escaped(from: start)
      case 0..<0x20: throw error(.badString)
      default: index += 1
      }
    }
    throw error(.badString)
  }

  private func text(_ range: Range<Int>) throws(JSONReadError) -> String {
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw error(.notUTF8, at: range.lowerBound)
    }
    return text
  }

  /// A string with escapes, read up to its closing quote.
  private mutating func escaped(from start: Int) throws(JSONReadError) -> String {
    var result = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let text = String(validating: result, as: UTF8.self) else {
          throw error(.notUTF8, at: start)
        }
        return text
      case 0x5C: try escape(into: &result)
      case 0..<0x20: throw error(.badString)
      default:
        result.append(byte)
        index += 1
      }
    }
    throw error(.badString)
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONReadError) {
    guard index + 1 < bytes.count else {
      index = bytes.count
      throw error(.badString)
    }
    let sign = bytes[index + 1]
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
      0x74: 0x09,
    ]
    if let byte = plain[sign] {
      result.append(byte)
      index += 2
    } else if sign == UInt8(ascii: "u"), let unit = unit(at: index) {
      index += 6
      result += Array(String(scalar(unit)).utf8)
    } else {
      throw error(.badString)
    }
  }

  /// The UTF-16 unit of an escape that begins at an offset.
  private func unit(at offset: Int) -> UInt32? {
    guard offset + 6 <= bytes.count, bytes[offset] == 0x5C, bytes[offset + 1] == 0x75 else {
      return nil
    }
    let digits = String(decoding: bytes[(offset + 2)..<(offset + 6)], as: UTF8.self)
    return digits.hasPrefix("+") || digits.hasPrefix("-") ? nil : UInt32(digits, radix: 16)
  }

  /// The scalar of a unit, with the second half of a pair; U+FFFD for a half alone.
  private mutating func scalar(_ unit: UInt32) -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, let low = self.unit(at: index), (0xDC00..<0xE000).contains(low) {
      index += 6
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }
    return "\u{FFFD}"
  }
}
