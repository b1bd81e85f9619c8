/// A few kilobytes of text with their lengths in every unit.
///
/// Invariants: the bytes are well-formed UTF-8; a chunk never ends inside a scalar, nor between
/// the CR and the LF of one line break. So lengths and line breaks of neighbours simply add up.
struct TextChunk: Sendable {
  /// No chunk is longer, in bytes, but for what the invariants ask for.
  static let targetSize = 1024

  /// Well-formed UTF-8.
  let bytes: [UInt8]
  /// Lengths and line breaks of `bytes`.
  let measure: TextMeasure
  /// Offset of the byte after each line break, inside this chunk; ascending.
  let lineStarts: [UInt16]

  /// A chunk of bytes that keep the invariants.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var continuations = 0
    var fourByteLeads = 0
    var starts: [UInt16] = []
    bytes.withUnsafeBytes { buffer in
      continuations = UTF8Scan.continuations(in: buffer)
      fourByteLeads = continuations == 0 ? 0 : UTF8Scan.fourByteLeads(in: buffer)
      var index = 0
      while true {
        index = UTF8Scan.lineBreak(in: buffer, from: index)
        guard index < buffer.count else { break }
        let byte = buffer[index]
        index += 1
        if byte == 0x0D, index < buffer.count, buffer[index] == 0x0A { index += 1 }
        starts.append(UInt16(truncatingIfNeeded: index))
      }
    }
    let scalars = bytes.count - continuations
    measure = TextMeasure(
      bytes: bytes.count, utf16: scalars + fourByteLeads, scalars: scalars,
      lineBreaks: starts.count)
    lineStarts = starts
  }

  /// Whether bytes, UTF-16 units and scalars all count the same here.
  var isASCII: Bool { measure.scalars == measure.bytes }

  /// Length in `unit` of the bytes before the local offset `byte`.
  ///
  /// A scalar counts where its first byte lies before `byte`.
  func length(upToByte byte: Int, in unit: TextUnit) -> Int {
    if unit == .utf8 || isASCII { return byte }
    return bytes.withUnsafeBufferPointer { buffer in
      let part = UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(buffer)[..<min(byte, buffer.count)])
      let scalars = byte - UTF8Scan.continuations(in: part)
      return unit == .utf32 ? scalars : scalars + UTF8Scan.fourByteLeads(in: part)
    }
  }

  /// Local byte offset of the scalar that stands at, or covers, `length` units; rounds down.
  func byte(atLength length: Int, in unit: TextUnit) -> Int {
    if unit == .utf8 { return roundedDown(min(length, bytes.count)) }
    if isASCII { return min(length, bytes.count) }
    return bytes.withUnsafeBufferPointer { buffer in
      var passed = 0
      var index = 0
      while index < buffer.count {
        let lead = buffer[index]
        let step = unit == .utf16 && lead >= 0xF0 ? 2 : 1
        if passed + step > length { return index }
        passed += step
        index += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      }
      return buffer.count
    }
  }

  /// The beginning of the scalar that holds the byte at a local offset.
  func roundedDown(_ byte: Int) -> Int {
    var index = byte
    while index > 0, index < bytes.count, UTF8Scan.isContinuation(bytes[index]) { index -= 1 }
    return index
  }

  /// Cuts bytes into chunks that keep the invariants, all of about the same size.
  ///
  /// Were the first ones filled to the brim, every keystroke in a full chunk would push a new
  /// chunk of one byte out of it.
  static func cut(_ bytes: ArraySlice<UInt8>) -> [TextChunk] {
    guard !bytes.isEmpty else { return [] }
    let pieces = (bytes.count + targetSize - 1) / targetSize
    let size = (bytes.count + pieces - 1) / pieces
    var chunks: [TextChunk] = []
    chunks.reserveCapacity(pieces)
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end = min(start + size, bytes.endIndex)
      while end < bytes.endIndex,
        UTF8Scan.isContinuation(bytes[end]) || (bytes[end] == 0x0A && bytes[end - 1] == 0x0D)
      {
        end += 1
      }
      chunks.append(TextChunk(Array(bytes[start..<end])))
      start = end
    }
    return chunks
  }
}
