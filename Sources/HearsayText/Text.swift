/// One document's text: UTF-8 bytes that know their lines and their lengths in every unit.
///
/// A value: copies share storage, so a snapshot costs nothing and an edit leaves it as it was. The
/// bytes lie in chunks of about 2 KB; a table of sums over the chunks finds any place by binary
/// search, so no conversion walks from the document's start. An edit touches the chunks it meets
/// and the sums behind them.
public struct Text: Sendable {
  /// The text in order; none is empty, and an empty text has none.
  private(set) var chunks: [TextChunk]
  /// `sums[i]` measures everything before chunk `i`; one more entry than there are chunks.
  private(set) var sums: [TextMeasure]

  /// An empty text.
  public init() {
    chunks = []
    sums = [TextMeasure()]
  }

  /// The text of a Swift string.
  public init(_ string: String) {
    self.init(wellFormed: Array(string.utf8))
  }

  /// The text of bytes from outside.
  ///
  /// - Throws: ``TextError/invalidUTF8(offset:)`` where they are not UTF-8.
  public init(validating bytes: [UInt8]) throws(TextError) {
    let invalid = bytes.withUnsafeBufferPointer { UTF8Scan.firstInvalidByte($0) }
    if let invalid { throw .invalidUTF8(offset: invalid) }
    self.init(wellFormed: bytes)
  }

  private init(wellFormed bytes: [UInt8]) {
    chunks = TextChunk.cut(bytes[...])
    sums = [TextMeasure()]
    sums.reserveCapacity(chunks.count + 1)
    rebuildSums(from: 0)
  }

  /// Length in UTF-8 bytes.
  public var byteCount: Int { total.bytes }
  /// Length in Unicode scalar values.
  public var scalarCount: Int { total.scalars }
  /// Number of lines: one more than there are line breaks.
  public var lineCount: Int { total.lineBreaks + 1 }
  /// The length in `unit`.
  public func count(in unit: TextUnit) -> Int { total.length(in: unit) }

  /// Lengths and line breaks of the whole.
  var total: TextMeasure { sums[chunks.count] }

  /// The bytes of a stretch; offsets past the end are cut off.
  public func bytes(in span: ByteSpan) -> [UInt8] {
    let start = max(0, min(span.start, byteCount))
    let end = max(start, min(span.end, byteCount))
    guard start < end else { return [] }
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = chunkIndex(holding: start) { $0.bytes }
    while index < chunks.count, sums[index].bytes < end {
      let origin = sums[index].bytes
      let chunk = chunks[index].bytes
      result += chunk[max(0, start - origin)..<min(chunk.count, end - origin)]
      index += 1
    }
    return result
  }

  /// All bytes in one piece.
  public var allBytes: [UInt8] { bytes(in: ByteSpan(0, byteCount)) }

  /// A stretch as a Swift string.
  public func string(in span: ByteSpan) -> String {
    String(decoding: bytes(in: span), as: UTF8.self)
  }

  /// The byte at an offset, or nil past the end.
  public func byte(at offset: Int) -> UInt8? {
    guard offset >= 0, offset < byteCount else { return nil }
    let index = chunkIndex(holding: offset) { $0.bytes }
    return chunks[index].bytes[offset - sums[index].bytes]
  }

  /// The last chunk whose sum by `measure` is not greater than `value`.
  func chunkIndex(holding value: Int, by measure: (TextMeasure) -> Int) -> Int {
    var low = 0
    var high = max(0, chunks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if measure(sums[middle]) <= value { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private mutating func rebuildSums(from first: Int) {
    if sums.count > chunks.count + 1 { sums.removeLast(sums.count - chunks.count - 1) }
    var sum = sums[first]
    for index in first..<chunks.count {
      sum = sum + chunks[index].measure
      if index + 1 < sums.count { sums[index + 1] = sum } else { sums.append(sum) }
    }
  }

  /// Puts `replacement` in the place of the bytes of `span`.
  ///
  /// Cost: the chunks it meets, plus one addition for every chunk behind them.
  ///
  /// - Throws: ``TextError/invalidUTF8(offset:)`` for a replacement that is not UTF-8 (the offset
  ///   counts in the replacement), ``TextError/outOfBounds(offset:count:)`` and
  ///   ``TextError/insideScalar(offset:)`` for edges that are no places of this text. The text is
  ///   unchanged then.
  public mutating func replace(_ span: ByteSpan, with replacement: [UInt8]) throws(TextError) {
    for edge in [span.start, span.end] {
      guard edge >= 0, edge <= byteCount else {
        throw .outOfBounds(offset: edge, count: byteCount)
      }
      if let byte = byte(at: edge), UTF8Scan.isContinuation(byte) {
        throw .insideScalar(offset: edge)
      }
    }
    let invalid = replacement.withUnsafeBufferPointer {
      UTF8Scan.firstInvalidByte($0)
    }
    if let invalid { throw .invalidUTF8(offset: invalid) }
    guard !chunks.isEmpty else {
      self = Text(wellFormed: replacement)
      return
    }
    splice(span, replacement)
  }

  private mutating func splice(_ span: ByteSpan, _ replacement: [UInt8]) {
    var first = chunkIndex(holding: span.start) { $0.bytes }
    var last = chunkIndex(holding: span.end) { $0.bytes }
    // A neighbour comes along when it is small, or when an edge may join or part a CR LF.
    let localStart = span.start - sums[first].bytes
    if first > 0, localStart == 0 || chunks[first].bytes.count < TextChunk.targetSize / 4 {
      first -= 1
    }
    let localEnd = span.end - sums[last].bytes
    if last + 1 < chunks.count,
      localEnd == chunks[last].bytes.count
        || chunks[last].bytes.count < TextChunk.targetSize / 4
    {
      last += 1
    }
    var joined = bytes(in: ByteSpan(sums[first].bytes, span.start))
    joined += replacement
    joined += bytes(in: ByteSpan(span.end, sums[last + 1].bytes))
    let fresh = TextChunk.cut(joined[...])
    chunks.replaceSubrange(first...last, with: fresh)
    rebuildSums(from: first)
  }
}

extension Text: Equatable {
  /// Whether both hold the same bytes, however they are cut.
  public static func == (left: Text, right: Text) -> Bool {
    left.total == right.total && left.allBytes == right.allBytes
  }
}
