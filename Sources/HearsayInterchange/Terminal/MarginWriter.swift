public import HearsayModel
public import HearsayText

/// The text with its margin, as a person reads it on a terminal.
public struct MarginFormat: AnnotationFormat {
  private let style: MarginWriter.Style

  /// Pages of one look.
  public init(style: MarginWriter.Style) { self.style = style }

  /// The page of a document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.part = MarginWriter(text: document.text, document: document.record, style: style)
      .page(document.findings, kinds: Set(AnnotationKind.allCases))
    return rendition
  }
}

/// Writes an article as a person reads it on a terminal: the text on the left, the notes beside it.
public struct MarginWriter {
  /// How the page looks.
  public struct Style: Hashable, Sendable {
    /// Columns of the terminal, 40 to 400.
    public var columns: Int
    /// Whether to use colours (ANSI escape sequences).
    public var colours: Bool

    /// A page of so many columns.
    public init(columns: Int = 100, colours: Bool = false) {
      self.columns = min(400, max(40, columns))
      self.colours = colours
    }
  }

  private let text: Text
  private let document: DocumentRecord
  private let style: Style
  private let textColumns: Int
  private let noteColumns: Int

  /// A writer for one document.
  public init(text: Text, document: DocumentRecord, style: Style) {
    self.text = text
    self.document = document
    self.style = style
    noteColumns = max(18, style.columns * 2 / 5)
    textColumns = style.columns - noteColumns - 3
  }

  /// The page.
  public func page(_ findings: Findings, kinds: Set<AnnotationKind>) -> [UInt8] {
    let notes = MarginNotes(findings, kinds: kinds).notes
    var out = heading()
    var next = 0
    for line in 0..<text.lineCount {
      let span = ByteSpan(text.lineStart(line), text.lineEnd(line))
      let rows = wrapped(span)
      var pending: [String] = []
      for row in rows {
        while next < notes.count,
          notes[next].span.start < max(row.end, row.start + 1)
            || row == rows.last && notes[next].span.start <= span.end
        {
          pending.append(notes[next].text)
          next += 1
        }
        out += self.row(row, pending.isEmpty ? nil : pending.removeFirst(), findings, kinds)
      }
      for note in pending { out += self.row(ByteSpan(span.end, span.end), note, findings, kinds) }
    }
    return Array((out + footing(findings, kinds)).utf8)
  }

  // MARK: - Head and foot

  private func heading() -> String {
    let date = document.date.map { "\($0.value) (\($0.evidence.rawValue))" } ?? "date unknown"
    let title = "\(MarginWriter.printable(document.path)) · \(date)"
    return painted(title, "1") + "\n" + String(repeating: "─", count: style.columns) + "\n"
  }

  private func footing(_ findings: Findings, _ kinds: Set<AnnotationKind>) -> String {
    var out = String(repeating: "─", count: style.columns) + "\n"
    guard kinds.contains(.quotation) else { return out }
    var counts: [(name: String, count: Int)] = []
    for quotation in findings.quotations {
      guard let name = quotation.speaker?.name else { continue }
      if let place = counts.firstIndex(where: { $0.name == name }) {
        counts[place].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    for (name, count) in counts.sorted(by: { $0.count > $1.count }) {
      out += "\(MarginWriter.printable(name)): \(count) quotation\(count == 1 ? "" : "s")\n"
    }
    return out
  }

  // MARK: - Rows

  /// Stretches of a line that fit the text's columns, broken at spaces.
  private func wrapped(_ line: ByteSpan) -> [ByteSpan] {
    var rows: [ByteSpan] = []
    var start = line.start
    var offset = line.start
    var width = 0
    var lastBreak: (offset: Int, width: Int)?
    for scalar in text.string(in: line).unicodeScalars {
      let columns = DisplayWidth.of(scalar)
      if width + columns > textColumns {
        let end = lastBreak?.offset ?? offset
        rows.append(ByteSpan(start, end))
        start = end
        width -= lastBreak?.width ?? width
        lastBreak = nil
      }
      width += columns
      offset += UTF8.width(scalar)
      if scalar == " " { lastBreak = (offset, width) }
    }
    rows.append(ByteSpan(start, line.end))
    return rows
  }

  private func row(
    _ span: ByteSpan, _ note: String?, _ findings: Findings, _ kinds: Set<AnnotationKind>
  ) -> String {
    let plain = MarginWriter.printable(text.string(in: span))
    let padding = String(repeating: " ", count: max(0, textColumns - DisplayWidth.of(plain)))
    let shown = style.colours ? coloured(span, findings, kinds) : plain
    let fitted = note.map { DisplayWidth.fit($0, noteColumns) } ?? ""
    let line = shown + padding + " │ " + painted(fitted, "36")
    return (style.colours ? line : MarginWriter.trimmed(line)) + "\n"
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Control characters of the text must not reach the terminal.
  static func printable(_ string: String) -> String {
    var result = ""
    for scalar in string.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      result.unicodeScalars.append(isControl ? " " : scalar)
    }
    return result
  }

  // MARK: - Colours

  private func painted(_ string: String, _ code: String) -> String {
    style.colours && !string.isEmpty ? "\u{1B}[\(code)m\(string)\u{1B}[0m" : string
  }

  private func coloured(
    _ row: ByteSpan, _ findings: Findings, _ kinds: Set<AnnotationKind>
  ) -> String {
    var paints: [(span: ByteSpan, code: String)] = []
    paints += findings.furniture.map { ($0, "2") }
    if kinds.contains(.quotation) {
      paints += findings.quotations.map { ($0.span, $0.type == .scare ? "2" : "32") }
      paints += findings.quotations.compactMap { quotation in quotation.source.map { ($0, "4") } }
    }
    if kinds.contains(.date) { paints += findings.dates.map { ($0.span, "33") } }
    if kinds.contains(.outlet) { paints += findings.outlets.map { ($0.span, "35") } }
    var cuts: Set<Int> = [row.start, row.end]
    for paint in paints where paint.span.overlaps(row) {
      cuts.insert(max(row.start, paint.span.start))
      cuts.insert(min(row.end, paint.span.end))
    }
    let edges = cuts.sorted()
    var out = ""
    for (start, end) in zip(edges, edges.dropFirst()) {
      let piece = ByteSpan(start, end)
      let codes = paints.filter { $0.span.contains(piece) }.map(\.code)
      let plain = MarginWriter.printable(text.string(in: piece))
      out += codes.isEmpty ? plain : painted(plain, codes.joined(separator: ";"))
    }
    return out
  }
}
