internal import HearsayText

/// A run of tokens from a determiner or capital to its head noun or name.
struct NounPhrase {
  /// What the last noun that is no name says of the whole.
  enum Head {
    case none
    case role
    case organisation
    case document
    case collective
    case place
  }

  let tokens: Range<Int>
  /// The name at the phrase's end, titles and offices taken off.
  let name: Range<Int>?
  let head: Head
  let isDefinite: Bool
  let gender: Mention.Gender

  static let nouns: WordClasses = [
    .roleNoun, .organisationNoun, .documentNoun, .collectiveNoun,
  ]
  static let function: WordClasses = [
    .cueVerb, .weakCueVerb, .auxiliary, .preposition, .conjunction, .subordinator, .adverb,
    .finiteVerb, .pronounHe, .pronounShe, .pronounThey, .pronounIt, .pronounOther,
  ]
  /// What shows a run of words to hold a clause.
  static let predicates: WordClasses = [
    .cueVerb, .auxiliary, .finiteVerb, .pronounHe, .pronounShe, .pronounThey, .pronounIt,
  ]
  private static let longest = 12

  /// “state television”, “press service”: the word belongs to the noun behind it and is no verb.
  static func isOwner(_ input: ParagraphInput, _ place: Int) -> Bool {
    let token = input.tokens[place]
    guard token.reads("state") || token.reads("press"), let next = input.token(place + 1) else {
      return false
    }
    return next.has([.organisationNoun, .collectiveNoun, .roleNoun])
  }

  /// The mention the phrase makes, or nil where it is nothing that could speak.
  func mention(_ input: ParagraphInput) -> Mention? {
    let kind: Mention.Kind
    var name = name
    if let bare = name {
      kind = nameKind(input)
      if kind == .organisation {
        name = NounPhrase.withNation(bare, from: tokens.lowerBound, input)
      }
    } else {
      switch head {
      case .none: return nil
      case .role: kind = .role
      case .organisation: kind = .organisation
      case .document: kind = .document
      case .collective: kind = .collective
      case .place: kind = .place
      }
    }
    return Mention(
      tokens: tokens, name: name, kind: kind, gender: gender, isDefinite: isDefinite)
  }

  /// “Russia’s Defence Ministry”: a body's name with whose it is, since other nations have one too.
  static func withNation(
    _ name: Range<Int>, from start: Int, _ input: ParagraphInput
  ) -> Range<Int> {
    var place = name.lowerBound - 2
    guard place >= start, name.count > 1, input.tokens[place].has(.place),
      input.tokens[place + 1].flags.contains(.possessive),
      name.contains(where: { input.tokens[$0].has(.organisationNoun) })
    else { return name }
    // “North Korea’s”
    while place > start, input.tokens[place - 1].has(.place), input.tokens[place - 1].isCapitalized
    {
      place -= 1
    }
    return place..<name.upperBound
  }

  private func nameKind(_ input: ParagraphInput) -> Mention.Kind {
    guard let name else { return .other }
    let tokens = input.tokens
    let first = tokens[name.lowerBound]
    let last = tokens[name.upperBound - 1]
    if name.contains(where: { tokens[$0].has([.organisationNoun, .organisationEnding]) }) {
      return .organisation
    }
    if name.count > 1, first.has(.place), name.lowerBound > self.tokens.lowerBound,
      tokens[name.lowerBound - 1].reads("the")
    {
      return .organisation
    }
    var title = name.lowerBound - 1
    if title > self.tokens.lowerBound, input.isSign(title, ".") { title -= 1 }
    if title >= self.tokens.lowerBound, tokens[title].has([.title, .roleNoun]) { return .person }
    if name.count == 1, first.flags.contains(.allCapitals) { return .organisation }
    if name.count > 1, first.has([.maleName, .femaleName]) { return .person }
    if name.count > 1, last.flags.contains(.allCapitals), last.end - last.start <= 4,
      !first.flags.contains(.allCapitals)
    {
      return .organisation
    }
    return .name
  }

  /// The gender that titles and given names in a range tell.
  static func gender(_ tokens: [Token], _ range: Range<Int>) -> Mention.Gender {
    var result = Mention.Gender.unknown
    for index in range {
      if tokens[index].has([.femaleRole, .femaleName]), !tokens[index].has(.maleName) {
        result = .female
      } else if tokens[index].has([.maleRole, .maleName]) {
        result = .male
      }
    }
    return result
  }

  /// Reads phrases, each from the token where it begins.
  struct Scan {
    let input: ParagraphInput
    var tokens: [Token] { input.tokens }
    private var index = 0
    private var end = 0
    private var isDefinite = false

