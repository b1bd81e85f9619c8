internal import HearsayModel

/// Everybody a document introduces by a full name, spelling variants drawn together.
///
/// A function of the set of introductions alone, so that an edit that adds and removes none
/// leaves it as it was.
struct EntityTable: Sendable {
  /// One person or organisation of the document.
  struct Entity: Hashable, Sendable {
    let referent: SpeakerContext.Referent
    let words: [UInt64]
    let isPerson: Bool

    var speaker: Speaker { referent.speaker }
    var gender: Mention.Gender { referent.gender }
  }

  private(set) var entities: [Entity] = []
  private var byLastWord: [UInt64: [Int]] = [:]
  private var byFirstWord: [UInt64: [Int]] = [:]
  private var byRole: [UInt64: [Int]] = [:]

  /// A table of nobody.
  init() {}

  /// Draws introductions together: the same last word and given names that begin alike.
  init(_ introductions: some Sequence<Introduction>) {
    var groups: [UInt64: [[Introduction]]] = [:]
    for introduction in introductions.sorted(by: EntityTable.precedes) {
      guard let last = introduction.name.words.last else { continue }
      var group = groups[last] ?? []
      if let place = group.firstIndex(where: { EntityTable.isSame($0[0], introduction) }) {
        group[place].append(introduction)
      } else {
        group.append([introduction])
      }
      groups[last] = group
    }
    let merged = groups.values.flatMap { $0 }.compactMap(EntityTable.entity)
    entities = merged.sorted { $0.speaker.name < $1.speaker.name }
    for (number, entity) in entities.enumerated() {
      if let last = entity.words.last { byLastWord[last, default: []].append(number) }
      if entity.isPerson, let first = entity.words.first {
        byFirstWord[first, default: []].append(number)
      }
      for role in entity.referent.roles { byRole[role, default: []].append(number) }
    }
  }

  /// Longer names first, then by the letter, so that the order of the text does not matter.
  private static func precedes(_ left: Introduction, _ right: Introduction) -> Bool {
    let (first, second) = (left.name.text, right.name.text)
    if first.utf8.count != second.utf8.count { return first.utf8.count > second.utf8.count }
    if first != second { return first < second }
    if left.roles.count != right.roles.count { return left.roles.count > right.roles.count }
    let (role, other) = (left.role ?? "", right.role ?? "")
    if role != other { return role < other }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.gender.rawValue < right.gender.rawValue
  }

  private static func isSame(_ first: Introduction, _ second: Introduction) -> Bool {
    let sameStart = first.name.text.utf8.prefix(3).elementsEqual(second.name.text.utf8.prefix(3))
    let isPersonal = first.kind != .organisation && second.kind != .organisation
    return isPersonal ? sameStart : first.name.words == second.name.words
  }

  private static func entity(_ group: [Introduction]) -> Entity? {
    guard let first = group.first else { return nil }
    let isPerson = first.kind != .organisation
    let gender = group.lazy.map(\.gender).first { $0 != .unknown } ?? .unknown
    let speaker = Speaker(
      name: first.name.text, kind: isPerson ? .person : .organisation,
      role: group.lazy.compactMap(\.role).first { !$0.isEmpty })
    let referent = SpeakerContext.Referent(
      speaker: speaker, gender: gender, roles: Set(group.flatMap(\.roles)).sorted(),
      places: Set(group.flatMap(\.places)).sorted(), isNamed: true)
    return Entity(referent: referent, words: first.name.words, isPerson: isPerson)
  }

  /// Entities whose name a mention's words could be: the whole, the last word or the first.
  func matches(_ name: PersonName) -> [Int] {
    guard let last = name.words.last else { return [] }
    let byLast = byLastWord[last] ?? []
    if name.words.count > 1 {
      let whole = byLast.filter { entities[$0].words.first == name.words.first }
      if !whole.isEmpty { return whole }
      return byLast.filter {
        entities[$0].speaker.name.utf8.prefix(3).elementsEqual(name.text.utf8.prefix(3))
      }
    }
    return byLast.isEmpty ? byFirstWord[last] ?? [] : byLast
  }

  /// Entities that the document gives a role.
  func holders(of role: UInt64) -> [Int] { byRole[role] ?? [] }
}
