/// The canonical entity behind one or more source mentions of a document.
public struct Speaker: Hashable, Sendable {
  /// What kind of entity speaks.
  public enum Kind: String, Sendable, CaseIterable {
    /// One person.
    case person
    /// A ministry, a party, a company.
    case organisation
    /// Several without names: officials, witnesses.
    case collective
  }

  /// The name in lower case with hyphens for spaces.
  ///
  /// Stable within a document and between documents that give the same name. Made when asked for;
  /// linear in the name's length.
  public var id: String {
    withIdentifier { bytes in
      bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }
  /// The fullest name the document gives.
  public let name: String
  /// What kind of entity speaks.
  public let kind: Kind
  /// The role the document gives, such as “foreign minister”, in the document's words.
  public let role: String?

  /// A speaker by name.
  public init(name: String, kind: Kind, role: String? = nil) {
    self.name = name
    self.kind = kind
    self.role = role
  }

  /// Calls `body` with the bytes of ``id``, which become no string for that.
  public func withIdentifier<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let result = name.utf8.withContiguousStorageIfAvailable { name -> Result? in
      guard name.reduce(0, |) < 0x80 else { return nil }
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { buffer in
        let count = Speaker.fill(buffer, withIdentifierOf: name)
        return body(UnsafeBufferPointer(rebasing: buffer[..<count]).span)
      }
    }
    return (result ?? nil) ?? body(Speaker.identifier(forName: name).utf8.span)
  }

  private static func identifier(forName name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      let isWord =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        : scalar.properties.isAlphabetic
      if isWord {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, result.last != "-" {
        result.append("-")
      }
    }
    while result.last == "-" { result.removeLast() }
    return result
  }

  /// The same for ASCII, without a question to the character tables; gives the identifier's length.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, withIdentifierOf name: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    for byte in name {
      let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if small &- 0x61 < 26 || small &- 0x30 < 10 {
        buffer[count] = small
        count += 1
      } else if count > 0, buffer[count - 1] != 0x2D {
        buffer[count] = 0x2D
        count += 1
      }
    }
    while count > 0, buffer[count - 1] == 0x2D { count -= 1 }
    return count
  }
}
