internal import HearsayModel

/// Constructions of a sentence: notices, sources, verbs, nouns around a name.
extension OutletScan {
  /// “will republish the feed from RT”, “originally published by X”, “Source: X”.
  func notice(_ name: OutletName, _ phrase: OutletPhrase) -> OutletConstruction? {
    let first = name.tokens.lowerBound
    if input.isSign(phrase.start - 1, ":"), has(phrase.start - 2, .sourceLabel),
      input.token(phrase.start - 2)?.flags.contains(.lineStart) ?? false
    {
      return OutletConstruction(.republishedFrom, OutletRule.sourceLine, 0.9)
    }
    let sentence = sentence(first)
    let near = max(sentence.lowerBound, first - 24)..<min(sentence.upperBound, first + 12)
    for index in near {
      if has(index, .noticeVerb) {
        if let role = republication(name, phrase, verb: index, near) { return role }
      } else if index < first, has(index, .publishVerb), has(index - 1, .firstAdverb),
        isLinked(phrase.start, from: index), first - index <= 8, !reads(phrase.start - 1, "to"),
        near.prefix(while: { $0 < index }).contains(where: { has($0, .thisText) })
          || near.lowerBound + 1 >= index
      {
        return OutletConstruction(.republishedFrom, OutletRule.notice, 0.9)
      }
    }
    return nil
  }

  private func republication(
    _ name: OutletName, _ phrase: OutletPhrase, verb: Int, _ near: Range<Int>
  ) -> OutletConstruction? {
    let from = OutletConstruction(.republishedFrom, OutletRule.notice, 0.92)
    let publisher = OutletConstruction(.publisher, OutletRule.noticePublisher, 0.9)
    guard near.contains(where: { has($0, .thisText) }) else { return nil }
    let isBase =
      reads(verb, "republish") || reads(verb, "republishes") || reads(verb, "republishing")
    if verb < name.tokens.lowerBound {
      guard isLinked(phrase.start, from: verb) else { return nil }
      return !isBase && reads(phrase.start - 1, "by") && phrase.start - 1 == verb + 1
        ? publisher : from
    }
    // Only who republishes now says what this page is: “X will republish the feed”.
    let isNext = stretch(phrase.end, verb).allSatisfy { index in
      input.tokens[index].kind == .word
        && (has(index, .adverb) || reads(index, "will") || reads(index, "is")
          || reads(index, "may") || reads(index, "temporarily") || reads(index, "regularly"))
    }
    return isBase && isNext ? publisher : nil
  }

  /// Whether a preposition right before the phrase ties it to an earlier word.
  private func isLinked(_ start: Int, from index: Int) -> Bool {
    start - 1 > index && has(start - 1, .preposition)
  }

  /// “according to X”, “told X”, “citing X”, “quoted by X”, “in an interview with X”.
  func source(_ name: OutletName, _ phrase: OutletPhrase) -> OutletConstruction? {
    let before = phrase.start - 1
    let words = word(before)
    let told = OutletConstruction(.toldTo, OutletRule.told, 0.92)
    if has(phrase.end, .staffNoun), reads(phrase.end, "interview") {
      return OutletConstruction(.toldTo, OutletRule.interview, 0.9)
    }
    if words.contains(.tellVerb) {
      return name.isPersonal && !phrase.hasNoun ? nil : told
    }
    if reads(before, "to"), reads(before - 1, "according") {
      return OutletConstruction(.reportedBy, OutletRule.according, 0.95)
    }
    if reads(before, "per"), name.ambiguity < .high || isAcronym(name) {
      return OutletConstruction(.reportedBy, OutletRule.according, 0.8)
    }
    if words.contains(.citing), isCiting(before, name) {
      return OutletConstruction(.reportedBy, OutletRule.cited, 0.9)
    }
    if let relayed = relayed(name, phrase, before) { return relayed }
    return words.contains(.preposition) ? prepositional(name, phrase, before) : nil
  }

  /// “со ссылкой на X”, “в интервью X”, “نقلا عن X”, “قال لـX”, “به نقل از X”.
  private func relayed(
    _ name: OutletName, _ phrase: OutletPhrase, _ before: Int
  ) -> OutletConstruction? {
    let told = OutletConstruction(.toldTo, OutletRule.told, 0.9)
    if reads(before, "интервью") || reads(before, "інтерв'ю") {
      return OutletConstruction(.toldTo, OutletRule.interview, 0.9)
    }
    if name.prefix == .to || isArabicPrefixed(phrase.start, in: name) {
      if reads(before, "وفقا") || reads(before, "وفقاً") || reads(before, "طبقا") {
        return OutletConstruction(.reportedBy, OutletRule.according, 0.9)
      }
      let start = max(sentence(before).lowerBound, before - 8)
      if stretch(start, before + 1).contains(where: { has($0, .speech) }) { return told }
    }
    guard has(before, .relay) else { return nil }
    if has(before - 1, .speech) {
      return OutletConstruction(.toldTo, OutletRule.interview, 0.9)
    }
    let isCited =
      reads(before - 1, "ссылкой") || reads(before - 1, "посиланням")
      || reads(before - 1, "نقلا") || reads(before - 1, "نقلاً") || reads(before - 1, "نقل")
    return isCited ? OutletConstruction(.reportedBy, OutletRule.cited, 0.9) : nil
  }

