internal import HearsayModel

/// Tells who is behind a source mention: the document's names and roles, and who was mentioned
/// lately.
struct SpeakerResolver {
  /// Who a mention is, and what that rests on.
  struct Resolution: Hashable {
    var speaker: Speaker?
    var candidates: [Speaker] = []
    var how: AttributionEvidence.Resolution
    var referent: SpeakerContext.Referent?
    /// Whether a noun pointed back at somebody without a name (“the agency”, said before in more
    /// words); such a chain does not keep its beginning in memory.
    var isEcho = false
  }

  private let table: EntityTable

  init(table: EntityTable) { self.table = table }

  /// Resolves one mention in its context; `here` are referents of the same sentence, first first.
  func resolve(
    _ mention: MentionRecord, _ context: SpeakerContext, here: [SpeakerContext.Referent]
  ) -> Resolution {
    switch mention.kind {
    case .person, .name, .organisation:
      return named(mention, context)
    case .role:
      return role(mention, context, here)
    case .masculinePronoun:
      return pronoun(.male, context, here)
    case .femininePronoun:
      return pronoun(.female, context, here)
    case .pluralPronoun, .neuterPronoun:
      return group(context, here)
    case .document:
      return document(mention, context, here)
    case .collective:
      return described(mention, kind: .collective)
    case .place:
      return described(mention, kind: .organisation)
    case .firstPerson, .other:
      return Resolution(how: .none)
    }
  }

  // MARK: - Names

  private func named(_ mention: MentionRecord, _ context: SpeakerContext) -> Resolution {
    guard let name = mention.name else { return organisation(mention, context) }
    var matches = table.matches(name)
    if mention.kind == .person, matches.contains(where: { table.entities[$0].isPerson }) {
      matches.removeAll { !table.entities[$0].isPerson }
    }
    if matches.count > 1, mention.gender != .unknown {
      let agreeing = matches.filter { agrees(table.entities[$0].gender, mention.gender) }
      if !agreeing.isEmpty { matches = agreeing }
    }
    if matches.count == 1 { return entity(matches[0], name) }
    if matches.count > 1 { return choice(matches, context) }
    let kind: Speaker.Kind = mention.kind == .organisation ? .organisation : .person
    let speaker = Speaker(name: name.text, kind: kind, role: mention.role)
    return Resolution(
      speaker: speaker, how: kind == .organisation ? .organisation : .name,
      referent: .init(
        speaker: speaker, gender: mention.gender, roles: mention.roles, places: mention.places,
        isNamed: true))
  }

  private func entity(_ number: Int, _ name: PersonName?) -> Resolution {
    let entity = table.entities[number]
    let isWhole = name?.words.count ?? 0 >= entity.words.count
    let how: AttributionEvidence.Resolution =
      !entity.isPerson ? .organisation : isWhole ? .name : .partOfName
    return Resolution(speaker: entity.speaker, how: how, referent: referent(number))
  }

  private func referent(_ number: Int) -> SpeakerContext.Referent {
    table.entities[number].referent
  }

  /// A name several share: the one mentioned last, if any was; all are kept as candidates.
  private func choice(_ numbers: [Int], _ context: SpeakerContext) -> Resolution {
    let speakers = numbers.map { table.entities[$0].speaker }
    guard let latest = context.recent.first(where: { speakers.contains($0.speaker) }) else {
      return Resolution(candidates: speakers, how: .ambiguous)
    }
    return Resolution(speaker: latest.speaker, how: .partOfName, referent: latest)
  }

  private func agrees(_ first: Mention.Gender, _ second: Mention.Gender) -> Bool {
    first == .unknown || second == .unknown || first == second
  }

  // MARK: - Roles

  private func role(
    _ mention: MentionRecord, _ context: SpeakerContext, _ here: [SpeakerContext.Referent]
  ) -> Resolution {
    guard mention.isDefinite || mention.startsWithCapital else {
      return described(mention, kind: .person)
    }
    let persons = (here + context.recent).filter { $0.speaker.kind == .person && fits($0, mention) }
    let head = mention.roles.last
    if let head, let latest = latest(persons.filter { $0.roles.contains(head) }, mention) {
      return Resolution(
        speaker: latest.speaker, how: .role, referent: latest, isEcho: !latest.isNamed)
    }
    if let head {
      let holders = table.holders(of: head).filter { fits(referent($0), mention) }
      if holders.count == 1 {
        return Resolution(
          speaker: table.entities[holders[0]].speaker, how: .role, referent: referent(holders[0]))
      }
      if holders.count > 1 {
        let best = holders.filter { holder in
          mention.roles.allSatisfy(referent(holder).roles.contains)
        }
        if best.count == 1 {
          return Resolution(
            speaker: table.entities[best[0]].speaker, how: .role, referent: referent(best[0]))
        }
        return Resolution(
          candidates: holders.map { table.entities[$0].speaker }, how: .ambiguous)
      }
    }
    // A role nobody has by name: somebody mentioned lately whose own roles do not speak against it.
    if let latest = persons.first(where: { mayHold($0, mention) }) {
      return Resolution(
        speaker: latest.speaker, how: .role, referent: latest, isEcho: !latest.isNamed)
    }
    var resolution = described(mention, kind: .person)
    // “He named his successor. He said …”: whose successor it is stays the likelier “he”.
    resolution.isEcho = SpeakerResolver.isOwned(mention) && mention.gender == .unknown
    return resolution
  }

