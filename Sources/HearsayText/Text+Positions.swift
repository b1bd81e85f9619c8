/// Every conversion between bytes, other units and line positions. Each takes a binary search and
/// a look into one or two chunks; all round down to the beginning of a scalar and clamp at the
/// text's ends, so that none can fail.
extension Text {
  /// Offset in `unit` of the byte at `byte`.
  public func offset(ofByte byte: Int, in unit: TextUnit) -> Int {
    guard byte > 0, !chunks.isEmpty else { return 0 }
    guard byte < byteCount else { return total.length(in: unit) }
    let index = chunkIndex(holding: byte) { $0.bytes }
    let chunk = chunks[index]
    let local = chunk.roundedDown(byte - sums[index].bytes)
    return sums[index].length(in: unit) + chunk.length(upToByte: local, in: unit)
  }

  /// Byte offset of the scalar at, or covering, an offset in `unit`.
  public func byte(ofOffset offset: Int, in unit: TextUnit) -> Int {
    guard offset > 0, !chunks.isEmpty else { return 0 }
    guard offset < total.length(in: unit) else { return byteCount }
    let index = chunkIndex(holding: offset) { $0.length(in: unit) }
    let local = chunks[index].byte(atLength: offset - sums[index].length(in: unit), in: unit)
    return sums[index].bytes + local
  }

  /// Byte offset at which a line begins; lines past the last begin at the text's end.
  public func lineStart(_ line: Int) -> Int {
    guard line > 0 else { return 0 }
    guard line <= total.lineBreaks else { return byteCount }
    // The chunk that holds the break which ends line - 1.
    let index = chunkIndex(holding: line - 1) { $0.lineBreaks }
    let local = line - 1 - sums[index].lineBreaks
    return sums[index].bytes + Int(chunks[index].lineStarts[local])
  }

  /// Byte offset at which a line's visible text ends, before its line break.
  public func lineEnd(_ line: Int) -> Int {
    guard line < total.lineBreaks else { return byteCount }
    let start = lineStart(max(0, line))
    var end = lineStart(max(0, line) + 1)
    if end > start, byte(at: end - 1) == 0x0A { end -= 1 }
    if end > start, byte(at: end - 1) == 0x0D { end -= 1 }
    return end
  }

  /// The line that holds a byte; the byte after a line break is the next line's first.
  public func line(ofByte byte: Int) -> Int {
    guard byte > 0, !chunks.isEmpty else { return 0 }
    guard byte < byteCount else { return total.lineBreaks }
    let index = chunkIndex(holding: byte) { $0.bytes }
    let local = byte - sums[index].bytes
    let starts = chunks[index].lineStarts
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= local { low = middle + 1 } else { high = middle }
    }
    return sums[index].lineBreaks + low
  }

  /// Line and column of a byte, the column in `unit`.
  public func position(ofByte byte: Int, in unit: TextUnit) -> LinePosition {
    let line = line(ofByte: byte)
    let start = lineStart(line)
    if byte == start { return LinePosition(line: line, column: 0) }
    let column = offset(ofByte: byte, in: unit) - offset(ofByte: start, in: unit)
    return LinePosition(line: line, column: column)
  }

  /// Byte offset of a line position whose column counts `unit`.
  ///
  /// A column past the line's end means the line's end, a line past the last the text's end, a
  /// column inside a character the character's beginning; negative numbers mean zero.
  public func byte(of position: LinePosition, in unit: TextUnit) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return byteCount }
    let start = lineStart(position.line)
    guard position.column > 0 else { return start }
    let end = lineEnd(position.line)
    let origin = offset(ofByte: start, in: unit)
    let (target, overflow) = origin.addingReportingOverflow(position.column)
    return overflow ? end : min(end, byte(ofOffset: target, in: unit))
  }
}
