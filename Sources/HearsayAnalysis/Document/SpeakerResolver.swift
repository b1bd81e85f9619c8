internal import HearsayModel
internal import HearsayText

/// Tells who is behind a source mention: the document's names and roles, and who was mentioned
/// lately.
///
/// A name is looked up in the document's table of entities; a pronoun, a role or a noun goes to the
/// nearest mention that agrees in gender, number and kind (``AntecedentFinder``). Where two fit
/// alike there is no speaker but candidates, best first.
///
/// A class, since every paragraph's pass holds one and the table is many references.
final class SpeakerResolver: Sendable {
  /// Who a mention is, and what that rests on.
  struct Resolution: Hashable {
    var speaker: Speaker?
    /// Who else it could be, best first.
    var candidates: [Speaker] = []
    var how: AttributionEvidence.Resolution
    var referent: SpeakerContext.Referent?
    /// The earlier mention it rests on, counted from the paragraph's start.
    var antecedent: ByteSpan?
    /// Whether a noun pointed back at somebody without a name (“the agency”, said before in more
    /// words); such a chain does not keep its beginning in memory.
    var isEcho = false
  }

  /// Candidates that are named; more help nobody.
  static let maximumCandidates = 8

  private let table: EntityTable

  init(table: EntityTable) { self.table = table }

  /// Resolves one mention in its context; `here` are those of the same sentence, first first.
  func resolve(
    _ mention: MentionRecord, _ context: SpeakerContext, here: [SpeakerContext.Recent]
  ) -> Resolution {
    let antecedents = AntecedentFinder(here: here, recent: context.recent)
    switch mention.kind {
    case .person, .name:
      return named(mention, antecedents)
    case .organisation:
      return mention.name == nil
        ? organisation(mention, antecedents) : named(mention, antecedents)
    case .role:
      return role(mention, antecedents)
    case .masculinePronoun:
      return pointing(antecedents.person(.male), .pronoun)
    case .femininePronoun:
      return pointing(antecedents.person(.female), .pronoun)
    case .pluralPronoun:
      return pointing(antecedents.group(), .pronoun)
    case .neuterPronoun:
      return pointing(antecedents.thing(), .pronoun)
    case .document:
      return document(mention, context, antecedents)
    case .collective:
      return described(mention, kind: .collective)
    case .place:
      return place(mention)
    case .firstPerson, .other:
      return Resolution(how: .none)
    }
  }

  /// Whether a mention alone, as before a headline's colon, is certainly somebody.
  func knows(_ mention: MentionRecord) -> Bool {
    guard mention.kind == .name, let name = mention.name else { return true }
    return name.words.count == 1 && !table.matches(name).numbers.isEmpty
  }

  // MARK: - Names

  private func named(_ mention: MentionRecord, _ antecedents: AntecedentFinder) -> Resolution {
    guard let name = mention.name else { return Resolution(how: .none) }
    var (matches, likeness) = table.matches(name)
    if mention.kind == .person, matches.contains(where: { table.entities[$0].isPerson }) {
      matches.removeAll { !table.entities[$0].isPerson }
    }
    if matches.count > 1, mention.gender != .unknown {
      let agreeing = matches.filter {
        AntecedentFinder.agrees(table.entities[$0].gender, mention.gender)
      }
      if !agreeing.isEmpty { matches = agreeing }
    }
    if matches.count > 1, !mention.roles.isEmpty {
      let holding = matches.filter {
        mention.roles.allSatisfy(table.entities[$0].referent.roles.contains)
      }
      if holding.count == 1 { matches = holding }
    }
    if matches.count == 1 { return entity(matches[0], name, likeness) }
    if matches.count > 1 { return choice(matches, antecedents) }
    let kind: Speaker.Kind = mention.kind == .organisation ? .organisation : .person
    let speaker = Speaker(name: name.text, kind: kind, role: mention.role)
    return Resolution(
      speaker: speaker, how: kind == .organisation ? .organisation : .name,
      referent: .init(
        speaker: speaker, gender: mention.gender, roles: mention.roles, places: mention.places,
        isNamed: true, isCertain: mention.kind != .name || mention.gender != .unknown))
  }