    init(_ input: ParagraphInput) {
      self.input = input
    }

    /// The phrase that begins at a token, or nil where none does.
    mutating func phrase(at start: Int) -> NounPhrase? {
      index = start
      isDefinite = false
      determiner()
      while index < tokens.count, index - start < NounPhrase.longest {
        guard takes(index, start) else { break }
      }
      return phrase(from: start)
    }

    private mutating func determiner() {
      let limit = index + 4
      while let token = input.token(index), index < limit, token.has(.determiner),
        index + 1 < tokens.count,
        !isName(token), !token.reads("that")
      {
        isDefinite = isDefinite || isPointing(token)
        index += 1
      }
      end = index
    }

    /// A capitalised determiner inside a sentence belongs to a name (“The Hague”).
    private func isName(_ token: Token) -> Bool {
      token.isCapitalized && !token.flags.contains(.sentenceStart) && !token.has(.common)
    }

    private func isPointing(_ token: Token) -> Bool { token.has(.pointer) }

    /// Takes the token in if it belongs to the phrase, and moves on.
    private mutating func takes(_ place: Int, _ start: Int) -> Bool {
      let token = tokens[place]
      if token.flags.contains(.possessive) {
        guard place > start, place + 1 < tokens.count, tokens[place + 1].kind == .word,
          canGoOnAfterPossessive(place + 1)
        else { return false }
        isDefinite = true
        index += 1
        return true
      }
      switch token.kind {
      case .word: return takesWord(token, place, start)
      case .number:
        guard place > start || token.flags.contains(.hasDigit), lookahead(place + 1) else {
          return false
        }
        index += 1
        return true
      case .punctuation:
        return takesPunctuation(token, place, start)
      case .symbol:
        guard input.isSign(place, "&"), nextIsCapital(place) else { return false }
        index += 1
        return true
      case .mark: return takesNickname(place, start)
      }
    }

    /// “Ana “Nita” Ruiz”: one or two capitals in marks between two capitals.
    private mutating func takesNickname(_ place: Int, _ start: Int) -> Bool {
      guard place > start, isNameWord(place - 1), isNameWord(place + 1) else { return false }
      var closing = place + 2
      if isNameWord(closing) { closing += 1 }
      guard let mark = input.token(closing), mark.kind == .mark, isNameWord(closing + 1),
        input.token(closing + 1)?.flags.contains(.spaceBefore) ?? false
      else { return false }
      index = closing + 1
      return true
    }

    private func isNameWord(_ place: Int) -> Bool {
      guard let token = input.token(place) else { return false }
      return token.kind == .word && token.isCapitalized && !token.has([.common, .calendar])
        && !token.flags.contains(.possessive)
    }

    private mutating func takesWord(_ token: Token, _ place: Int, _ start: Int) -> Bool {
      if token.isCapitalized {
        let startsSentence = token.flags.contains(.sentenceStart)
        if token.has(.calendar), !token.has([.maleName, .femaleName]), !beginsPaper(place) {
          return false
        }
        if token.has([.pronounHe, .pronounShe, .pronounThey, .pronounIt, .pronounOther]),
          !isAbbreviation(token, place)
        {
          return false
        }
        if token.has(.common), place == end, startsSentence, !beginsPlace(token, place),
          !isPeople(token, place)
        {
          return false
        }
        if startsSentence, place == start, !token.has(NounPhrase.nouns.union(.title)),
          token.has(NounPhrase.function), !isAbbreviation(token, place)
        {
          return false
        }
        if startsSentence, place == start, isOrdinary(token, place) { return false }
        index += 1
        end = index
        return true
      }
      if token.has(NounPhrase.nouns) {
        index += 1
        end = index
        return true
      }
      if NounPhrase.isOwner(input, place) {
        index += 1
        return true
      }
      if isParticle(token), place > start, nextIsCapital(place),
        tokens[place - 1].isCapitalized || isParticle(tokens[place - 1])
      {
        index += 1
        return true
      }
      // An adjective, as far as a word can be told from its neighbours.
      guard !token.has(NounPhrase.function), !token.has(.calendar), lookahead(place + 1) else {
        return false
      }
      index += 1
      return true
    }

    /// “Sunday Times”: the day is part of a paper's name.
    private func beginsPaper(_ place: Int) -> Bool {
      guard let next = input.token(place + 1) else { return false }
      return next.isCapitalized && next.has(.organisationEnding)
    }

    /// “New Jersey”, “New York” at a sentence's start.
    private func beginsPlace(_ token: Token, _ place: Int) -> Bool {
      token.reads("new") && (input.token(place + 1)?.isCapitalized ?? false)
    }

