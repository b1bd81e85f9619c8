internal import HearsayText

/// Words set before or into what somebody said, which are no part of it: “The ministry said, according
/// to the agency, that …”; “As the ministry said, …”.
struct Interposition {
  /// From the first comma to the second, or from “as” to the comma.
  let tokens: Range<Int>
  /// Who said it, before the verb.
  let speaker: SourceFinder.Source
  /// The verb of speech that it interrupts.
  let cue: Int

  /// The first word behind it.
  var contentStart: Int { tokens.upperBound }
}

extension RelayFinder {
  /// Words at most between the two commas.
  private static let longest = 10

  private func isComma(_ place: Int) -> Bool { input.isSign(place, ",") && !map.isQuoted(place) }

  /// The interposition whose second comma stands before a “that”, or nil; `cues` are the sentence's.
  func interposition(
    before that: Int, in frame: Range<Int>, _ cues: ArraySlice<Cue>
  ) -> Interposition? {
    guard that > frame.lowerBound, isComma(that - 1) else { return nil }
    let earliest = max(frame.lowerBound + 1, that - 2 - RelayFinder.longest)
    guard earliest < that - 1, let comma = (earliest..<that - 1).last(where: isComma),
      isRelaying(comma + 1),
      let cue = cues.last(where: { $0.tokens.upperBound <= comma }),
      cue.strength == .strong, !cue.isPassive, isBesideDate(cue.tokens.upperBound..<comma),
      let speaker = sources.subject(before: cue.tokens.lowerBound, from: frame.lowerBound)
    else { return nil }
    return Interposition(
      tokens: comma..<that, speaker: speaker, cue: cue.tokens.lowerBound)
  }

  /// “As the paper wrote, citing an official, …” at a sentence's beginning, or nil.
  func opening(_ frame: Range<Int>, _ cues: ArraySlice<Cue>) -> Interposition? {
    let first = frame.lowerBound
    guard !map.isQuoted(first),
      let cue = cues.first(where: { $0.tokens.lowerBound > first + 1 }),
      cue.tokens.upperBound <= min(first + RelayFinder.longest, frame.upperBound),
      cue.strength == .strong, !cue.isPassive,
      var comma = comma(behind: cue.tokens.upperBound, in: frame),
      isBesideDate(cue.tokens.upperBound..<comma),
      let speaker = sources.subject(before: cue.tokens.lowerBound, from: first + 1)
    else { return nil }
    if isRelaying(comma + 1) {
      guard let second = self.comma(behind: comma + 2, in: frame) else { return nil }
      comma = second
    }
    guard comma + 1 < frame.upperBound else { return nil }
    return Interposition(
      tokens: first..<comma + 1, speaker: speaker, cue: cue.tokens.lowerBound)
  }

  private func comma(behind start: Int, in frame: Range<Int>) -> Int? {
    let end = min(start + RelayFinder.longest, frame.upperBound)
    return start < end ? (start..<end).first(where: isComma) : nil
  }

  /// “according to”, “citing”, “as quoted by”.
  private func isRelaying(_ place: Int) -> Bool {
    guard let token = input.token(place) else { return false }
    if token.reads("citing") || token.reads("quoting") { return true }
    let second = input.token(place + 1)
    if token.reads("according") { return second?.reads("to") ?? false }
    return token.reads("as") && second?.has([.cueVerb, .weakCueVerb]) ?? false
      && input.token(place + 2)?.reads("by") ?? false
  }

  /// Whether nothing but a day and who was told stands behind a verb: “told reporters on Monday”.
  private func isBesideDate(_ words: Range<Int>) -> Bool {
    words.count <= 5 && !words.contains { tokens[$0].has([.subordinator, .auxiliary]) }
  }
}
