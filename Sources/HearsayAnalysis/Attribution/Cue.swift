internal import HearsayText

/// Words that may credit somebody, outside of quotation marks.
struct Cue: Hashable {
  /// How surely the words credit.
  enum Strength: Int, Comparable {
    /// A noun: “claims that …”.
    case noun
    /// A verb with other uses: called, accused.
    case weak
    /// A verb of speech that is no finite main verb here: “to say”.
    case infinitive
    /// A verb of speech as a participle: saying, adding.
    case participle
    /// “according to”.
    case accordingTo
    /// A verb of speech.
    case strong

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  let tokens: Range<Int>
  let strength: Strength
  /// “was told”, “has been described”: whoever stands before it is not who speaks.
  var isPassive = false
}

/// Finds the words of one paragraph that may credit somebody.
struct CueFinder {
  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput) { self.input = input }

  /// The cues outside of marks, in order, in the room of an earlier paragraph's.
  @inline(__always)
  func cues(outside map: StretchMap, room: inout [Cue]) -> [Cue] {
    var cues = room.emptied()
    input.tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices
      where tokens[index].has([.cueVerb, .weakCueVerb, .cueNoun])
        || tokens[index].reads("according")
      {
        if !map.isQuoted(index), let cue = cue(at: index) { cues.append(cue) }
      }
    }
    return cues
  }

  /// The cue that begins at a token, or nil.
  func cue(at index: Int) -> Cue? {
    let token = tokens[index]
    guard token.kind == .word else { return nil }
    if token.end - token.start == 9, token.reads("according"), let next = input.token(index + 1),
      next.reads("to")
    {
      return Cue(tokens: index..<(index + 2), strength: .accordingTo)
    }
    if token.reads("words"), isInTheWordsOf(index) {
      return Cue(tokens: index - 2..<index + 2, strength: .accordingTo)
    }
    let isVerb = token.has([.cueVerb, .weakCueVerb])
    guard isVerb || token.has(.cueNoun) else { return nil }
    if token.isCapitalized, !token.flags.contains(.sentenceStart) { return nil }
    if NounPhrase.isOwner(input, index) { return nil }
    if token.has([.cueNoun, .collectiveNoun, .documentNoun, .roleNoun]), readsAsNoun(index) {
      return token.has(.cueNoun) ? Cue(tokens: index..<(index + 1), strength: .noun) : nil
    }
    guard isVerb, !readsAsNoun(index) else { return nil }
    return Cue(
      tokens: index..<(index + 1), strength: strength(index, token), isPassive: isPassive(index))
  }

  /// Whether a word stands in “in the words of the mayor”.
  private func isInTheWordsOf(_ index: Int) -> Bool {
    guard let first = input.token(index - 2), let next = input.token(index + 1) else {
      return false
    }
    return first.reads("in") && tokens[index - 1].reads("the") && next.reads("of")
  }

  /// Whether a form of “be” stands before a verb that is no “-ing” form.
  func isPassive(_ index: Int) -> Bool {
    let token = tokens[index]
    guard !endsInIngSafely(token), !CueFinder.feelings.contains(where: token.reads) else {
      return false
    }
    var place = index - 1
    while let before = input.token(place), before.has(.adverb) { place -= 1 }
    guard let before = input.token(place) else { return false }
    return CueFinder.formsOfBe.contains(where: before.reads)
  }

  private static let formsOfBe: [WordHash] = [
    "is", "are", "was", "were", "be", "been", "being",
  ]
  /// What somebody is by themselves: “was worried that …”.
  private static let feelings: [WordHash] = ["worried", "determined", "agreed"]

  private func strength(_ index: Int, _ token: Token) -> Cue.Strength {
    guard token.has(.cueVerb) else { return .weak }
    if let before = input.token(index - 1), before.reads("to") { return .infinitive }
    return isParticiple(token) ? .participle : .strong
  }

  /// “saying”, as far as a word's ending tells.
  func isParticiple(_ token: Token) -> Bool {
    token.end - token.start > 4 && endsInIng(token)
  }

  private func endsInIng(_ token: Token) -> Bool {
    let tail = input.bytes[(token.end - 3)..<token.end]
    return tail.elementsEqual("ing".utf8)
  }

  /// Whether an article, a possessive or a preposition before it makes the word a noun.
  private func readsAsNoun(_ index: Int) -> Bool {
    if tokens[index].has(.cueNoun), isCredited(index) { return true }
    guard let before = input.token(index - 1), before.kind == .word || before.kind == .number else {
      return false
    }
    if before.flags.contains(.possessive) { return true }
    if before.has(.determiner), !before.has([.pronounThey, .pronounIt]), !isBarePronoun(before) {
      return true
    }
    let token = tokens[index]
    if before.has(.preposition), !before.reads("to"), !endsInIngSafely(token) { return true }
    // “restricted comments”: a noun behind a participle.
    if token.has(.cueNoun), !before.isCapitalized, endsInEd(before) { return true }
    // “repeated US talking points”, “a formal statement”: an adjective after an article.
    guard token.has([.cueNoun, .documentNoun]), let article = input.token(index - 2) else {
      return false
    }
    return article.has(.determiner) && !before.has([.auxiliary, .adverb, .roleNoun])
      && !before.isCapitalized && !before.has([.collectiveNoun, .organisationNoun])
  }

  /// “claims by officials”, “claims made by officials”.
  private func isCredited(_ index: Int) -> Bool {
    guard let next = input.token(index + 1) else { return false }
    if next.reads("by") { return true }
    guard next.reads("made"), let third = input.token(index + 2) else { return false }
    return third.reads("by")
  }

  private func endsInEd(_ token: Token) -> Bool {
    token.end - token.start > 4 && input.bytes[(token.end - 2)..<token.end].elementsEqual("ed".utf8)
  }

  private func endsInIngSafely(_ token: Token) -> Bool {
    token.end - token.start > 3 && endsInIng(token)
  }

  /// “that said”, “some said”, “both said”: a pronoun, not an article.
  private func isBarePronoun(_ token: Token) -> Bool {
    for word: WordHash in ["that", "this", "some", "both", "many", "one", "all", "most", "few"]
    where token.reads(word) {
      return true
    }
    return false
  }
}
