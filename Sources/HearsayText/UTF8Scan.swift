/// Questions about single UTF-8 bytes and whole stretches of them.
package enum UTF8Scan {
  /// Whether the byte continues a scalar that began earlier.
  @inline(__always)
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many bytes continue a scalar.
  package static func continuations(in bytes: UnsafeRawBufferPointer) -> Int {
    // 10xxxxxx
    count(in: bytes) { ($0 >> 7) & ~($0 >> 6) }
  }

  /// How many bytes begin a scalar of four bytes, which is two units of UTF-16.
  package static func fourByteLeads(in bytes: UnsafeRawBufferPointer) -> Int {
    // 1111xxxx
    count(in: bytes) { ($0 >> 7) & ($0 >> 6) & ($0 >> 5) & ($0 >> 4) }
  }

  /// Eight bytes at a time: `test` leaves its answer in the lowest bit of every byte.
  @inline(__always)
  private static func count(
    in bytes: UnsafeRawBufferPointer, where test: (UInt64) -> UInt64
  ) -> Int {
    let lowest: UInt64 = 0x0101_0101_0101_0101
    var total = 0
    var index = 0
    while index + 8 <= bytes.count {
      // Each of eight bytes counts for itself, until it could run over.
      let last = min(bytes.count &- 8, index &+ 8 * 254)
      var sums: UInt64 = 0
      while index <= last {
        sums &+= test(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) & lowest
        index &+= 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ (sums >> 8 & 0x00FF_00FF_00FF_00FF)
      total &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while index < bytes.count {
      total &+= Int(test(UInt64(bytes[index])) & 1)
      index += 1
    }
    return total
  }

  /// Index of the first line feed or carriage return from an index on, or the number of bytes.
  package static func lineBreak(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let feeds = word ^ (ones &* 0x0A)
      let returns = word ^ (ones &* 0x0D)
      let found =
        ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & 0x8080_8080_8080_8080
      // The lowest is a real one.
      if found != 0 { return index + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// First byte that breaks UTF-8, or nil where all of it is well formed.
  static func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if UTF8Validator.isWellFormed(UnsafeRawBufferPointer(bytes)) { return nil }
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
