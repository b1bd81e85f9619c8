internal import CZlib

/// Compresses texts as zlib streams (RFC 1950).
///
/// zlib is on every machine that has SQLite, its two plain functions need no wrapper, and what they
/// write can be read by Python or a database tool for as long as anybody has the file.
enum Deflate {
  /// Fast: a text is compressed while somebody waits for the answer to a decision.
  private static let level: Int32 = 1

  /// The stream of some bytes.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let bound = Int(compressBound(uLong(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      var length = uLong(bound)
      let status = compress2(
        buffer.baseAddress, &length, bytes, uLong(bytes.count), level)
      count = status == Z_OK ? Int(length) : 0
    }
  }

  /// The `count` bytes that a stream holds, or nil where it is damaged.
  static func inflated(_ stream: [UInt8], count wanted: Int) -> [UInt8]? {
    guard wanted >= 0, wanted < 1 << 31 else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, wanted)) { buffer, count in
      var length = uLong(wanted)
      let status = uncompress(buffer.baseAddress, &length, stream, uLong(stream.count))
      isWhole = status == Z_OK && Int(length) == wanted
      count = isWhole ? wanted : 0
    }
    return isWhole ? bytes : nil
  }
}
