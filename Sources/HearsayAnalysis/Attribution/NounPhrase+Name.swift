internal import HearsayText

/// Where the name begins in a noun phrase.
extension NounPhrase.Scan {
  /// The capitals at the end, without titles, roles, offices and places before them.
  func name(in range: Range<Int>) -> Range<Int>? {
    var first = range.upperBound
    while first > range.lowerBound, isNamePart(first - 1) { first -= 1 }
    while first < range.upperBound, isBeforeName(first, range.upperBound) { first += 1 }
    first = behindLastTitle(first, range.upperBound)
    if let whole = organisation(in: range, from: first) { return whole }
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

  /// “Foreign Ministry”, “Financial Times”, “the Kyiv Independent”: the name of a body or a paper with
  /// the office, day or place that it begins with; nil where the capitals are no such name.
  private func organisation(in range: Range<Int>, from first: Int) -> Range<Int>? {
    let end = range.upperBound
    let last = tokens[end - 1]
    guard last.kind == .word, last.isCapitalized, !last.flags.contains(.possessive) else {
      return nil
    }
    let isBody = last.has(.organisationNoun)
    let isPaper = last.has(.organisationEnding)
    guard isBody || isPaper || first == end - 1 else { return nil }
    var start = min(first, end - 1)
    while start > range.lowerBound, tokens[start - 1].kind == .word,
      tokens[start - 1].isCapitalized, !tokens[start - 1].has(.determiner),
      isBody || isPaper ? isPartOfOffice(tokens[start - 1]) : tokens[start - 1].has(.place)
    {
      start -= 1
    }
    guard start < first, end - start > 1 else { return nil }
    // A person's name has no article.
    let hasArticle = start > range.lowerBound && tokens[start - 1].reads("the")
    return isBody || isPaper || hasArticle ? start..<end : nil
  }

  /// “Foreign”, “Financial”, “Sunday”, “Irish”, “General”: what names a body's field or rank.
  private func isPartOfOffice(_ token: Token) -> Bool {
    if token.has([.place, .calendar]) { return true }
    return token.has(.title) && !token.flags.contains(.possessive)
      && !token.has([.abbreviation, .maleRole, .femaleRole, .common])
      && (!token.has(.roleNoun) || token.reads("justice") || token.reads("general"))
  }

  /// “Research Director Raj Shah”: the name begins behind the last title inside, unless too
  /// little is left.
  private func behindLastTitle(_ first: Int, _ end: Int) -> Int {
    var place = end - 1
    while place > first {
      let token = tokens[place]
      if token.kind == .word, token.has(.roleNoun) || isAbbreviatedTitle(place),
        !token.has([.maleName, .femaleName])
      {
        break
      }
      place -= 1
    }
    guard place > first else { return first }
    var name = place + 1
    if input.isSign(name, ".") { name += 1 }
    guard name < end, !NameSuffix.contains(tokens[name].hash),
      !tokens[end - 1].has([.organisationNoun, .organisationEnding])
    else { return first }
    return name
  }

  private func isAbbreviatedTitle(_ place: Int) -> Bool {
    tokens[place].has(.title) && tokens[place].has(.abbreviation) && input.isSign(place + 1, ".")
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
    case .symbol, .mark: return true
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
