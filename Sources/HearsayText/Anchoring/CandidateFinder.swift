/// Finds where in a text a sequence of tokens may stand, changed a little.
///
/// The rarest tokens of the sequence vote for places; the places with the most votes are looked at
/// by ``BitParallelMatcher``. So the cost does not grow with the text, only with the sequence.
struct CandidateFinder {
  /// Rare tokens that vote.
  private static let voters = 10
  /// Places of one token that are heard.
  private static let votesEach = 48
  /// Places that are looked at.
  private static let looks = 8

  /// The text's tokens.
  let text: TokenSequence
  /// Where they stand.
  let index: TokenIndex

  /// The best matches, without overlaps, the nearest to the sequence first.
  ///
  /// - Parameter hint: The token the match is expected at; decides whose votes are heard where a
  ///   token is frequent, or nil.
  func candidates(
    for pattern: [Int32], _ matcher: BitParallelMatcher, near hint: Int?
  ) -> [BitParallelMatcher.Match] {
    guard !pattern.isEmpty else { return [] }
    let slack = pattern.count / 3 + 4
    var found: [BitParallelMatcher.Match] = []
    for start in expectedStarts(pattern, slack, near: hint) {
      let low = max(0, start - slack)
      let high = min(text.count, start + pattern.count + slack)
      guard low < high, let match = matcher.best(in: text.numbers, low..<high)
      else { continue }
      found.append(match)
    }
    found.sort { ($0.distance, $0.range.lowerBound) < ($1.distance, $1.range.lowerBound) }
    var kept: [BitParallelMatcher.Match] = []
    for match in found where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept
  }

  private func expectedStarts(_ pattern: [Int32], _ slack: Int, near hint: Int?) -> [Int] {
    var votes = StartVotes(step: max(2, slack / 2))
    for (offset, places) in voters(pattern, near: hint) {
      for place in places { votes.add(Int(place) - offset) }
    }
    return votes.best(CandidateFinder.looks, near: hint)
  }

  /// The rarest tokens that stand in the text at all, each with its offset and its places.
  private func voters(
    _ pattern: [Int32], near hint: Int?
  ) -> [(offset: Int, places: ArraySlice<Int32>)] {
    var seen: Set<Int32> = []
    var all: [(offset: Int, places: ArraySlice<Int32>)] = []
    for (offset, number) in pattern.enumerated() where seen.insert(number).inserted {
      let places = index.places(of: number)
      if !places.isEmpty { all.append((offset, places)) }
    }
    all.sort { ($0.places.count, $0.offset) < ($1.places.count, $1.offset) }
    return all.prefix(CandidateFinder.voters).map { offset, places in
      (offset, nearest(places, to: hint.map { $0 + offset }))
    }
  }

  private func nearest(_ places: ArraySlice<Int32>, to hint: Int?) -> ArraySlice<Int32> {
    let limit = CandidateFinder.votesEach
    guard places.count > limit else { return places }
    guard let hint else { return places.prefix(limit) }
    let split = places.firstIndex { Int($0) >= hint } ?? places.endIndex
    let low = max(places.startIndex, min(split - limit / 2, places.endIndex - limit))
    return places[low..<(low + limit)]
  }
}

/// Counts which places of a text tokens speak for, by boxes of neighbouring places.
private struct StartVotes {
  private struct Box {
    var number: Int
    var count: Int
    /// The place that spoke first.
    var start: Int
  }

  private let step: Int
  private var boxes: [Box] = []
  /// Open addressing by ten bits, at most half full: where a box stands in ``boxes``, or -1.
  private var slots: [Int32] = Array(repeating: -1, count: 1_024)

  init(step: Int) {
    self.step = step
    boxes.reserveCapacity(slots.count / 2)
  }

  /// One more vote for a place; those beyond 512 boxes are not heard.
  mutating func add(_ start: Int) {
    let number = start / step
    let slot = slot(of: number)
    if slots[slot] >= 0 {
      boxes[Int(slots[slot])].count += 1
    } else if boxes.count < slots.count / 2 {
      slots[slot] = Int32(boxes.count)
      boxes.append(Box(number: number, count: 1, start: start))
    }
  }

  /// The places with the most votes, of equals the nearest to a hint.
  func best(_ limit: Int, near hint: Int?) -> [Int] {
    var best: [(count: Int, distance: Int, start: Int)] = []
    for box in boxes {
      // A match whose votes fall into two neighbouring boxes counts both.
      let next = slots[slot(of: box.number + 1)]
      let entry = (
        count: box.count + (next >= 0 ? boxes[Int(next)].count : 0),
        distance: hint.map { abs($0 - box.start) } ?? box.start, start: box.start
      )
      func isBetter(than other: (count: Int, distance: Int, start: Int)) -> Bool {
        (other.count, entry.distance, entry.start) < (entry.count, other.distance, other.start)
      }
      if best.count == limit, let last = best.last, !isBetter(than: last) { continue }
      best.insert(entry, at: best.firstIndex { isBetter(than: $0) } ?? best.count)
      if best.count > limit { best.removeLast() }
    }
    return best.map(\.start)
  }

  private func slot(of number: Int) -> Int {
    let hash = UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(hash >> 54)
    while slots[slot] >= 0, boxes[Int(slots[slot])].number != number {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
