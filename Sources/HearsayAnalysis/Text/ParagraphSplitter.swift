internal import HearsayText

/// Cuts a text into paragraphs, the units of incremental analysis.
///
/// A paragraph begins at a line that is not blank and does not go on from the line before; blank
/// lines belong to the paragraph before them. Whether a line goes on depends on the two lines
/// alone, so an edit moves no boundary but those beside it. Pasted news has one line a paragraph;
/// mail and wire copy is wrapped at 60 to 80 columns, and those lines belong together.
package struct ParagraphSplitter {
  /// No paragraph is longer, in bytes; a longer line is cut at a space, so that one keystroke in
  /// a line of 50 MB does not mean analysing 50 MB.
  static let maximumSize = 32_768

  /// Lengths in bytes of the paragraphs that tile `bytes`, from its beginning on, until
  /// `isBoundary` accepts the offset at which the next would begin (then the last offset is
  /// where it stopped) or the bytes end.
  package static func lengths(
    in bytes: UnsafeBufferPointer<UInt8>, until isBoundary: (Int) -> Bool
  ) -> [Int] {
    var lengths: [Int] = []
    var start = 0
    var line = Line(bytes, from: 0)
    while start < bytes.count {
      let end = paragraphEnd(bytes, from: start, &line)
      lengths.append(end - start)
      start = end
      if isBoundary(start) { break }
    }
    return lengths
  }

  /// Where the paragraph that begins at `start` ends; `line` is its first, and becomes that of the
  /// next.
  private static func paragraphEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ line: inout Line
  ) -> Int {
    if line.start != start { line = Line(bytes, from: start) }
    while line.next < bytes.count {
      if line.next - start >= maximumSize { return cut(bytes, from: start) }
      let following = Line(bytes, from: line.next)
      let isNext = !following.isBlank && (line.isBlank || !Line.goesOn(bytes, line, following))
      line = following
      if isNext { return line.start }
    }
    return bytes.count - start > maximumSize ? cut(bytes, from: start) : bytes.count
  }

  /// The last space, or else scalar boundary, before the maximum size.
  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let limit = min(bytes.count, start + maximumSize)
    var end = limit
    while end > start + maximumSize / 2, bytes[end - 1] != 0x20, bytes[end - 1] != 0x0A {
      end -= 1
    }
    if end > start + maximumSize / 2 { return end }
    end = limit
    while end > start + 1, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}

/// One line: where it begins, where its visible text ends, where the next begins.
private struct Line {
  let start: Int
  let end: Int
  let next: Int
  /// Nothing but white space.
  let isBlank: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.start = start
    // A paragraph is cut at its maximum size anyway; no need to look further.
    let limit = min(bytes.count, start + ParagraphSplitter.maximumSize + 1)
    let index = UTF8Scan.lineBreak(
      in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<limit]), from: start)
    var next = index
    if index < bytes.count, index < limit {
      next = index + 1
      if bytes[index] == 0x0D, next < bytes.count, bytes[next] == 0x0A { next += 1 }
    }
    self.next = max(next, min(index, bytes.count))
    // A line long enough to be cut never counts as blank: where it is cut hangs on its length.
    var end = min(index, start + ParagraphSplitter.maximumSize / 2)
    while end > start, Line.isSpace(bytes, end) { end -= Line.spaceLength(bytes, end) }
    self.end = end
    isBlank = end == start
  }

  private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    spaceLength(bytes, end) > 0
  }

  /// Length of the blank that ends at `end`: ASCII white space or U+00A0.
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int {
    if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { return 1 }
    if end > 1, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 { return 2 }
    return 0
  }

  /// Whether a line begins with a bullet: “- ”, “* ”, “– ” or “• ”.
  private static func isItem(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Line) -> Bool {
    let first = bytes[line.start]
    if first == 0x2D || first == 0x2A {
      return line.start + 1 < line.end && bytes[line.start + 1] == 0x20
    }
    guard first == 0xE2, line.start + 3 < line.end, bytes[line.start + 3] == 0x20 else {
      return false
    }
    let sign = bytes[line.start + 2]
    return bytes[line.start + 1] == 0x80 && (sign == 0x93 || sign == 0xA2)
  }

  /// Whether the second of two lines goes on where the first was wrapped.
  static func goesOn(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Line, _ second: Line) -> Bool {
    let length = first.end - first.start
    guard length >= 20, length <= 120, bytes[second.start] > 0x20 else { return false }
    let last = bytes[first.end - 1]
    let begin = bytes[second.start]
    let isBehindItem = last == 0x3A || last == 0x3B || isItem(bytes, first)
    if isBehindItem, isItem(bytes, second) { return false }
    let endsClause = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3A
    if begin >= 0x61, begin <= 0x7A { return !endsClause || length >= 50 }
    let wrapped = length >= 55 && length <= 100 && second.end - second.start <= 100
    return wrapped && !endsClause && last != 0x22 && last != 0x29 && last != 0x9D
  }
}
