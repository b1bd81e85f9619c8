/// An attribution as the tagger finds it, in tokens of its paragraph.
///
/// Spans begin and end with words; marks and punctuation at their edges are left out.
package struct TaggedAttribution: Hashable, Sendable {
  /// What is credited, one or several pieces in order.
  package var content: [Range<Int>]
  /// Who is credited, where the paragraph says so.
  package var source: Range<Int>?
  /// The words that credit.
  package var cue: Range<Int>?
  /// Estimate that it is an attribution at all, 0…1.
  package var confidence: Double

  /// An attribution with its spans.
  package init(
    content: [Range<Int>], source: Range<Int>?, cue: Range<Int>?, confidence: Double
  ) {
    self.content = content
    self.source = source
    self.cue = cue
    self.confidence = confidence
  }

  /// The same attribution seen from an origin that lies `distance` tokens earlier.
  func shifted(by distance: Int) -> TaggedAttribution {
    func shifted(_ span: Range<Int>) -> Range<Int> {
      span.lowerBound + distance..<span.upperBound + distance
    }
    return TaggedAttribution(
      content: content.map(shifted), source: source.map(shifted), cue: cue.map(shifted),
      confidence: confidence)
  }

  /// The surest first, as far as they do not get in each other's way.
  package static func select(_ found: [TaggedAttribution]) -> [TaggedAttribution] {
    var kept: [TaggedAttribution] = []
    for attribution in found.sorted(by: { $0.confidence > $1.confidence })
    where !kept.contains(where: attribution.collides) {
      kept.append(attribution)
    }
    return kept
  }

  private func collides(_ other: TaggedAttribution) -> Bool {
    if let cue {
      if let taken = other.cue, taken.overlaps(cue) { return true }
      if other.content.contains(where: { $0.overlaps(cue) }) { return true }
    }
    return content.contains { piece in
      other.content.contains { $0.overlaps(piece) } || other.cue.map(piece.overlaps) ?? false
    }
  }

  /// Whether a span overlaps anything of the attribution.
  func touches(_ span: Range<Int>) -> Bool {
    content.contains { $0.overlaps(span) } || source.map(span.overlaps) ?? false
      || cue.map(span.overlaps) ?? false
  }
}
