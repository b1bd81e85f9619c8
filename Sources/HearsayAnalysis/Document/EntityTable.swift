internal import HearsayModel

/// Everybody a document introduces, spelling variants drawn together.
///
/// A function of the set of introductions alone, so that an edit that adds and removes none
/// leaves it as it was. Lists that grow with the document are cut at ``limit``, so that no mention
/// costs more the more people share a name.
struct EntityTable: Sendable {
  /// One person or organisation of the document.
  struct Entity: Sendable {
    let referent: SpeakerContext.Referent
    /// Where it is given its fullest name.
    let introduction: ListedMention
    let isPerson: Bool

    var speaker: Speaker { referent.speaker }
    var gender: Mention.Gender { referent.gender }
  }

  /// Why a name's words belong to an entity.
  enum Likeness: Hashable, Sendable {
    /// The letters are the same.
    case letters
    /// Only spelled alike: ``NameFolding``.
    case spelling
    /// A short name in brackets, or the initials.
    case acronym
  }

  /// Entities that one word may stand for; more decide nothing.
  static let limit = 16

  private(set) var entities: [Entity] = []
  private var names = NameIndex()

  /// A table of nobody.
  init() {}

  /// Draws introductions together: the same last word and given names that can be one.
  init(_ introductions: some Sequence<Introduction>) {
    let grouping = EntityGrouping(introductions)
    entities.reserveCapacity(grouping.groups.count)
    names.reserve(grouping.groups.count * 6)
    for group in grouping.orderedGroups {
      let entity = EntityTable.entity(group, in: grouping)
      entities.append(entity)
      index(entity, entities.count - 1, group.key)
      indexAcronyms(of: group, in: grouping, entities.count - 1)
    }
  }

  private mutating func add(_ number: Int, _ kind: NameIndex.Kind, _ key: UInt64) {
    names.add(number, kind, key, limit: EntityTable.limit)
  }

  private mutating func index(_ entity: Entity, _ number: Int, _ key: UInt64) {
    let words = entity.introduction.words
    guard let first = words.first, let last = words.last else { return }
    add(number, .lastWord, last)
    add(number, .words, EntityTable.key(words, isPerson: entity.isPerson))
    if let nationless = entity.introduction.nationless {
      add(number, .words, EntityTable.key(nationless, isPerson: false))
    }
    if entity.isPerson {
      add(number, .firstWord, first)
      add(number, .spelling, key)
    } else {
      names.set(number, .place, key)
      // “the ministry” of “Ministry of Defence”.
      if let of = words.firstIndex(of: WordHash("of").value), of > words.startIndex {
        add(number, .lastWord, words[of - 1])
      }
    }
    for role in entity.referent.roles { add(number, .role, role) }
  }

  /// Short names in brackets, and initials of three words or more.
  private mutating func indexAcronyms(
    of group: EntityGrouping.Group, in grouping: EntityGrouping, _ number: Int
  ) {
    let first = grouping.first(of: group)
    guard first.kind == .organisation || first.kind == .name else { return }
    grouping.forEachMember(of: group) { member in
      if let key = member.record.acronym { addAcronym(key, number) }
    }
    guard first.kind == .organisation, first.words.count > 2 else { return }
    var initials: [UInt8] = []
    var previous: UInt8 = 0x20
    for byte in first.letters {
      if previous == 0x20, byte >= 0x41, byte <= 0x5A { initials.append(byte | 0x20) }
      previous = byte
    }
    if initials.count > 2 { addAcronym(WordHash.of(initials), number) }
  }

  private mutating func addAcronym(_ key: UInt64, _ number: Int) {
    if names.last(.acronym, key) != number { add(number, .acronym, key) }
  }

  /// A person's first and last word, whatever stands between them; all words of a body.
  private static func key(_ words: ArraySlice<UInt64>, isPerson: Bool) -> UInt64 {
    guard !isPerson else { return ((words.first ?? 0) &* WordHash.prime) ^ (words.last ?? 0) }
    return words.dropFirst().reduce(words.first ?? 0) { ($0 &* WordHash.prime) ^ $1 }
  }

  private static func entity(
    _ group: EntityGrouping.Group, in grouping: EntityGrouping
  ) -> Entity {
    let first = grouping.first(of: group)
    var gender = Mention.Gender.unknown
    var role: String?
    var roles = first.roles
    var places = first.places
    var hasAcronym = false
    var isTitled = false
    grouping.forEachMember(of: group) { member in
      if gender == .unknown { gender = member.gender }
      role = role ?? member.role
      if member.roles != first.roles { roles += member.roles }
      if member.places != first.places { places += member.places }
      hasAcronym = hasAcronym || member.record.acronym != nil
      isTitled = isTitled || member.kind == .person
    }
    let isPerson = EntityGrouping.isPersonal(first) && !hasAcronym
    let speaker = Speaker(
      name: first.text, kind: isPerson ? .person : .organisation, role: role)
    let referent = SpeakerContext.Referent(
      speaker: speaker, gender: gender, roles: distinct(roles), places: distinct(places),
      isNamed: true, isCertain: !isPerson || gender != .unknown || isTitled)
    return Entity(referent: referent, introduction: first, isPerson: isPerson)
  }

  /// Every hash once, in the order of the numbers.
  private static func distinct(_ hashes: ArraySlice<UInt64>) -> ArraySlice<UInt64> {
    guard hashes.count > 1 else { return hashes }
    var result: [UInt64] = []
    result.reserveCapacity(hashes.count)
    for hash in hashes.sorted() where result.last != hash { result.append(hash) }
    return result[...]
  }

  /// Entities whose name a mention's words could be, and why: the whole, the last word or the
  /// first; where no letters match, an acronym or another spelling.
  func matches(_ name: ListedMention) -> (numbers: NameIndex.Numbers, likeness: Likeness) {
    let words = name.words
    guard let last = words.last else { return (.none, .letters) }
    if words.count > 1 {
      let isPerson = EntityGrouping.isPersonal(name)
      let whole = names.numbers(.words, EntityTable.key(words, isPerson: isPerson))
      if !whole.isEmpty { return (whole, .letters) }
      let alike = names.numbers(.spelling, NameFolding.key(of: name.lastWord)).list
      return (
        .init(alike.filter { EntityGrouping.canBeOne(name, entities[$0].introduction) }), .spelling
      )
    }
    if name.record.isShouted {
      let byAcronym = names.numbers(.acronym, last)
      if !byAcronym.isEmpty { return (byAcronym, .acronym) }
    }
    let byLast = names.numbers(.lastWord, last)
    if !byLast.isEmpty { return (byLast, .letters) }
    let byFirst = names.numbers(.firstWord, last)
    if !byFirst.isEmpty { return (byFirst, .letters) }
    return (names.numbers(.spelling, NameFolding.key(of: name.lastWord)), .spelling)
  }

  /// The entity of a place that speaks, whichever way it is spelled.
  func place(_ mention: ListedMention) -> Int? {
    mention.words.first.flatMap { names.last(.place, $0) }
  }

  /// Organisations whose name ends in a noun.
  func organisations(endingIn noun: UInt64) -> [Int] {
    names.numbers(.lastWord, noun).list.filter { !entities[$0].isPerson }
  }

  /// Whether a word is somebody's surname.
  func isSurname(_ word: UInt64) -> Bool {
    names.numbers(.lastWord, word).list.contains { entities[$0].isPerson }
  }

  /// Entities that the document gives a role.
  func holders(of role: UInt64) -> [Int] { names.numbers(.role, role).list }
}
