internal import HearsayModel

/// Everybody a document introduces, spelling variants drawn together.
///
/// A function of the set of introductions alone, so that an edit that adds and removes none
/// leaves it as it was. Lists that grow with the document are cut at ``limit``, so that no mention
/// costs more the more people share a name.
struct EntityTable: Sendable {
  /// One person or organisation of the document.
  struct Entity: Hashable, Sendable {
    let referent: SpeakerContext.Referent
    let words: [UInt64]
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
  private var byLastWord: [UInt64: [Int]] = [:]
  private var byFirstWord: [UInt64: [Int]] = [:]
  /// By first and last word together.
  private var byEnds: [UInt64: [Int]] = [:]
  private var byLastKey: [UInt64: [Int]] = [:]
  private var byAcronym: [UInt64: [Int]] = [:]
  private var byPlace: [UInt64: Int] = [:]
  private var byRole: [UInt64: [Int]] = [:]

  /// A table of nobody.
  init() {}

  /// Draws introductions together: the same last word and given names that can be one.
  init(_ introductions: some Sequence<Introduction>) {
    var grouping = EntityGrouping()
    // Places are sorted: what they stand for is heavy.
    let list = Array(introductions)
    for place in list.indices.sorted(by: { EntityTable.precedes(list[$0], list[$1]) }) {
      grouping.add(list[place])
    }
    let groups = grouping.groups
    reserve(groups.count)
    let order = groups.indices.sorted {
      (groups[$0].introductions.first?.name.text ?? "")
        < (groups[$1].introductions.first?.name.text ?? "")
    }
    for group in order.lazy.map({ groups[$0] }) {
      guard let entity = EntityTable.entity(group.introductions) else { continue }
      entities.append(entity)
      index(entities.count - 1, group.key)
      indexAcronyms(entities.count - 1, group.introductions)
    }
  }

  /// Makes room for so many entities.
  private mutating func reserve(_ count: Int) {
    entities.reserveCapacity(count)
    byLastWord.reserveCapacity(count)
    byFirstWord.reserveCapacity(count)
    byEnds.reserveCapacity(count)
    byLastKey.reserveCapacity(count)
  }

  private mutating func index(_ number: Int, _ key: UInt64) {
    let entity = entities[number]
    guard let first = entity.words.first, let last = entity.words.last else { return }
    EntityTable.append(number, to: &byLastWord[last, default: []])
    EntityTable.append(number, to: &byEnds[EntityTable.ends(entity.words), default: []])
    if entity.isPerson {
      EntityTable.append(number, to: &byFirstWord[first, default: []])
      EntityTable.append(number, to: &byLastKey[key, default: []])
    } else {
      byPlace[key] = number
      // “the ministry” of “Ministry of Defence”.
      if let of = entity.words.firstIndex(of: WordHash("of").value), of > 0 {
        EntityTable.append(number, to: &byLastWord[entity.words[of - 1], default: []])
      }
    }
    for role in entity.referent.roles { EntityTable.append(number, to: &byRole[role, default: []]) }
  }

  /// Short names in brackets, and initials of three words or more.
  private mutating func indexAcronyms(_ number: Int, _ group: [Introduction]) {
    guard let first = group.first, first.kind == .organisation || first.kind == .name else {
      return
    }
    for introduction in group { if let key = introduction.acronym { addAcronym(key, number) } }
    guard first.kind == .organisation, first.name.words.count > 2 else { return }
    var initials: [UInt8] = []
    var previous: UInt8 = 0x20
    for byte in first.name.text.utf8 {
      if previous == 0x20, byte >= 0x41, byte <= 0x5A { initials.append(byte | 0x20) }
      previous = byte
    }
    if initials.count > 2 { addAcronym(WordHash.of(initials), number) }
  }

  private mutating func addAcronym(_ key: UInt64, _ number: Int) {
    let known = byAcronym[key] ?? []
    if !known.contains(number), known.count < EntityTable.limit {
      byAcronym[key] = known + [number]
    }
  }

  private static func name(of entity: Entity) -> PersonName {
    PersonName(text: entity.speaker.name, words: entity.words, isShouted: false)
  }

  private static func ends(_ words: [UInt64]) -> UInt64 {
    ((words.first ?? 0) &* WordHash.prime) ^ (words.last ?? 0)
  }

  private static func append(_ number: Int, to list: inout [Int]) {
    if list.count < limit { list.append(number) }
  }

  /// Longer names first and none in capitals before one in small letters, then by the letter, so
  /// that the order of the text does not matter.
  private static func precedes(_ left: Introduction, _ right: Introduction) -> Bool {
    let (first, second) = (left.name, right.name)
    if first.words.count != second.words.count { return first.words.count > second.words.count }
    if first.isShouted != second.isShouted { return second.isShouted }
    if first.text.utf8.count != second.text.utf8.count {
      return first.text.utf8.count > second.text.utf8.count
    }
    if first.text != second.text { return first.text < second.text }
    if left.roles.count != right.roles.count { return left.roles.count > right.roles.count }
    let (role, other) = (left.role ?? "", right.role ?? "")
    if role != other { return role < other }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.gender != right.gender { return left.gender.rawValue < right.gender.rawValue }
    return (left.acronym ?? 0) < (right.acronym ?? 0)
  }