  /// Of those with a role, the latest who has it in the mention's rank: “the president” is not the
  /// vice president.
  private func latest(
    _ holders: [SpeakerContext.Referent], _ mention: MentionRecord
  ) -> SpeakerContext.Referent? {
    let ranks = SpeakerResolver.ranks
    let alike = holders.first { holder in
      ranks.allSatisfy { holder.roles.contains($0) == mention.roles.contains($0) }
    }
    return alike ?? holders.first
  }

  private static let ranks: [UInt64] = (["vice", "deputy", "prime"] as [WordHash]).map(\.value)

  /// Whether gender and nation speak against a person having a role.
  private func fits(_ referent: SpeakerContext.Referent, _ mention: MentionRecord) -> Bool {
    guard agrees(referent.gender, mention.gender) else { return false }
    return referent.places.isEmpty || mention.places.isEmpty
      || referent.places.contains(where: mention.places.contains)
  }

  private static let descriptive: Set<UInt64> = Set(
    ([
      "diplomat", "politician", "official", "leader", "man", "woman", "lawmaker", "candidate",
      "nominee", "businessman", "billionaire", "expert", "author", "chief", "head",
    ]
      as [WordHash]).map(\.value))

  /// Whether a role can be another word for what a person is: a loose word always, an office only
  /// for somebody without one.
  private func mayHold(_ referent: SpeakerContext.Referent, _ mention: MentionRecord) -> Bool {
    guard let head = mention.roles.last, !SpeakerResolver.isOwned(mention) else { return false }
    return SpeakerResolver.descriptive.contains(head) || referent.roles.isEmpty
  }

  /// “his lawyer”: not the one mentioned lately, but somebody who is theirs.
  private static func isOwned(_ mention: MentionRecord) -> Bool {
    let first = mention.text.utf8.prefix { $0 != 0x20 }.map { $0 | 0x20 }
    return owners.contains { first.elementsEqual($0.utf8) }
  }

  private static let owners = ["his", "her", "their", "its", "my", "our", "your"]

  // MARK: - Pronouns, organisations, documents

  private func pronoun(
    _ gender: Mention.Gender, _ context: SpeakerContext, _ here: [SpeakerContext.Referent]
  ) -> Resolution {
    let persons = (here + context.recent).filter { $0.speaker.kind == .person }
    guard let latest = persons.first(where: { agrees($0.gender, gender) }) else {
      return Resolution(how: .none)
    }
    return Resolution(speaker: latest.speaker, how: .pronoun, referent: latest)
  }

  private func group(_ context: SpeakerContext, _ here: [SpeakerContext.Referent]) -> Resolution {
    guard let latest = (here + context.recent).first(where: { $0.speaker.kind != .person }) else {
      return Resolution(how: .none)
    }
    return Resolution(speaker: latest.speaker, how: .pronoun, referent: latest)
  }

  /// “the ministry”: the organisation whose name ends in the same noun.
  private func organisation(_ mention: MentionRecord, _ context: SpeakerContext) -> Resolution {
    if mention.isDefinite, let noun = mention.roles.last {
      let isIt = { (speaker: Speaker, roles: [UInt64]) in
        speaker.kind == .organisation && roles.contains(noun)
      }
      if let latest = context.recent.first(where: { isIt($0.speaker, $0.roles) }) {
        return Resolution(
          speaker: latest.speaker, how: .organisation, referent: latest, isEcho: !latest.isNamed)
      }
      let named = table.entities.indices.filter {
        !table.entities[$0].isPerson && table.entities[$0].words.last == noun
      }
      if named.count == 1 {
        return Resolution(
          speaker: table.entities[named[0]].speaker, how: .organisation,
          referent: referent(named[0]))
      }
      if SpeakerResolver.loose.contains(noun),
        let latest = context.recent.first(where: { $0.isNamed && $0.speaker.kind == .organisation })
      {
        return Resolution(speaker: latest.speaker, how: .organisation, referent: latest)
      }
    }
    return described(mention, kind: .organisation)
  }

  /// Words for an organisation of whatever kind.
  private static let loose: Set<UInt64> = Set(
    (["company", "firm", "group", "organisation", "organization", "body", "institution"]
      as [WordHash]).map(\.value))

  /// “the statement” speaks for the organisation mentioned last, else for itself.
  private func document(
    _ mention: MentionRecord, _ context: SpeakerContext, _ here: [SpeakerContext.Referent]
  ) -> Resolution {
    if mention.isDefinite, mention.text.utf8.count <= 12,
      let latest = context.speakingOrganisation
        ?? (here + context.recent).first(where: { $0.speaker.kind == .organisation })
    {
      return Resolution(
        speaker: latest.speaker, how: .organisation, referent: latest, isEcho: !latest.isNamed)
    }
    return described(mention, kind: .organisation)
  }

  private func described(_ mention: MentionRecord, kind: Speaker.Kind) -> Resolution {
    guard !mention.text.isEmpty else { return Resolution(how: .none) }
    let speaker = Speaker(name: mention.text, kind: kind, role: nil)
    return Resolution(
      speaker: speaker, how: kind == .organisation ? .organisation : .description,
      referent: .init(
        speaker: speaker, gender: mention.gender, roles: mention.roles, places: mention.places,
        isNamed: false))
  }
}
