/// Pairs changed words with what stands in their place.
///
/// Between tokens that are the same in both versions, the cheapest alignment by likeness of
/// letters says which word became which.
struct TokenAligner {
  /// Cells of a table at most; of a longer stretch only both ends are paired.
  static let cellLimit = 4_096
  /// How much of either end, in tokens.
  private static let reach = 40
  /// What a word without a partner costs; a changed word costs what is changed of it, of 100.
  private static let gapCost: Int32 = 60

  private let old: TokenSequence
  private let new: TokenSequence
  private var costs: [Int32] = []
  /// For every old token what it became, or -1; ascending.
  private(set) var companions: [Int]

  /// Fills what lies between partners, which ascend; -1 stands for none.
  init(old: TokenSequence, new: TokenSequence, partners: [Int]) {
    self.old = old
    self.new = new
    companions = partners
    var (oldLow, newLow) = (0, 0)
    for token in 0...partners.count {
      let partner = token < partners.count ? partners[token] : new.count
      guard partner >= 0 else { continue }
      pair(oldLow..<token, newLow..<partner)
      (oldLow, newLow) = (token + 1, partner + 1)
    }
  }

  /// What each token of one stretch became in another.
  static func companions(
    of old: TokenSequence, in new: TokenSequence, _ window: Range<Int>
  ) -> [Int] {
    var aligner = TokenAligner(
      old: old, new: new, partners: Array(repeating: -1, count: old.count), window)
    aligner.pair(0..<old.count, window)
    return aligner.companions
  }

  private init(old: TokenSequence, new: TokenSequence, partners: [Int], _: Range<Int>) {
    self.old = old
    self.new = new
    companions = partners
  }

  private mutating func pair(_ olds: Range<Int>, _ news: Range<Int>) {
    guard !olds.isEmpty, !news.isEmpty else { return }
    if olds.count * news.count <= TokenAligner.cellLimit {
      align(olds, news)
    } else {
      let reach = TokenAligner.reach
      let head = (min(reach, olds.count / 2), min(reach, news.count / 2))
      pair(olds.prefix(head.0), news.prefix(head.1))
      pair(
        olds.suffix(min(reach, olds.count - head.0)), news.suffix(min(reach, news.count - head.1)))
    }
  }

  /// What it costs that a word became another.
  private func cost(_ oldToken: Int, _ newToken: Int) -> Int32 {
    if old.numbers[oldToken] == new.numbers[newToken], old.numbers[oldToken] >= 0 { return 0 }
    guard old.isWord(oldToken) == new.isWord(newToken) else { return 4 * TokenAligner.gapCost }
    let likeness = TokenSequence.likeness(old.slice(oldToken), new.slice(newToken))
    return max(10, Int32(100 * (1 - likeness)))
  }

  private mutating func align(_ olds: Range<Int>, _ news: Range<Int>) {
    let width = news.count + 1
    let size = (olds.count + 1) * width
    if costs.count < size { costs = Array(repeating: 0, count: max(size, 1_024)) }
    for column in 0..<width { costs[column] = Int32(column) * TokenAligner.gapCost }
    for row in 1...olds.count {
      costs[row * width] = Int32(row) * TokenAligner.gapCost
      for column in 1..<width {
        let place = row * width + column
        let step = cost(olds.lowerBound + row - 1, news.lowerBound + column - 1)
        let gap = min(costs[place - 1], costs[place - width]) + TokenAligner.gapCost
        costs[place] = min(costs[place - width - 1] + step, gap)
      }
    }
    trace(olds, news, width)
  }

  private mutating func trace(_ olds: Range<Int>, _ news: Range<Int>, _ width: Int) {
    var (row, column) = (olds.count, news.count)
    while row > 0, column > 0 {
      let place = row * width + column
      let (oldToken, newToken) = (olds.lowerBound + row - 1, news.lowerBound + column - 1)
      let step = cost(oldToken, newToken)
      if costs[place] == costs[place - width - 1] + step {
        companions[oldToken] = newToken
        row -= 1
        column -= 1
      } else if costs[place] == costs[place - width] + TokenAligner.gapCost {
        row -= 1
      } else {
        column -= 1
      }
    }
  }
}
