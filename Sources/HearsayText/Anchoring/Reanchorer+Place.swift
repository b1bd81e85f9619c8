/// What the comparison itself says about a stretch.
extension Reanchorer {
  /// Where a stretch's tokens went, and how much of them is left.
  struct Place {
    /// Tokens of the new text.
    var range: Range<Int>
    /// How much of the old stretch is in it, 0…1, by weight and likeness.
    var quality: Double
    /// How much of the new stretch comes from the old one, 0…1.
    var coverage: Double
    /// Whether every token is the same and nothing was added between them.
    var isWhole: Bool
  }

  /// Where the tokens of a stretch went, or nil where none has a companion.
  func standing(_ tokens: Range<Int>) -> Place? {
    let pairs = tokens.filter { companions[$0] >= 0 && gain($0) > 0 }
    guard let first = pairs.first, let last = pairs.last else { return nil }
    var range = companions[first]..<(companions[last] + 1)
    let isWhole =
      pairs.count == tokens.count && range.count == tokens.count && tokens.allSatisfy(isKept)
    if isWhole { return Place(range: range, quality: 1, coverage: 1, isWhole: true) }
    var gains = pairs.map { (place: companions[$0], gain: gain($0)) }
    let all = new.weight(range)
    if gains.reduce(0, { $0 + $1.gain }) < 0.4 * all {
      range = densest(gains, range)
      gains.removeAll { !range.contains($0.place) }
    }
    let kept = gains.reduce(0) { $0 + $1.gain }
    return Place(
      range: range, quality: min(1, kept / old.weight(tokens)),
      coverage: min(1, kept / max(0.5, new.weight(range))), isWhole: false)
  }

  /// What an old token's companion has of it, in weight; nothing where they are hardly alike.
  private func gain(_ token: Int) -> Double {
    if isKept(token) { return old.weight(token) }
    let likeness = TokenSequence.likeness(old.slice(token), new.slice(companions[token]))
    return likeness < 0.4 ? 0 : likeness * old.weight(token)
  }

  /// The part of a range where what was kept outweighs what is new most clearly.
  private func densest(_ gains: [(place: Int, gain: Double)], _ range: Range<Int>) -> Range<Int> {
    var best = (sum: 0.0, range: range)
    var sum = 0.0
    var start = range.lowerBound
    var next = gains[...]
    for token in range {
      if sum <= 0 {
        sum = 0
        start = token
      }
      if let pair = next.first, pair.place == token {
        next.removeFirst()
        sum += pair.gain
      } else {
        sum -= 0.3 * new.weight(token)
      }
      if sum > best.sum { best = (sum, start..<(token + 1)) }
    }
    return best.range
  }

  /// Whether the stretch was cut out of its place, so that what it is paired with stands elsewhere.
  ///
  /// Its companion has other surroundings, and what stood behind the stretch now stands before the
  /// companion, or the other way round.
  func isCutOut(_ tokens: Range<Int>, _ place: Place) -> Bool {
    let mine = TokenContext(old, around: tokens)
    let there = mine.agreement(with: TokenContext(new, around: place.range))
    guard max(there.before, there.after) < 0.5 else { return false }
    let left = tokens.lowerBound - distance(from: tokens.lowerBound - 1, by: -1)
    let right = tokens.upperBound + distance(from: tokens.upperBound, by: 1)
    let seam = left > 0 ? companions[left - 1] + 1 : 0
    let otherSeam = right < old.count ? companions[right] : new.count
    let crossed = Reanchorer.crossingLimit
    return
      hasCrossed(
        (tokens.upperBound..<right).prefix(8 * crossed),
        (min(seam, place.range.lowerBound)..<place.range.lowerBound).prefix(crossed))
      || hasCrossed(
        (left..<tokens.lowerBound).suffix(8 * crossed),
        (place.range.upperBound..<max(otherSeam, place.range.upperBound)).suffix(crossed))
  }

  /// New tokens that are looked at for what a stretch has crossed.
  private static let crossingLimit = 64

  /// How many tokens from one on are not kept, forwards or backwards.
  private func distance(from token: Int, by step: Int) -> Int {
    var place = token
    while companions.indices.contains(place), !isKept(place) { place += step }
    return abs(place - token)
  }

