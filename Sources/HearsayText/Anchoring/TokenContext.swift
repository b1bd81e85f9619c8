/// What stands around a stretch of tokens, for comparing surroundings.
struct TokenContext {
  /// How many tokens of either side are looked at.
  static let reach = 8

  /// The tokens before, nearest first.
  var before: [Int32]
  /// The tokens behind, nearest first.
  var after: [Int32]

  /// The surroundings of a stretch.
  init(_ sequence: TokenSequence, around range: Range<Int>) {
    let low = max(0, range.lowerBound - TokenContext.reach)
    let high = min(sequence.count, range.upperBound + TokenContext.reach)
    before = sequence.numbers[low..<max(low, range.lowerBound)].reversed()
    after = Array(sequence.numbers[min(high, range.upperBound)..<high])
  }

  /// Surroundings that were stored with a quotation.
  init(before: [Int32], after: [Int32]) {
    self.before = before.suffix(TokenContext.reach).reversed()
    self.after = Array(after.prefix(TokenContext.reach))
  }

  /// How much of these surroundings stands around another stretch, 0…1, before and behind it.
  ///
  /// Nothing on one side agrees with nothing; it says half as much where there is something.
  func agreement(with other: TokenContext) -> (before: Double, after: Double) {
    (
      TokenContext.agreement(before, other.before), TokenContext.agreement(after, other.after)
    )
  }

  private static func agreement(_ mine: [Int32], _ other: [Int32]) -> Double {
    guard !mine.isEmpty else { return other.isEmpty ? 1 : 0.5 }
    var row = Array(repeating: 0, count: other.count + 1)
    for token in mine {
      var diagonal = 0
      for (place, candidate) in other.enumerated() {
        let above = row[place + 1]
        let isSame = token == candidate && token >= 0
        row[place + 1] = isSame ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return Double(row[other.count]) / Double(mine.count)
  }
}
