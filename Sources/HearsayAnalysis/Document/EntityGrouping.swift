/// Draws introductions of one entity together.
///
/// They are taken in an order of their own: longer names first and none in capitals before one in
/// small letters, then by the letter, so that the order of the text does not matter.
struct EntityGrouping {
  /// One entity.
  struct Group {
    /// Its first introduction, the one with the fullest name; the others follow by ``next``.
    let first: Int
    fileprivate var last: Int
    fileprivate var count = 1
    fileprivate var isMale = false
    fileprivate var isFemale = false
    /// The key of the last word, or of an organisation's whole name.
    let key: UInt64
    fileprivate let isPersonal: Bool
  }

  /// The introductions, in the order in which they are drawn together.
  private let introductions: [ListedMention]
  /// What tells their names apart.
  private let ranks: [NameRank]
  /// Index of the next introduction of the same entity, or -1.
  private var next: [Int]
  /// The entities.
  private(set) var groups: [Group] = []
  private var index = NameIndex()

  /// Groups of one last word that are compared, and introductions of one that are; names beyond stay
  /// apart unless their letters are the same.
  private static let limit = 32

  /// Draws introductions together; one that is given several times counts once.
  init(_ introductions: some Sequence<Introduction>) {
    let list = EntityGrouping.distinct(introductions)
    ranks = list.indices.map { NameRank(list[$0], place: $0) }
      .sorted { NameRank.precedes($0, $1, in: list) }
    self.introductions = ranks.map { list[$0.place] }
    next = Array(repeating: -1, count: list.count)
    groups.reserveCapacity(list.count)
    index.reserve(list.count * 2)
    for place in list.indices { add(place) }
  }

  /// The introductions without those that say the same as one before.
  private static func distinct(_ introductions: some Sequence<Introduction>) -> [ListedMention] {
    var list: [ListedMention] = []
    var known = NameIndex()
    for introduction in introductions {
      let key = introduction.key
      let isKnown = known.contains(.words, key) { place in
        Introduction(mention: list[place]) == introduction
      }
      if isKnown { continue }
      known.add(list.count, .words, key, limit: .max)
      list.append(introduction.mention)
    }
    return list
  }

  /// The groups in the order of their names.
  var orderedGroups: [Group] {
    groups.indices.map { NameRank(ranks[groups[$0].first], place: $0) }
      .sorted { NameRank.letters($0, $1) { introductions[groups[$0].first] } ?? false }
      .map { groups[$0.place] }
  }

  /// The first introduction of a group.
  func first(of group: Group) -> ListedMention { introductions[group.first] }

  /// Goes through the introductions of a group, the fullest name first.
  func forEachMember(of group: Group, _ body: (ListedMention) -> Void) {
    var place = group.first
    while place >= 0 {
      body(introductions[place])
      place = next[place]
    }
  }

  /// Puts an introduction to the entity it belongs to; the fuller names have to come first.
  private mutating func add(_ place: Int) {
    let mention = introductions[place]
    let words = mention.words
    guard !words.isEmpty else { return }
    let isPersonal = EntityGrouping.isPersonal(mention)
    let all = EntityGrouping.key(words)
    if words.count > 1 || !isPersonal, let same = index.last(.words, all),
      introductions[groups[same].first].words == words, agrees(groups[same], mention)
    {
      return join(place, same)
    }
    if !isPersonal {
      // “the Defence Ministry” is the one of the nation that the document speaks of, if it is one.
      let bodies = index.numbers(.nationless, all).list.filter {
        RoleWords.sharesPlace(introductions[groups[$0].first].places, mention.places)
      }
      if bodies.count == 1 { return join(place, bodies[0]) }
      if bodies.count > 1 { return }
    }
    let key =
      mention.kind == .place
      ? words[words.startIndex]
      : NameFolding.key(of: isPersonal ? mention.lastWord : mention.letters)
    var alike: Int?
    for number in index.numbers(.spelling, key).list where isAlike(groups[number], mention) {
      // One word that could be two persons' is nobody's.
      if alike != nil, words.count == 1, isPersonal { return }
      alike = alike ?? number
    }
    if let alike { return join(place, alike) }
    groups.append(Group(first: place, last: place, key: key, isPersonal: isPersonal))
    note(mention.gender, groups.count - 1)
    index.add(groups.count - 1, .words, all, limit: .max)
    if let nationless = mention.nationless {
      index.add(
        groups.count - 1, .nationless, EntityGrouping.key(nationless),
        limit: EntityGrouping.limit)
    }
    index.add(groups.count - 1, .spelling, key, limit: EntityGrouping.limit)
  }