  /// Whether most of some new tokens stood, in their order, among some old ones.
  private func hasCrossed(_ olds: Range<Int>, _ news: Range<Int>) -> Bool {
    guard olds.count >= 4, news.count >= 4 else { return false }
    let partners = TokenDiff(old: Array(old.numbers[olds]), new: Array(new.numbers[news])).partners
    return partners.count { $0 >= 0 } * 2 >= news.count
  }

  /// A single word that became another one between words that did not change: a day, a number.
  func replacedWord(_ tokens: Range<Int>, _ span: ByteSpan) -> Anchoring {
    let token = tokens.lowerBound
    guard tokens.count == 1, companions[token] >= 0, unchangedBefore(token) >= 2,
      unchangedAfter(token + 1) >= 2
    else { return .orphaned }
    let range = companions[token]..<(companions[token] + 1)
    return Anchoring(
      state: .review, span: self.span(of: range, for: span, tokens), confidence: 0.25)
  }

  /// Whether another copy of the stretch, gone from or come to the changed text next to it, fits as
  /// well as the one it is paired with.
  func hasRival(_ tokens: Range<Int>, at range: Range<Int>, left: Int, right: Int) -> Bool {
    let mine = TokenContext(old, around: tokens)
    let here = TokenContext(new, around: range)
    let fit = Reanchorer.sum(mine.agreement(with: here)) - 0.1
    let isOldRival = { (other: Range<Int>) in
      Reanchorer.sum(TokenContext(old, around: other).agreement(with: here)) >= fit
    }
    let isNewRival = { (other: Range<Int>) in
      Reanchorer.sum(mine.agreement(with: TokenContext(new, around: other))) >= fit
    }
    let words = old.numbers[tokens]
    if left < TokenContext.reach {
      let (oldGap, newGap) = gap(before: tokens.lowerBound - left)
      if Reanchorer.copies(of: words, in: old.numbers, oldGap).contains(where: isOldRival) {
        return true
      }
      if Reanchorer.copies(of: words, in: new.numbers, newGap).contains(where: isNewRival) {
        return true
      }
    }
    if right < TokenContext.reach {
      let (oldGap, newGap) = gap(after: tokens.upperBound + right)
      if Reanchorer.copies(of: words, in: old.numbers, oldGap).contains(where: isOldRival) {
        return true
      }
      if Reanchorer.copies(of: words, in: new.numbers, newGap).contains(where: isNewRival) {
        return true
      }
    }
    return false
  }

  private static func sum(_ agreement: (before: Double, after: Double)) -> Double {
    agreement.before + agreement.after
  }

  /// How far a changed stretch is looked at for a second copy, in tokens.
  private static let gapLimit = 256

  /// The changed tokens of both texts that end at an old token.
  private func gap(before token: Int) -> (old: Range<Int>, new: Range<Int>) {
    let end = companions[token]
    var (oldLow, newLow) = (token, end)
    while oldLow > 0, token - oldLow < Reanchorer.gapLimit, !isKept(oldLow - 1) { oldLow -= 1 }
    while newLow > 0, end - newLow < Reanchorer.gapLimit, origins[newLow - 1] < 0 { newLow -= 1 }
    return (oldLow..<token, newLow..<end)
  }

  /// The changed tokens of both texts that begin behind the token before an old one.
  private func gap(after token: Int) -> (old: Range<Int>, new: Range<Int>) {
    let start = companions[token - 1] + 1
    var (oldEnd, newEnd) = (token, start)
    while oldEnd < old.count, oldEnd - token < Reanchorer.gapLimit, !isKept(oldEnd) { oldEnd += 1 }
    while newEnd < new.count, newEnd - start < Reanchorer.gapLimit, origins[newEnd] < 0 {
      newEnd += 1
    }
    return (token..<oldEnd, start..<newEnd)
  }

  /// Where a sequence stands in a range of another.
  private static func copies(
    of words: ArraySlice<Int32>, in numbers: [Int32], _ range: Range<Int>
  ) -> [Range<Int>] {
    guard let first = words.first, range.count >= words.count else { return [] }
    return (range.lowerBound...(range.upperBound - words.count)).compactMap { start in
      guard numbers[start] == first else { return nil }
      let copy = start..<(start + words.count)
      return numbers[copy].elementsEqual(words) ? copy : nil
    }
  }
}
