/// Pairs the tokens of two versions that are the same.
///
/// What stands but once in both is paired first, as far as it keeps its order (patience diff);
/// what lies between goes to the linear-space algorithm of Myers (1986), which gives up looking
/// for the shortest script after ``costLimit`` differences and goes on from the farthest place it
/// reached. So a text that was written anew costs no more than a multiple of its length.
struct TokenDiff {
  /// How many differences are looked at before a stretch is cut where it stands.
  static let costLimit = 160
  /// How many times a stretch is cut at what stands once before Myers takes over.
  private static let maximumRounds = 6

  /// A stretch of both versions still to be compared.
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
    var gram: Int
    var rounds: Int
  }

  private let old: [Int32]
  private let new: [Int32]
  /// For every old token its partner among the new ones, or -1; partners ascend.
  private(set) var partners: [Int]
  private var waiting: [Box] = []
  private var snakes = SnakeFinder()

  /// Compares two versions, token by token.
  init(old: [Int32], new: [Int32]) {
    self.old = old
    self.new = new
    partners = Array(repeating: -1, count: old.count)
    waiting.append(Box(old: 0..<old.count, new: 0..<new.count, gram: 4, rounds: 0))
    while let box = waiting.popLast() { solve(box) }
  }

  private mutating func solve(_ whole: Box) {
    let box = trimmed(whole)
    guard !box.old.isEmpty, !box.new.isEmpty else { return }
    if box.gram > 0, splitAtUnique(box) { return }
    if box.gram > 0 {
      waiting.append(Box(old: box.old, new: box.new, gram: box.gram == 4 ? 1 : 0, rounds: 0))
      return
    }
    let snake = snakes.middle(old, box.old, new, box.new)
    for step in 0..<snake.length { partners[snake.old + step] = snake.new + step }
    let oldEnd = snake.old + snake.length
    let newEnd = snake.new + snake.length
    push(box, old: box.old.lowerBound..<snake.old, new: box.new.lowerBound..<snake.new)
    push(box, old: oldEnd..<box.old.upperBound, new: newEnd..<box.new.upperBound)
  }

  private mutating func push(_ box: Box, old: Range<Int>, new: Range<Int>) {
    guard !old.isEmpty, !new.isEmpty else { return }
    waiting.append(Box(old: old, new: new, gram: box.gram, rounds: box.rounds + 1))
  }

  /// The box without what is the same at both ends, which is paired.
  private mutating func trimmed(_ box: Box) -> Box {
    var (oldLow, oldHigh) = (box.old.lowerBound, box.old.upperBound)
    var (newLow, newHigh) = (box.new.lowerBound, box.new.upperBound)
    while oldLow < oldHigh, newLow < newHigh, old[oldLow] == new[newLow] {
      partners[oldLow] = newLow
      oldLow += 1
      newLow += 1
    }
    while oldLow < oldHigh, newLow < newHigh, old[oldHigh - 1] == new[newHigh - 1] {
      oldHigh -= 1
      newHigh -= 1
      partners[oldHigh] = newHigh
    }
    return Box(old: oldLow..<oldHigh, new: newLow..<newHigh, gram: box.gram, rounds: box.rounds)
  }

  /// Cuts a box at runs of `gram` tokens that stand once in both; false where there are none.
  private mutating func splitAtUnique(_ box: Box) -> Bool {
    guard box.rounds < TokenDiff.maximumRounds, box.old.count + box.new.count > 24 else {
      return false
    }
    let pairs = UniqueRuns(old, box.old, new, box.new, length: box.gram).inOrder
    guard !pairs.isEmpty else { return false }
    var (oldLow, newLow) = (box.old.lowerBound, box.new.lowerBound)
    for pair in pairs {
      partners[pair.old] = pair.new
      push(box, old: oldLow..<pair.old, new: newLow..<pair.new)
      (oldLow, newLow) = (pair.old + 1, pair.new + 1)
    }
    push(box, old: oldLow..<box.old.upperBound, new: newLow..<box.new.upperBound)
    return true
  }
}