  private func entity(
    _ number: Int, _ name: PersonName, _ likeness: EntityTable.Likeness
  ) -> Resolution {
    let entity = table.entities[number]
    let how: AttributionEvidence.Resolution =
      switch likeness {
      case .acronym: .acronym
      case .spelling: .spelling
      case .letters where !entity.isPerson: .organisation
      case .letters: name.words.count >= entity.words.count ? .name : .partOfName
      }
    return Resolution(speaker: entity.speaker, how: how, referent: referent(number))
  }

  private func referent(_ number: Int) -> SpeakerContext.Referent {
    table.entities[number].referent
  }

  /// A name several share: the one mentioned last, if any was; all are kept as candidates.
  private func choice(_ numbers: [Int], _ antecedents: AntecedentFinder) -> Resolution {
    let speakers = numbers.map { table.entities[$0].speaker }
    let ranked = antecedents.ranked { speakers.contains($0.speaker) }
    let others = speakers.filter { speaker in
      !ranked.contains { $0.referent.speaker == speaker }
    }
    let all = ranked.map(\.referent.speaker) + others
    let bare = ranked.first(where: \.isBare)
    guard let latest = bare ?? ranked.first, bare != nil || !antecedents.areEqual(ranked) else {
      return Resolution(
        candidates: Array(all.prefix(SpeakerResolver.maximumCandidates)), how: .ambiguous)
    }
    let rest = all.filter { $0 != latest.referent.speaker }
    return Resolution(
      speaker: latest.referent.speaker,
      candidates: Array(rest.prefix(SpeakerResolver.maximumCandidates)),
      how: .partOfName, referent: latest.referent, antecedent: latest.place)
  }

  /// A country or city, whichever way it is spelled.
  private func place(_ mention: MentionRecord) -> Resolution {
    guard let number = table.place(mention.text) else {
      return described(mention, kind: .organisation)
    }
    let entity = table.entities[number]
    return Resolution(
      speaker: entity.speaker,
      how: entity.speaker.name == mention.text ? .organisation : .spelling,
      referent: entity.referent)
  }

  // MARK: - Pointing back

  /// What the finder's answer makes of a mention.
  private func pointing(
    _ found: AntecedentFinder.Answer, _ how: AttributionEvidence.Resolution
  ) -> Resolution {
    guard let best = found.best else {
      return found.others.isEmpty
        ? Resolution(how: .none)
        : Resolution(candidates: found.others.map(\.referent.speaker), how: .ambiguous)
    }
    return Resolution(
      speaker: best.referent.speaker, candidates: found.others.map(\.referent.speaker), how: how,
      referent: best.referent, antecedent: best.place)
  }

  private func role(_ mention: MentionRecord, _ antecedents: AntecedentFinder) -> Resolution {
    guard !mention.traits.contains(.indefinite), mention.isDefinite || mention.startsWithCapital,
      let head = mention.roles.last
    else { return undetermined(mention) }
    let persons = antecedents.ranked {
      $0.speaker.kind == .person && RoleWords.fits($0, mention)
    }
    let holding = persons.filter { RoleWords.holds($0.referent, head) }
    if let latest = RoleWords.ofSameRank(holding, mention) { return latestHolder(latest) }
    if let byTable = holder(of: head, mention) { return byTable }
    // A role nobody has by name: somebody mentioned lately whose own roles do not speak against it.
    if let latest = persons.first(where: { RoleWords.mayHold($0.referent, mention) }) {
      return latestHolder(latest)
    }
    if let byTable = synonymHolder(of: head, mention) { return byTable }
    var resolution = described(mention, kind: .person)
    // “He named his successor. He said …”: whose successor it is stays the likelier “he”.
    resolution.isEcho = RoleWords.isOwned(mention) && mention.gender == .unknown
    return resolution
  }

  /// “a fisherman”; “she became president” speaks of nobody.
  private func undetermined(_ mention: MentionRecord) -> Resolution {
    var resolution = described(mention, kind: .person)
    resolution.isEcho =
      !mention.traits.contains(.indefinite) && !mention.traits.contains(.speaking)
    return resolution
  }

  private func latestHolder(_ latest: SpeakerContext.Recent) -> Resolution {
    Resolution(
      speaker: latest.referent.speaker, how: .role, referent: latest.referent,
      antecedent: latest.place, isEcho: !latest.referent.isNamed)
  }

