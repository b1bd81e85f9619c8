internal import Crypto

/// SHA-256 of bytes; what links each operation to the one before it.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes, or none for the digest that stands before the first operation.
  public let bytes: [UInt8]

  /// What stands before the first operation of a device.
  public static let none = ContentDigest(bytes: [])

  /// The digest of bytes.
  public init(of content: some Sequence<UInt8>) {
    var hash = SHA256()
    let isDone: Void? = content.withContiguousStorageIfAvailable {
      hash.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { hash.update(data: Array(content)) }
    bytes = hash.finalize().withUnsafeBytes { Array($0) }
  }

  /// The digest that 64 hexadecimal digits name, ``none`` for no digits, nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.isEmpty || text.utf8.count == 64, let bytes = Hexadecimal.bytes(text) else {
      return nil
    }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// How it is written.
  public var description: String { Hexadecimal.text(bytes) }
}
