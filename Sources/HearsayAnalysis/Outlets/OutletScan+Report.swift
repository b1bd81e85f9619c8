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
    }
  }

  /// Reads the words around every name; the first construction that fits claims it.
  mutating func construe() {
    for index in names.indices where names[index].construction == nil {
      let name = names[index]
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
    let isSecond = input.isSign(name.tokens.lowerBound - 1, "(")
    if isSecond, let role = names[index - 1].construction, role.rule != OutletRule.definition {
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
    guard let before = input.token(first - 1), before.kind == .word, before.isCapitalized,
      !before.flags.contains(.sentenceStart), !name.hasArticle
    else { return false }
    return word(first - 1).isDisjoint(with: [.outletNoun, .filler, .determiner, .tellVerb])
      && registry.names.slot(before.hash)?.country == nil
  }

  /// “told Reuters and AP”: a name joined to another shares its role.
  mutating func coordinate() {
    for index in names.indices.dropFirst() where names[index].construction == nil
      || names[index].construction?.role == .mention
    {
      guard !isPartOfLongerName(names[index]), let role = names[index - 1].construction,
        role.role == .toldTo || role.role == .reportedBy || role.role == .imageCredit
      else { continue }
      let start = phrase(around: names[index]).start
      let gap = names[index - 1].tokens.upperBound..<max(start, names[index - 1].tokens.upperBound)
      guard !gap.isEmpty, gap.count <= 2,
        gap.allSatisfy({ input.isSign($0, ",") || reads($0, "and") || reads($0, "or") })
      else { continue }
      names[index].construction = OutletConstruction(
        role.role, OutletRule.coordination, role.confidence - 0.05)
    }
  }

  /// Turns names into findings.
  mutating func report() {
    for name in names {
      if let construction = name.construction {
        findings.mentions.append(mention(name, construction))
      } else if !name.needsContext {
        let isExact = name.ambiguity == .medium
        let bare = OutletConstruction(
          name.isAddress ? .link : .mention, name.isAddress ? OutletRule.link : OutletRule.bareName,
          isExact ? 0.75 : 0.85)
        findings.mentions.append(mention(name, bare))
      } else if !isPartOfLongerName(name), !name.isPersonal {
        findings.tentative.append(
          mention(name, OutletConstruction(.mention, OutletRule.knownName, 0.7)))
      }
    }
  }

  private func mention(_ name: OutletName, _ construction: OutletConstruction) -> OutletMention {
    let ranked = rank(name, construction)
    let ids = ranked.order.map { registry.records[Int($0)].id }
    let id = ranked.isDecided ? ids.first : nil
    let record = id == nil ? nil : ranked.order.first.map { registry.records[Int($0)] }
    return OutletMention(
      span: name.span, outletID: id, name: record?.name ?? input.string(name.span),
      role: construction.role, candidates: ids.count > 1 ? ids : [], rule: construction.rule,
      confidence: ranked.isDecided ? construction.confidence : construction.confidence / 2)
  }

  /// Candidates by what the words around point to, best first; decided where one leads clearly.
  private func rank(
    _ name: OutletName, _ construction: OutletConstruction
  ) -> (order: [Int32], isDecided: Bool) {
    guard name.candidates.count > 1 else { return (name.candidates, true) }
    let phrase = phrase(around: name)
    let sentence = sentence(name.tokens.lowerBound)
    let form = "(" + input.string(name.span) + ")"
    let scores = name.candidates.map { candidate -> Int in
      let record = registry.records[Int(candidate)]
      var score = construction.role == .agency && record.creditForms.contains(form) ? 4 : 0
      for place in places where place.country == record.country {
        let isInside = place.token >= phrase.start && place.token < phrase.end
        score += isInside ? 8 : sentence.contains(place.token) ? 3 : 1
      }
      return score
    }
    let order = name.candidates.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    let isDecided = scores[order[0]] >= 3 && scores[order[0]] > scores[order[1]]
    return (order.map { name.candidates[$0] }, isDecided)
  }
}
