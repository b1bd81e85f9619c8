internal import HearsayProtocol
internal import HearsayText

/// Turns byte offsets into positions, fast where neighbours are asked for one after the other.
///
/// `Text` finds any place by binary search and counts through up to a chunk each time. A document's
/// diagnostics ask thousands of times and mostly forward, so this keeps the line it last stood in
/// and counts on from the last place.
struct PositionCursor {
  /// Lines longer than this many bytes are left to `Text`.
  private static let longestKeptLine = 1 << 15

  private let text: Text
  private let unit: TextUnit
  private var line = -1
  private var start = 0
  /// One past the line's last byte, its break included; the line is not kept where `bytes` is empty.
  private var end = 0
  private var bytes: [UInt8] = []
  private var lastByte = 0
  private var lastColumn = 0

  /// A cursor over a text, for columns in `unit`.
  init(_ text: Text, unit: TextUnit) {
    self.text = text
    self.unit = unit
  }

  /// The position of a byte; offsets inside a character mean its beginning.
  mutating func position(ofByte byte: Int) -> Position {
    let byte = max(0, min(byte, text.byteCount))
    if line < 0 || byte < start || byte >= end { enterLine(of: byte) }
    guard !bytes.isEmpty else {
      let position = text.position(ofByte: byte, in: unit)
      return Position(line: position.line, character: position.column)
    }
    if byte < lastByte {
      lastByte = start
      lastColumn = 0
    }
    lastColumn += length(from: lastByte - start, to: byte - start)
    lastByte = byte
    return Position(line: line, character: lastColumn)
  }

  /// The range of a span.
  mutating func range(of span: ByteSpan) -> LSPRange {
    LSPRange(start: position(ofByte: span.start), end: position(ofByte: span.end))
  }

  private mutating func enterLine(of byte: Int) {
    line = text.line(ofByte: byte)
    start = text.lineStart(line)
    end = line + 1 < text.lineCount ? text.lineStart(line + 1) : text.byteCount
    let isKept = end - start <= PositionCursor.longestKeptLine
    bytes = isKept ? text.bytes(in: ByteSpan(start, end)) : []
    lastByte = start
    lastColumn = 0
  }

  /// Length in the unit of the scalars that begin between two local offsets.
  private func length(from: Int, to: Int) -> Int {
    if unit == .utf8 || from >= to { return to - from }
    return bytes.withUnsafeBytes { buffer in
      let part = UnsafeRawBufferPointer(rebasing: buffer[from..<to])
      let scalars = part.count - UTF8Scan.continuations(in: part)
      return unit == .utf16 ? scalars + UTF8Scan.fourByteLeads(in: part) : scalars
    }
  }
}
