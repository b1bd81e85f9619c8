internal import HearsayText

/// A text in one piece, that tells offsets in one unit while it is read from front to back.
///
/// Each answer is counted from the last one, so that a whole document's offsets in reading order
/// cost one pass over its bytes; any other order works too.
final class TextPlaces {
  /// Length of a selector's prefix and suffix in code points.
  static let contextLength = 32

  private let all: [UInt8]
  private let isUTF16: Bool
  /// Whether every byte is a unit.
  private let isPlain: Bool
  private var byte = 0
  private var units = 0

  /// Places counted in code points, or in UTF-16 units where asked for.
  init(_ text: Text, utf16: Bool = false) {
    all = text.allBytes
    isUTF16 = utf16
    isPlain = text.scalarCount == text.byteCount
  }

  /// Length of the text in bytes.
  var byteCount: Int { all.count }

  /// Units before a byte offset.
  func offset(_ target: Int) -> Int {
    let target = max(0, min(target, all.count))
    if isPlain { return target }
    let between = ByteSpan(byte, target)
    var count = between.count
    all.withUnsafeBytes { buffer in
      let part = UnsafeRawBufferPointer(rebasing: buffer[between.range])
      count &-= UTF8Scan.continuations(in: part)
      if isUTF16 { count &+= UTF8Scan.fourByteLeads(in: part) }
    }
    units += target >= byte ? count : -count
    byte = target
    return units
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

  /// Up to ``contextLength`` code points before a span.
  func before(_ span: ByteSpan) -> ArraySlice<UInt8> {
    var start = min(span.start, all.count)
    let end = start
    var count = 0
    while start > 0, count < Self.contextLength {
      start -= 1
      if all[start] & 0xC0 != 0x80 { count += 1 }
    }
    return all[start..<end]
  }

  /// Up to ``contextLength`` code points behind a span.
  func behind(_ span: ByteSpan) -> ArraySlice<UInt8> {
    let start = min(span.end, all.count)
    var end = start
    var count = 0
    while end < all.count {
      if all[end] & 0xC0 != 0x80 {
        if count == Self.contextLength { break }
        count += 1
      }
      end += 1
    }
    return all[start..<end]
  }
}
