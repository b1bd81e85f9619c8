internal import HearsayText

/// Stretches that may cross, made into elements that nest.
///
/// Where two cross, the one opened later is closed at the crossing and opened again behind it; so is
/// one that reaches over the end of a paragraph. Each opening is one fragment of its stretch.
struct InlineMarkup {
  /// What to write next.
  enum Step {
    /// A fragment begins: the stretch's index, and which fragment of it, counted from zero.
    case open(stretch: Int, fragment: Int)
    /// The fragment opened last ends.
    case close(stretch: Int)
    /// Plain text, in bytes.
    case text(ByteSpan)
    /// A paragraph begins.
    case openParagraph
    /// The paragraph ends.
    case closeParagraph
  }

  /// What to write, in order; all `text` together is the whole text.
  let steps: [Step]
  /// How many fragments each stretch has; none for one that is empty or all white space.
  let fragments: [Int]

  /// The steps for a text of `byteCount` bytes.
  ///
  /// - Parameter stretches: in reading order, the longer first where two begin together.
  init(_ stretches: [ByteSpan], paragraphs: [ByteSpan], byteCount: Int) {
    var builder = MarkupBuilder(count: stretches.count)
    var next = 0
    var carried: [Int] = []
    var offset = 0
    for paragraph in paragraphs {
      builder.text(offset, paragraph.start)
      while next < stretches.count, stretches[next].start < paragraph.end {
        carried.append(next)
        next += 1
      }
      let here = carried.filter { stretches[$0].overlaps(paragraph) }
      builder.paragraph(paragraph, here, stretches)
      carried.removeAll { stretches[$0].end <= paragraph.end }
      offset = paragraph.end
    }
    builder.text(offset, byteCount)
    steps = builder.steps
    fragments = builder.fragments
  }
}

/// Collects the steps.
private struct MarkupBuilder {
  var steps: [InlineMarkup.Step] = []
  var fragments: [Int]
  private var stack: [Int] = []

  init(count: Int) { fragments = Array(repeating: 0, count: count) }

  mutating func text(_ start: Int, _ end: Int) {
    if end > start { steps.append(.text(ByteSpan(start, end))) }
  }

  mutating func paragraph(_ span: ByteSpan, _ here: [Int], _ stretches: [ByteSpan]) {
    steps.append(.openParagraph)
    var offset = span.start
    for index in here {
      let start = max(stretches[index].start, span.start)
      close(upTo: start, &offset, stretches)
      text(offset, start)
      offset = start
      open(index)
    }
    close(upTo: span.end, &offset, stretches)
    text(offset, span.end)
    while let last = stack.popLast() { steps.append(.close(stretch: last)) }
    steps.append(.closeParagraph)
  }

  private mutating func open(_ index: Int) {
    steps.append(.open(stretch: index, fragment: fragments[index]))
    fragments[index] += 1
    stack.append(index)
  }

  /// Closes what ends at or before a place, the earliest first; what lies above it is opened again.
  private mutating func close(upTo place: Int, _ offset: inout Int, _ stretches: [ByteSpan]) {
    while let end = stack.map({ stretches[$0].end }).min(), end <= place {
      text(offset, end)
      offset = max(offset, end)
      let lowest = stack.firstIndex { stretches[$0].end == end } ?? 0
      let above = stack[lowest...]
      for index in above.reversed() { steps.append(.close(stretch: index)) }
      stack.removeSubrange(lowest...)
      for index in above where stretches[index].end > end { open(index) }
    }
  }
}

/// Paragraphs of a text as it is laid out: runs of lines that are not blank.
enum TextBlocks {
  /// The paragraphs in order, without the line breaks around them.
  static func paragraphs(_ bytes: ArraySlice<UInt8>) -> [ByteSpan] {
    var result: [ByteSpan] = []
    var first: Int?
    var last = 0
    var lineStart = bytes.startIndex
    func endLine(_ end: Int, _ result: inout [ByteSpan]) {
      let isBlank = bytes[lineStart..<end].allSatisfy { $0 <= 0x20 }
      if !isBlank {
        first = first ?? lineStart
        last = end
      } else if let start = first {
        result.append(ByteSpan(start, last))
        first = nil
      }
    }
    for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
      // Between CR and LF there is no line.
      if bytes[index] == 0x0A, index > bytes.startIndex, bytes[index - 1] == 0x0D {
        lineStart = index + 1
        continue
      }
      endLine(index, &result)
      lineStart = index + 1
    }
    endLine(bytes.endIndex, &result)
    if let start = first { result.append(ByteSpan(start, last)) }
    return result
  }
}
