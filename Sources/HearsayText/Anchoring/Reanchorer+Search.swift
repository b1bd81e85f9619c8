/// Where text went that is no longer in its place.
extension Reanchorer {
  /// A place somewhere else, for a person to confirm.
  struct Discovery {
    /// Tokens of the new text.
    var range: Range<Int>
    /// How sure it is, 0…1.
    var confidence: Double
  }

  /// A place that was looked at, and how it compares.
  struct Candidate {
    /// Tokens of the new text.
    var range: Range<Int>
    /// How much of the words is there, 0…1.
    var likeness: Double
    /// How much of the surroundings is there, 0…1; the mean of both sides.
    var context: Double
    /// The same of the side that agrees less.
    var weakSide: Double
    /// Whether every token is the same.
    var isExact: Bool

    /// For choosing among several.
    var score: Double { likeness + context }
  }

  /// Weight from which words speak for themselves, without surroundings: about three words.
  static let tellingWeight = 16.0

  /// Where a stretch went, if that is better than what stands in its place.
  func moved(_ tokens: Range<Int>, than place: Place?) -> Discovery? {
    let pattern = Array(old.numbers[tokens])
    let context = TokenContext(old, around: tokens)
    let hint = tokens.lowerBound < companions.count ? expected(tokens.lowerBound) : nil
    let weights = tokens.map { old.weight($0) }
    let candidates = candidates(for: pattern, weights, context, near: hint)
    let weight = old.weight(tokens)
    let fitting = candidates.filter { isMove($0, of: tokens, context, weight) }
    guard let best = fitting.max(by: { $0.score < $1.score }),
      best.likeness > (place?.quality ?? 0) + 0.2
    else { return nil }
    let isAlone = fitting.allSatisfy { $0.range == best.range || $0.score < best.score - 0.1 }
    return Discovery(
      range: best.range, confidence: (isAlone ? 0.8 : 0.4) * best.likeness)
  }

  /// Whether a candidate is the old stretch, moved, and not a look-alike.
  ///
  /// What already stood in the old text is another statement in the same words, unless it stands in
  /// the old stretch's surroundings. What is new must be the same words, or nearly so in the same
  /// surroundings: the same paragraph was moved, then.
  private func isMove(
    _ candidate: Candidate, of tokens: Range<Int>, _ context: TokenContext, _ weight: Double
  ) -> Bool {
    let strangers = candidate.range.filter { origins[$0] >= 0 && !tokens.contains(origins[$0]) }
    guard strangers.count * 2 <= candidate.range.count else {
      guard candidate.isExact, let first = strangers.first else { return false }
      let start = origins[first] - (first - candidate.range.lowerBound)
      let end = min(old.count, start + candidate.range.count)
      let owner = TokenContext(old, around: max(0, min(start, end))..<end)
      let theirs = owner.agreement(with: TokenContext(new, around: candidate.range))
      return candidate.context >= 0.5 && candidate.context * 2 >= theirs.before + theirs.after
    }
    if candidate.isExact { return candidate.context >= 0.5 || weight >= Reanchorer.tellingWeight }
    return candidate.likeness >= 0.6 && candidate.context >= 0.5
  }

  /// Where an old token should be, going by the tokens around it.
  private func expected(_ token: Int) -> Int? {
    for distance in 0..<200 {
      if token >= distance, companions[token - distance] >= 0 {
        return companions[token - distance] + distance
      }
      if token + distance < companions.count, companions[token + distance] >= 0 {
        return companions[token + distance] - distance
      }
    }
    return nil
  }

  /// Places where a sequence of tokens may stand.
  func candidates(
    for pattern: [Int32], _ weights: [Double], _ context: TokenContext, near hint: Int?
  ) -> [Candidate] {
    let finder = CandidateFinder(text: new, index: index)
    let matcher = BitParallelMatcher(pattern)
    let all = max(0.5, weights.reduce(0, +))
    return finder.candidates(for: pattern, matcher, near: hint).map { match in
      let agreement = context.agreement(with: TokenContext(new, around: match.range))
      return Candidate(
        range: match.range,
        likeness: min(
          1 - Double(match.distance) / Double(max(pattern.count, match.range.count)),
          // How much stands there in any order; signs alone say little.
          match.distance == 0 ? 1 : matcher.weight(in: new.numbers[match.range], of: weights) / all),
        context: (agreement.before + agreement.after) / 2,
        weakSide: min(agreement.before, agreement.after),
        isExact: match.distance == 0)
    }
  }
}
