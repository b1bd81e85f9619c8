internal import HearsayText

extension Text {
  /// A stretch without ASCII white space at its ends; what is nothing else becomes empty, at its beginning.
  func trimmed(_ span: ByteSpan) -> ByteSpan {
    var (start, end) = (span.start, span.end)
    func isSpace(_ byte: UInt8?) -> Bool {
      byte.map { $0 == 0x20 || (0x09...0x0D).contains($0) } ?? false
    }
    while end > start, isSpace(byte(at: end - 1)) { end -= 1 }
    while start < end, isSpace(byte(at: start)) { start += 1 }
    return ByteSpan(start, end)
  }
}
