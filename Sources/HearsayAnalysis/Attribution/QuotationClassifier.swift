internal import HearsayModel

/// Tells whole utterances from fragments, and both from marks around a title or an odd word.
struct QuotationClassifier {
  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput) { self.input = input }

  /// Words between the marks.
  func wordCount(_ stretch: MarkedStretch) -> Int {
    stretch.content.reduce(0) { $0 + (tokens[$1].kind == .word ? 1 : 0) }
  }

  /// `direct` or `mixed`: whether an independent finite clause stands inside.
  func type(of stretch: MarkedStretch, afterIntroduction: Bool) -> QuotationType {
    guard let first = firstWord(stretch) else { return .mixed }
    let words = wordCount(stretch)
    let token = tokens[first]
    let finite = hasFiniteVerb(stretch)
    if token.isCapitalized {
      return words >= 3 && (finite || words >= 6) || afterIntroduction
        || words >= 2 && (endsLikeSentence(stretch) || beginsWithPronounAndVerb(stretch, first))
        ? .direct : .mixed
    }
    guard finite, words >= 3 else { return .mixed }
    let beginsClause = isSubject(token) || token.reads("there") || token.reads("then")
    return beginsClause || beginsWithSubject(stretch, first) ? .direct : .mixed
  }

  /// “I disagree”, “We won”: two words are a clause where the first can only be a subject.
  private func beginsWithPronounAndVerb(_ stretch: MarkedStretch, _ first: Int) -> Bool {
    guard isSubject(tokens[first]), stretch.content.contains(first + 1) else { return false }
    let verb = tokens[first + 1]
    return verb.kind == .word && !verb.isCapitalized
      && (verb.has([.auxiliary, .finiteVerb, .cueVerb, .weakCueVerb])
        || !verb.has(NounPhrase.function.union(.determiner).union(.adverb)))
  }

  private func isSubject(_ token: Token) -> Bool {
    token.has([.pronounHe, .pronounShe, .pronounThey, .pronounIt])
      || token.reads("i") || token.reads("we") || token.reads("you")
  }

  /// “the river is …”, “this was …”: an article, a word or two, and a finite verb.
  private func beginsWithSubject(_ stretch: MarkedStretch, _ first: Int) -> Bool {
    guard tokens[first].has(.determiner), !tokens[first].reads("a"), !tokens[first].reads("an")
    else { return false }
    let standsAlone = ["this", "that", "these", "those", "all"].contains {
      (word: WordHash) in tokens[first].reads(word)
    }
    for place in (first + 1)..<max(first + 1, min(first + 4, stretch.content.upperBound)) {
      let token = tokens[place]
      guard token.kind == .word else { return false }
      if token.has([.auxiliary, .finiteVerb]) { return place > first + 1 || standsAlone }
      guard !token.has(NounPhrase.function.union(.determiner)) else { return false }
    }
    return false
  }

  private func firstWord(_ stretch: MarkedStretch) -> Int? {
    stretch.content.first { tokens[$0].kind == .word || tokens[$0].kind == .number }
  }

  private func hasFiniteVerb(_ stretch: MarkedStretch) -> Bool {
    stretch.content.contains {
      tokens[$0].has([.auxiliary, .finiteVerb, .cueVerb])
        && !(tokens[$0].flags.contains(.possessive) && $0 == stretch.content.lowerBound)
    }
  }

  /// Whether the last sign inside is a full stop, or one of ! and ?.
  func endsLikeSentence(_ stretch: MarkedStretch) -> Bool {
    guard let last = stretch.content.last, tokens[last].kind == .punctuation else { return false }
    let byte = input.bytes[tokens[last].start]
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "-") || byte >= 0xE2
  }

  /// Whether the last sign inside is a comma, ! or ?, or a dash: the sentence goes on behind.
  func asksForMore(_ stretch: MarkedStretch) -> Bool {
    guard let last = stretch.content.last else { return false }
    if tokens[last].kind == .mark, last > stretch.content.lowerBound {
      return isOpenEnd(last - 1) || isOpenEnd(last)
    }
    return isOpenEnd(last) || (input.isSign(stretch.last + 1, ","))
  }

  private func isOpenEnd(_ place: Int) -> Bool {
    let token = tokens[place]
    guard token.kind == .punctuation else { return false }
    let byte = input.bytes[token.start]
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "-") || byte >= 0xE2
  }

  /// Square brackets or an ellipsis inside.
  func isAltered(_ stretch: MarkedStretch) -> Bool {
    stretch.content.contains { place in
      let token = tokens[place]
      guard token.kind == .punctuation else { return false }
      let byte = input.bytes[token.start]
      return byte == UInt8(ascii: "[")
        || (byte == UInt8(ascii: ".") && token.end - token.start == 3)
        || (token.end - token.start == 3 && input.bytes[token.end - 1] == 0xA6 && byte == 0xE2
          && input.bytes[token.start + 1] == 0x80)
    }
  }

  /// Nouns for works that have a name, wherever one looks for it.
  private static let titled: [WordHash] = [
    "book", "film", "movie", "song", "album", "show", "series", "novel", "play", "article", "essay",
    "column", "program", "programme", "documentary", "episode", "exhibition",
  ]

  private static let namers: [WordHash] =
    titled + [
      "called", "titled", "entitled", "named", "nicknamed", "dubbed", "so-called", "word", "term",
      "phrase", "slogan", "hashtag", "magazine", "painting", "game", "track", "single", "known",
    ]

  /// Whether the word before the marks says that a name stands in them: “an essay titled “…””.
  func isTitled(_ stretch: MarkedStretch) -> Bool {
    guard let before = input.token(stretch.first - 1) else { return false }
    return before.reads("titled") || before.reads("entitled") || before.reads("nicknamed")
  }

  /// Whether the words before the marks introduce a name: “the film “…””, “known as “…””.
  func namesSomething(_ stretch: MarkedStretch) -> Bool {
    for back in 1...2 {
      guard let token = input.token(stretch.first - back), token.kind == .word else { break }
      if QuotationClassifier.namers.contains(where: { token.reads($0) }) { return true }
      guard back == 1, token.reads("as") || token.reads("a") || token.reads("the") else { break }
    }
    return false
  }

  private static let works: [WordHash] =
    titled + ["podcast", "ad", "spot", "commentary", "editorial", "memoir", "blog", "report"]

  /// Whether the noun before the marks is a work whose name they hold, be it with a comma: “in its
  /// podcast, “The Long Table,””; or an author follows: ““River Runs Dry,” by Ana Ruiz”.
  func namesWork(_ stretch: MarkedStretch) -> Bool {
    guard wordCount(stretch) <= 16 else { return false }
    if hasAuthor(stretch) { return true }
    let hasComma = input.isSign(stretch.first - 1, ",")
    guard let noun = input.token(stretch.first - (hasComma ? 2 : 1)) else { return false }
    return QuotationClassifier.works.contains { noun.reads($0) }
  }

  /// Whether nothing but a work's name can stand in the marks: an author follows it, or a work is
  /// before it and its words are capitals.
  func isNamedWork(_ stretch: MarkedStretch) -> Bool {
    namesWork(stretch) && (hasAuthor(stretch) || looksLikeTitle(stretch))
  }

  /// ““River Runs Dry,” by Ana Ruiz”.
  private func hasAuthor(_ stretch: MarkedStretch) -> Bool {
    guard let by = input.token(stretch.last + 1), by.reads("by"),
      let author = input.token(stretch.last + 2)
    else { return false }
    return author.isCapitalized
  }

  /// Whether capitals name a whole of which the words before are a part: “her role in “River Runs
  /// Dry””, “the author of “The Long Table””.
  func isTitleOfWhole(_ stretch: MarkedStretch) -> Bool {
    guard let before = input.token(stretch.first - 1), before.reads("in") || before.reads("of")
    else { return false }
    return wordCount(stretch) > 1 && looksLikeTitle(stretch)
  }

  /// Whether a noun that the marked words describe follows: “the “safe” way”.
  func describesNoun(_ stretch: MarkedStretch) -> Bool {
    guard let next = wordBehind(stretch), !endsLikeSentence(stretch) else { return false }
    return !next.reads("than") && !next.has(NounPhrase.function.union(.determiner))
  }

  /// The word with which a sentence goes on right behind the marks, no sign between; else nil.
  func wordBehind(_ stretch: MarkedStretch) -> Token? {
    guard let next = input.token(stretch.last + 1), next.kind == .word, !next.isCapitalized,
      !asksForMore(stretch)
    else { return nil }
    return next
  }

  private static let cries: [WordHash] = [
    "chant", "chants", "cry", "cries", "shout", "shouts", "scream", "screams", "yell", "yells",
  ]

  /// Whether the words before the marks say that many called it out: “chants of “Open the gates””.
  func isCry(_ stretch: MarkedStretch) -> Bool {
    guard let of = input.token(stretch.first - 1), of.reads("of"),
      let noun = input.token(stretch.first - 2)
    else { return false }
    return QuotationClassifier.cries.contains { noun.reads($0) }
  }

  /// Capitals throughout: “Morning in the Valley”; what was called out is none.
  func looksLikeTitle(_ stretch: MarkedStretch) -> Bool {
    var words = 0
    for place in stretch.content where tokens[place].kind == .word {
      let word = tokens[place]
      words += 1
      let isOfTitle =
        word.isCapitalized
        || words > 1
          && (word.has([.preposition, .determiner, .conjunction])
            || word.flags.contains(.possessive))
      guard isOfTitle, words <= 8 else { return false }
    }
    return words > 0 && !isCry(stretch)
  }

  /// “John “Jack” Smith”: one or two capitals between two capitals.
  func isNickname(_ stretch: MarkedStretch) -> Bool {
    guard wordCount(stretch) <= 2, let before = input.token(stretch.first - 1),
      let after = input.token(stretch.last + 1), let first = firstWord(stretch)
    else { return false }
    return before.kind == .word && before.isCapitalized && !before.has(.common)
      && after.kind == .word && after.isCapitalized && tokens[first].isCapitalized
  }
}
