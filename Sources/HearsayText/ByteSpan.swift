/// A half-open range of UTF-8 byte offsets in one text.
///
/// Offsets count bytes from the beginning of whatever the owner says: a document for findings that
/// left the analysis, a paragraph inside it. `start` ≤ `end` always holds.
public struct ByteSpan: Hashable, Sendable, Comparable {
  /// First byte, counted from zero.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// A span between two byte offsets; a reversed pair is put in order.
  public init(_ start: Int, _ end: Int) {
    self.start = Swift.min(start, end)
    self.end = Swift.max(start, end)
  }

  /// Length in bytes.
  public var count: Int { end - start }
  /// Whether no byte lies inside.
  public var isEmpty: Bool { start == end }
  /// The same numbers as a standard range.
  public var range: Range<Int> { start..<end }

  /// The same stretch seen from an origin that lies `distance` bytes earlier.
  public func shifted(by distance: Int) -> ByteSpan {
    ByteSpan(start + distance, end + distance)
  }

  /// Whether at least one byte lies in both.
  public func overlaps(_ other: ByteSpan) -> Bool {
    start < other.end && other.start < end
  }

  /// Whether every byte of `other` lies inside; an empty span lies inside at both edges.
  public func contains(_ other: ByteSpan) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the byte at `offset` lies inside.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// By start, the shorter first.
  public static func < (left: ByteSpan, right: ByteSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
