public import HearsayModel
public import HearsayText

/// Lays what people decided over what the analysis suggests.
///
/// Each decision stands for at most one suggestion: the one at the very bytes it was made on, else
/// the one of its kind that shares most bytes with them. So a rejected suggestion stays away where
/// the analysis comes to cut it a little differently.
public struct AnnotationMerger {
  /// Two stretches are taken for the same suggestion from this share of common bytes on; a
  /// quotation inside a paraphrase, or inside another, shares less.
  private static let likeness = 0.6

  private let overlay: DocumentOverlay
  private let text: Text
  private let keepsRejected: Bool
  private var set: AnnotationSet
  /// By the suggestion that a decision stands for: the decision's index in the overlay.
  private var claims: [AnnotationKey: Int] = [:]

  /// What holds for a document, or for the part of it that some findings cover.
  ///
  /// - Parameters:
  ///   - region: The bytes that were asked about; nil for the whole document.
  ///   - keepsRejected: Whether what was rejected is there too, as decided.
  public static func merged(
    _ findings: Findings, _ overlay: DocumentOverlay, in text: Text, region: ByteSpan? = nil,
    keepsRejected: Bool = false
  ) -> AnnotationSet {
    guard !overlay.isEmpty else { return AnnotationSet(findings: findings) }
    var merger = AnnotationMerger(overlay, findings, text, keepsRejected)
    if !overlay.annotations.isEmpty || !overlay.ignores.isEmpty {
      merger.merge(region: region.map { findings.hull(with: $0) })
    }
    merger.applyNames()
    return merger.set
  }

  private init(
    _ overlay: DocumentOverlay, _ findings: Findings, _ text: Text, _ keepsRejected: Bool
  ) {
    self.overlay = overlay
    self.text = text
    self.keepsRejected = keepsRejected
    set = AnnotationSet(findings: findings)
  }

  private mutating func merge(region: ByteSpan?) {
    claim(within: region)
    applyClaims()
    addOthers(within: region)
    IgnoreFilter(overlay, text).apply(to: &set)
    silenceProblems()
    sort()
  }

  // MARK: - Which decision stands for which suggestion

  private mutating func claim(within region: ByteSpan?) {
    let suggestions = Set(set.findings.keys)
    var open: [Int] = []
    for (index, place) in overlay.places.enumerated() {
      guard place.state != .orphaned, let claim = place.claim else { continue }
      if let region, !region.touches(claim) { continue }
      // Other words in the place of rejected ones are another suggestion.
      if overlay.annotations[index].status == .rejected, place.state == .review,
        text.string(in: claim) != (overlay.annotations[index].origin?.exact ?? "")
      {
        continue
      }
      let key = AnnotationKey(overlay.annotations[index].kind, claim)
      if suggestions.contains(key) {
        claims[key] = index
      } else if overlay.annotations[index].origin != nil {
        open.append(index)
      }
    }
    guard !open.isEmpty else { return }
    for index in open {
      let kind = overlay.annotations[index].kind
      guard let span = overlay.places[index].claim else { continue }
      let near = suggestions.filter {
        $0.kind == kind && claims[$0] == nil && $0.span.overlaps(span)
      }
      let best = near.map { ($0, $0.span.likeness(to: span)) }.max {
        ($0.1, $1.0.span) < ($1.1, $0.0.span)
      }
      if let best, best.1 >= Self.likeness { claims[best.0] = index }
    }
  }

  // MARK: - What becomes of a suggestion

  private mutating func applyClaims() {
    guard !claims.isEmpty else { return }
    let moved = movedSpans()
    set.findings.quotations = set.findings.quotations.compactMap { quotation in
      var result = quotation
      if let index = claims[AnnotationKey(.quotation, quotation.span)] {
        guard let decided = decided(index, over: result) else { return nil }
        result = decided
      }
      if let parent = result.parent, let now = moved[parent] { result.parent = now }
      return result
    }
    set.findings.dates = set.findings.dates.compactMap { date in
      guard let index = claims[AnnotationKey(.date, date.span)] else { return date }
      return decided(index, over: date)
    }
    set.findings.outlets = set.findings.outlets.compactMap { outlet in
      guard let index = claims[AnnotationKey(.outlet, outlet.span)] else { return outlet }
      return decided(index, over: outlet)
    }
  }

  /// Where quotations went that others are parts of; nil for one that was rejected.
  private func movedSpans() -> [ByteSpan: ByteSpan?] {
    var result: [ByteSpan: ByteSpan?] = [:]
    for (key, index) in claims where key.kind == .quotation {
      let isHere = keepsRejected || overlay.annotations[index].status != .rejected
      result[key.span] = .some(isHere ? overlay.places[index].target : nil)
    }
    return result
  }

  /// Remembers what a decision became, and gives its place; nil where nothing is to be shown there.
  private mutating func settle(_ index: Int) -> ByteSpan? {
    let annotation = overlay.annotations[index]
    let place = overlay.places[index]
    guard keepsRejected || annotation.status != .rejected else { return nil }
    guard place.state == .anchored, let span = place.target else {
      // What was rejected and is gone needs nobody's look.
      guard annotation.status != .rejected else { return nil }
      set.unsettled.append(UnsettledAnnotation(annotation: annotation, span: place.target))
      return nil
    }
    let key = AnnotationKey(annotation.kind, span)
    if let other = set.decided[key] {
      // Two people annotated the same words: the later decision holds, the other is to be looked at.
      let isLater = other.decision.time <= annotation.decision.time
      set.unsettled.append(
        UnsettledAnnotation(annotation: isLater ? other : annotation, span: span))
      if isLater { set.decided[key] = annotation }
      return nil
    }
    set.decided[key] = annotation
    return span
  }

