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

  /// Goes through everybody mentioned lately with the distance in sentences, nearest first, until
  /// `body` returns true.
  @inline(__always)
  private func find(_ body: (_ entry: Recent, _ distance: Int) -> Bool) {
    let count = min(here.count, SpeakerContext.limit)
    for index in 0..<count where body(here[index], 0) { return }
    for index in recent.indices where !isHere(recent[index].referent) {
      if body(recent[index], Int(recent[index].sentences) + 1) { return }
    }
  }

  private func isHere(_ referent: SpeakerContext.Referent) -> Bool {
    let count = min(here.count, SpeakerContext.limit)
    for index in 0..<count where here[index].referent === referent { return true }
    return false
  }

  /// He, she: one person of that gender.
  func person(_ gender: Mention.Gender) -> Answer {
    answer { entry in
      guard entry.kind == .person, AntecedentFinder.agrees(entry.gender, gender) else {
        return nil
      }
      guard entry.referent.isCertain else { return entry.isCredited ? 1 : 4 }
      if entry.referent.isNamed || entry.isCredited { return 0 }
      return entry.traits.contains(.indefinite) ? 2 : 1
    }
  }

  /// They: several people, or else a body of people.
  func group() -> Answer {
    answer { entry in
      switch entry.kind {
      case .collective: 0
      case .organisation: entry.referent.isNamed || entry.isCredited ? 1 : 3
      case .person: nil
      }
    }
  }

  /// It: an organisation.
  func thing() -> Answer { answer { $0.kind == .organisation ? 0 : nil } }

  /// The likeliest of those that fit, or nil.
  func first(where fits: (Recent) -> Bool) -> Recent? {
    var found: Recent?
    find { entry, _ in
      guard fits(entry) else { return false }
      found = entry
      return true
    }
    return found
  }

  /// Everybody who fits, the likeliest first.
  func ranked(where fits: (Recent) -> Bool) -> [Recent] {
    var found: [Recent] = []
    find { entry, _ in
      if fits(entry) { found.append(entry) }
      return false
    }
    return found
  }

  /// Whether the first two of a ranking are joined by “and” and so equally likely.
  func areEqual(_ ranked: [Recent]) -> Bool {
    guard ranked.count > 1 else { return false }
    return AntecedentFinder.areEqual(ranked[0], ranked[1])
  }

  private static func areEqual(_ first: Recent, _ second: Recent) -> Bool {
    first.sentences == second.sentences && first.traits.contains(.joined)
      && second.traits.contains(.joined) && first.isCredited == second.isCredited
  }

  /// The nearest of those with a penalty, in halves of a sentence.
  @inline(__always)
  private func answer(_ penalty: (Recent) -> Int?) -> Answer {
    func cost(_ entry: Recent, _ distance: Int) -> Int? {
      guard let extra = penalty(entry) else { return nil }
      let governed = entry.traits.contains(.governed) ? 1 : 0
      return 2 * distance + extra + governed - (entry.isCredited ? 1 : 0)
    }
    var best: Recent?
    var least = Int.max
    find { entry, distance in
      if let cost = cost(entry, distance), cost < least { (best, least) = (entry, cost) }
      return false
    }
    guard let best else { return Answer() }
    var others: [Recent] = []
    var isTie = false
    find { entry, distance in
      guard entry.referent !== best.referent, let cost = cost(entry, distance), cost <= least + 1,
        entry.sentences == best.sentences
      else { return false }
      if others.isEmpty { isTie = cost == least && AntecedentFinder.areEqual(best, entry) }
      others.append(entry)
      return others.count == SpeakerResolver.maximumCandidates - 1
    }
    return isTie ? Answer(best: nil, others: [best] + others) : Answer(best: best, others: others)
  }

  /// Whether two genders can be one person's.
  static func agrees(_ first: Mention.Gender, _ second: Mention.Gender) -> Bool {
    first == .unknown || second == .unknown || first == second
  }
}
