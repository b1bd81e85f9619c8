internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// Finds what grows around a place: word, sentence, quotation, paragraph, document.
struct SelectionRangeFinder {
  /// The document asked about.
  let snapshot: DocumentSnapshot

  /// The stretches around a position, the innermost first.
  func ranges(at position: Position) -> SelectionRange {
    let byte = snapshot.byte(of: position)
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    var chain: [ByteSpan] = []
    for span in candidates(at: byte).sorted(by: { $0.count < $1.count }) {
      guard let last = chain.last else {
        chain.append(span)
        continue
      }
      if span.contains(last), span != last { chain.append(span) }
    }
    let ranges = chain.map { cursor.range(of: $0) }
    return SelectionRange(ranges.isEmpty ? [cursor.range(of: ByteSpan(byte, byte))] : ranges)
  }

  private func candidates(at byte: Int) -> [ByteSpan] {
    let text = snapshot.text
    var spans = [word(at: byte), ByteSpan(0, text.byteCount)]
    guard snapshot.purpose == .article else {
      let line = text.line(ofByte: byte)
      return spans + [ByteSpan(text.lineStart(line), text.lineEnd(line))]
    }
    let findings = snapshot.findings(in: ByteSpan(byte, byte))
    for quotation in findings.quotations {
      spans.append(quotation.span)
      if let inside = BoundaryFinder(text).inside(quotation.span) { spans.append(inside) }
      spans += [quotation.source, quotation.cue].compactMap { $0 }
    }
    spans += findings.dates.map(\.span) + findings.outlets.map(\.span)
    spans += [snapshot.analysis.sentence(at: byte), snapshot.analysis.paragraph(at: byte)]
      .compactMap { $0 }
    return spans.filter { $0.start <= byte && byte <= $0.end && !$0.isEmpty }
  }

  /// The letters and digits around a byte; empty where there are none.
  private func word(at byte: Int) -> ByteSpan {
    func isWord(_ offset: Int) -> Bool {
      guard let byte = snapshot.text.byte(at: offset) else { return false }
      return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    var (start, end) = (byte, byte)
    while end - byte < 200, isWord(end), !isMark(end) { end += 1 }
    while byte - start < 200, isWord(start - 1), !isMark(start - 1) { start -= 1 }
    return ByteSpan(start, end)
  }

  /// Whether a byte belongs to one of U+2000…U+206F: dashes, quotation marks, spaces.
  private func isMark(_ offset: Int) -> Bool {
    for back in 0...2 {
      if snapshot.text.byte(at: offset - back) == 0xE2 {
        let next = snapshot.text.byte(at: offset - back + 1)
        return next == 0x80 || next == 0x81
      }
    }
    return false
  }
}
