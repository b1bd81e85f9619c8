internal import HearsayText

/// A text in one piece, that tells offsets in one unit.
///
/// Where not every byte is a unit, a bit for each tells those that are none, with a sum for every 64:
/// any offset costs one sum and one count of bits.
final class TextPlaces: Sendable {
  /// Length of a selector's prefix and suffix in code points.
  static let contextLength = 32

  private let all: [UInt8]
  /// For every 64 bytes, which of them begin no unit; empty where every byte is one.
  private let joints: [UInt64]
  /// How many bytes before those 64 begin no unit.
  private let sums: [Int]

  /// Places counted in code points, or in UTF-16 units where asked for.
  init(_ text: Text, utf16: Bool = false) {
    all = text.allBytes
    guard text.scalarCount < text.byteCount else {
      (joints, sums) = ([], [])
      return
    }
    joints = all.withUnsafeBytes { bytes in
      (0...(bytes.count / 64)).map { TextPlaces.joints(in: bytes, from: $0 * 64, utf16: utf16) }
    }
    var sum = 0
    sums = joints.map { bits in
      defer { sum += bits.nonzeroBitCount }
      return sum
    }
  }

  /// Length of the text in bytes.
  var byteCount: Int { all.count }

  /// Units before a byte offset.
  func offset(_ target: Int) -> Int {
    let target = max(0, min(target, all.count))
    if joints.isEmpty { return target }
    let before = joints[target >> 6] & ((1 << UInt64(target & 63)) &- 1)
    return target &- sums[target >> 6] &- before.nonzeroBitCount
  }

  /// Both ends of a span in units.
  func range(_ span: ByteSpan) -> Range<Int> {
    let start = offset(span.start)
    return start..<max(start, offset(span.end))
  }

  /// The bytes of a span.
  func bytes(_ span: ByteSpan) -> ArraySlice<UInt8> {
    let end = min(span.end, all.count)
    return all[min(span.start, end)..<end]
  }

  /// The text of a span.
  func string(_ span: ByteSpan) -> String { String(decoding: bytes(span), as: UTF8.self) }

  /// All bytes.
  var whole: ArraySlice<UInt8> { all[...] }

  /// Up to ``contextLength`` units before a span.
  func before(_ span: ByteSpan) -> ArraySlice<UInt8> {
    let end = min(span.start, all.count)
    var start = end
    var missing = Self.contextLength
    // Where each step brings as many units as bytes, the last begins with a unit.
    while missing > 0, start > 0 {
      start = max(0, start - missing)
      missing = Self.contextLength - (offset(end) - offset(start))
    }
    // A scalar of two units is never cut.
    while start > 0, start < end, all[start] & 0xC0 == 0x80 { start -= 1 }
    return all[start..<end]
  }

  /// Up to ``contextLength`` units behind a span.
  func behind(_ span: ByteSpan) -> ArraySlice<UInt8> {
    let start = min(span.end, all.count)
    var end = start
    var missing = Self.contextLength
    while missing > 0, end < all.count {
      end = min(all.count, end + missing)
      missing = Self.contextLength - (offset(end) - offset(start))
    }
    while end < all.count, all[end] & 0xC0 == 0x80 { end += 1 }
    return all[start..<end]
  }

  // MARK: - Bytes that begin no unit

  /// A bit for each of 64 bytes from an index on, the lowest for the first: whether it begins no unit.
  ///
  /// The second byte of a scalar of four stands for its second unit of UTF-16.
  private static func joints(
    in bytes: UnsafeRawBufferPointer, from start: Int, utf16: Bool
  ) -> UInt64 {
    // 10xxxxxx
    let continuations = bits(in: bytes, from: start) { ($0 >> 7) & ~($0 >> 6) }
    guard utf16, continuations != 0 else { return continuations }
    // 1111xxxx
    let leads = bits(in: bytes, from: start) { ($0 >> 7) & ($0 >> 6) & ($0 >> 5) & ($0 >> 4) }
    let isBehindLead = start > 0 && bytes[start - 1] >= 0xF0
    return continuations & ~(leads << 1 | (isBehindLead ? 1 : 0))
  }

  /// Whether 64 bytes are all ASCII, as nearly all are.
  @inline(__always)
  private static func isASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var all: UInt64 = 0
    for place in stride(from: start, to: start + 64, by: 8) {
      all |= bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// The answers for 64 bytes: `test` leaves those for eight in their lowest bits, none for ASCII.
  @inline(__always)
  private static func bits(
    in bytes: UnsafeRawBufferPointer, from start: Int, where test: (UInt64) -> UInt64
  ) -> UInt64 {
    if start + 64 <= bytes.count, isASCII(bytes, from: start) { return 0 }
    var result: UInt64 = 0
    var place = 0
    while place < 64, start + place + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: start + place, as: UInt64.self))
      if word & 0x8080_8080_8080_8080 != 0 {
        // The product gathers the eight bits in its highest byte.
        let gathered = ((test(word) & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
        result |= gathered << UInt64(place)
      }
      place += 8
    }
    while place < 64, start + place < bytes.count {
      result |= (test(UInt64(bytes[start + place])) & 1) << UInt64(place)
      place += 1
    }
    return result
  }
}
