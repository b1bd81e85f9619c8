internal import HearsayText

/// Finds the noun phrases of a paragraph that can be a source: names with their titles, roles,
/// organisations, groups, documents, pronouns.
struct MentionFinder {
  private let input: ParagraphInput
  private let tokens: [Token]

  init(_ input: ParagraphInput) {
    self.input = input
    tokens = input.tokens
  }

  /// All mentions in order; they do not overlap.
  func mentions() -> [Mention] {
    var found: [Mention] = []
    var index = 0
    while index < tokens.count {
      if let mention = mention(at: index) {
        found.append(mention)
        index = mention.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The mention that begins at a token, or nil.
  func mention(at index: Int, depth: Int = 0) -> Mention? {
    let token = tokens[index]
    guard token.kind == .word || token.kind == .number else { return nil }
    if let pronoun = pronoun(at: index) { return pronoun }
    guard canBegin(token, index) else { return nil }
    guard let phrase = NounPhrase.parse(input, at: index) else { return nil }
    return extended(phrase, depth: depth)
  }

  /// Whether a noun phrase could begin here; spares most words a closer look.
  private func canBegin(_ token: Token, _ index: Int) -> Bool {
    if token.isCapitalized || token.has(NounPhrase.nouns.union(.determiner)) { return true }
    guard token.kind == .number || !token.has(NounPhrase.function) else { return false }
    for ahead in (index + 1)..<max(index + 1, min(tokens.count, index + 4)) {
      if tokens[ahead].has(NounPhrase.nouns) || tokens[ahead].isCapitalized { return true }
    }
    return false
  }

  private static let pronouns: WordClasses = [
    .pronounHe, .pronounShe, .pronounThey, .pronounIt, .pronounOther,
  ]

  private func pronoun(at index: Int) -> Mention? {
    let token = tokens[index]
    guard token.has(MentionFinder.pronouns), token.end - token.start <= 4 else { return nil }
    let kind: Mention.Kind
    var gender = Mention.Gender.unknown
    switch token.hash {
    case WordHash("he").value: (kind, gender) = (.masculinePronoun, .male)
    case WordHash("she").value: (kind, gender) = (.femininePronoun, .female)
    case WordHash("they").value: kind = .pluralPronoun
    case WordHash("it").value: kind = .neuterPronoun
    case WordHash("i").value, WordHash("we").value: kind = .firstPerson
    default: return nil
    }
    return Mention(
      tokens: index..<(index + 1), name: nil, kind: kind, gender: gender, isDefinite: true)
  }

  /// Takes in what follows the noun: “of State Antony Blinken”, “for the ministry”.
  private func extended(_ phrase: NounPhrase, depth: Int) -> Mention? {
    var end = phrase.tokens.upperBound
    if phrase.head == .collective, end + 1 < tokens.count, tokens[end].reads("and"),
      tokens[end + 1].has(.collectiveNoun), !tokens[end + 1].has(.cueVerb)
    {
      return Mention(
        tokens: phrase.tokens.lowerBound..<(end + 2), name: nil, kind: .collective,
        gender: .unknown, isDefinite: phrase.isDefinite)
    }
    // “sources close to the mayor”, “officials familiar with the plan”
    if phrase.head == .collective, end < tokens.count,
      tokens[end].reads("close") || tokens[end].reads("familiar")
    {
      end += 1
    }
    guard phrase.name == nil, phrase.head != .none, depth < 3, end + 1 < tokens.count,
      tokens[end].has(.preposition), isLink(tokens[end]),
      let inner = mention(at: end + 1, depth: depth + 1),
      inner.kind.rawValue <= Mention.Kind.place.rawValue
    else { return phrase.mention(input) }
    let whole = phrase.tokens.lowerBound..<inner.tokens.upperBound
    if let name = inner.name, inner.kind == .person || inner.kind == .name,
      name.lowerBound > inner.tokens.lowerBound,
      endsOffice(inner.tokens.lowerBound..<name.lowerBound), phrase.head == .role
    {
      // “Secretary of State Antony Blinken”: the office ends where the name begins.
      let role = NounPhrase.gender(tokens, whole)
      return Mention(
        tokens: whole, name: name, kind: .person,
        gender: inner.gender == .unknown ? role : inner.gender, isDefinite: phrase.isDefinite)
    }
    guard let mention = phrase.mention(input) else { return nil }
    return Mention(
      tokens: whole, name: nil, kind: mention.kind, gender: mention.gender,
      isDefinite: mention.isDefinite)
  }

  private func isLink(_ token: Token) -> Bool { token.has(.link) }

  /// Whether the words before a name belong to an office (“State”, “Political Affairs”) and are
  /// no title of the named person.
  private func endsOffice(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    let token = tokens[last]
    return token.isCapitalized && !token.has(.roleNoun) && !token.has([.maleRole, .femaleRole])
      && token.kind == .word
  }
}
