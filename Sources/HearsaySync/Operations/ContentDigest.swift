internal import Crypto

/// SHA-256 of bytes; what links each operation to the one before it.
public struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes, first byte highest; zero for ``none``.
  private let words: SIMD4<UInt64>
  /// Whether it is the digest of something.
  private let isSome: Bool

  /// What stands before the first operation of a device.
  public static let none = ContentDigest(words: .zero, isSome: false)

  /// The digest of bytes.
  public init(of content: [UInt8]) {
    var hash = SHA256()
    content.withUnsafeBytes { hash.update(bufferPointer: $0) }
    let words = hash.finalize().withUnsafeBytes { bytes in
      bytes.loadUnaligned(as: SIMD4<UInt64>.self)
    }
    self.init(
      words: SIMD4(
        UInt64(bigEndian: words[0]), UInt64(bigEndian: words[1]), UInt64(bigEndian: words[2]),
        UInt64(bigEndian: words[3])),
      isSome: true)
  }

  /// The digest that 64 hexadecimal digits name, ``none`` for no digits, nil for anything else.
  public init?(_ text: some StringProtocol) {
    if text.isEmpty {
      self = .none
      return
    }
    guard text.utf8.count == 64 else { return nil }
    let found = Array(text.utf8).withUnsafeBufferPointer { ContentDigest(digits: $0, at: 0) }
    guard let found else { return nil }
    self = found
  }

  /// The digest that the 64 digits from a place on name, or nil.
  init?(digits: UnsafeBufferPointer<UInt8>, at place: Int) {
    guard place + 64 <= digits.count, let first = Hexadecimal.word(digits, at: place),
      let second = Hexadecimal.word(digits, at: place + 16),
      let third = Hexadecimal.word(digits, at: place + 32),
      let fourth = Hexadecimal.word(digits, at: place + 48)
    else { return nil }
    self.init(words: SIMD4(first, second, third, fourth), isSome: true)
  }

  private init(words: SIMD4<UInt64>, isSome: Bool) {
    self.words = words
    self.isSome = isSome
  }

  /// How it is written.
  public var description: String {
    guard isSome else { return "" }
    return String(unsafeUninitializedCapacity: 64) { digits in
      for index in 0..<4 { Hexadecimal.write(words[index], into: digits, at: 16 * index) }
      return 64
    }
  }
}
