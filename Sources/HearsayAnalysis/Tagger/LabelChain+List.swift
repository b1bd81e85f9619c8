extension LabelChain {
  /// One of several sequences.
  package struct Candidate: Hashable, Sendable {
    /// A label a token.
    package let labels: [UInt8]
    /// The sum of its emission and transition scores.
    package let score: Float

    /// Whether everything is outside.
    package var isNothing: Bool { labels.allSatisfy { $0 == 0 } }

    /// A sequence with its score.
    package init(labels: [UInt8], score: Float) {
      self.labels = labels
      self.score = score
    }
  }

  /// A way to a label of a token.
  private struct Entry {
    let score: Float
    let label: UInt8
    /// Where the entry before stands in the list of its token, or -1.
    let from: Int32
  }

  /// Room for the ways to one label while the best are picked.
  private struct Ranking {
    let places: UnsafeMutableBufferPointer<Entry>
    private(set) var count = 0

    init(_ places: UnsafeMutableBufferPointer<Entry>) { self.places = places }

    /// Takes an entry where it belongs to the best; of equals the first stays in front.
    @inline(__always)
    mutating func take(_ score: Float, _ label: UInt8, from: Int32) {
      if count == places.count {
        if places[count - 1].score >= score { return }
        count -= 1
      }
      var at = count
      while at > 0, places[at - 1].score < score {
        places[at] = places[at - 1]
        at -= 1
      }
      places[at] = Entry(score: score, label: label, from: from)
      count += 1
    }
  }

  /// Up to `count` best sequences of labels whose chance at their token is at least `minimum`.
  ///
  /// Behind the last token at which anything but “outside” has that chance the ways no longer part,
  /// so they are not followed one by one.
  package func list(
    _ emissions: ArraySlice<SIMD16<Float>>, _ sums: Sums, count: Int, minimum: Float = 0.001
  ) -> [Candidate] {
    guard !emissions.isEmpty, count > 0 else { return [] }
    return withUnsafeTemporaryAllocation(of: Entry.self, capacity: count) { room in
      emissions.withUnsafeBufferPointer { emissions in
        list(emissions, sums, room, minimum)
      }
    }
  }

  private func list(
    _ emissions: UnsafeBufferPointer<SIMD16<Float>>, _ sums: Sums,
    _ room: UnsafeMutableBufferPointer<Entry>, _ minimum: Float
  ) -> [Candidate] {
    let alive = aliveLabels(sums, minimum)
    let last = alive.lastIndex { $0 != 1 } ?? -1
    var entries: [Entry] = []
    entries.reserveCapacity(emissions.count * 8)
    let followers = AttributionLabel.followers
    // Where the entries of each token begin, and the end.
    var starts = [0]
    starts.reserveCapacity(emissions.count + 1)
    for index in 0...min(last + 1, emissions.count - 1) {
      let before = index == 0 ? 0..<0 : starts[index - 1]..<starts[index]
      var labels = alive[index]
      while labels != 0 {
        let label = labels.trailingZeroBitCount
        labels &= labels - 1
        let emission = emissions[index][label]
        if index == 0 {
          if AttributionLabel.mayBegin(label) {
            entries.append(Entry(score: emission, label: UInt8(label), from: -1))
          }
          continue
        }
        var ranking = Ranking(room)
        for place in before {
          let entry = entries[place]
          guard followers[Int(entry.label)] & 1 << UInt16(label) != 0 else { continue }
          ranking.take(
            entry.score + transition(Int(entry.label), label) + emission, UInt8(label),
            from: Int32(place - before.lowerBound))
        }
        entries.append(contentsOf: room[..<ranking.count])
      }
      starts.append(entries.count)
    }
    return ends(entries, starts, emissions, room.count)
  }

  /// The labels whose chance is at least `minimum`, a bit each.
  private func aliveLabels(_ sums: Sums, _ minimum: Float) -> [UInt16] {
    sums.forward.indices.map { index in
      let chances = LabelChain.marginal(sums, index)
      var alive: UInt16 = 0
      for label in 0..<AttributionLabel.count where chances[label] >= minimum {
        alive |= 1 << UInt16(label)
      }
      return alive
    }
  }

  /// The best of the ways that may end, each with “outside” behind what was followed.
  private func ends(
    _ entries: [Entry], _ starts: [Int], _ emissions: UnsafeBufferPointer<SIMD16<Float>>,
    _ count: Int
  ) -> [Candidate] {
    let followed = starts.count - 1
    var rest: Float = 0
    for index in followed..<max(followed, emissions.count) {
      rest += emissions[index][0] + transition(0, 0)
    }
    let last = starts[followed - 1]..<starts[followed]
    return last.filter { AttributionLabel.mayEnd(Int(entries[$0].label)) }
      .sorted { entries[$0].score > entries[$1].score }
      .prefix(count).map { end in
        Candidate(
          labels: trace(entries, starts, end, emissions.count), score: entries[end].score + rest)
      }
  }

  private func trace(
    _ entries: [Entry], _ starts: [Int], _ end: Int, _ length: Int
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length) { labels, size in
      labels.initialize(repeating: 0)
      var place = end
      var index = starts.count - 2
      while index >= 0 {
        let entry = entries[place]
        labels[index] = entry.label
        guard index > 0 else { break }
        place = starts[index - 1] + Int(entry.from)
        index -= 1
      }
      size = length
    }
  }
}
