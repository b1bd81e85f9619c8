/// What two texts have in common at the beginning and, behind that, at the end.
public struct CommonEnds: Hashable, Sendable {
  /// Length in bytes of the common beginning.
  public let head: Int
  /// Length in bytes of the common end.
  public let tail: Int

  /// Compares bytes; no edge lies inside a character of text that is UTF-8.
  public init(_ left: [UInt8], _ right: [UInt8]) {
    let limit = min(left.count, right.count)
    var (head, tail) = (0, 0)
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        while head < limit, left[head] == right[head] { head += 1 }
        while head > 0,
          head < left.count && UTF8Scan.isContinuation(left[head])
            || head < right.count && UTF8Scan.isContinuation(right[head])
        {
          head -= 1
        }
        while tail < limit - head, left[left.count - 1 - tail] == right[right.count - 1 - tail] {
          tail += 1
        }
        while tail > 0, UTF8Scan.isContinuation(left[left.count - tail]) { tail -= 1 }
      }
    }
    (self.head, self.tail) = (head, tail)
  }
}
