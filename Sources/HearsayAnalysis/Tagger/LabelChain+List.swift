extension LabelChain {
  /// One of several sequences.
  package struct Candidate: Hashable, Sendable {
    /// A label a token.
    package let labels: [UInt8]
    /// The sum of its emission and transition scores.
    package let score: Float

    /// A sequence with its score.
    package init(labels: [UInt8], score: Float) {
      self.labels = labels
      self.score = score
    }
  }

  private struct Entry {
    let score: Float
    let label: UInt8
    /// Where the entry before stands in the list of its token, or -1.
    let from: Int32
  }

  /// Up to `count` best sequences of labels whose chance at their token is at least `minimum`.
  package func list(
    _ emissions: ArraySlice<SIMD16<Float>>, _ sums: Sums, count: Int, minimum: Float = 0.001
  ) -> [Candidate] {
    var layers: [[Entry]] = []
    layers.reserveCapacity(emissions.count)
    for (index, emission) in emissions.enumerated() {
      let chances = LabelChain.marginal(sums, index)
      var layer: [Entry] = []
      for label in 0..<AttributionLabel.count where chances[label] >= minimum {
        if index == 0 {
          if AttributionLabel.mayBegin(label) {
            layer.append(Entry(score: emission[label], label: UInt8(label), from: -1))
          }
          continue
        }
        append(label, emission[label], behind: layers[index - 1], count, to: &layer)
      }
      layers.append(layer)
    }
    guard let last = layers.last else { return [] }
    let ends = last.indices.filter { AttributionLabel.mayEnd(Int(last[$0].label)) }
      .sorted { last[$0].score > last[$1].score }
    return ends.prefix(count).map { trace(layers, $0) }
  }

  /// The best ways to a label, best first.
  private func append(
    _ label: Int, _ emission: Float, behind layer: [Entry], _ count: Int, to next: inout [Entry]
  ) {
    let start = next.count
    for (place, entry) in layer.enumerated()
    where AttributionLabel.mayFollow(label, Int(entry.label)) {
      let score = entry.score + transition(Int(entry.label), label) + emission
      if next.count - start == count {
        if next[next.count - 1].score >= score { continue }
        next.removeLast()
      }
      var at = next.count
      while at > start, next[at - 1].score < score { at -= 1 }
      next.insert(Entry(score: score, label: UInt8(label), from: Int32(place)), at: at)
    }
  }

  private func trace(_ layers: [[Entry]], _ end: Int) -> Candidate {
    var labels = Array(repeating: UInt8(0), count: layers.count)
    var place = end
    var index = layers.count - 1
    let score = layers[index][end].score
    while index >= 0, place >= 0 {
      let entry = layers[index][place]
      labels[index] = entry.label
      place = Int(entry.from)
      index -= 1
    }
    return Candidate(labels: labels, score: score)
  }
}