  private mutating func decided(_ index: Int, over quotation: Quotation?) -> Quotation? {
    guard let span = settle(index), case .quotation(let body) = overlay.annotations[index].body
    else { return nil }
    let place = overlay.places[index]
    var result = quotation ?? Quotation(span: span, type: body.type)
    let isSameStart = result.utterance == result.span.start
    result.span = span
    if isSameStart { result.utterance = span.start }
    result.type = body.type
    result.speaker = body.speaker
    result.source = body.source == nil ? nil : place.source
    result.cue = body.cue == nil ? nil : place.cue
    result.candidates = []
    result.confidence = overlay.annotations[index].confidence ?? 1
    return result
  }

  private mutating func decided(_ index: Int, over date: TimeExpression?) -> TimeExpression? {
    guard let span = settle(index), case .date(let body) = overlay.annotations[index].body
    else { return nil }
    var result =
      date ?? TimeExpression(span: span, kind: body.type, value: body.value, rule: "analyst")
    result.span = span
    if result.value != body.value || result.kind != body.type {
      result.rule = "analyst"
      result.alternatives = []
    }
    (result.kind, result.value, result.anchor) = (body.type, body.value, body.anchor)
    result.gap = nil
    result.confidence = overlay.annotations[index].confidence ?? 1
    return result
  }

  private mutating func decided(_ index: Int, over outlet: OutletMention?) -> OutletMention? {
    guard let span = settle(index), case .outlet(let body) = overlay.annotations[index].body
    else { return nil }
    var result =
      outlet
      ?? OutletMention(
        span: span, outletID: body.outletID, name: body.name, role: body.role, rule: "analyst")
    result.span = span
    (result.outletID, result.name, result.role) = (body.outletID, body.name, body.role)
    if body.outletID != nil { result.candidates = [] }
    result.confidence = overlay.annotations[index].confidence ?? 1
    return result
  }

  // MARK: - What is no suggestion

  private mutating func addOthers(within region: ByteSpan?) {
    let claimed = Set(claims.values)
    for (index, place) in overlay.places.enumerated() where !claimed.contains(index) {
      if let region, let target = place.target, !region.touches(target) { continue }
      switch overlay.annotations[index].kind {
      case .quotation:
        if let quotation = decided(index, over: Quotation?.none) {
          set.findings.quotations.append(quotation)
        }
      case .date:
        if let date = decided(index, over: TimeExpression?.none) {
          set.findings.dates.append(date)
        }
      case .outlet:
        if let outlet = decided(index, over: OutletMention?.none) {
          set.findings.outlets.append(outlet)
        }
      case .note:
        if let span = settle(index) {
          let text = overlay.annotations[index].note ?? ""
          set.findings.notes.append(Note(span: span, text: text))
        }
      }
    }
  }

  /// What somebody has decided on needs no second look any more.
  private mutating func silenceProblems() {
    set.findings.problems.removeAll { problem in
      let kind: AnnotationKind = problem.code == .unresolvedDate ? .date : .quotation
      guard let index = claims[AnnotationKey(kind, problem.span)] else { return false }
      switch problem.code {
      case .noSource, .ambiguousSpeaker, .unresolvedDate: return true
      case .unclosedMark, .alteredQuotation:
        return overlay.annotations[index].status == .rejected
      }
    }
  }

  /// Shows speakers under the names that were chosen for them.
  private mutating func applyNames() {
    guard !overlay.names.isEmpty else { return }
    var known: [Speaker: Speaker] = [:]
    func chosen(_ speaker: Speaker) -> Speaker {
      if let found = known[speaker] { return found }
      known[speaker] = overlay.names.canonical(speaker)
      return known[speaker] ?? speaker
    }
    for index in set.findings.quotations.indices {
      set.findings.quotations[index].speaker = set.findings.quotations[index].speaker.map(chosen)
      set.findings.quotations[index].candidates =
        set.findings.quotations[index].candidates.map(chosen)
    }
  }

  private mutating func sort() {
    set.findings.quotations.sort { $0.span < $1.span }
    set.findings.dates.sort { $0.span < $1.span }
    set.findings.outlets.sort { $0.span < $1.span }
    set.findings.notes.sort { $0.span < $1.span }
  }
}

extension Findings {
  /// The suggestions among the findings.
  fileprivate var keys: [AnnotationKey] {
    quotations.map { AnnotationKey(.quotation, $0.span) }
      + dates.map { AnnotationKey(.date, $0.span) }
      + outlets.map { AnnotationKey(.outlet, $0.span) }
  }

  /// The least span that holds a span and all findings.
  fileprivate func hull(with span: ByteSpan) -> ByteSpan {
    var (start, end) = (span.start, span.end)
    for key in keys {
      start = min(start, key.span.start)
      end = max(end, key.span.end)
    }
    return ByteSpan(start, end)
  }
}

extension ByteSpan {
  /// Whether both have a byte or an edge in common.
  fileprivate func touches(_ other: ByteSpan) -> Bool { start <= other.end && other.start <= end }

  /// Share of the bytes of both that lie in both, 0…1 (Jaccard's coefficient).
  fileprivate func likeness(to other: ByteSpan) -> Double {
    let common = Swift.max(0, Swift.min(end, other.end) - Swift.max(start, other.start))
    let all = count + other.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }
}