  /// Whom the document gives the role, wherever it does.
  private func holder(of head: UInt64, _ mention: MentionRecord) -> Resolution? {
    guard !RoleWords.isOwned(mention) || mention.traits.contains(.apposition) else { return nil }
    let holders = table.holders(of: head).filter { RoleWords.fits(referent($0), mention) }
    guard holders.count > 1 else { return holders.first.map(byRole) }
    let best = holders.filter { holder in
      mention.roles.allSatisfy(referent(holder).roles.contains)
    }
    if best.count == 1 { return byRole(best[0]) }
    let ranked = best.isEmpty ? holders : best + holders.filter { !best.contains($0) }
    return Resolution(
      candidates: ranked.prefix(SpeakerResolver.maximumCandidates).map {
        table.entities[$0].speaker
      }, how: .ambiguous)
  }

  /// “Russia’s top diplomat”: the only one with an office that the word stands for.
  private func synonymHolder(of head: UInt64, _ mention: MentionRecord) -> Resolution? {
    guard !RoleWords.isOwned(mention) else { return nil }
    let offices = RoleWords.offices(for: head)
    let holders = Set(offices.flatMap(table.holders)).filter {
      table.entities[$0].isPerson && RoleWords.fits(referent($0), mention)
    }
    return holders.count == 1 ? holders.first.map(byRole) : nil
  }

  private func byRole(_ number: Int) -> Resolution {
    Resolution(speaker: table.entities[number].speaker, how: .role, referent: referent(number))
  }

  // MARK: - Organisations, documents

  /// “the ministry”: the organisation whose name ends in the same noun.
  private func organisation(
    _ mention: MentionRecord, _ antecedents: AntecedentFinder
  ) -> Resolution {
    guard mention.isDefinite, let noun = mention.roles.last else {
      return described(mention, kind: .organisation)
    }
    let bodies = antecedents.ranked { $0.speaker.kind == .organisation }
    let fitting = bodies.filter { RoleWords.sharesPlace($0.referent, mention) }
    if let latest = fitting.first(where: { $0.referent.roles.contains(noun) }) {
      return body(latest)
    }
    let named = table.organisations(endingIn: noun)
    if named.count == 1 {
      return Resolution(
        speaker: table.entities[named[0]].speaker, how: .organisation,
        referent: referent(named[0]))
    }
    // Of several ministries the one spoken of last.
    let speakers = named.map { table.entities[$0].speaker }
    if let latest = fitting.first(where: { speakers.contains($0.referent.speaker) }) {
      return body(latest)
    }
    if RoleWords.looseBodies.contains(noun),
      let latest = fitting.first(where: { $0.referent.isNamed })
    {
      return body(latest)
    }
    return described(mention, kind: .organisation)
  }

  private func body(_ latest: SpeakerContext.Recent) -> Resolution {
    Resolution(
      speaker: latest.referent.speaker, how: .organisation, referent: latest.referent,
      antecedent: latest.place, isEcho: !latest.referent.isNamed)
  }

  /// “the statement” speaks for whoever issued it, or the organisation credited last; else for
  /// itself.
  private func document(
    _ mention: MentionRecord, _ context: SpeakerContext, _ antecedents: AntecedentFinder
  ) -> Resolution {
    guard mention.isDefinite, let noun = mention.roles.last,
      !mention.text.utf8.contains(0x20)
    else { return described(mention, kind: .organisation) }
    if let issue = context.issue, issue.noun == noun { return spokenFor(by: issue.issuer) }
    if RoleWords.messages.contains(noun),
      let body = context.speakingOrganisation
        ?? antecedents.ranked(where: { $0.speaker.kind == .organisation }).first?.referent
    {
      return spokenFor(by: body)
    }
    return described(mention, kind: .organisation)
  }

  private func spokenFor(by referent: SpeakerContext.Referent) -> Resolution {
    Resolution(
      speaker: referent.speaker, how: .document, referent: referent, isEcho: !referent.isNamed)
  }

  private func described(_ mention: MentionRecord, kind: Speaker.Kind) -> Resolution {
    guard !mention.text.isEmpty else { return Resolution(how: .none) }
    let speaker = Speaker(name: mention.text, kind: kind, role: nil)
    return Resolution(
      speaker: speaker, how: kind == .organisation ? .organisation : .description,
      referent: .init(
        speaker: speaker, gender: mention.gender, roles: mention.roles, places: mention.places,
        isNamed: false, isCertain: true))
  }
}