    /// “Sources close to the mayor”, not “Sources: …”.
    private func isPeople(_ token: Token, _ place: Int) -> Bool {
      token.reads("sources") && input.token(place + 1)?.kind == .word
    }

    /// “US”, “WHO”: no pronoun where the words beside it are not in capitals too.
    private func isAbbreviation(_ token: Token, _ place: Int) -> Bool {
      guard token.flags.contains(.allCapitals) else { return false }
      let isLoud = { (token: Token?) in token?.flags.contains(.allCapitals) ?? false }
      return !isLoud(input.token(place - 1)) && !isLoud(input.token(place + 1))
    }

    /// A capital that only begins a sentence: an unknown word with small letters behind it that do
    /// not make it a subject (“Ahead of the vote”).
    private func isOrdinary(_ token: Token, _ place: Int) -> Bool {
      guard !token.has(NounPhrase.nouns.union([.title, .place, .maleName, .femaleName])),
        !token.flags.contains(.allCapitals), let next = input.token(place + 1),
        next.kind == .word, !next.isCapitalized
      else { return false }
      return !next.has([.cueVerb, .weakCueVerb, .auxiliary, .finiteVerb, .adverb])
        && !next.flags.contains(.possessive) && !next.has(NounPhrase.nouns)
    }

    private mutating func takesPunctuation(_ token: Token, _ place: Int, _ start: Int) -> Bool {
      guard input.isSign(place, "."), place > 0, tokens[place - 1].end == token.start else {
        if input.isSign(place, "["), lookahead(place + 1) {
          index += 1
          return true
        }
        if input.isSign(place, "]"), place > end - 1, end > 0,
          (start..<place).contains(where: { input.isSign($0, "[") })
        {
          index += 1
          end = index
          return true
        }
        return false
      }
      let before = tokens[place - 1]
      let isInitial = before.end - before.start == 1 && before.isCapitalized
      guard isInitial || (before.has(.abbreviation) && before.isCapitalized) else { return false }
      guard let next = input.token(place + 1), next.kind == .word, next.isCapitalized || isInitial
      else {
        guard isInitial, place > 1, input.isSign(place - 2, ".") else { return false }
        index += 1
        end = index
        return true
      }
      guard next.isCapitalized else { return false }
      index += 1
      return true
    }

    private func nextIsCapital(_ place: Int) -> Bool {
      guard let next = input.token(place + 1) else { return false }
      return next.kind == .word && (next.isCapitalized || isParticle(next))
    }

    /// Whether a word stands inside names in small letters: de, van, bin.
    func isParticle(_ token: Token) -> Bool { token.has(.particle) }

    /// Whether a noun or capital follows within three words, so that what stands before belongs.
    private func lookahead(_ place: Int) -> Bool {
      for ahead in place..<min(tokens.count, place + 3) {
        let token = tokens[ahead]
        guard token.kind == .word, !token.flags.contains(.possessive) else { return false }
        if token.has(NounPhrase.nouns) { return true }
        if token.isCapitalized, !token.has(.calendar) { return ahead == place && isDefinite }
        if token.has(NounPhrase.function.union(.determiner)) { return false }
      }
      return false
    }

    private func canGoOnAfterPossessive(_ place: Int) -> Bool {
      let token = tokens[place]
      return token.isCapitalized || token.has(NounPhrase.nouns)
        || (!token.has(NounPhrase.function) && lookahead(place + 1))
    }

    /// What the reading took in, from its start to the last noun or name, or nil.
    private func phrase(from start: Int) -> NounPhrase? {
      guard end > start else { return nil }
      var last = end - 1
      while last >= start, tokens[last].kind != .word || tokens[last].flags.contains(.possessive) {
        last -= 1
      }
      // A closing bracket or an initial's dot at the end stays in.
      let range = start..<end
      guard last >= start, !tokens[last].has(.determiner) || tokens[last].isCapitalized else {
        return nil
      }
      let name = name(in: start..<(last + 1))
      let head = name == nil ? head(of: tokens[last]) : .role
      guard name != nil || head != .none else { return nil }
      return NounPhrase(
        tokens: range, name: name, head: head, isDefinite: isDefinite,
        gender: NounPhrase.gender(tokens, range))
    }

    private func head(of token: Token) -> Head {
      if token.has(.collectiveNoun) { return .collective }
      if token.has(.roleNoun) { return .role }
      if token.has([.organisationNoun, .organisationEnding]) { return .organisation }
      if token.has(.documentNoun) { return .document }
      if token.isCapitalized, token.has(.place) { return .place }
      if token.isCapitalized, token.has(.title) { return .role }
      return .none
    }
  }
}
