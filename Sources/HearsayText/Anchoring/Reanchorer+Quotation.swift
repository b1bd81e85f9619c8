/// Anchoring by quotation and surroundings, where no earlier version is at hand.
extension Reanchorer {
  /// Where a quotation stands in the new text, going by its words and what stood around it.
  ///
  /// - Parameters:
  ///   - exact: The words, as they were.
  ///   - prefix: What stood before them, in any length; its first word may be cut.
  ///   - suffix: What stood behind them; its last word may be cut.
  ///   - hint: The byte of the new text where they are expected, or nil. It chooses among places
  ///     that are alike, and nothing it chooses counts as anchored.
  public func anchor(
    exact: String, prefix: String, suffix: String, near hint: Int? = nil
  ) -> Anchoring {
    let quotation = TokenSequence(Array(exact.utf8), knownTo: interner)
    guard quotation.count > 0 else { return .orphaned }
    let before = TokenSequence(Array(prefix.utf8), knownTo: interner).numbers
    let after = TokenSequence(Array(suffix.utf8), knownTo: interner).numbers
    // The outermost word may be cut; the others say enough.
    let context = TokenContext(
      before: before.count > 1 ? Array(before.dropFirst()) : before,
      after: after.count > 1 ? Array(after.dropLast()) : after)
    let expected = hint.map { new.tokens(touching: ByteSpan($0, $0)).lowerBound }
    let weights = (0..<quotation.count).map { quotation.weight($0) }
    let candidates = candidates(for: quotation.numbers, weights, context, near: expected)
    let weight = quotation.weight(0..<quotation.count)
    let exacts = candidates.filter(\.isExact)
    if let best = Reanchorer.best(exacts, expected) {
      return judge(best, among: exacts, weight)
    }
    return anchorChanged(quotation, context, candidates, expected)
  }

  /// The best candidate, the nearest to where it is expected among equals.
  private static func best(_ candidates: [Candidate], _ expected: Int?) -> Candidate? {
    let distance = { (candidate: Candidate) in
      expected.map { abs(candidate.range.lowerBound - $0) } ?? 0
    }
    return candidates.max { ($0.score, -distance($0)) < ($1.score, -distance($1)) }
  }

  /// The state of a quotation whose words stand somewhere, perhaps in several places.
  private func judge(_ best: Candidate, among all: [Candidate], _ weight: Double) -> Anchoring {
    let span = bytes(of: best.range)
    let rival = all.filter { $0.range != best.range }.map(\.context).max() ?? 0
    let isTelling = weight >= Reanchorer.tellingWeight
    if best.weakSide >= 0.6, best.context >= rival + 0.3 {
      return Anchoring(state: .anchored, span: span, confidence: 0.8 + 0.2 * best.context)
    }
    guard isTelling || best.context >= 0.2 else { return .orphaned }
    return Anchoring(
      state: .review, span: span, confidence: max(0.2, 0.3 + best.context / 2 - rival / 4))
  }

  /// The state of a quotation whose words changed.
  private func anchorChanged(
    _ quotation: TokenSequence, _ context: TokenContext, _ found: [Candidate], _ expected: Int?
  ) -> Anchoring {
    let framed = framed(quotation, context, near: expected)
    let fitting = (found + framed).filter {
      $0.likeness >= 0.5 && $0.context >= 0.5 || $0.likeness >= 0.8 && quotation.count >= 6
    }
    guard let best = Reanchorer.best(fitting, expected) else { return .orphaned }
    return Anchoring(
      state: .review, span: bytes(of: best.range),
      confidence: best.likeness * (0.4 + 0.4 * best.context))
  }

  /// Candidates found by the surroundings together with the words, so that words may all have
  /// changed a little.
  private func framed(
    _ quotation: TokenSequence, _ context: TokenContext, near hint: Int?
  ) -> [Candidate] {
    let frame = Array(context.before.reversed()) + quotation.numbers + context.after
    let finder = CandidateFinder(text: new, index: index)
    guard quotation.count * frame.count <= TokenAligner.cellLimit else { return [] }
    let start = hint.map { $0 - context.before.count }
    let matcher = BitParallelMatcher(frame)
    return finder.candidates(for: frame, matcher, near: start).compactMap { match in
      let companions = TokenAligner.companions(of: quotation, in: new, match.range)
      let kept = companions.indices.filter { companions[$0] >= 0 }
      guard let first = kept.first, let last = kept.last else { return nil }
      let gain = kept.reduce(0.0) { sum, token in
        let likeness = TokenSequence.likeness(quotation.slice(token), new.slice(companions[token]))
        return sum + (likeness < 0.4 ? 0 : likeness * quotation.weight(token))
      }
      let range = companions[first]..<(companions[last] + 1)
      let agreement = context.agreement(with: TokenContext(new, around: range))
      return Candidate(
        range: range, likeness: gain / quotation.weight(0..<quotation.count),
        context: (agreement.before + agreement.after) / 2,
        weakSide: min(agreement.before, agreement.after), isExact: false)
    }
  }

  private func bytes(of range: Range<Int>) -> ByteSpan {
    ByteSpan(new.spans[range.lowerBound].start, new.spans[range.upperBound - 1].end)
  }
}
