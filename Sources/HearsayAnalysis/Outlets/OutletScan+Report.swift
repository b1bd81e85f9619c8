internal import HearsayModel
internal import HearsayText

/// Puts constructions and candidates together and reports mentions.
extension OutletScan {
  /// Two names of one outlet, the second in brackets, vouch for each other: RT (Russia Today).
  mutating func joinDefinitions() {
    for index in names.indices.dropLast() {
      let (left, right) = (names[index], names[index + 1])
      guard right.tokens.lowerBound == left.tokens.upperBound + 1,
        input.isSign(left.tokens.upperBound, "("), input.isSign(right.tokens.upperBound, ")")
      else { continue }
      let shared = left.candidates.filter { right.candidates.contains($0) }
      guard !shared.isEmpty else { continue }
      for place in [index, index + 1] {
        names[place].candidates = shared
        names[place].isPaired = true
      }
      names[index + 1].isSecondOfPair = true
    }
  }

  /// Reads the words around every name; the first construction that fits claims it.
  mutating func construe() {
    for index in names.indices {
      let name = names[index]
      if name.construction?.rule == OutletRule.link {
        // “Source: https://tass.com/…” says where the text was taken from.
        let phrase = OutletPhrase(start: name.tokens.lowerBound, end: name.tokens.upperBound)
        names[index].construction = notice(name, phrase) ?? name.construction
      }
      guard names[index].construction == nil else { continue }
      if isPartOfLongerName(name) { continue }
      let phrase = phrase(around: name)
      names[index].construction =
        dateline(name) ?? credit(name) ?? notice(name, phrase) ?? source(name, phrase)
        ?? reporting(name, phrase) ?? nounPhrase(name, phrase) ?? signature(name)
        ?? paired(name, index)
    }
  }

  private func paired(_ name: OutletName, _ index: Int) -> OutletConstruction? {
    guard name.isPaired else { return nil }
    if name.isSecondOfPair, let role = names[index - 1].construction,
      role.rule != OutletRule.definition
    {
      return OutletConstruction(role.role, OutletRule.apposition, role.confidence)
    }
    return OutletConstruction(.mention, OutletRule.definition, 0.95)
  }

