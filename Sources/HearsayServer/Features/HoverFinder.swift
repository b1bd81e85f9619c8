internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// Finds what there is to say about a place.
struct HoverFinder {
  /// One annotation at the place.
  private struct Hit {
    /// The stretch that was hit.
    let span: ByteSpan
    let card: any HoverCard
  }

  /// The document asked about.
  let snapshot: DocumentSnapshot

  /// The cards of every annotation at a position, the innermost first, or nil where there is none.
  ///
  /// A place directly behind an annotation belongs to it only where nothing else is hit.
  func hover(at position: Position) -> Hover? {
    let place = LinePosition(line: position.line, column: position.character)
    let byte = snapshot.text.byte(of: place, in: snapshot.unit)
    let set = snapshot.annotations(in: ByteSpan(byte, byte))
    var hits = hits(in: set) { $0.contains(byte) }
    if hits.isEmpty { hits = self.hits(in: set) { $0.end == byte && !$0.isEmpty } }
    hits += pageHits(at: byte)
    let ordered = hits.enumerated().sorted {
      ($0.element.span.count, $0.offset) < ($1.element.span.count, $1.offset)
    }
    guard let innermost = ordered.first?.element else { return nil }
    let markup = snapshot.client.hoverMarkup
    let separator = markup == .markdown ? "\n\n---\n\n" : "\n\n"
    let value = ordered.map { $0.element.card.rendered(as: markup) }.joined(separator: separator)
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    return Hover(kind: markup, value: value, range: cursor.range(of: innermost.span))
  }

  /// What there is to say about the page as a whole; shown on its first line with words.
  private func pageHits(at byte: Int) -> [Hit] {
    guard let line = snapshot.firstLine, line.start <= byte, byte <= line.end else { return [] }
    return HoverFinder.pageCards.compactMap { card in
      card(snapshot).map { Hit(span: line, card: $0) }
    }
  }

  /// Cards about the page, in the order in which they are shown; nil where there is nothing to say.
  private static let pageCards: [@Sendable (DocumentSnapshot) -> (any HoverCard)?] = [
    { ChainCard($0) }
  ]

  private func hits(in set: AnnotationSet, where isHit: (ByteSpan) -> Bool) -> [Hit] {
    let findings = set.findings
    var hits: [Hit] = []
    func reviewed(_ card: EvidenceCard, _ kind: AnnotationKind, _ span: ByteSpan) -> EvidenceCard {
      var card = card
      if let stored = set.decided[AnnotationKey(kind, span)] { card.addReview(stored) }
      return card
    }
    for unsettled in set.unsettled {
      guard let span = unsettled.span, isHit(span) else { continue }
      hits.append(Hit(span: span, card: EvidenceCard(unsettled, in: snapshot.text)))
    }
    for problem in findings.problems where isHit(problem.span) {
      hits.append(Hit(span: problem.span, card: EvidenceCard(problem)))
    }
    for quotation in findings.quotations {
      let spans = [quotation.span, quotation.source, quotation.cue].compactMap { $0 }
      guard let span = spans.first(where: isHit) else { continue }
      let introduction = quotation.speaker.flatMap(snapshot.analysis.introduction)
      let card = EvidenceCard(quotation, in: snapshot.text, introduction: introduction)
      hits.append(Hit(span: span, card: reviewed(card, .quotation, quotation.span)))
    }
    for date in findings.dates where isHit(date.span) {
      hits.append(Hit(span: date.span, card: reviewed(EvidenceCard(date), .date, date.span)))
    }
    for note in findings.notes where isHit(note.span) {
      hits.append(Hit(span: note.span, card: reviewed(EvidenceCard(note), .note, note.span)))
    }
    for outlet in findings.outlets where isHit(outlet.span) {
      var card = OutletCard(outlet, in: snapshot)
      if let stored = set.decided[AnnotationKey(.outlet, outlet.span)] {
        card.evidence.addReview(stored)
      }
      hits.append(Hit(span: outlet.span, card: card))
    }
    return hits
  }
}
