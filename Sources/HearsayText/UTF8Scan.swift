/// Questions about single UTF-8 bytes and whole stretches of them.
enum UTF8Scan {
  /// Whether the byte continues a scalar that began earlier.
  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// First byte that breaks UTF-8, or nil where all of it is well formed.
  static func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let span = bytes.span
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

/// Lengths of one stretch of text in every unit, and its line breaks.
struct TextMeasure: Hashable, Sendable {
  /// UTF-8 bytes.
  var bytes = 0
  /// UTF-16 code units.
  var utf16 = 0
  /// Unicode scalar values.
  var scalars = 0
  /// Line breaks (LF, CR LF, lone CR).
  var lineBreaks = 0

  static func + (left: TextMeasure, right: TextMeasure) -> TextMeasure {
    TextMeasure(
      bytes: left.bytes + right.bytes, utf16: left.utf16 + right.utf16,
      scalars: left.scalars + right.scalars, lineBreaks: left.lineBreaks + right.lineBreaks)
  }

  /// The length in `unit`.
  @inline(__always)
  func length(in unit: TextUnit) -> Int {
    switch unit {
    case .utf8: bytes
    case .utf16: utf16
    case .utf32: scalars
    }
  }
}
