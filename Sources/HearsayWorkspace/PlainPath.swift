internal import FoundationEssentials

/// Paths that need no resolving: asking for the folder and the address of thousands of files costs
/// more than reading them, where each question goes through a URL.
enum PlainPath {
  /// A path from the root; a relative one lies in the working folder.
  static func whole(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }

  /// A path from the root without parts that are empty, `.` or `..`.
  static func absolute(_ path: String) -> String {
    let whole = whole(path)
    return isPlain(whole) ? whole : URL(filePath: whole).standardized.path
  }

  /// The last part of a path that is not empty, or nil.
  static func name(of path: String) -> String? {
    var path = path
    return path.withUTF8 { bytes in
      guard let last = bytes.lastIndex(where: { $0 != 0x2F }) else { return nil }
      let start = bytes[..<last].lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
      return String(decoding: bytes[start...last], as: UTF8.self)
    }
  }

  /// The folder that a plain path from the root lies in, or nil where the path is not plain.
  static func folder(of path: String) -> String? {
    var path = path
    return path.withUTF8 { bytes in
      guard isPlain(bytes), let slash = bytes.lastIndex(of: 0x2F) else { return nil }
      return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
    }
  }

  /// Whether a path from the root has no part that is empty, `.` or `..`.
  static func isPlain(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { isPlain($0) }
  }

  private static func isPlain(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard path.first == 0x2F else { return false }
    var length = 0
    var dots = 0
    for byte in path.dropFirst() {
      if byte == 0x2F {
        guard isName(length, dots) else { return false }
        (length, dots) = (0, 0)
      } else {
        length += 1
        dots += byte == 0x2E ? 1 : 0
      }
    }
    return isName(length, dots)
  }

  private static func isName(_ length: Int, _ dots: Int) -> Bool {
    length > 0 && (length > 2 || dots < length)
  }

  /// The `file:` address of a path.
  static func address(_ path: String) -> String {
    var whole = whole(path)
    guard whole.withUTF8({ isPlain($0) && $0.allSatisfy(isUnreserved) }) else {
      return URL(filePath: path).absoluteString
    }
    return "file://\(whole)"
  }

  /// Whether a byte stands for itself in an address.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }
}
