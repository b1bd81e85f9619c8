internal import HearsayModel

/// What words for roles say about who can hold them.
enum RoleWords {
  /// Whether gender and nation do not speak against a person having a role.
  static func fits(_ referent: SpeakerContext.Referent, _ mention: ListedMention) -> Bool {
    AntecedentFinder.agrees(referent.gender, mention.gender) && sharesPlace(referent, mention)
  }

  /// Whether the places named with both, if any, have one in common.
  static func sharesPlace(_ referent: SpeakerContext.Referent, _ mention: ListedMention) -> Bool {
    sharesPlace(referent.places, mention.places)
  }

  /// The same of two lists of places.
  static func sharesPlace(_ one: ArraySlice<UInt64>, _ other: ArraySlice<UInt64>) -> Bool {
    one.isEmpty || other.isEmpty || one.contains(where: other.contains)
  }

  /// A role, with the abbreviations and the forms for the other gender that mean the same.
  struct Role {
    private let head: UInt64
    private let others: [UInt64]

    init(_ head: UInt64) {
      self.head = head
      others = forms[head] ?? []
    }

    /// Whether it is among a person's own.
    func isHeld(by referent: SpeakerContext.Referent) -> Bool {
      referent.roles.contains(head) || others.contains(where: referent.roles.contains)
    }
  }

  /// Whether somebody has a role in the mention's rank: “the president” is not the vice president.
  static func isOfSameRank(_ referent: SpeakerContext.Referent, _ mention: ListedMention) -> Bool {
    ranks.allSatisfy { referent.roles.contains($0) == mention.roles.contains($0) }
  }

  private static let ranks: [UInt64] = hashes(["vice", "deputy", "prime"])

  /// Whether a word says so little that whoever was mentioned lately can be meant by it.
  static func isLoose(_ head: UInt64) -> Bool { descriptive.contains(head) }

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
  static func isOwned(_ mention: ListedMention) -> Bool {
    let first = mention.firstWord
    guard first.count >= 2, first.count <= 5 else { return false }
    switch WordHash.of(first.lazy.map { $0 | 0x20 }) {
    case WordHash("his").value, WordHash("her").value, WordHash("their").value,
      WordHash("its").value, WordHash("my").value, WordHash("our").value, WordHash("your").value:
      return true
    default: return false
    }
  }

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
