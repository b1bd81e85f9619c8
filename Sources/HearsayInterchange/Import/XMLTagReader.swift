/// An opening tag with its attributes, entities read.
struct XMLTag: Hashable {
  /// The name with its prefix.
  let name: String
  /// Values by name.
  let attributes: [String: String]
}

/// Why bytes are no XML that can be read here.
struct XMLTagError: Error, Hashable {
  /// The byte at which it is wrong.
  let offset: Int
  /// What is wrong, for a person.
  let message: String
}

/// Reads the tags of a flat XML file such as XMI, whose content is all in attributes.
///
/// The text between tags is passed over. A document type is refused, so no entity can be declared;
/// libraries that read whole documents bring libxml2 along, which the one-file program does not have.
struct XMLTagReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// All opening tags in order.
  ///
  /// - Throws: ``XMLTagError``.
  static func tags(_ bytes: [UInt8]) throws(XMLTagError) -> [XMLTag] {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<[XMLTag], XMLTagError> in
      var reader = XMLTagReader(bytes: buffer)
      do throws(XMLTagError) {
        return .success(try reader.all())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private func error(_ message: String) -> XMLTagError {
    XMLTagError(offset: index, message: message)
  }

  private func starts(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index + length <= bytes.count else { return false }
    return text.withUTF8Buffer { bytes[index..<(index + length)].elementsEqual($0) }
  }

  private mutating func skip(past text: StaticString) throws(XMLTagError) {
    while index < bytes.count {
      if starts(text) {
        index += text.utf8CodeUnitCount
        return
      }
      index += 1
    }
    throw error("the file ends inside a tag")
  }

  private mutating func all() throws(XMLTagError) -> [XMLTag] {
    var tags: [XMLTag] = []
    while index < bytes.count {
      guard bytes[index] == 0x3C else {
        index += 1
        continue
      }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        try skip(past: "]]>")
      } else if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!") {
        throw error("a document type is not read")
      } else if starts("</") {
        try skip(past: ">")
      } else {
        tags.append(try tag())
      }
    }
    guard !tags.isEmpty else { throw error("there is no element") }
    return tags
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func name() throws(XMLTagError) -> String {
    let start = index
    while index < bytes.count,
      !([0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3D, 0x3E, 0x3C, 0x22, 0x27].contains(bytes[index]))
    {
      index += 1
    }
    guard index > start, let name = String(validating: bytes[start..<index], as: UTF8.self) else {
      throw error("a name is missing here")
    }
    return name
  }

  private mutating func tag() throws(XMLTagError) -> XMLTag {
    index += 1
    let name = try name()
    var attributes: [String: String] = [:]
    while true {
      skipSpace()
      guard index < bytes.count else { throw error("the file ends inside a tag") }
      if bytes[index] == 0x3E || starts("/>") {
        index += bytes[index] == 0x3E ? 1 : 2
        return XMLTag(name: name, attributes: attributes)
      }
      let key = try self.name()
      skipSpace()
      guard index < bytes.count, bytes[index] == 0x3D else { throw error("a value is missing") }
      index += 1
      skipSpace()
      attributes[key] = try value()
    }
  }

  private mutating func value() throws(XMLTagError) -> String {
    guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else {
      throw error("a value in quotes is missing")
    }
    let quote = bytes[index]
    index += 1
    var result: [UInt8] = []
    while index < bytes.count, bytes[index] != quote {
      switch bytes[index] {
      case 0x26: result += Array(String(try entity()).utf8)
      case 0x3C: throw error("a value may not hold <")
      // XML 1.0, 3.3.3: white space in an attribute is a space.
      case 0x09, 0x0A, 0x0D:
        result.append(0x20)
        index += 1
      default:
        result.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count else { throw error("the file ends inside a value") }
    index += 1
    guard let text = String(validating: result, as: UTF8.self) else {
      throw error("the value is not UTF-8")
    }
    return text
  }

  /// The character of a reference, which ends in a semicolon.
  private mutating func entity() throws(XMLTagError) -> Unicode.Scalar {
    let start = index + 1
    var end = start
    while end < bytes.count, bytes[end] != 0x3B, end - start < 10 { end += 1 }
    guard end < bytes.count, bytes[end] == 0x3B else { throw error("a reference has no end") }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    index = end + 1
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    if let scalar = named[name] { return scalar }
    let number =
      name.hasPrefix("#x")
      ? UInt32(name.dropFirst(2), radix: 16)
      : name.hasPrefix("#") ? UInt32(name.dropFirst(1)) : nil
    guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value > 0 else {
      throw error("the reference &\(name); is not known")
    }
    return scalar
  }
}
