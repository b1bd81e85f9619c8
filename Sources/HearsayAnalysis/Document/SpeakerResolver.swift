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
  struct Resolution {
    /// The one meant, or nil where nothing decides.
    var referent: SpeakerContext.Referent?
    /// Who else it could be, best first.
    var candidates: [Speaker] = []
    var how: AttributionEvidence.Resolution
    /// The earlier mention it rests on, counted from the paragraph's start.
    var antecedent: ByteSpan?
    /// Whether a noun pointed back at somebody without a name (“the agency”, said before in more
    /// words); such a chain does not keep its beginning in memory.
    var isEcho = false

    var speaker: Speaker? { referent?.speaker }
  }

  /// Candidates that are named; more help nobody.
  static let maximumCandidates = 8

  private let table: EntityTable

  init(table: EntityTable) { self.table = table }

  /// Resolves one mention in its context; `here` are those of the same sentence, first first.
  ///
  /// Only where `isAsked`, who else it could be is told, and an echo is somebody.
  func resolve(
    _ mention: ListedMention, _ context: SpeakerContext, here: [SpeakerContext.Recent],
    isAsked: Bool
  ) -> Resolution {
    var antecedents: AntecedentFinder {
      AntecedentFinder(here: here, recent: context.recent, isAsked: isAsked)
    }
    switch mention.kind {
    case .person, .name:
      return named(mention) { antecedents }
    case .organisation:
      return mention.hasName
        ? named(mention) { antecedents } : organisation(mention, antecedents)
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
  func knows(_ mention: ListedMention) -> Bool {
    guard mention.kind == .name, mention.hasName else { return true }
    return mention.words.count == 1 && !table.matches(mention).numbers.isEmpty
  }

  // MARK: - Names

  private func named(
    _ mention: ListedMention, _ antecedents: () -> AntecedentFinder
  ) -> Resolution {
    guard mention.hasName else { return Resolution(how: .none) }
    let (matches, likeness) = table.matches(mention)
    switch matches {
    case .one(let number): return entity(number, mention, likeness)
    case .several(let numbers):
      let agreeing = narrowed(numbers, mention)
      return agreeing.count == 1
        ? entity(agreeing[0], mention, likeness) : choice(agreeing, antecedents())
    case .none: return unknown(mention)
    }
  }

  /// Those of several with one name that kind, gender and roles do not speak against.
  private func narrowed(_ numbers: [Int], _ mention: ListedMention) -> [Int] {
    var matches = numbers
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
    if matches.count > 1, mention.kind == .organisation, !mention.places.isEmpty {
      let there = matches.filter { RoleWords.sharesPlace(table.entities[$0].referent, mention) }
      if there.count == 1 { matches = there }
    }
    return matches
  }

  /// A name that the document never gives in full.
  private func unknown(_ mention: ListedMention) -> Resolution {
    let kind: Speaker.Kind = mention.kind == .organisation ? .organisation : .person
    let referent = SpeakerContext.Referent(
      speaker: Speaker(name: mention.text, kind: kind, role: mention.role),
      gender: mention.gender, roles: mention.roles, places: mention.places, isNamed: true,
      isCertain: mention.kind != .name || mention.gender != .unknown)
    return Resolution(referent: referent, how: kind == .organisation ? .organisation : .name)
  }

  private func entity(
    _ number: Int, _ name: ListedMention, _ likeness: EntityTable.Likeness
  ) -> Resolution {
    let entity = table.entities[number]
    let how: AttributionEvidence.Resolution =
      switch likeness {
      case .acronym: .acronym
      case .spelling: .spelling
      case .letters where !entity.isPerson: .organisation
      case .letters: name.words.count >= entity.introduction.words.count ? .name : .partOfName
      }
    return Resolution(referent: entity.referent, how: how)
  }

  private func referent(_ number: Int) -> SpeakerContext.Referent {
    table.entities[number].referent
  }

  /// A name several share: the one mentioned last, if any was; all are kept as candidates.
  private func choice(_ numbers: [Int], _ antecedents: AntecedentFinder) -> Resolution {
    let ranked = antecedents.ranked { referent in
      numbers.contains { isSame(self.referent($0), referent) }
    }
    var all = ranked.map(\.referent)
    for number in numbers where antecedents.isAsked {
      let referent = referent(number)
      if !ranked.contains(where: { isSame($0.referent, referent) }) { all.append(referent) }
    }
    let bare = ranked.first(where: \.standing.isBare)
    guard let latest = bare ?? ranked.first, bare != nil || !antecedents.areEqual(ranked) else {
      return Resolution(candidates: candidates(all), how: .ambiguous)
    }
    return Resolution(
      referent: latest.referent,
      candidates: antecedents.isAsked
        ? candidates(all.filter { !isSame($0, latest.referent) }) : [],
      how: .partOfName, antecedent: latest.place)
  }

  private func candidates(_ referents: [SpeakerContext.Referent]) -> [Speaker] {
    referents.prefix(SpeakerResolver.maximumCandidates).map(\.speaker)
  }

  private func isSame(
    _ first: SpeakerContext.Referent, _ second: SpeakerContext.Referent
  ) -> Bool {
    first === second || first.speaker == second.speaker
  }

  /// A country or city, whichever way it is spelled.
  private func place(_ mention: ListedMention) -> Resolution {
    guard let number = table.place(mention) else {
      return described(mention, kind: .organisation)
    }
    let referent = referent(number)
    return Resolution(
      referent: referent,
      how: referent.speaker.name == mention.text ? .organisation : .spelling)
  }

  // MARK: - Pointing back

  /// What the finder's answer makes of a mention.
  private func pointing(
    _ found: AntecedentFinder.Answer, _ how: AttributionEvidence.Resolution
  ) -> Resolution {
    let candidates = found.others.map(\.referent.speaker)
    guard let best = found.best else {
      return Resolution(candidates: candidates, how: candidates.isEmpty ? .none : .ambiguous)
    }
    return Resolution(
      referent: best.referent, candidates: candidates, how: how, antecedent: best.place)
  }

  private func role(_ mention: ListedMention, _ antecedents: AntecedentFinder) -> Resolution {
    guard !mention.traits.contains(.indefinite), mention.isDefinite || mention.startsWithCapital,
      let head = mention.roles.last
    else { return undetermined(mention, antecedents) }
    if let latest = latestHolder(of: head, mention, antecedents) { return pointing(latest) }
    if let byTable = holder(of: head, mention) { return byTable }
    let isOwned = RoleWords.isOwned(mention)
    if !isOwned {
      // A role nobody has by name: somebody mentioned lately whose own roles do not speak against
      // it. A loose word always can mean them, an office only somebody without one.
      let isLoose = RoleWords.isLoose(head)
      let latest = antecedents.first {
        $0.speaker.kind == .person && (isLoose || $0.roles.isEmpty)
          && RoleWords.fits($0, mention)
      }
      if let latest { return pointing(latest) }
      if let byTable = synonymHolder(of: head, mention) { return byTable }
    }
    // “He named his successor. He said …”: whose successor it is stays the likelier “he”.
    let isEcho = isOwned && mention.gender == .unknown
    return described(mention, kind: .person, isEcho: isEcho, antecedents)
  }

  /// Of those mentioned lately who have a role, the first in the mention's rank, or else the first.
  private func latestHolder(
    of head: UInt64, _ mention: ListedMention, _ antecedents: AntecedentFinder
  ) -> SpeakerContext.Recent? {
    let role = RoleWords.Role(head)
    var holder: SpeakerContext.Referent?
    let alike = antecedents.first { referent in
      guard referent.speaker.kind == .person, role.isHeld(by: referent),
        RoleWords.fits(referent, mention)
      else { return false }
      holder = holder ?? referent
      return RoleWords.isOfSameRank(referent, mention)
    }
    return alike ?? holder.flatMap { holder in antecedents.first { $0 === holder } }
  }

  /// “a fisherman”; “she became president” speaks of nobody.
  private func undetermined(
    _ mention: ListedMention, _ antecedents: AntecedentFinder
  ) -> Resolution {
    let isEcho = !mention.traits.contains(.indefinite) && !mention.traits.contains(.speaking)
    return described(mention, kind: .person, isEcho: isEcho, antecedents)
  }

  /// Somebody without a name; nobody where that leaves no trace and nobody asks.
  private func described(
    _ mention: ListedMention, kind: Speaker.Kind, isEcho: Bool, _ antecedents: AntecedentFinder
  ) -> Resolution {
    if isEcho, !antecedents.isAsked { return Resolution(how: .none) }
    var resolution = described(mention, kind: kind)
    resolution.isEcho = isEcho
    return resolution
  }

  private func pointing(_ latest: SpeakerContext.Recent) -> Resolution {
    Resolution(
      referent: latest.referent, how: .role, antecedent: latest.place,
      isEcho: !latest.referent.isNamed)
  }

  /// Whom the document gives the role, wherever it does.
  private func holder(of head: UInt64, _ mention: ListedMention) -> Resolution? {
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
  private func synonymHolder(of head: UInt64, _ mention: ListedMention) -> Resolution? {
    var found: Int?
    for office in RoleWords.offices(for: head) {
      for holder in table.holders(of: office)
      where table.entities[holder].isPerson && RoleWords.fits(referent(holder), mention) {
        if let found, found != holder { return nil }
        found = holder
      }
    }
    return found.map(byRole)
  }

  private func byRole(_ number: Int) -> Resolution {
    Resolution(referent: referent(number), how: .role)
  }

  // MARK: - Organisations, documents

  /// “the ministry”: the organisation whose name ends in the same noun.
  private func organisation(
    _ mention: ListedMention, _ antecedents: AntecedentFinder
  ) -> Resolution {
    guard mention.isDefinite, let noun = mention.roles.last else {
      return described(mention, kind: .organisation)
    }
    let fits = { (referent: SpeakerContext.Referent) in
      referent.speaker.kind == .organisation && RoleWords.sharesPlace(referent, mention)
    }
    if let latest = antecedents.first(where: { fits($0) && $0.roles.contains(noun) }) {
      return body(latest)
    }
    let named = table.organisations(endingIn: noun)
    if named.count == 1 { return Resolution(referent: referent(named[0]), how: .organisation) }
    // Of several ministries the one spoken of last.
    if named.count > 1 {
      let speakers = named.map { table.entities[$0].speaker }
      let latest = antecedents.first { fits($0) && speakers.contains($0.speaker) }
      if let latest { return body(latest) }
    }
    if RoleWords.looseBodies.contains(noun),
      let latest = antecedents.first(where: { $0.isNamed && fits($0) })
    {
      return body(latest)
    }
    return described(mention, kind: .organisation)
  }

  private func body(_ latest: SpeakerContext.Recent) -> Resolution {
    Resolution(
      referent: latest.referent, how: .organisation, antecedent: latest.place,
      isEcho: !latest.referent.isNamed)
  }

  /// “the statement” speaks for whoever issued it, or the organisation credited last; else for
  /// itself.
  private func document(
    _ mention: ListedMention, _ context: SpeakerContext, _ antecedents: AntecedentFinder
  ) -> Resolution {
    guard mention.isDefinite, let noun = mention.roles.last,
      !mention.letters.contains(0x20)
    else { return described(mention, kind: .organisation) }
    if let issue = context.issue, issue.noun == noun { return spokenFor(by: issue.issuer) }
    if RoleWords.messages.contains(noun),
      let body = context.speakingOrganisation
        ?? antecedents.first(where: { $0.speaker.kind == .organisation })?.referent
    {
      return spokenFor(by: body)
    }
    return described(mention, kind: .organisation)
  }

  private func spokenFor(by referent: SpeakerContext.Referent) -> Resolution {
    Resolution(referent: referent, how: .document, isEcho: !referent.isNamed)
  }

  private func described(_ mention: ListedMention, kind: Speaker.Kind) -> Resolution {
    guard !mention.letters.isEmpty else { return Resolution(how: .none) }
    let referent = SpeakerContext.Referent(
      speaker: Speaker(name: mention.text, kind: kind, role: nil), gender: mention.gender,
      roles: mention.roles, places: mention.places, isNamed: false, isCertain: true)
    return Resolution(
      referent: referent, how: kind == .organisation ? .organisation : .description)
  }
}
