internal import HearsayText

/// Finds the stretches around and inside an annotation that it may cover instead.
struct BoundaryFinder {
  private let text: Text
  /// So far a sentence is looked for at most, in bytes to either side.
  private static let reach = 2_000
  private static let closings: Set<Character> = ["”", "\"", "’", "»", "“", "'", ")", "]"]
  private static let openings: Set<Character> = ["“", "\"", "‘", "«", "„", "»", "'", "(", "["]

  /// A finder in a text.
  init(_ text: Text) { self.text = text }

  /// The sentence, the clause, the words inside the marks and the words with their marks, as far as
  /// they are not what the annotation covers already.
  func choices(for span: ByteSpan) -> [(name: String, span: ByteSpan)] {
    var result: [(name: String, span: ByteSpan)] = []
    func add(_ name: String, _ found: ByteSpan?) {
      guard let found, !found.isEmpty, found != span,
        !result.contains(where: { $0.span == found })
      else { return }
      result.append((name, found))
    }
    add("the words inside the marks", inside(span))
    add("the marks around it", around(span))
    add("the clause", clause(span))
    add("the sentence", sentence(span))
    return result
  }

  /// The words between the marks that a span begins and ends with, or nil.
  func inside(_ span: ByteSpan) -> ByteSpan? {
    let words = text.string(in: span)
    guard words.count > 2, let first = words.first, let last = words.last,
      Self.openings.contains(first), Self.closings.contains(last)
    else { return nil }
    return ByteSpan(span.start + first.utf8.count, span.end - last.utf8.count)
  }

  private func around(_ span: ByteSpan) -> ByteSpan? {
    let before = text.string(in: ByteSpan(max(0, span.start - 4), span.start))
    let after = text.string(in: ByteSpan(span.end, min(text.byteCount, span.end + 4)))
    guard let open = before.last, let close = after.first, Self.openings.contains(open),
      Self.closings.contains(close)
    else { return nil }
    return ByteSpan(span.start - open.utf8.count, span.end + close.utf8.count)
  }

  private func sentence(_ span: ByteSpan) -> ByteSpan? {
    stretch(span, ends: [".", "!", "?", "…"])
  }

  private func clause(_ span: ByteSpan) -> ByteSpan? {
    stretch(span, ends: [".", "!", "?", "…", ",", ";", ":", "—", "–"])
  }

  /// The least stretch around a span between two of some signs, or a line's ends; the sign at its
  /// end and a mark behind that belong to it where it ends a sentence.
  private func stretch(_ span: ByteSpan, ends: Set<Character>) -> ByteSpan? {
    let line = text.line(ofByte: span.start)
    let lower = max(text.lineStart(line), span.start - Self.reach)
    let upper = min(text.lineEnd(text.line(ofByte: span.end)), span.end + Self.reach)
    let head = Array(text.string(in: ByteSpan(lower, span.start)))
    var start = span.start
    var index = head.count - 1
    while index >= 0 {
      let isEnd = ends.contains(head[index])
      if isEnd, index + 1 >= head.count || head[index + 1].isWhitespace { break }
      start -= head[index].utf8.count
      index -= 1
    }
    let lead = text.string(in: ByteSpan(start, span.start)).prefix { $0.isWhitespace }
    start += lead.utf8.count
    let tail = Array(text.string(in: ByteSpan(span.end, upper)))
    var end = span.end
    for (index, sign) in tail.enumerated() {
      let next = index + 1 < tail.count ? tail[index + 1] : " "
      let isEnd = ends.contains(sign) && (next.isWhitespace || Self.closings.contains(next))
      if isEnd, ![",", ";", ":", "—", "–"].contains(sign) {
        end += sign.utf8.count
        if Self.closings.contains(next) { end += next.utf8.count }
      }
      if isEnd { break }
      end += sign.utf8.count
    }
    return start < end ? ByteSpan(start, end) : nil
  }
}
