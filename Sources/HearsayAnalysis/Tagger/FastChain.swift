/// The best sequence of labels in whole numbers: the fast model's chain.
///
/// Labels fall in two parts. Seven end what they stand in, outside, end and single of each kind, and
/// behind any of them any of seven may follow that begin. Begin and inside of a kind are followed by
/// inside and end of it. No token adds or takes more than a few thousand, so a paragraph's sum fits,
/// that of what is forbidden too.
final class FastChain: Sendable {
  /// By the label before, of ``closers``: the scores of ``openers`` behind it.
  private let opening: [SIMD8<Int32>]
  /// By closer: by how much it may at most do better in front of an opener than “outside” does.
  private let slack: SIMD8<Int32>
  /// By kind: inside behind begin, end behind begin, inside behind inside, end behind inside.
  private let inside: [SIMD4<Int32>]

  private static let never: Int32 = -1_000_000_000
  private static let closers = [0, 3, 4, 7, 8, 11, 12]
  private static let openers = [0, 1, 4, 5, 8, 9, 12]
  /// By label, its place among ``openers``, or -1.
  private static let place = [0, 1, -1, -1, 2, 3, -1, -1, 4, 5, -1, -1, 6]

  /// The chain with the scores of label `j` behind label `i` at `i * 16 + j`.
  init(transitions: [Float]) {
    func whole(_ from: Int, _ to: Int) -> Int32 {
      let score = (transitions[from * 16 + to] * FastTable.unit).rounded()
      return Int32(max(-2_000, min(2_000, score)))
    }
    let opening = FastChain.closers.map { from in
      var row = SIMD8<Int32>(repeating: FastChain.never)
      for (place, to) in FastChain.openers.enumerated() { row[place] = whole(from, to) }
      return row
    }
    var slack = SIMD8<Int32>(repeating: 0)
    for from in 1..<7 {
      slack[from] = (0..<7).map { opening[from][$0] &- opening[0][$0] }.max() ?? 0
    }
    self.opening = opening
    self.slack = slack
    inside = [1, 5, 9].map { first in
      SIMD4(
        whole(first, first + 1), whole(first, first + 2), whole(first + 1, first + 1),
        whole(first + 1, first + 2))
    }
  }

  /// The scores of all ways to each label of a token.
  struct Column {
    /// By ``openers``, place 7 unused.
    var open = SIMD8<Int32>(repeating: FastChain.never)
    /// By kind: inside, end.
    var content = SIMD2<Int32>(repeating: FastChain.never)
    var source = SIMD2<Int32>(repeating: FastChain.never)
    var cue = SIMD2<Int32>(repeating: FastChain.never)

    /// Whether every opener behind it is best reached from “outside”.
    var isPlain = true

    /// The scores by ``closers``.
    @inline(__always)
    var closing: SIMD8<Int32> {
      SIMD8(open[0], content[1], open[2], source[1], open[4], cue[1], open[6], FastChain.never)
    }
  }

  /// The first token's column.
  @inline(__always)
  func first(_ sums: SIMD8<Int16>) -> Column {
    var column = Column(open: FastChain.opening(SIMD8<Int32>(truncatingIfNeeded: sums)))
    column.isPlain = isPlain(column)
    return column
  }

  /// What a token's scores make of the labels that begin.
  @inline(__always)
  private static func opening(_ scores: SIMD8<Int32>) -> SIMD8<Int32> {
    SIMD8<Int32>(
      0, scores[0], scores[0] &+ scores[2], scores[3], scores[3] &+ scores[5], scores[6],
      scores[6] &+ scores[7], 0)
  }

  @inline(__always)
  private func isPlain(_ column: Column) -> Bool {
    let reach = column.closing &+ slack
    let outside = column.open[0]
    return reach[1] <= outside && reach[2] <= outside && reach[3] <= outside
      && reach[4] <= outside && reach[5] <= outside && reach[6] <= outside
  }

  /// The column behind another, with the token's scores.
  @inline(__always)
  func next(_ before: Column, _ sums: SIMD8<Int16>) -> Column {
    let scores = SIMD8<Int32>(truncatingIfNeeded: sums)
    var open = opening.withUnsafeBufferPointer { rows in
      let closing = before.closing
      var best = SIMD8<Int32>(repeating: closing[0]) &+ rows[0]
      if before.isPlain { return best }
      for place in 1..<7 where closing[place] &+ slack[place] > closing[0] {
        let way = SIMD8<Int32>(repeating: closing[place]) &+ rows[place]
        best.replace(with: way, where: way .> best)
      }
      return best
    }
    open &+= FastChain.opening(scores)
    var column = Column(open: open)
    column.content = step(before.open[1], before.content[0], 0, scores[1], scores[2])
    column.source = step(before.open[3], before.source[0], 1, scores[4], scores[5])
    column.cue = step(before.open[5], before.cue[0], 2, 0, scores[7])
    column.isPlain = isPlain(column)
    return column
  }

  /// Inside and end behind begin or inside.
  @inline(__always)
  private func step(
    _ begin: Int32, _ within: Int32, _ kind: Int, _ insideScore: Int32, _ endScore: Int32
  ) -> SIMD2<Int32> {
    let row = inside[kind]
    return SIMD2(
      max(begin &+ row[0], within &+ row[2]) &+ insideScore,
      max(begin &+ row[1], within &+ row[3]) &+ endScore)
  }

  /// The best labels of the tokens whose columns these are, the last of which ends what it is in.
  func labels(
    _ columns: UnsafeBufferPointer<Column>, into labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard let last = columns.last else { return }
    var label = FastChain.closers[FastChain.best(last.closing)]
    var index = columns.count - 1
    while true {
      labels[index] = UInt8(label)
      guard index > 0 else { return }
      index -= 1
      label = self.label(before: label, columns[index])
    }
  }

  private func label(before label: Int, _ column: Column) -> Int {
    let place = FastChain.place[label]
    if place >= 0 {
      if column.isPlain { return 0 }
      var ways = column.closing
      for from in 0..<7 { ways[from] &+= opening[from][place] }
      return FastChain.closers[FastChain.best(ways)]
    }
    let kind = (label - 1) / 4
    let first = kind * 4 + 1
    let isEnd = label == first + 2
    let row = inside[kind]
    let within = kind == 0 ? column.content[0] : kind == 1 ? column.source[0] : column.cue[0]
    let fromBegin = column.open[1 + 2 * kind] &+ row[isEnd ? 1 : 0]
    let fromInside = within &+ row[isEnd ? 3 : 2]
    return fromBegin >= fromInside ? first : first + 1
  }

  /// The place of the greatest of the first seven; the first of equals.
  private static func best(_ scores: SIMD8<Int32>) -> Int {
    var best = 0
    for place in 1..<7 where scores[place] > scores[best] { best = place }
    return best
  }
}
