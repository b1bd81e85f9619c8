/// Moves added and removed blocks to where a reader would say they begin.
///
/// When “B.” comes behind “A.”, a comparison may as well say that “. B” came before the full stop;
/// both are shortest. A block may slide over tokens it shares with its surroundings; the best place
/// is behind the end of a sentence or line.
struct BlockSlider {
  /// How far a block may slide, in tokens.
  private static let reach = 64

  private let old: TokenSequence
  private let new: TokenSequence
  /// For every old token its partner among the new ones, or -1; ascending.
  private(set) var partners: [Int]

  /// Slides every block of a comparison.
  init(old: TokenSequence, new: TokenSequence, partners: [Int]) {
    self.old = old
    self.new = new
    self.partners = partners
    var (oldLow, newLow) = (0, 0)
    for token in 0...old.count {
      let partner = token < old.count ? self.partners[token] : new.count
      guard partner >= 0, token >= oldLow else { continue }
      var steps = 0
      if oldLow == token, newLow < partner {
        steps = slideAdded(newLow..<partner, before: token)
      } else if newLow == partner, oldLow < token {
        steps = slideRemoved(oldLow..<token, before: partner)
      }
      // A block that slid on is met again where it went, with what follows it there.
      if steps > 0 {
        (oldLow, newLow) = (oldLow + steps, newLow + steps)
      } else {
        (oldLow, newLow) = (token + 1, partner + 1)
      }
    }
  }

  /// Slides a block of new tokens; `token` is the old one behind it.
  ///
  /// - Returns: How far on it slid, in tokens; below zero: back.
  private mutating func slideAdded(_ block: Range<Int>, before token: Int) -> Int {
    let back = room(block, new) { partner(token - $0) == block.lowerBound - $0 }
    let on = room(on: block, new) { partner(token + $0) == block.upperBound + $0 }
    let steps = bestSteps(block, -back...on, in: new)
    if steps < 0 {
      for step in 1...(-steps) { partners[token - step] = block.upperBound - step }
    } else {
      for step in 0..<steps { partners[token + step] = block.lowerBound + step }
    }
    return steps
  }

  /// Slides a block of old tokens; `behind` is the new token behind it.
  ///
  /// - Returns: How far on it slid, in tokens; below zero: back.
  private mutating func slideRemoved(_ block: Range<Int>, before behind: Int) -> Int {
    let back = room(block, old) { partner(block.lowerBound - $0) == behind - $0 }
    let on = room(on: block, old) { partner(block.upperBound + $0) == behind + $0 }
    let steps = bestSteps(block, -back...on, in: old)
    let moved = block.lowerBound + steps..<block.upperBound + steps
    for token in moved { partners[token] = -1 }
    if steps < 0 {
      for step in 1...(-steps) { partners[block.upperBound - step] = behind - step }
    } else {
      for step in 0..<steps { partners[block.lowerBound + step] = behind + step }
    }
    return steps
  }

  private func partner(_ token: Int) -> Int? {
    partners.indices.contains(token) && partners[token] >= 0 ? partners[token] : nil
  }

  /// How far a block can slide back over tokens that are paired one by one.
  private func room(
    _ block: Range<Int>, _ text: TokenSequence, while isPaired: (Int) -> Bool
  ) -> Int {
    var step = 1
    while step <= BlockSlider.reach, block.lowerBound - step >= 0, isPaired(step),
      text.numbers[block.lowerBound - step] == text.numbers[block.upperBound - step]
    {
      step += 1
    }
    return step - 1
  }

  /// How far a block can slide on.
  private func room(
    on block: Range<Int>, _ text: TokenSequence, while isPaired: (Int) -> Bool
  ) -> Int {
    var step = 0
    while step < BlockSlider.reach, block.upperBound + step < text.count, isPaired(step),
      text.numbers[block.lowerBound + step] == text.numbers[block.upperBound + step]
    {
      step += 1
    }
    return step
  }

  /// How far on a block begins best; zero where it may stay.
  private func bestSteps(
    _ block: Range<Int>, _ steps: ClosedRange<Int>, in text: TokenSequence
  ) -> Int {
    var best = (steps: 0, rank: rank(block.lowerBound, text))
    for step in steps {
      let rank = rank(block.lowerBound + step, text)
      if rank > best.rank { best = (step, rank) }
    }
    return best.steps
  }

  /// How well something new begins at a token: a paragraph best, then a sentence, then a line.
  private func rank(_ token: Int, _ text: TokenSequence) -> Int {
    guard token > 0 else { return 4 }
    let gap = ByteSpan(text.spans[token - 1].end, text.spans[token].start)
    let breaks = text.bytes[gap.range].count { $0 == 0x0A || $0 == 0x0D }
    if text.endsSentence(token - 1), !gap.isEmpty { return breaks > 1 ? 3 : 2 }
    return min(1, breaks)
  }
}

extension TokenSequence {
  /// Whether a token is a full stop, a question or exclamation mark, or a mark that closes behind
  /// one of them.
  func endsSentence(_ token: Int) -> Bool {
    guard !isWord(token) || spans[token].count == 3 else { return false }
    switch String(decoding: slice(token), as: UTF8.self) {
    case ".", "?", "!", "…", "。": return true
    case "\"", "”", "'", "’", "»", ")": return token > 0 && isStop(token - 1)
    default: return false
    }
  }

  private func isStop(_ token: Int) -> Bool {
    [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(bytes[spans[token].start])
  }
}