  /// Whether the phrase begins with “to the agency” written as one word: لوكالة, لقناة, لصحيفة.
  private func isArabicPrefixed(_ index: Int, in name: OutletName) -> Bool {
    index < name.tokens.lowerBound
      && (reads(index, "لوكالة") || reads(index, "لقناة") || reads(index, "لصحيفة"))
  }

  /// “citing X” always; “…, reported X” and “— says X” only behind a sign.
  private func isCiting(_ index: Int, _ name: OutletName) -> Bool {
    guard
      reads(index, "says") || reads(index, "writes") || reads(index, "wrote")
        || reads(index, "reported") || reads(index, "reports")
    else { return true }
    guard let before = input.token(index - 1), index > sentence(index).lowerBound else {
      return false
    }
    return !name.isPersonal && (before.kind == .mark || before.kind == .punctuation)
  }

  private func prepositional(
    _ name: OutletName, _ phrase: OutletPhrase, _ before: Int
  ) -> OutletConstruction? {
    let start = max(sentence(before).lowerBound, before - 6)
    let near = start..<max(start, before)
    let isPerson = name.isPersonal && !phrase.hasNoun
    if reads(before, "by"), has(before - 1, .byParticiple) {
      let isAsked = reads(before - 1, "asked") || reads(before - 1, "interviewed")
      return isPerson
        ? nil
        : isAsked
          ? OutletConstruction(.toldTo, OutletRule.interview, 0.85)
          : OutletConstruction(.reportedBy, OutletRule.cited, 0.9)
    }
    if reads(before, "at") || reads(before, "on"),
      near.suffix(2).contains(where: { reads($0, "more") })
    {
      return OutletConstruction(.mention, OutletRule.readMore, 0.85)
    }
    if isPerson { return nil }
    let takesListener = reads(before, "to") || reads(before, "with") || reads(before, "on")
    let isInterview = near.contains { reads($0, "interview") || reads($0, "interviewed") }
    if isInterview { return OutletConstruction(.toldTo, OutletRule.interview, 0.92) }
    if takesListener, near.suffix(4).contains(where: { has($0, .speech) }),
      name.ambiguity < .high || isAcronym(name) || name.hasArticle
    {
      return OutletConstruction(.toldTo, OutletRule.told, 0.85)
    }
    let isReport = reads(before, "by") || reads(before, "from") || reads(before, "in")
    if isReport, near.suffix(3).contains(where: { has($0, .report) }) {
      return OutletConstruction(.reportedBy, OutletRule.cited, 0.85)
    }
    return nil
  }

  /// Whether the name is one word in capitals.
  func isAcronym(_ name: OutletName) -> Bool {
    name.tokens.count == 1 && input.tokens[name.tokens.lowerBound].flags.contains(.allCapitals)
  }

  /// “TASS reported”, “the Guardian has also written”, “Reuters said”.
  func reporting(_ name: OutletName, _ phrase: OutletPhrase) -> OutletConstruction? {
    guard !name.isPersonal || phrase.hasNoun else { return nil }
    if input.token(phrase.end - 1)?.flags.contains(.possessive) ?? false { return nil }
    var verb = phrase.end
    for _ in 0..<3 where has(verb, .adverb) && !has(verb, .reportVerb) { verb += 1 }
    guard !isCapitalized(verb) else { return nil }
    let words = word(verb)
    if words.contains(.reportVerb) {
      return OutletConstruction(.reportedBy, OutletRule.reporting, 0.92)
    }
    let isSafe = name.ambiguity < .high || isAcronym(name) || phrase.hasNoun
    return words.contains(.sayVerb) && isSafe
      ? OutletConstruction(.reportedBy, OutletRule.reporting, 0.85) : nil
  }

  /// “the state news agency RIA”, “an AP reporter”, “RT's correspondent”.
  func nounPhrase(_ name: OutletName, _ phrase: OutletPhrase) -> OutletConstruction? {
    let hasStaff = has(phrase.end, .staffNoun) && !name.isPersonal && !isCapitalized(phrase.end)
    // “a writer for The Atlantic”
    let before = phrase.start - 1
    let isEmployer =
      (reads(before, "for") || reads(before, "at") || reads(before, "of"))
      && has(before - 1, .staffNoun) && !name.isPersonal
      && (name.hasArticle || isAcronym(name) || name.ambiguity < .high)
    guard phrase.hasNoun || hasStaff || isEmployer else { return nil }
    return OutletConstruction(.mention, OutletRule.nounPhrase, 0.88)
  }
}
