internal import HearsayText

/// Stretches in reading order of which no two overlap, to look others up in.
struct SpanRow {
  private let spans: [ByteSpan]

  /// A row of some stretches; of those that overlap the first is kept.
  init(_ spans: some Sequence<ByteSpan>) {
    var kept: [ByteSpan] = []
    for span in spans.sorted() where (kept.last?.end ?? 0) <= span.start { kept.append(span) }
    self.spans = kept
  }

  /// Whether one of the stretches has a byte in common with another; logarithmic.
  func overlaps(_ span: ByteSpan) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].overlaps(span)
  }
}
