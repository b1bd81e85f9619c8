/// Finds where the shortest way between two stretches of tokens passes its middle.
///
/// Myers, "An O(ND) difference algorithm and its variations" (1986), section 4b, with a limit on
/// the differences looked at.
struct SnakeFinder {
  /// Tokens that are the same in both, and where the way is cut; `length` may be zero.
  struct Snake {
    /// The first of the old ones.
    var old: Int
    /// The first of the new ones.
    var new: Int
    /// How many there are.
    var length: Int
  }

  /// Farthest old place by diagonal, from the beginning and from the end.
  private var forward: [Int] = []
  private var backward: [Int] = []

  /// The middle of the way through two stretches, of which none is empty.
  mutating func middle(
    _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>
  ) -> Snake {
    let limit = min((oldRange.count + newRange.count + 1) / 2, TokenDiff.costLimit)
    let width = 2 * limit + 3
    if forward.count < width {
      forward = Array(repeating: 0, count: width)
      backward = forward
    }
    return old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        forward.withUnsafeMutableBufferPointer { forward in
          backward.withUnsafeMutableBufferPointer { backward in
            var search = SnakeSearch(
              old: UnsafeBufferPointer(rebasing: old[oldRange]),
              new: UnsafeBufferPointer(rebasing: new[newRange]), forward: forward,
              backward: backward, limit: limit)
            var snake = search.run()
            snake.old += oldRange.lowerBound
            snake.new += newRange.lowerBound
            return snake
          }
        }
      }
    }
  }
}

/// One search of ``SnakeFinder``; places count from the beginning of the stretches.
private struct SnakeSearch {
  let old: UnsafeBufferPointer<Int32>
  let new: UnsafeBufferPointer<Int32>
  let forward: UnsafeMutableBufferPointer<Int>
  let backward: UnsafeMutableBufferPointer<Int>
  let limit: Int

  /// Farther behind than any place, with room for steps.
  private static let unreached = Int.min / 4

  private var difference: Int { old.count - new.count }
  private var origin: Int { limit + 1 }

  mutating func run() -> SnakeFinder.Snake {
    for index in 0..<(2 * limit + 3) {
      forward[index] = SnakeSearch.unreached
      backward[index] = -SnakeSearch.unreached
    }
    let isOdd = difference & 1 != 0
    for cost in 0...limit {
      for diagonal in stride(from: -cost, through: cost, by: 2) {
        if let snake = stepForward(cost, diagonal, meets: isOdd) { return snake }
      }
      for diagonal in stride(from: -cost, through: cost, by: 2) {
        if let snake = stepBackward(cost, diagonal, meets: !isOdd) { return snake }
      }
    }
    return farthest()
  }

  /// Whether the place `x` on a diagonal lies inside both stretches.
  private func isPlace(_ x: Int, on diagonal: Int) -> Bool {
    x >= max(0, diagonal) && x <= min(old.count, new.count + diagonal)
  }

  private func stepForward(_ cost: Int, _ diagonal: Int, meets: Bool) -> SnakeFinder.Snake? {
    let place = origin + diagonal
    var x = cost == 0 ? 0 : max(forward[place - 1] + 1, forward[place + 1])
    guard isPlace(x, on: diagonal) else {
      forward[place] = SnakeSearch.unreached
      return nil
    }
    let start = x
    while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
    forward[place] = x
    // The backward diagonal that is the same one, counted from the other corner.
    let other = diagonal - difference
    guard meets, abs(other) < cost, x >= backward[origin + other] else { return nil }
    return SnakeFinder.Snake(old: start, new: start - diagonal, length: x - start)
  }

  private func stepBackward(_ cost: Int, _ diagonal: Int, meets: Bool) -> SnakeFinder.Snake? {
    let place = origin + diagonal
    let real = diagonal + difference
    var x = cost == 0 ? old.count : min(backward[place - 1], backward[place + 1] - 1)
    guard isPlace(x, on: real) else {
      backward[place] = -SnakeSearch.unreached
      return nil
    }
    let end = x
    while x > 0, x - real > 0, old[x - 1] == new[x - real - 1] { x -= 1 }
    backward[place] = x
    guard meets, abs(real) <= cost, x <= forward[origin + real] else { return nil }
    return SnakeFinder.Snake(old: x, new: x - real, length: end - x)
  }

  /// Where the search from the beginning came farthest, for want of a middle.
  private func farthest() -> SnakeFinder.Snake {
    var best = SnakeFinder.Snake(old: old.count, new: 0, length: 0)
    var reach = -1
    for diagonal in stride(from: -limit, through: limit, by: 2) {
      let x = forward[origin + diagonal]
      let y = x - diagonal
      guard isPlace(x, on: diagonal), x + y > reach else { continue }
      reach = x + y
      best = SnakeFinder.Snake(old: x, new: y, length: 0)
    }
    return best
  }
}
