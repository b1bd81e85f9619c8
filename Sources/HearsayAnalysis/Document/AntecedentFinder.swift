internal import HearsayModel

/// Finds the mention that a pronoun or a noun points back at: the nearest that agrees, the subject
/// of its sentence before the others, who was credited before who was not.
struct AntecedentFinder {
  /// Somebody mentioned lately.
  typealias Recent = SpeakerContext.Recent

  /// What was found.
  struct Answer {
    /// The one meant, or nil where nobody agrees or two agree alike.
    var best: Recent?
    /// Who else it could be, best first.
    var others: [Recent] = []
  }

  /// The mentions of the same sentence, first first.
  let here: [Recent]
  /// Those before, latest first.
  let recent: [Recent]
  /// Whether somebody asks who is meant, so that others it could be are wanted.
  let isAsked: Bool

  /// Goes through everybody mentioned lately with the distance in sentences, nearest first, until
  /// `body` returns true.
  @inline(__always)
  private func find(
    _ body: (_ referent: SpeakerContext.Referent, SpeakerContext.Standing, _ distance: Int) -> Bool
  ) {
    // Through spans: an array hands out a copy of the whole entry for each part of it.
    let here = here.span
    let recent = recent.span
    for index in 0..<min(here.count, SpeakerContext.limit) {
      if body(here[index].referent, here[index].standing, 0) { return }
    }
    for index in recent.indices where !isHere(recent[index].referent) {
      let standing = recent[index].standing
      if body(recent[index].referent, standing, Int(standing.sentences) + 1) { return }
    }
  }

  private func isHere(_ referent: SpeakerContext.Referent) -> Bool {
    let here = here.span
    for index in 0..<min(here.count, SpeakerContext.limit)
    where here[index].referent === referent { return true }
    return false
  }

  /// He, she: one person of that gender.
  func person(_ gender: Mention.Gender) -> Answer {
    answer { referent, standing in
      guard referent.speaker.kind == .person, AntecedentFinder.agrees(referent.gender, gender)
      else { return nil }
      guard referent.isCertain else { return standing.isCredited ? 1 : 4 }
      if referent.isNamed || standing.isCredited { return 0 }
      return standing.traits.contains(.indefinite) ? 2 : 1
    }
  }

  /// They: several people, or else a body of people.
  func group() -> Answer {
    answer { referent, standing in
      switch referent.speaker.kind {
      case .collective: 0
      case .organisation: referent.isNamed || standing.isCredited ? 1 : 3
      case .person: nil
      }
    }
  }

  /// It: an organisation.
  func thing() -> Answer {
    answer { referent, _ in referent.speaker.kind == .organisation ? 0 : nil }
  }

  /// The likeliest of those that fit, or nil.
  @inline(__always)
  func first(where fits: (SpeakerContext.Referent) -> Bool) -> Recent? {
    var found: Recent?
    find { referent, standing, _ in
      guard fits(referent) else { return false }
      found = Recent(referent: referent, standing: standing)
      return true
    }
    return found
  }

  /// Everybody who fits, the likeliest first.
  func ranked(where fits: (SpeakerContext.Referent) -> Bool) -> [Recent] {
    var found: [Recent] = []
    find { referent, standing, _ in
      if fits(referent) { found.append(Recent(referent: referent, standing: standing)) }
      return false
    }
    return found
  }

  /// Whether the first two of a ranking are joined by “and” and so equally likely.
  func areEqual(_ ranked: [Recent]) -> Bool {
    ranked.count > 1 && ranked[0].standing.isEqual(to: ranked[1].standing)
  }

  /// The nearest of those with a penalty, in halves of a sentence.
  @inline(__always)
  private func answer(
    _ penalty: (SpeakerContext.Referent, SpeakerContext.Standing) -> Int?
  ) -> Answer {
    func cost(
      _ referent: SpeakerContext.Referent, _ standing: SpeakerContext.Standing, _ distance: Int
    ) -> Int? {
      guard let extra = penalty(referent, standing) else { return nil }
      let governed = standing.traits.contains(.governed) ? 1 : 0
      return 2 * distance + extra + governed - (standing.isCredited ? 1 : 0)
    }
    var best: Recent?
    var least = Int.max
    find { referent, standing, distance in
      if let cost = cost(referent, standing, distance), cost < least {
        (best, least) = (Recent(referent: referent, standing: standing), cost)
      }
      return false
    }
    guard let best else { return Answer() }
    var others: [Recent] = []
    var isTie = false
    find { referent, standing, distance in
      guard referent !== best.referent, standing.sentences == best.standing.sentences,
        let cost = cost(referent, standing, distance), cost <= least + 1
      else { return false }
      if others.isEmpty { isTie = cost == least && best.standing.isEqual(to: standing) }
      guard isAsked else { return true }
      others.append(Recent(referent: referent, standing: standing))
      return others.count == SpeakerResolver.maximumCandidates - 1
    }
    return isTie ? Answer(best: nil, others: [best] + others) : Answer(best: best, others: others)
  }

  /// Whether two genders can be one person's.
  static func agrees(_ first: Mention.Gender, _ second: Mention.Gender) -> Bool {
    first == .unknown || second == .unknown || first == second
  }
}
