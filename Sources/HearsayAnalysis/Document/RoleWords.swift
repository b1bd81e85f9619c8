internal import HearsayModel

/// What words for roles say about who can hold them.
enum RoleWords {
  /// Whether gender and nation do not speak against a person having a role.
  static func fits(_ referent: SpeakerContext.Referent, _ mention: MentionRecord) -> Bool {
    AntecedentFinder.agrees(referent.gender, mention.gender) && sharesPlace(referent, mention)
  }

  /// Whether the places named with both, if any, have one in common.
  static func sharesPlace(_ referent: SpeakerContext.Referent, _ mention: MentionRecord) -> Bool {
    referent.places.isEmpty || mention.places.isEmpty
      || referent.places.contains(where: mention.places.contains)
  }

  /// Whether a role is among a person's own, or its form for the other gender.
  static func holds(_ referent: SpeakerContext.Referent, _ head: UInt64) -> Bool {
    referent.roles.contains(head)
      || forms[head].map { $0.contains(where: referent.roles.contains) } ?? false
  }

  /// Of those with a role, the first who has it in the mention's rank: “the president” is not the
  /// vice president.
  static func ofSameRank(
    _ holders: [SpeakerContext.Recent], _ mention: MentionRecord
  ) -> SpeakerContext.Recent? {
    let alike = holders.first { holder in
      ranks.allSatisfy { holder.referent.roles.contains($0) == mention.roles.contains($0) }
    }
    return alike ?? holders.first
  }

  private static let ranks: [UInt64] = hashes(["vice", "deputy", "prime"])

  /// Whether a role can be another word for what a person is: a loose word always, an office only
  /// for somebody without one.
  static func mayHold(_ referent: SpeakerContext.Referent, _ mention: MentionRecord) -> Bool {
    guard let head = mention.roles.last, !isOwned(mention) else { return false }
    return descriptive.contains(head) || referent.roles.isEmpty
  }

  private static let descriptive = Set(
    hashes([
      "diplomat", "politician", "official", "leader", "man", "woman", "lawmaker", "candidate",
      "nominee", "businessman", "billionaire", "expert", "author", "chief", "head",
    ]))

  /// The offices that a loose word can stand for.
  static func offices(for word: UInt64) -> [UInt64] { synonyms[word] ?? [] }

  private static let synonyms: [UInt64: [UInt64]] = dictionary([
    ("diplomat", ["foreign", "ambassador", "envoy", "diplomat"]),
    ("leader", ["president", "premier", "chancellor", "prime", "king", "chairman", "chairwoman"]),
    ("lawmaker", ["senator", "sen", "congressman", "congresswoman", "representative", "rep"]),
    ("legislator", ["senator", "sen", "congressman", "congresswoman", "representative", "rep"]),
    ("politician", ["senator", "minister", "president", "mayor", "governor"]),
    ("chief", ["chairman", "chairwoman", "director", "commander", "head", "chief"]),
    ("head", ["chairman", "chairwoman", "director", "chief"]),
  ])

  /// Abbreviations and the forms for women and men of one role.
  private static let forms: [UInt64: [UInt64]] = dictionary([
    ("spokesperson", ["spokesman", "spokeswoman"]), ("spokesman", ["spokesperson"]),
    ("spokeswoman", ["spokesperson"]),
    ("chair", ["chairman", "chairwoman", "chairperson"]),
    ("chairperson", ["chairman", "chairwoman", "chair"]),
    ("chairman", ["chair", "chairperson"]), ("chairwoman", ["chair", "chairperson"]),
    ("premier", ["prime"]), ("senator", ["sen"]), ("governor", ["gov"]),
    ("congressman", ["rep", "representative"]), ("congresswoman", ["rep", "representative"]),
    ("representative", ["rep"]), ("general", ["gen"]), ("colonel", ["col"]),
    ("captain", ["capt"]), ("professor", ["prof"]), ("doctor", ["dr"]),
    ("lieutenant", ["lt"]), ("sergeant", ["sgt"]), ("admiral", ["adm"]),
    ("adviser", ["advisor"]), ("advisor", ["adviser"]),
  ])

  /// “his lawyer”: not the one mentioned lately, but somebody who is theirs.
  static func isOwned(_ mention: MentionRecord) -> Bool {
    let first = mention.text.utf8.prefix { $0 != 0x20 }.map { $0 | 0x20 }
    return owners.contains { first.elementsEqual($0.utf8) }
  }

  private static let owners = ["his", "her", "their", "its", "my", "our", "your"]

  /// Words for an organisation of whatever kind.
  static let looseBodies = Set(
    hashes([
      "company", "firm", "group", "organisation", "organization", "body", "institution",
    ]))

  /// Documents that speak for whoever is speaking anyway.
  static let messages = Set(
    hashes([
      "statement", "release", "communique", "communiqué", "letter", "message", "memo", "note",
    ]))

  private static func hashes(_ words: [WordHash]) -> [UInt64] { words.map(\.value) }

  private static func dictionary(_ rows: [(WordHash, [WordHash])]) -> [UInt64: [UInt64]] {
    Dictionary(rows.map { ($0.value, $1.map(\.value)) }) { first, _ in first }
  }
}
