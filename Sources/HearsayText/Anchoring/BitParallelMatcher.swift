/// Finds where a sequence of tokens stands in another, with the least number of differences.
///
/// Myers, "A fast bit-vector algorithm for approximate string matching" (1999), by blocks of 64
/// tokens; a difference is a token that is missing, added or another one. Made once for a sequence,
/// it looks at any number of windows.
struct BitParallelMatcher {
  /// A stretch that is like the sequence.
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
  private let rows: TokenRows
  /// Bits of the places where a row's token stands in the sequence, row by row: read forward, and
  /// read backward.
  private var forward: [UInt64]
  private var backward: [UInt64]

  /// A matcher of a sequence; tokens below zero are like nothing.
  init(_ pattern: [Int32]) {
    length = pattern.count
    blocks = (pattern.count + 63) / 64
    rows = TokenRows(pattern)
    forward = Array(repeating: 0, count: rows.count * blocks)
    backward = forward
    for (place, row) in rows.ofPattern.enumerated() where row >= 0 {
      let mirrored = length - 1 - place
      forward[row * blocks + place / 64] |= 1 << UInt64(place % 64)
      backward[row * blocks + mirrored / 64] |= 1 << UInt64(mirrored % 64)
    }
  }

  /// The best match of the sequence inside a window, or nil where one of them is empty.
  func best(in text: [Int32], _ window: Range<Int>) -> Match? {
    guard length > 0, !window.isEmpty else { return nil }
    return text.withUnsafeBufferPointer { text in
      let ahead = nearest(forward, isAnchored: false, count: window.count) {
        text[window.lowerBound + $0]
      }
      guard ahead.length > 0 else { return nil }
      let end = window.lowerBound + ahead.length
      let back = nearest(backward, isAnchored: true, count: ahead.length) { text[end - 1 - $0] }
      return Match(range: (end - back.length)..<end, distance: ahead.distance)
    }
  }

  /// How much of the sequence, by weight, stands in a stretch in any order.
  func weight(in stretch: ArraySlice<Int32>, of weights: [Double]) -> Double {
    var counts = Array(repeating: 0, count: rows.count)
    for token in stretch {
      let row = rows.row(of: token)
      if row >= 0 { counts[row] += 1 }
    }
    var kept = 0.0
    for (place, row) in rows.ofPattern.enumerated() where row >= 0 && counts[row] > 0 {
      counts[row] -= 1
      kept += weights[place]
    }
    return kept
  }

  /// After how many of `count` tokens the best match ends, and its distance; the shortest of equals.
  ///
  /// - Parameter isAnchored: Whether the match must begin at the first token.
  private func nearest(
    _ masks: [UInt64], isAnchored: Bool, count: Int, _ token: (Int) -> Int32
  ) -> (length: Int, distance: Int) {
    withUnsafeTemporaryAllocation(of: Block.self, capacity: blocks) { column in
      column.initialize(repeating: Block())
      var score = length
      var best = (length: 0, distance: length)
      for place in 0..<count {
        let row = rows.row(of: token(place))
        var carry = isAnchored ? 1 : 0
        for block in 0..<blocks {
          let isLast = block == blocks - 1
          let top: UInt64 = 1 << UInt64(isLast ? (length - 1) % 64 : 63)
          carry = step(&column[block], row < 0 ? 0 : masks[row * blocks + block], carry, top)
        }
        score += carry
        if score < best.distance { best = (place + 1, score) }
      }
      return best
    }
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

/// Numbers the different tokens of a short sequence.
private struct TokenRows {
  /// The row of every token of the sequence, or -1 for one below zero.
  private(set) var ofPattern: [Int] = []
  /// How many rows there are.
  private(set) var count = 0
  /// Open addressing, at most half full; -1 is a free slot.
  private var keys: [Int32]
  private var values: [Int32]
  private let shift: UInt32

  init(_ pattern: [Int32]) {
    let bits = UInt32(max(4, Int.bitWidth - (2 * pattern.count).leadingZeroBitCount))
    shift = 32 - bits
    keys = Array(repeating: -1, count: 1 << Int(bits))
    values = keys
    ofPattern.reserveCapacity(pattern.count)
    for token in pattern {
      guard token >= 0 else {
        ofPattern.append(-1)
        continue
      }
      let slot = slot(of: token)
      if keys[slot] < 0 {
        (keys[slot], values[slot]) = (token, Int32(count))
        count += 1
      }
      ofPattern.append(Int(values[slot]))
    }
  }

  /// The row of a token, or -1 where it does not stand in the sequence.
  func row(of token: Int32) -> Int {
    token < 0 ? -1 : Int(values[slot(of: token)])
  }

  /// Where a token stands or would stand, by Fibonacci hashing.
  private func slot(of token: Int32) -> Int {
    let mask = keys.count - 1
    var slot = Int((UInt32(bitPattern: token) &* 0x9E37_79B1) >> shift)
    while keys[slot] >= 0, keys[slot] != token { slot = (slot + 1) & mask }
    return slot
  }
}