  private mutating func join(_ place: Int, _ number: Int) {
    next[groups[number].last] = place
    groups[number].last = place
    groups[number].count += 1
    if groups[number].count <= EntityGrouping.limit { note(introductions[place].gender, number) }
  }

  private mutating func note(_ gender: Mention.Gender, _ number: Int) {
    switch gender {
    case .male: groups[number].isMale = true
    case .female: groups[number].isFemale = true
    case .unknown: break
    }
  }

  private func isAlike(_ group: Group, _ mention: ListedMention) -> Bool {
    group.isPersonal == EntityGrouping.isPersonal(mention) && agrees(group, mention)
      && (!group.isPersonal || EntityGrouping.canBeOne(introductions[group.first], mention))
  }

  private static func key(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0) { ($0 ^ $1) &* WordHash.prime }
  }

  private func agrees(_ group: Group, _ mention: ListedMention) -> Bool {
    switch mention.gender {
    case .unknown: true
    case .male: !group.isFemale
    case .female: !group.isMale
    }
  }

  /// Whether a person is meant, as far as the words tell.
  static func isPersonal(_ mention: ListedMention) -> Bool {
    mention.kind == .person || mention.kind == .name
  }

  /// Whether two names with one surname can be one person's: no given name at all, the same, an
  /// initial, a short form that begins alike, a nickname given with it, or the same consonants.
  static func canBeOne(_ first: ListedMention, _ second: ListedMention) -> Bool {
    guard first.words.count > 1, second.words.count > 1 else { return true }
    let given = second.words.dropLast()
    if first.words.dropLast().contains(where: given.contains) { return true }
    let (left, right) = (first.firstWord, second.firstWord)
    if left == right || left.prefix(3) == right.prefix(3) { return true }
    let (one, other) = (NameFolding.folded(left), NameFolding.folded(right))
    if one.count == 1 || other.count == 1 { return one.first == other.first }
    return one == other || NameFolding.skeleton(of: left) == NameFolding.skeleton(of: right)
  }
}

/// What tells most names apart in their order, in numbers: only where these are the same the names
/// themselves are looked at.
private struct NameRank {
  /// Where the name stands in its list.
  var place: Int
  /// The number of words, whether they are shouted, and the length, smaller for what comes first.
  private let shape: UInt64
  /// The first eight letters, the first the most significant.
  private let start: UInt64
  private let isASCII: Bool

  init(_ mention: ListedMention, place: Int) {
    self.place = place
    let letters = mention.letters
    let first = letters.prefix(8)
    start = first.reduce(0) { $0 << 8 | UInt64($1) } << UInt64((8 - first.count) * 8)
    isASCII = letters.allSatisfy { $0 < 0x80 }
    // A paragraph has less than 2¹⁶ words and letters.
    let words = UInt64(0xFFFF - min(mention.record.words.count, 0xFFFF))
    let length = UInt64(0xFFFF - min(letters.count, 0xFFFF))
    shape = words << 32 | (mention.record.isShouted ? 1 << 16 : 0) | length
  }

  /// The rank of the same name in another list.
  init(_ other: NameRank, place: Int) {
    self = other
    self.place = place
  }

  /// Whether an introduction is drawn to its entity before another.
  static func precedes(_ left: NameRank, _ right: NameRank, in list: [ListedMention]) -> Bool {
    if left.shape != right.shape { return left.shape < right.shape }
    if let isLess = letters(left, right, { list[$0] }) { return isLess }
    let (first, second) = (list[left.place], list[right.place])
    let (count, otherCount) = (first.record.roles.count, second.record.roles.count)
    if count != otherCount { return count > otherCount }
    if first.roleLetters != second.roleLetters {
      let (role, otherRole) = (first.role ?? "", second.role ?? "")
      if role != otherRole { return role < otherRole }
    }
    if first.kind != second.kind { return first.kind.rawValue < second.kind.rawValue }
    if first.gender != second.gender { return first.gender.rawValue < second.gender.rawValue }
    return (first.record.acronym ?? 0) < (second.record.acronym ?? 0)
  }

  /// Whether a name stands before another by its letters; nil where they are the same.
  static func letters(
    _ left: NameRank, _ right: NameRank, _ name: (Int) -> ListedMention
  ) -> Bool? {
    let isASCII = left.isASCII && right.isASCII
    if isASCII, left.start != right.start { return left.start < right.start }
    let (first, second) = (name(left.place), name(right.place))
    if first.letters == second.letters { return nil }
    if isASCII { return first.letters.lexicographicallyPrecedes(second.letters) }
    let (text, otherText) = (first.text, second.text)
    return text == otherText ? nil : text < otherText
  }
}
