internal import Crypto
internal import Foundation
public import HearsayText

/// What tells one document from another, wherever its file lies.
public struct DocumentIdentity: Hashable, Sendable {
  /// SHA-256 of the normalised text, in lower-case hexadecimal.
  ///
  /// Normalised: Unicode NFC, every run of white space one space, none at the ends. The same file
  /// with CR LF or LF has one key.
  public let key: String
  /// SHA-256 of the text's UTF-8 bytes without byte order mark, lower-case hexadecimal.
  public let textHash: String
  /// Where the file lies below the project's folder, or absolute; nil for a text without a file.
  ///
  /// It never leaves the machine.
  public let path: String?

  /// The identity of a text that lies at a path; linear in the text.
  public init(_ text: Text, path: String?) {
    let bytes = text.allBytes
    self.path = path
    textHash = DocumentIdentity.hash(bytes)
    key = DocumentIdentity.hash(DocumentIdentity.normalised(bytes))
  }

  /// SHA-256 of some bytes, in lower-case hexadecimal.
  public static func hash(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) {
      for digit in [byte >> 4, byte & 15] {
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The text in NFC with every run of white space as one space, and none at the ends.
  static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    var composed = bytes
    if mayCompose(bytes) {
      composed = Array(
        String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }
    return collapsed(composed)
  }

  /// Whether there is a character that NFC may touch.
  ///
  /// Below U+0300 there is none (UAX #15), nor among the marks and spaces of U+2002…U+206F, which
  /// begin with E2 80 or E2 81 in UTF-8; U+2000 and U+2001 have the last bytes 80 and 81.
  private static func mayCompose(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
        } else if byte < 0xCC {
          index += 2
        } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
          bytes[index + 2] > 0x81
        {
          index += 3
        } else {
          return true
        }
      }
      return false
    }
  }

  /// One space for every run of white space: ASCII's, NEL, the no-break space, U+1680,
  /// U+2000…U+200A, U+2028, U+2029, U+202F, U+205F, U+3000 (Unicode's White_Space).
  private static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isPending = false
    var index = 0
    while index < bytes.count {
      let length = whiteSpace(bytes, at: index)
      if length > 0 {
        isPending = true
        index += length
        continue
      }
      if isPending, !result.isEmpty { result.append(0x20) }
      isPending = false
      result.append(bytes[index])
      index += 1
    }
    return result
  }

  /// Length in bytes of the white space at an index; 0 where there is none.
  private static func whiteSpace(_ bytes: [UInt8], at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3,
      index + 1 < bytes.count
    else { return 0 }
    let second = bytes[index + 1]
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    let third = bytes[index + 2]
    switch (byte, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }
}
