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

  /// The phrase that begins at a token, or nil where none does.
  static func parse(_ input: ParagraphInput, at start: Int) -> NounPhrase? {
    var scan = Scan(input: input, index: start)
    scan.run()
    return scan.phrase(from: start)
  }

  /// The mention the phrase makes, or nil where it is nothing that could speak.
  func mention(_ input: ParagraphInput) -> Mention? {
    let kind: Mention.Kind
    if name != nil {
      kind = nameKind(input)
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

  private func nameKind(_ input: ParagraphInput) -> Mention.Kind {
    guard let name else { return .other }
    let words = name.map { input.tokens[$0] }
    if words.contains(where: { $0.has([.organisationNoun, .organisationEnding]) }) {
      return .organisation
    }
    let titled =
      tokens.lowerBound < name.lowerBound
      && input.tokens[name.lowerBound - 1].has([.title, .roleNoun])
    if titled { return .person }
    if words.count == 1, words[0].flags.contains(.allCapitals) { return .organisation }
    if words.count > 1, words[0].has([.maleName, .femaleName]) { return .person }
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

  /// One reading of the tokens from a start.
  private struct Scan {
    let input: ParagraphInput
    private let tokens: [Token]
    private var index: Int
    private var end = 0
    private var isDefinite = false

    init(input: ParagraphInput, index: Int) {
      self.input = input
      tokens = input.tokens
      self.index = index
    }

    mutating func run() {
      let start = index
      determiner()
      while index < tokens.count, index - start < NounPhrase.longest {
        guard takes(index, start) else { break }
      }
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
      case .mark: return false
      }
    }

    private mutating func takesWord(_ token: Token, _ place: Int, _ start: Int) -> Bool {
      if token.isCapitalized {
        let startsSentence = token.flags.contains(.sentenceStart)
        if token.has(.calendar), !token.has([.maleName, .femaleName]) { return false }
        if token.has([.pronounHe, .pronounShe, .pronounThey, .pronounIt, .pronounOther]),
          !isAbbreviation(token, place)
        {
          return false
        }
        if token.has(.common), place == end, startsSentence { return false }
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

    /// “US”, “WHO”: no pronoun where the words beside it are not in capitals too.
    private func isAbbreviation(_ token: Token, _ place: Int) -> Bool {
      guard token.flags.contains(.allCapitals) else { return false }
      let beside = [input.token(place - 1), input.token(place + 1)].compactMap { $0 }
      return !beside.contains { $0.flags.contains(.allCapitals) }
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

    private func isParticle(_ token: Token) -> Bool { token.has(.particle) }

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

    func phrase(from start: Int) -> NounPhrase? {
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

    /// The capitals at the end, without titles, roles, offices and places before them.
    private func name(in range: Range<Int>) -> Range<Int>? {
      var first = range.upperBound
      while first > range.lowerBound, isNamePart(first - 1) { first -= 1 }
      while first < range.upperBound, isBeforeName(first, range.upperBound) { first += 1 }
      guard first < range.upperBound, tokens[first].kind == .word else { return nil }
      let last = tokens[range.upperBound - 1]
      if isNoun(last), !last.has(.organisationEnding.union(.organisationNoun)) { return nil }
      if isNoun(last) {
        // “Russian Foreign Ministry”: the place is part of the name.
        while first > range.lowerBound, tokens[first - 1].isCapitalized, isNamePart(first - 1),
          !tokens[first - 1].has(.determiner)
        {
          first -= 1
        }
        guard range.upperBound - first > 1 else { return nil }
      }
      return first..<range.upperBound
    }

    private func isNoun(_ token: Token) -> Bool {
      token.has(NounPhrase.nouns) || (token.has(.title) && !token.has([.maleName, .femaleName]))
    }

    private func isNamePart(_ place: Int) -> Bool {
      let token = tokens[place]
      if token.flags.contains(.possessive) { return false }
      switch token.kind {
      case .word: return token.isCapitalized || isParticle(token)
      case .punctuation: return input.isSign(place, ".")
      case .symbol: return true
      default: return false
      }
    }

    private func isBeforeName(_ place: Int, _ end: Int) -> Bool {
      let token = tokens[place]
      if token.kind != .word { return true }
      if isParticle(token), !token.isCapitalized { return true }
      guard place + 1 < end else {
        return token.has(.title.union(.place).union(NounPhrase.nouns).union(.determiner))
      }
      if token.has([.maleName, .femaleName]) { return false }
      return token.has(.title.union(.place).union(NounPhrase.nouns).union(.determiner))
    }
  }
}
