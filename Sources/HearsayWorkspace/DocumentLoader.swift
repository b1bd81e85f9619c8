internal import Crypto
internal import FoundationEssentials
internal import Glibc
public import HearsayText

/// A file's text and what identifies it.
public struct LoadedDocument: Sendable {
  /// As the user gave it; `-` for standard input.
  public let path: String
  /// `file:` address, or nil for standard input.
  public let uri: String?
  /// SHA-256 of the bytes as read, in lower-case hexadecimal.
  public let sha256: String
  /// The text, without a byte order mark.
  public let text: Text
  /// The absolute folder it lies in; for standard input the working folder.
  public var folder: String {
    guard let absolutePath else { return FileManager.default.currentDirectoryPath }
    return PlainPath.folder(of: absolutePath)
      ?? URL(filePath: absolutePath).deletingLastPathComponent().path
  }

  /// Where it lies; nil for standard input.
  public var absolutePath: String? {
    guard path != "-" else { return nil }
    return PlainPath.absolute(path)
  }
}

/// Reads documents from files and standard input.
public enum DocumentLoader {
  /// Largest file, in bytes, that is read.
  public static let maximumSize = 1 << 30

  /// The document in a file.
  ///
  /// - Throws: ``InputError``.
  public static func load(_ path: String) throws(InputError) -> LoadedDocument {
    try document(path, PlainPath.address(path), try bytes(path))
  }

  /// The bytes of a regular file.
  ///
  /// - Throws: ``InputError``.
  static func bytes(_ path: String) throws(InputError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw systemError() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemError() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= maximumSize else { throw .tooLarge(bytes: Int(status.st_size)) }
    return try read(descriptor, expecting: Int(status.st_size), isWhole: true)
  }

  /// The bytes of a regular file that holds annotations as text.
  ///
  /// - Throws: ``InputError``; ``InputError/otherUnicode(name:)`` where they are no UTF-8 by their
  ///   own account. Other mistakes in the encoding are for whoever reads the format.
  static func textBytes(_ path: String) throws(InputError) -> [UInt8] {
    let bytes = try bytes(path)
    if let name = otherUnicode(bytes) { throw .otherUnicode(name: name) }
    return bytes
  }

  /// The document on standard input.
  ///
  /// - Throws: ``InputError``.
  public static func loadStandardInput() throws(InputError) -> LoadedDocument {
    try document("-", nil, read(STDIN_FILENO, expecting: 1 << 16))
  }

  private static func systemError() -> InputError { InputError(systemError: errno) }

  private static func read(
    _ descriptor: Int32, expecting size: Int, isWhole: Bool = false
  ) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = max(size + 1, 4096)
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw .unreadable(reason: String(cString: strerror(failure)).lowercased())
      }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      // A regular file that is as long as it said it was is read.
      if isWhole, bytes.count == size { return bytes }
      guard bytes.count <= maximumSize else { throw .tooLarge(bytes: bytes.count) }
      capacity = max(4096, min(bytes.count, 1 << 24))
    }
  }

  /// The document that bytes are, whatever they came in.
  ///
  /// - Throws: ``InputError``.
  static func document(
    _ path: String, _ uri: String?, _ bytes: [UInt8]
  ) throws(InputError) -> LoadedDocument {
    let digest = SHA256.hash(data: bytes)
    let sha256 = String(unsafeUninitializedCapacity: 64) { text in
      var count = 0
      for byte in digest where count + 2 <= text.count {
        text[count] = hexadecimal(byte >> 4)
        text[count + 1] = hexadecimal(byte & 15)
        count += 2
      }
      return count
    }
    if let name = otherUnicode(bytes) { throw .otherUnicode(name: name) }
    if let offset = firstNUL(bytes) { throw .binary(offset: offset) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    do throws(TextError) {
      let text = try Text(validating: hasMark ? Array(bytes.dropFirst(3)) : bytes)
      return LoadedDocument(path: path, uri: uri, sha256: sha256, text: text)
    } catch {
      guard case .invalidUTF8(let offset) = error else { throw .notUTF8(offset: 0) }
      throw .notUTF8(offset: offset + (hasMark ? 3 : 0))
    }
  }

  /// The encoding whose byte order mark bytes begin with, where it is not UTF-8's.
  private static func otherUnicode(_ bytes: [UInt8]) -> String? {
    byteOrderMarks.first { bytes.starts(with: $0.bytes) }?.name
  }

  /// The mark of UTF-32 in the order of most machines begins with that of UTF-16.
  private static let byteOrderMarks: [(name: String, bytes: [UInt8])] = [
    ("UTF-32", [0xFF, 0xFE, 0, 0]), ("UTF-32", [0, 0, 0xFE, 0xFF]),
    ("UTF-16", [0xFF, 0xFE]), ("UTF-16", [0xFE, 0xFF]),
  ]

  private static func firstNUL(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, 0, buffer.count) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}
