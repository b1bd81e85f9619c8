/// Goes over JSON that is written just as this program writes it, straight from its bytes.
///
/// For readers of many small values that are nearly always written the same way: what is written
/// otherwise makes a call fail, and the whole is read by ``JSONReader`` instead. So a cursor may be
/// strict, but must never say anything else than the reader would. Places are bytes.
public struct JSONCursor {
  /// The bytes gone over; they must outlive the cursor.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte that is looked at.
  public var index = 0

  /// A cursor at the beginning.
  @inlinable
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether nothing is left.
  @inlinable
  public var isAtEnd: Bool { index == bytes.count }

  /// The value of the decimal digit that stands here, or nil.
  @inlinable
  public var digit: Int? {
    guard index < bytes.count, 0x30...0x39 ~= bytes[index] else { return nil }
    return Int(bytes[index] - 0x30)
  }

  /// Passes over a text, if it stands here; else nothing is passed over.
  @inlinable
  public mutating func takes(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    let start = text.utf8Start
    for place in 0..<count where bytes[index + place] != start[place] { return false }
    index += count
    return true
  }

  /// A string without escapes; nil where there is none, or it is not Unicode.
  @inlinable
  public mutating func plainString() -> String? {
    guard takes("\"") else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != 0x22 {
      guard bytes[index] >= 0x20, bytes[index] != 0x5C else { return nil }
      index += 1
    }
    guard index < bytes.count else { return nil }
    defer { index += 1 }
    return String(validating: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
  }
}