  /// “Brisbane Times”, “Fox Sports”, “Express Scripts”: a common word inside another name.
  private func isPartOfLongerName(_ name: OutletName) -> Bool {
    guard name.needsContext, !isAcronym(name), !name.isAddress, !name.isPaired else { return false }
    let (first, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    if let next = input.token(end), next.kind == .word, next.isCapitalized,
      !next.flags.contains(.sentenceStart), !next.flags.contains(.lineStart),
      !has(end, .month)
    {
      return true
    }
    // The Post and Courier
    if name.hasArticle, reads(end, "and"), isCapitalized(end + 1), isCapitalized(first - 1) {
      return true
    }
    guard let before = input.token(first - 1), before.kind == .word, before.isCapitalized,
      !before.flags.contains(.sentenceStart), !before.flags.contains(.possessive)
    else { return false }
    return word(first - 1).isDisjoint(with: [.determiner, .tellVerb])
  }

  /// “told Reuters and AP”: a name joined to another shares its role.
  mutating func coordinate() {
    for index in names.indices.dropFirst()
    where names[index].construction == nil
      || names[index].construction?.role == .mention
    {
      guard !isPartOfLongerName(names[index]), let role = names[index - 1].construction,
        role.role == .toldTo || role.role == .reportedBy || role.role == .imageCredit
      else { continue }
      let start = phrase(around: names[index]).start
      let gap = names[index - 1].tokens.upperBound..<max(start, names[index - 1].tokens.upperBound)
      guard !gap.isEmpty, gap.count <= 2,
        gap.allSatisfy({ input.isSign($0, ",") || has($0, .conjunction) })
      else { continue }
      names[index].construction = OutletConstruction(
        role.role, OutletRule.coordination, role.confidence - 0.05)
    }
  }

  /// Turns names into findings.
  mutating func report() {
    for name in names where !name.needsCountry || hasPlace(of: name) {
      if let construction = name.construction {
        findings.mentions.append(mention(name, construction))
      } else if !name.needsContext {
        let isExact = name.ambiguity == .medium
        let bare = OutletConstruction(
          name.isAddress ? .link : .mention, name.isAddress ? OutletRule.link : OutletRule.bareName,
          isExact ? 0.75 : 0.85)
        findings.mentions.append(mention(name, bare))
      } else if !isPartOfLongerName(name) {
        // “told Fox” where the page names Fox News; a person's name alone is nobody's outlet.
        let isTold = has(name.tokens.lowerBound - 1, .tellVerb)
        guard !name.isPersonal || isTold else { continue }
        let role = isTold ? OutletRole.toldTo : .mention
        findings.tentative.append(
          mention(name, OutletConstruction(role, OutletRule.knownName, 0.7)))
      }
    }
  }

  /// Whether the paragraph speaks of the country of one of the outlets.
  private func hasPlace(of name: OutletName) -> Bool {
    name.candidates.contains { candidate in
      registry.records[Int(candidate)].country.map { findings.cues[$0] > 0 } ?? false
    }
  }

  /// Words that point to a country at most a hundred tokens from one.
  private func places(near token: Int) -> ArraySlice<(token: Int, country: CountryCode)> {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].token < token - 100 { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix { $0.token <= token + 100 }
  }

  private func mention(_ name: OutletName, _ construction: OutletConstruction) -> OutletMention {
    let ranked = rank(name, construction)
    let ids = ranked.order.map { registry.records[Int($0)].id }
    let id = ranked.isDecided ? ids.first : nil
    let record = id == nil ? nil : ranked.order.first.map { registry.records[Int($0)] }
    var mention = OutletMention(
      span: name.span, outletID: id, name: record?.name ?? input.string(name.span),
      role: construction.role, candidates: ids.count > 1 ? ids : [], rule: construction.rule,
      confidence: ranked.isDecided ? construction.confidence : construction.confidence / 2)
    mention.isAddress = name.isAddress
    mention.decision = ranked.decision
    return mention
  }

  /// How strongly the words around point to one candidate, and the word that points most.
  private struct Score {
    var value = 0
    var decision: OutletDecision?
    private var strongest = 0

    mutating func add(_ points: Int, _ kind: OutletDecision.Kind, _ span: ByteSpan) {
      value += points
      guard points > strongest else { return }
      strongest = points
      decision = OutletDecision(kind, span: span)
    }
  }

  /// Candidates by what the words around point to, best first; decided where one leads clearly.
  private func rank(
    _ name: OutletName, _ construction: OutletConstruction
  ) -> (order: [Int32], isDecided: Bool, decision: OutletDecision?) {
    guard name.candidates.count > 1 else { return (name.candidates, true, nil) }
    let phrase = phrase(around: name)
    let sentence = sentence(name.tokens.lowerBound)
    let near = places(near: name.tokens.lowerBound)
    let form = "(" + input.string(name.span) + ")"
    let scores = name.candidates.map { candidate -> Score in
      let record = registry.records[Int(candidate)]
      var score = Score()
      if construction.role == .agency, record.creditForms.contains(form) {
        score.add(4, .creditForm, name.span)
      }
      score.value += record.country.map { min(2, findings.cues[$0]) } ?? 0
      for place in near where place.country == record.country {
        let isInside = place.token >= phrase.start && place.token < phrase.end
        let points = isInside ? 8 : sentence.contains(place.token) ? 3 : 0
        score.add(points, .country, input.tokens[place.token].span)
      }
      return score
    }
    let order = name.candidates.indices.sorted {
      scores[$0].value != scores[$1].value ? scores[$0].value > scores[$1].value : $0 < $1
    }
    let best = scores[order[0]]
    let isDecided = best.value >= 3 && best.value > scores[order[1]].value
    return (
      order.map { name.candidates[$0] }, isDecided, isDecided ? best.decision : nil
    )
  }
}
