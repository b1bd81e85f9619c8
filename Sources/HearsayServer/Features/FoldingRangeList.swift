internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// What can be folded away: utterances of more than one line, and page furniture.
struct FoldingRangeList {
  /// The ranges in reading order, at most as many as the client takes.
  private(set) var ranges: [FoldingRange] = []

  /// The ranges of a snapshot.
  init(_ snapshot: DocumentSnapshot) {
    guard snapshot.purpose == .article else { return }
    let findings = snapshot.findings()
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    let folds =
      FoldingRangeList.utterances(findings) + FoldingRangeList.furniture(snapshot.analysis)
    for (span, kind, words) in folds.sorted(by: { $0.0 < $1.0 }) {
      let end = snapshot.text.trimmed(span).end
      let range = cursor.range(of: ByteSpan(span.start, end))
      guard range.start.line < range.end.line else { continue }
      ranges.append(
        FoldingRange(start: range.start, end: range.end, kind: kind, collapsedText: words))
    }
    if let limit = snapshot.client.foldingLimit, ranges.count > limit {
      ranges.removeLast(ranges.count - max(0, limit))
    }
  }

  /// From the first to the last stretch of each utterance.
  private static func utterances(
    _ findings: Findings
  ) -> [(ByteSpan, FoldingRange.Kind, String?)] {
    var hulls: [Int: (span: ByteSpan, name: String?)] = [:]
    for quotation in findings.quotations where quotation.type != .scare {
      let known = hulls[quotation.utterance]?.span ?? quotation.span
      hulls[quotation.utterance] = (
        ByteSpan(
          min(known.start, quotation.span.start), max(known.end, quotation.span.end)),
        quotation.speaker?.name
      )
    }
    return hulls.values.map { ($0.span, .region, $0.name.map { "“…” \($0)" }) }
  }

  /// Neighbouring furniture together.
  private static func furniture(
    _ analysis: DocumentAnalysis
  ) -> [(ByteSpan, FoldingRange.Kind, String?)] {
    var runs: [ByteSpan] = []
    for span in analysis.furniture {
      if let last = runs.last, last.end >= span.start {
        runs[runs.count - 1] = ByteSpan(last.start, max(last.end, span.end))
      } else {
        runs.append(span)
      }
    }
    return runs.map { ($0, .comment, nil) }
  }
}
