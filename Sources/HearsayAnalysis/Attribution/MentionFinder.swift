internal import HearsayModel
internal import HearsayText

/// Finds the noun phrases of a paragraph that can be a source: names with their titles, roles,
/// organisations, groups, documents, pronouns.
struct MentionFinder {
  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }
  /// Reads one phrase after another.
  private var scan: NounPhrase.Scan

  init(_ input: ParagraphInput) {
    self.input = input
    scan = NounPhrase.Scan(input)
  }

  /// All mentions but those that are a part of a date: the month of one is nobody.
  ///
  /// They stand in order and do not overlap.
  private mutating func find(besides dates: [DateMention], into found: inout [Mention]) {
    let dates = dates.isEmpty ? [] : dates.map(\.span)
    var index = candidate(from: 0)
    while index < tokens.count {
      guard let mention = mention(atCandidate: index, depth: 0) else {
        index = candidate(from: index + 1)
        continue
      }
      index = candidate(from: mention.tokens.upperBound)
      guard dates.isEmpty || !isPart(mention, ofAny: dates) else { continue }
      found.append(mention)
    }
  }

  /// The first token from an index on at which a mention could begin, or the number of tokens.
  private func candidate(from index: Int) -> Int {
    tokens.withUnsafeBufferPointer { tokens in
      var index = index
      while index < tokens.count, !mayBegin(tokens, index) { index &+= 1 }
      return index
    }
  }

  /// Whether a pronoun stands at a token, or a noun phrase could begin there.
  @inline(__always)
  private func mayBegin(_ tokens: UnsafeBufferPointer<Token>, _ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word || token.kind == .number else { return false }
    return token.has(MentionFinder.pronouns) || canBegin(tokens, index)
  }

  /// All mentions, in the room of an earlier paragraph's; a name that is an outlet's is an
  /// organisation's.
  mutating func mentions(
    besides dates: [DateMention], _ outlets: OutletFindings, room: inout [Mention]
  ) -> [Mention] {
    var found = room.emptied()
    find(besides: dates, into: &found)
    guard !outlets.mentions.isEmpty else { return found }
    for index in found.indices where isOutlet(found[index], outlets) {
      found[index] = found[index].asOrganisation
    }
    return found
  }

  /// Whether a bare name is an outlet's, the article before it aside.
  private func isOutlet(_ mention: Mention, _ outlets: OutletFindings) -> Bool {
    guard mention.kind == .name || mention.kind == .person, let name = mention.name else {
      return false
    }
    let (inner, outer) = (input.span(name), input.span(mention.tokens))
    return outlets.mentions.contains {
      $0.role != .link && $0.span.contains(inner) && outer.contains($0.span)
    }
  }

  private func isPart(_ mention: Mention, ofAny dates: [ByteSpan]) -> Bool {
    let span = input.span(mention.tokens)
    return dates.contains { $0.contains(span) && $0 != span }
  }

  /// The mention that begins at a token, or nil.
  private mutating func mention(at index: Int, depth: Int) -> Mention? {
    guard tokens.withUnsafeBufferPointer({ mayBegin($0, index) }) else { return nil }
    return mention(atCandidate: index, depth: depth)
  }

  private mutating func mention(atCandidate index: Int, depth: Int) -> Mention? {
    if tokens[index].has(MentionFinder.pronouns) {
      if let pronoun = pronoun(at: index) { return pronoun }
      guard tokens.withUnsafeBufferPointer({ canBegin($0, index) }) else { return nil }
    }
    return scan.phrase(at: index).flatMap { extended($0, depth: depth) }
  }

  /// Whether a noun phrase could begin here; spares most words a closer look.
  @inline(__always)
  private func canBegin(_ tokens: UnsafeBufferPointer<Token>, _ index: Int) -> Bool {
    let token = tokens[index]
    if isHead(token) || token.has(.determiner) { return true }
    guard
      token.kind == .number || !token.has(NounPhrase.function)
        || NounPhrase.isOwner(input, index)
    else { return false }
    for ahead in (index + 1)..<max(index + 1, min(tokens.count, index + 4))
    where isHead(tokens[ahead]) {
      // Without a determiner no small letters belong to a name.
      return tokens[ahead].has(NounPhrase.nouns.union(.calendar))
    }
    return false
  }

  /// Whether a noun phrase could end in a word.
  private func isHead(_ token: Token) -> Bool {
    token.isCapitalized || token.has(NounPhrase.nouns)
  }

  private static let pronouns: WordClasses = [
    .pronounHe, .pronounShe, .pronounThey, .pronounIt, .pronounOther,
  ]

  private func pronoun(at index: Int) -> Mention? {
    let token = tokens[index]
    guard token.end - token.start <= 4 else { return nil }
    let kind: Mention.Kind
    var gender = Mention.Gender.unknown
    switch token.hash {
    case WordHash("he").value: (kind, gender) = (.masculinePronoun, .male)
    case WordHash("she").value: (kind, gender) = (.femininePronoun, .female)
    case WordHash("they").value: kind = .pluralPronoun
    case WordHash("it").value: kind = .neuterPronoun
    case WordHash("i").value, WordHash("we").value: kind = .firstPerson
    case WordHash("him").value where isQuoted(index): (kind, gender) = (.masculinePronoun, .male)
    case WordHash("her").value where isQuoted(index): (kind, gender) = (.femininePronoun, .female)
    case WordHash("them").value where isQuoted(index): kind = .pluralPronoun
    default: return nil
    }
    return Mention(
      tokens: index..<(index + 1), name: nil, kind: kind, gender: gender, isDefinite: true)
  }

  /// “quoted him as saying”: the one place where such a word is who speaks.
  private func isQuoted(_ index: Int) -> Bool {
    guard let before = input.token(index - 1), let next = input.token(index + 1) else {
      return false
    }
    return next.reads("as") && RelayFinder.isVerb(before)
  }

  /// Takes in what follows the noun: “of State Antony Blinken”, “for the ministry”.
  private mutating func extended(_ phrase: NounPhrase, depth: Int) -> Mention? {
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
    if let body = body(phrase, depth: depth) { return body }
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

  /// “Ministry of Defence”, “Russian Ministry of Health”, “Bank of England”: a body whose name ends in
  /// its field or place; nil where the capitals are no such name.
  private mutating func body(_ phrase: NounPhrase, depth: Int) -> Mention? {
    let end = phrase.tokens.upperBound
    let head = end - 1
    guard depth < 3, end + 1 < tokens.count, tokens[head].isCapitalized,
      tokens[head].has(.organisationNoun), tokens[end].reads("of"), tokens[end + 1].isCapitalized,
      let field = mention(at: end + 1, depth: depth + 1), isField(field, of: tokens[head])
    else { return nil }
    var first = head
    while first > phrase.tokens.lowerBound, tokens[first - 1].isCapitalized,
      !tokens[first - 1].has(.determiner)
    {
      first -= 1
    }
    return Mention(
      tokens: phrase.tokens.lowerBound..<field.tokens.upperBound,
      name: NounPhrase.withNation(
        first..<field.tokens.upperBound, from: phrase.tokens.lowerBound, input),
      kind: .organisation, gender: .unknown,
      isDefinite: phrase.isDefinite)
  }

  private func isField(_ field: Mention, of head: Token) -> Bool {
    switch field.kind {
    case .place, .organisation: return tokens[field.tokens.upperBound - 1].isCapitalized
    case .role, .name:
      let longest = head.reads("ministry") || head.reads("department") ? 2 : 1
      return field.tokens.count <= longest
    default: return false
    }
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
