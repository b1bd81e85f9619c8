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
  func candidates(for pattern: [Int32], near hint: Int?) -> [BitParallelMatcher.Match] {
    guard !pattern.isEmpty else { return [] }
    let slack = pattern.count / 3 + 4
    var found: [BitParallelMatcher.Match] = []
    for start in expectedStarts(pattern, slack, near: hint) {
      let low = max(0, start - slack)
      let high = min(text.count, start + pattern.count + slack)
      guard low < high, let match = BitParallelMatcher.best(pattern, in: text.numbers, low..<high)
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
    let step = max(2, slack / 2)
    var votes: [Int: (count: Int, start: Int)] = [:]
    for (offset, places) in voters(pattern, near: hint) {
      for place in places {
        let start = Int(place) - offset
        votes[start / step, default: (0, start)].count += 1
      }
    }
    // A match whose votes fall into two neighbouring boxes counts both.
    let ranked = votes.map { box, vote in
      (count: vote.count + (votes[box + 1]?.count ?? 0), start: vote.start)
    }
    let distance = { (start: Int) in hint.map { abs($0 - start) } ?? start }
    let sorted = ranked.sorted {
      ($1.count, distance($0.start), $0.start) < ($0.count, distance($1.start), $1.start)
    }
    return sorted.prefix(CandidateFinder.looks).map(\.start)
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
