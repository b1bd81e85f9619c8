/// Reads the path off a document's URI.
enum DocumentURI {
  /// The absolute path of a `file:` URI with escapes decoded, or nil for other schemes.
  static func path(of uri: String) -> String? {
    guard uri.lowercased().hasPrefix("file://") else { return nil }
    let rest = uri.dropFirst("file://".count)
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    return unescaped(rest[slash...])
  }

  /// The `file:` URI of an absolute path; what RFC 3986 reserves or does not know is escaped.
  static func uri(ofPath path: String) -> String {
    var result = Array("file://".utf8)
    result.reserveCapacity(path.utf8.count + 16)
    for byte in path.utf8 {
      if plain[Int(byte)] {
        result.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += (digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)").utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a byte stands for itself.
  private static let plain: [Bool] = (0..<256).map { byte in
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "-._~/".utf8.contains(UInt8(byte))
  }

  /// The path of the folder that holds the document, or nil for other schemes.
  static func folder(of uri: String) -> String? {
    guard let path = path(of: uri), let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of the URI with escapes decoded, or nil where it has none.
  static func fileName(of uri: String) -> String? {
    let name = uri.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return name.isEmpty ? nil : unescaped(name)
  }

  private static func unescaped(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let digits = bytes[(index + 1)...].prefix(2)
      if bytes[index] == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
