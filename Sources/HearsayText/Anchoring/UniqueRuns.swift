/// Runs of tokens that stand once in each of two stretches, paired.
///
/// A table of sixty-four bits a run: runs whose hashes meet count as the same while they are
/// gathered and are compared before they are paired.
struct UniqueRuns {
  /// Where a run begins in both.
  struct Pair {
    /// Among the old tokens.
    var old: Int
    /// Among the new tokens.
    var new: Int
  }

  private struct Slot {
    var key: UInt64 = 0
    var old: Int32 = UniqueRuns.none
    var new: Int32 = UniqueRuns.none
  }

  private static let none: Int32 = -1
  private static let many: Int32 = -2

  /// Every run that stands once in both, in the old order.
  private var pairs: [Pair] = []

  /// Pairs the runs of `length` tokens of two stretches.
  init(
    _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>, length: Int
  ) {
    guard oldRange.count >= length, newRange.count >= length else { return }
    let starts = 2 * (oldRange.count + newRange.count)
    let mask = (1 << (Int.bitWidth - starts.leadingZeroBitCount)) - 1
    var slots = Array(repeating: Slot(), count: mask + 1)
    for place in oldRange.lowerBound...(oldRange.upperBound - length) {
      let index = UniqueRuns.slot(of: UniqueRuns.hash(old, place, length), in: &slots, mask)
      let isFirst = slots[index].old == UniqueRuns.none
      slots[index].old = isFirst ? Int32(truncatingIfNeeded: place) : UniqueRuns.many
    }
    for place in newRange.lowerBound...(newRange.upperBound - length) {
      let index = UniqueRuns.slot(of: UniqueRuns.hash(new, place, length), in: &slots, mask)
      let isFirst = slots[index].new == UniqueRuns.none
      slots[index].new = isFirst ? Int32(truncatingIfNeeded: place) : UniqueRuns.many
    }
    for slot in slots where slot.old >= 0 && slot.new >= 0 {
      let pair = Pair(old: Int(slot.old), new: Int(slot.new))
      if (0..<length).allSatisfy({ old[pair.old + $0] == new[pair.new + $0] }) {
        pairs.append(pair)
      }
    }
    pairs.sort { $0.old < $1.old }
  }

  private static func hash(_ tokens: [Int32], _ place: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for step in 0..<length {
      hash = (hash ^ UInt64(UInt32(bitPattern: tokens[place + step]))) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return hash | 1
  }

  private static func slot(of key: UInt64, in slots: inout [Slot], _ mask: Int) -> Int {
    var index = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    slots[index].key = key
    return index
  }

  /// The longest list of pairs that ascends in both.
  var inOrder: [Pair] {
    var tails: [Int] = []
    var before = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tails[low - 1] : -1
      if low < tails.count { tails[low] = index } else { tails.append(index) }
    }
    var chain: [Pair] = []
    var next = tails.last ?? -1
    while next >= 0 {
      chain.append(pairs[next])
      next = before[next]
    }
    return chain.reversed()
  }
}
