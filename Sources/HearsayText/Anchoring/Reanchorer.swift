/// Finds the stretches of one text in a later version of it.
///
/// The two versions are compared once, token by token. A stretch whose tokens are all still there,
/// next to each other and in the same surroundings, is anchored. What the comparison drops is
/// looked for among the text that is new, by its words and its surroundings, and is for a person to
/// confirm. White space, line ends, normal forms and the typography of marks make no difference;
/// a letter does.
///
/// Invariant: an anchored stretch has the same folded tokens as the old one.
public struct Reanchorer: Sendable {
  /// Below this quality, what stands in a stretch's place is not taken for it.
  ///
  /// Less than about half of the words, and a person would say that they are gone.
  static let leastQuality = 0.45
  /// The quality that is enough for a long stretch, of which much is left even then.
  static let leastLongQuality = 0.3
  /// The weight that must be left of a long stretch: about four words.
  static let leastLongWeight = 24.0
  /// From this quality on nothing better is looked for.
  static let goodQuality = 0.65
  /// Tokens of a stretch and its unchanged surroundings that together leave no doubt.
  static let sureRun = 4

  /// The old version's tokens; none where only quotations are looked for.
  let old: TokenSequence
  /// The new version's tokens.
  let new: TokenSequence
  /// The numbers of words.
  let interner: TokenInterner
  /// For every old token what it became, or -1; ascending.
  let companions: [Int]
  /// For every new token the old one it is the same as, or -1.
  let origins: [Int]
  /// Where words stand in the new version.
  let index: TokenIndex

  /// Compares two versions once; every question after that is cheap.
  ///
  /// Cost: proportional to the lengths of both, however much they differ.
  public init(old: Text, new: Text) {
    var interner = TokenInterner()
    let oldTokens = TokenSequence(old.allBytes, interner: &interner)
    let newTokens = TokenSequence(new.allBytes, interner: &interner)
    self.init(old: oldTokens, new: newTokens, interner: interner)
  }

  /// Looks for quotations in a text whose earlier version is not at hand; see
  /// ``anchor(exact:prefix:suffix:near:)``.
  public init(new: Text) { self.init(old: Text(), new: new) }

  private init(old: TokenSequence, new: TokenSequence, interner: TokenInterner) {
    self.old = old
    self.new = new
    self.interner = interner
    let compared = TokenDiff(old: old.numbers, new: new.numbers).partners
    let partners = BlockSlider(old: old, new: new, partners: compared).partners
    var origins = Array(repeating: -1, count: new.count)
    for (token, partner) in partners.enumerated() where partner >= 0 { origins[partner] = token }
    self.origins = origins
    companions = TokenAligner(old: old, new: new, partners: partners).companions
    index = TokenIndex(new.numbers, distinct: interner.count)
  }

  /// Where a stretch of the old text stands in the new one.
  ///
  /// - Parameter span: Bytes of the old text; what lies outside is cut off, an edge inside a
  ///   character moves to its beginning.
  public func anchor(_ span: ByteSpan) -> Anchoring {
    let span = old.rounded(span)
    let tokens = old.tokens(touching: span)
    guard !tokens.isEmpty else { return anchorBlank(span, behind: tokens.lowerBound) }
    var place = standing(tokens)
    if let found = place, isCutOut(tokens, found) { place = nil }
    if let place, place.isWhole {
      let span = self.span(of: place.range, for: span, tokens)
      return judgeWhole(tokens, place.range, span)
    }
    if (place?.quality ?? 0) < Reanchorer.goodQuality, let other = moved(tokens, than: place) {
      let found = self.span(of: other.range, for: span, tokens)
      return Anchoring(state: .review, span: found, confidence: other.confidence)
    }
    guard let place, isEnough(place, tokens) else {
      return replacedWord(tokens, span)
    }
    return Anchoring(
      state: .review, span: self.span(of: place.range, for: span, tokens),
      confidence: 0.9 * place.quality * (0.5 + 0.5 * place.coverage))
  }

  /// Whether enough is left of a stretch to take what stands in its place for it.
  private func isEnough(_ place: Place, _ tokens: Range<Int>) -> Bool {
    if place.quality >= Reanchorer.leastQuality { return true }
    let weight = place.quality * old.weight(tokens)
    return place.quality >= Reanchorer.leastLongQuality && weight >= Reanchorer.leastLongWeight
  }

  /// Whether a token of the old text is paired with the same word.
  func isKept(_ token: Int) -> Bool {
    companions[token] >= 0 && old.numbers[token] == new.numbers[companions[token]]
  }

  /// The state of a stretch whose tokens are all there in one piece.
  private func judgeWhole(_ tokens: Range<Int>, _ range: Range<Int>, _ span: ByteSpan) -> Anchoring
  {
    let left = unchangedBefore(tokens.lowerBound)
    let right = unchangedAfter(tokens.upperBound)
    let isSure = tokens.count + left + right >= Reanchorer.sureRun
    guard isSure, !hasRival(tokens, at: range, left: left, right: right) else {
      return Anchoring(state: .review, span: span, confidence: isSure ? 0.5 : 0.4)
    }
    let surroundings = Double(left + right) / Double(2 * TokenContext.reach)
    return Anchoring(state: .anchored, span: span, confidence: 0.8 + 0.2 * surroundings)
  }

  /// How many tokens right before an old place are unchanged, up to ``TokenContext/reach``; the
  /// beginning of both texts counts as all.
  func unchangedBefore(_ token: Int) -> Int {
    var first = token
    while token - first < TokenContext.reach {
      if first == 0 { return companions[0] == 0 ? TokenContext.reach : token - first }
      guard isKept(first - 1), companions[first - 1] == companions[first] - 1 else { break }
      first -= 1
    }
    return token - first
  }

  /// How many tokens from an old place on are unchanged, up to ``TokenContext/reach``; the end of
  /// both texts counts as all.
  func unchangedAfter(_ token: Int) -> Int {
    var end = token
    while end - token < TokenContext.reach {
      if end == old.count {
        return companions[end - 1] == new.count - 1 ? TokenContext.reach : end - token
      }
      guard isKept(end), companions[end] == companions[end - 1] + 1 else { break }
      end += 1
    }
    return end - token
  }
}
