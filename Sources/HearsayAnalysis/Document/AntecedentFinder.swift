internal import HearsayModel

/// Finds the mention that a pronoun or a noun points back at: the nearest that agrees, the subject
/// of its sentence before the others, who was credited before who was not.
struct AntecedentFinder {
  /// What was found.
  struct Answer {
    /// The one meant, or nil where nobody agrees or two agree alike.
    var best: SpeakerContext.Recent?
    /// Who else it could be, best first.
    var others: [SpeakerContext.Recent] = []
  }

  /// The mentions of the same sentence, first first.
  let here: [SpeakerContext.Recent]
  /// Those before, latest first.
  let recent: [SpeakerContext.Recent]

  /// Calls `body` for everybody mentioned lately with the distance in sentences, nearest first.
  private func forEach(_ body: (SpeakerContext.Recent, _ distance: Int) -> Void) {
    let now = here.prefix(SpeakerContext.limit)
    for entry in now { body(entry, 0) }
    for entry in recent where !now.contains(where: { $0.referent === entry.referent }) {
      body(entry, Int(entry.sentences) + 1)
    }
  }

  /// He, she: one person of that gender.
  func person(_ gender: Mention.Gender) -> Answer {
    answer { entry in
      let referent = entry.referent
      guard referent.speaker.kind == .person,
        AntecedentFinder.agrees(referent.gender, gender)
      else { return nil }
      guard referent.isCertain else { return entry.isCredited ? 1 : 4 }
      if referent.isNamed || entry.isCredited { return 0 }
      return entry.traits.contains(.indefinite) ? 2 : 1
    }
  }

  /// They: several people, or else a body of people.
  func group() -> Answer {
    answer { entry in
      switch entry.referent.speaker.kind {
      case .collective: 0
      case .organisation: entry.referent.isNamed || entry.isCredited ? 1 : 3
      case .person: nil
      }
    }
  }

  /// It: an organisation.
  func thing() -> Answer {
    answer { entry in entry.referent.speaker.kind == .organisation ? 0 : nil }
  }

  /// Everybody of a kind, the likeliest first.
  func ranked(
    where fits: (SpeakerContext.Referent) -> Bool
  ) -> [SpeakerContext.Recent] {
    var found: [SpeakerContext.Recent] = []
    forEach { entry, _ in if fits(entry.referent) { found.append(entry) } }
    return found
  }

  /// Whether the first two of a ranking are joined by “and” and so equally likely.
  func areEqual(_ ranked: [SpeakerContext.Recent]) -> Bool {
    guard ranked.count > 1 else { return false }
    return AntecedentFinder.areEqual(ranked[0], ranked[1])
  }

  private static func areEqual(
    _ first: SpeakerContext.Recent, _ second: SpeakerContext.Recent
  ) -> Bool {
    first.sentences == second.sentences && first.traits.contains(.joined)
      && second.traits.contains(.joined) && first.isCredited == second.isCredited
  }

  /// The nearest of those with a penalty, in halves of a sentence.
  private func answer(_ penalty: (SpeakerContext.Recent) -> Int?) -> Answer {
    var scored: [(entry: SpeakerContext.Recent, cost: Int)] = []
    forEach { entry, distance in
      guard let extra = penalty(entry) else { return }
      let governed = entry.traits.contains(.governed) ? 1 : 0
      let credited = entry.isCredited ? 1 : 0
      scored.append((entry, 2 * distance + extra + governed - credited))
    }
    guard let place = scored.indices.min(by: { scored[$0].cost < scored[$1].cost }) else {
      return Answer()
    }
    let best = scored.remove(at: place)
    guard !scored.isEmpty else { return Answer(best: best.entry) }
    let near = scored.filter {
      $0.cost <= best.cost + 1 && $0.entry.sentences == best.entry.sentences
    }
    let others = Array(near.map(\.entry).prefix(SpeakerResolver.maximumCandidates - 1))
    if let rival = near.first, rival.cost == best.cost,
      AntecedentFinder.areEqual(best.entry, rival.entry)
    {
      return Answer(best: nil, others: [best.entry] + others)
    }
    return Answer(best: best.entry, others: others)
  }

  /// Whether two genders can be one person's.
  static func agrees(_ first: Mention.Gender, _ second: Mention.Gender) -> Bool {
    first == .unknown || second == .unknown || first == second
  }
}
