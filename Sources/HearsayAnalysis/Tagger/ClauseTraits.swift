/// What sentence and clause tell of each token; needs word tags.
package final class ClauseTraits {
  /// How far from the sentence's beginning, in classes.
  package let fromStart: UnsafeMutablePointer<UInt32>
  /// How far from the sentence's end, in classes.
  package let toEnd: UnsafeMutablePointer<UInt32>
  /// Which sentence of the paragraph: first, second, later, last.
  package let sentence: UnsafeMutablePointer<UInt32>
  /// The sentence's number from 0.
  package let number: UnsafeMutablePointer<UInt32>
  /// The sign or word that the running clause began with.
  package let boundary: UnsafeMutablePointer<UInt32>
  /// How far from that, in classes, and whether a finite verb stood since.
  package let sinceBoundary: UnsafeMutablePointer<UInt32>
  /// The last word of the sentence before this one that may credit.
  package let cueBefore: UnsafeMutablePointer<UInt32>
  /// How far that is, in classes.
  package let cueBeforeDistance: UnsafeMutablePointer<UInt32>
  /// The next word of the sentence that may credit.
  package let cueAfter: UnsafeMutablePointer<UInt32>
  /// How far that is, in classes.
  package let cueAfterDistance: UnsafeMutablePointer<UInt32>
  /// What the sentence holds: quoted words, a colon, how it begins.
  package let sentenceShape: UnsafeMutablePointer<UInt32>
  /// Commas, finite verbs and subordinating words before the token, counted from the paragraph's
  /// beginning.
  package let commas: UnsafeMutablePointer<UInt32>
  /// Finite verbs before the token.
  package let finites: UnsafeMutablePointer<UInt32>
  /// Subordinating words before the token.
  package let subordinators: UnsafeMutablePointer<UInt32>
  /// Quotation marks before the token.
  package let marksBefore: UnsafeMutablePointer<UInt32>

  private static let lists = 15
  private let storage: UnsafeMutablePointer<UInt32>
  private let input: ParagraphInput
  private let traits: TokenTraits

  /// The traits of a paragraph whose words are tagged.
  package init(_ input: ParagraphInput, _ traits: TokenTraits) {
    self.input = input
    self.traits = traits
    let stride = input.tokens.count + 2 * TokenTraits.padding
    storage = .allocate(capacity: stride * ClauseTraits.lists)
    storage.initialize(repeating: 0, count: stride * ClauseTraits.lists)
    let start = storage + TokenTraits.padding
    fromStart = start
    toEnd = start + stride
    sentence = start + stride * 2
    number = start + stride * 3
    boundary = start + stride * 4
    sinceBoundary = start + stride * 5
    cueBefore = start + stride * 6
    cueBeforeDistance = start + stride * 7
    cueAfter = start + stride * 8
    cueAfterDistance = start + stride * 9
    sentenceShape = start + stride * 10
    commas = start + stride * 11
    finites = start + stride * 12
    subordinators = start + stride * 13
    marksBefore = start + stride * 14
    for (index, range) in input.sentences.enumerated() {
      fillPlaces(range, index)
      fillClauses(range)
      fillCues(range)
    }
    count()
  }

  deinit { storage.deallocate() }

  /// Which sentence of the paragraph, from 0.
  package func sentenceNumber(_ token: Int) -> Int { Int(number[token]) }

  /// A distance as one of few classes.
  @inline(__always)
  static func bucket(_ distance: Int) -> UInt32 {
    switch distance {
    case ..<5: UInt32(max(0, distance))
    case ..<8: 5
    case ..<12: 6
    case ..<20: 7
    default: 8
    }
  }

  private func fillPlaces(_ range: Range<Int>, _ index: Int) {
    let isLast = index == input.sentences.count - 1
    let place: UInt32 = (index == 0 ? 0 : index == 1 ? 1 : 2) | (isLast ? 4 : 0)
    var hasMark = false
    var hasColon = false
    for token in range {
      hasMark = hasMark || traits.marks[token] != 0
      hasColon = hasColon || input.isSign(token, ":")
    }
    let begins: UInt32 = traits.marks[range.lowerBound] != 0 ? 1 : 0
    let ends: UInt32 = traits.marks[range.upperBound - 1] != 0 ? 1 : 0
    let shape = begins | ends << 1 | (hasMark ? 4 : 0) | (hasColon ? 8 : 0)
    for token in range {
      fromStart[token] = ClauseTraits.bucket(token - range.lowerBound)
      toEnd[token] = ClauseTraits.bucket(range.upperBound - 1 - token)
      sentence[token] = place
      number[token] = UInt32(index)
      sentenceShape[token] = shape
    }
  }

  /// Clauses begin behind commas, dashes, colons and marks, and with words that subordinate.
  private func fillClauses(_ range: Range<Int>) {
    var last = range.lowerBound
    var kind: UInt32 = 0
    var hasFinite: UInt32 = 0
    for index in range {
      let token = input.tokens[index]
      boundary[index] = kind
      sinceBoundary[index] = min(6, UInt32(index - last)) << 1 | hasFinite
      if isFinite(index, token) { hasFinite = 1 }
      let isBreak =
        token.kind == .punctuation || token.kind == .mark
        || token.has([.subordinator, .conjunction])
      guard isBreak, !input.isSign(index, ".") || index == range.upperBound - 1 else { continue }
      last = index + 1
      kind = traits.word[index]
      hasFinite = 0
    }
  }

  private func isFinite(_ index: Int, _ token: Token) -> Bool {
    traits.tag[index] == WordTag.past.rawValue || traits.tag[index] == WordTag.present.rawValue
      || token.has(.auxiliary)
  }

  private func fillCues(_ range: Range<Int>) {
    var cue = -1
    for index in range {
      cueBefore[index] = cue < 0 ? 0 : traits.word[cue]
      cueBeforeDistance[index] = cue < 0 ? 15 : ClauseTraits.bucket(index - cue)
      if isCue(index) { cue = index }
    }
    cue = -1
    for index in range.reversed() {
      cueAfter[index] = cue < 0 ? 0 : traits.word[cue]
      cueAfterDistance[index] = cue < 0 ? 15 : ClauseTraits.bucket(cue - index)
      if isCue(index) { cue = index }
    }
  }

  /// A word of the lexicon that may credit, as a verb or in front of “to”.
  private func isCue(_ index: Int) -> Bool {
    let token = input.tokens[index]
    guard token.has([.cueVerb, .weakCueVerb]) || token.reads("according") else { return false }
    guard traits.marks[index] == 0, let tag = WordTag(rawValue: traits.tag[index]) else {
      return false
    }
    return tag.isVerb
  }

  private func count() {
    var comma: UInt32 = 0
    var finite: UInt32 = 0
    var subordinator: UInt32 = 0
    var mark: UInt32 = 0
    for index in 0...input.tokens.count {
      commas[index] = comma
      finites[index] = finite
      subordinators[index] = subordinator
      marksBefore[index] = mark
      guard let token = input.token(index) else { break }
      if input.isSign(index, ",") { comma += 1 }
      if isFinite(index, token) { finite += 1 }
      if token.has(.subordinator) { subordinator += 1 }
      if token.kind == .mark { mark += 1 }
    }
  }
}
