/// Finds where a sequence of tokens stands in another, with the least number of differences.
///
/// Myers, "A fast bit-vector algorithm for approximate string matching" (1999), by blocks of 64
/// tokens; a difference is a token that is missing, added or another one.
struct BitParallelMatcher {
  /// Where the best match ends, or after a look from behind begins, and how it differs.
  struct Match: Hashable {
    /// The tokens it covers.
    var range: Range<Int>
    /// How many tokens differ.
    var distance: Int
  }

  /// One block's column of differences, as upward and downward steps.
  private struct Block {
    var up = UInt64.max
    var down: UInt64 = 0
  }

  private let length: Int
  private let blocks: Int
  /// For each token of the sequence, where in `masks` its places stand.
  private var rows: [Int32: Int] = [:]
  private var masks: [UInt64] = []

  /// A matcher of a sequence that is not empty.
  private init(_ pattern: some Collection<Int32>) {
    length = pattern.count
    blocks = (pattern.count + 63) / 64
    for (place, token) in pattern.enumerated() where token >= 0 {
      let row = rows[token] ?? masks.count
      if row == masks.count {
        rows[token] = row
        masks += Array(repeating: 0, count: blocks)
      }
      masks[row + place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// The best match of `pattern` inside a window, or nil where one of them is empty.
  static func best(_ pattern: [Int32], in text: [Int32], _ window: Range<Int>) -> Match? {
    guard !pattern.isEmpty, !window.isEmpty else { return nil }
    let (length, distance) = BitParallelMatcher(pattern).nearest(in: text[window])
    let end = window.lowerBound + length
    guard length > 0 else { return nil }
    let back = BitParallelMatcher(pattern.reversed())
      .nearest(in: text[window.lowerBound..<end].reversed(), anchored: true)
    return Match(range: (end - back.length)..<end, distance: distance)
  }

  /// After how many tokens the best match ends, and its distance; the shortest of equals.
  ///
  /// - Parameter anchored: Whether the match must begin at the first token.
  private func nearest(
    in text: some Sequence<Int32>, anchored: Bool = false
  ) -> (length: Int, distance: Int) {
    var column = Array(repeating: Block(), count: blocks)
    var score = length
    var best = (length: 0, distance: length)
    for (place, token) in text.enumerated() {
      let row = rows[token] ?? -1
      var carry = anchored ? 1 : 0
      for block in 0..<blocks {
        let isLast = block == blocks - 1
        let top: UInt64 = 1 << UInt64(isLast ? (length - 1) % 64 : 63)
        carry = step(&column[block], row < 0 ? 0 : masks[row + block], carry, top)
      }
      score += carry
      if score < best.distance { best = (place + 1, score) }
    }
    return best
  }

  /// Moves one block one token on; gives the step at `top`.
  private func step(_ block: inout Block, _ mask: UInt64, _ carry: Int, _ top: UInt64) -> Int {
    var equal = mask
    let vertical = equal | block.down
    if carry < 0 { equal |= 1 }
    let horizontal = (((equal & block.up) &+ block.up) ^ block.up) | equal
    var plus = block.down | ~(horizontal | block.up)
    var minus = block.up & horizontal
    let out = plus & top != 0 ? 1 : minus & top != 0 ? -1 : 0
    plus <<= 1
    minus <<= 1
    if carry < 0 { minus |= 1 } else if carry > 0 { plus |= 1 }
    block.up = minus | ~(vertical | plus)
    block.down = plus & vertical
    return out
  }
}