  private static func entity(_ group: [Introduction]) -> Entity? {
    guard let first = group.first else { return nil }
    let isPerson = EntityGrouping.isPersonal(first) && !group.contains { $0.acronym != nil }
    let gender = group.lazy.map(\.gender).first { $0 != .unknown } ?? .unknown
    let speaker = Speaker(
      name: first.name.text, kind: isPerson ? .person : .organisation,
      role: group.lazy.compactMap(\.role).first { !$0.isEmpty })
    let referent = SpeakerContext.Referent(
      speaker: speaker, gender: gender, roles: Set(group.flatMap(\.roles)).sorted(),
      places: Set(group.flatMap(\.places)).sorted(), isNamed: true,
      isCertain: !isPerson || gender != .unknown || group.contains { $0.kind == .person })
    return Entity(referent: referent, words: first.name.words, isPerson: isPerson)
  }

  /// Entities whose name a mention's words could be, and why: the whole, the last word or the
  /// first; where no letters match, an acronym or another spelling.
  func matches(_ name: PersonName) -> (numbers: [Int], likeness: Likeness) {
    guard let last = name.words.last else { return ([], .letters) }
    if name.words.count > 1 {
      if let whole = byEnds[EntityTable.ends(name.words)] { return (whole, .letters) }
      let alike = (byLastKey[NameFolding.key(of: name.lastWord)] ?? []).filter {
        EntityGrouping.canBeOne(name, EntityTable.name(of: entities[$0]))
      }
      return (alike, .spelling)
    }
    if let byAcronym = byAcronym[last], name.isShouted { return (byAcronym, .acronym) }
    if let byLast = byLastWord[last] ?? byFirstWord[last] { return (byLast, .letters) }
    return (byLastKey[NameFolding.key(of: name.lastWord)] ?? [], .spelling)
  }

  /// The entity of a place that speaks, whichever way it is spelled.
  func place(_ text: String) -> Int? { byPlace[NameFolding.key(of: text[...].utf8)] }

  /// Organisations whose name ends in a noun.
  func organisations(endingIn noun: UInt64) -> [Int] {
    (byLastWord[noun] ?? []).filter { !entities[$0].isPerson }
  }

  /// Whether a word is somebody's surname.
  func isSurname(_ word: UInt64) -> Bool {
    byLastWord[word]?.contains { entities[$0].isPerson } ?? false
  }

  /// Entities that the document gives a role.
  func holders(of role: UInt64) -> [Int] { byRole[role] ?? [] }
}

/// Draws introductions of one entity together.
struct EntityGrouping {
  /// One entity.
  struct Group {
    /// Its introductions, the fullest name first.
    var introductions: [Introduction]
    /// The key of the last word, or of an organisation's whole name.
    let key: UInt64
  }

  /// The entities.
  private(set) var groups: [Group] = []
  /// Groups by the key of the last word, or of an organisation's whole name.
  private var byKey: [UInt64: [Int]] = [:]

  /// Groups of one last word that are compared; names beyond stay apart unless their letters are
  /// the same.
  private static let limit = 32

  private var byWords: [[UInt64]: Int] = [:]

  /// Puts an introduction to the entity it belongs to; the fuller names have to come first.
  mutating func add(_ introduction: Introduction) {
    let name = introduction.name
    guard !name.words.isEmpty else { return }
    let isPersonal = EntityGrouping.isPersonal(introduction)
    if name.words.count > 1 || !isPersonal, let same = byWords[name.words],
      agrees(groups[same].introductions, introduction)
    {
      groups[same].introductions.append(introduction)
      return
    }
    let key = NameFolding.key(of: isPersonal ? name.lastWord : name.text[...].utf8)
    let known = byKey[key] ?? []
    let alike = known.filter { number in
      guard let first = groups[number].introductions.first else { return false }
      return EntityGrouping.isPersonal(first) == isPersonal
        && agrees(groups[number].introductions, introduction)
        && (!isPersonal || EntityGrouping.canBeOne(first.name, name))
    }
    if name.words.count == 1, isPersonal, alike.count > 1 { return }
    if let first = alike.first {
      groups[first].introductions.append(introduction)
    } else {
      groups.append(Group(introductions: [introduction], key: key))
      byWords[name.words] = groups.count - 1
      if known.count < EntityGrouping.limit { byKey[key, default: []].append(groups.count - 1) }
    }
  }

  private func agrees(_ group: [Introduction], _ introduction: Introduction) -> Bool {
    introduction.gender == .unknown
      || !group.prefix(EntityGrouping.limit).contains {
        $0.gender != .unknown && $0.gender != introduction.gender
      }
  }

  /// Whether a person is meant, as far as the words tell.
  static func isPersonal(_ introduction: Introduction) -> Bool {
    introduction.kind == .person || introduction.kind == .name
  }

  /// Whether two names with one surname can be one person's: no given name at all, the same, an
  /// initial, a short form that begins alike, a nickname given with it, or the same consonants.
  static func canBeOne(_ first: PersonName, _ second: PersonName) -> Bool {
    guard first.words.count > 1, second.words.count > 1 else { return true }
    let given = second.words.dropLast()
    if first.words.dropLast().contains(where: given.contains) { return true }
    let (left, right) = (first.firstWord, second.firstWord)
    if left.elementsEqual(right) || left.prefix(3).elementsEqual(right.prefix(3)) { return true }
    let (one, other) = (NameFolding.folded(left), NameFolding.folded(right))
    if one.count == 1 || other.count == 1 { return one.first == other.first }
    return one == other || NameFolding.skeleton(of: left) == NameFolding.skeleton(of: right)
  }
}
