/// Who goes by a word: numbers under keys of several kinds, in one table.
///
/// The keys are hashes already, so they are not hashed again; numbers under one key keep the order
/// in which they came.
struct NameIndex: Sendable {
  /// What a key stands for.
  enum Kind: UInt8, Sendable {
    /// A surname, or a body's noun.
    case lastWord
    /// A given name.
    case firstWord
    /// The first and the last word together, or all words.
    case words
    /// All words of a body's name but the nation it begins with.
    case nationless
    /// The spelling of a surname or of a body's whole name: ``NameFolding``.
    case spelling
    /// The spelling of a body's or place's whole name.
    case place
    /// A short name in brackets, or the initials.
    case acronym
    /// A role noun or title.
    case role
  }

  /// The numbers under one key.
  enum Numbers {
    case none
    case one(Int)
    case several([Int])

    init(_ list: [Int]) {
      switch list.count {
      case 0: self = .none
      case 1: self = .one(list[0])
      default: self = .several(list)
      }
    }

    /// All of them, in order.
    var list: [Int] {
      switch self {
      case .none: []
      case .one(let number): [number]
      case .several(let numbers): numbers
      }
    }

    var isEmpty: Bool {
      if case .none = self { return true }
      return false
    }
  }

  /// A key with the first and last of its numbers; one without numbers is free.
  private struct Slot {
    var key: UInt64 = 0
    var first: Int32 = -1
    var last: Int32 = -1
    var count: Int32 = 0
    var kind = Kind.lastWord
  }

  /// A number, and where the next under the same key stands.
  private struct Link {
    var number: Int32
    var next: Int32 = -1
  }

  /// Open addressing; the count is a power of two, or zero.
  private var slots: [Slot] = []
  private var links: [Link] = []
  private var used = 0

  /// Makes room for so many keys.
  mutating func reserve(_ count: Int) {
    links.reserveCapacity(count)
    var size = max(16, slots.count)
    while size < count * 2 { size *= 2 }
    if size > slots.count { resize(size) }
  }

  private mutating func resize(_ count: Int) {
    let old = slots
    slots = Array(repeating: Slot(), count: count)
    for slot in old where slot.count > 0 { slots[place(of: slot.kind, slot.key)] = slot }
  }

  /// Where a key stands, or the free slot where it would.
  private func place(of kind: Kind, _ key: UInt64) -> Int {
    let mixed = (key &+ UInt64(kind.rawValue)) &* 0x9E37_79B9_7F4A_7C15
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mixed >> 32) & mask
    while slots[place].count > 0, slots[place].key != key || slots[place].kind != kind {
      place = (place + 1) & mask
    }
    return place
  }

  /// The slot of a key, made where there is none.
  private mutating func slot(for kind: Kind, _ key: UInt64) -> Int {
    if slots.isEmpty { resize(16) }
    var place = place(of: kind, key)
    if slots[place].count > 0 { return place }
    used += 1
    if used * 2 > slots.count {
      resize(slots.count * 2)
      place = self.place(of: kind, key)
    }
    slots[place].kind = kind
    slots[place].key = key
    return place
  }

  /// Adds a number under a key, unless so many are there already.
  mutating func add(_ number: Int, _ kind: Kind, _ key: UInt64, limit: Int) {
    let place = slot(for: kind, key)
    guard slots[place].count < limit else { return }
    let link = Int32(links.count)
    if slots[place].count == 0 {
      slots[place].first = link
    } else {
      links[Int(slots[place].last)].next = link
    }
    slots[place].last = link
    slots[place].count += 1
    links.append(Link(number: Int32(number)))
  }

  /// Puts a number under a key in the place of what is there.
  mutating func set(_ number: Int, _ kind: Kind, _ key: UInt64) {
    let place = slot(for: kind, key)
    if slots[place].count > 0 {
      links[Int(slots[place].first)].number = Int32(number)
    } else {
      add(number, kind, key, limit: 1)
    }
  }

  /// Whether one of the numbers under a key is wanted.
  func contains(_ kind: Kind, _ key: UInt64, where isWanted: (Int) -> Bool) -> Bool {
    guard !slots.isEmpty else { return false }
    let slot = slots[place(of: kind, key)]
    var link = slot.count > 0 ? slot.first : -1
    while link >= 0 {
      if isWanted(Int(links[Int(link)].number)) { return true }
      link = links[Int(link)].next
    }
    return false
  }

  /// The last number that was added under a key, or nil.
  func last(_ kind: Kind, _ key: UInt64) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[place(of: kind, key)]
    return slot.count > 0 ? Int(links[Int(slot.last)].number) : nil
  }

  /// The numbers under a key.
  func numbers(_ kind: Kind, _ key: UInt64) -> Numbers {
    guard !slots.isEmpty else { return .none }
    let slot = slots[place(of: kind, key)]
    if slot.count == 0 { return .none }
    if slot.count == 1 { return .one(Int(links[Int(slot.first)].number)) }
    var list: [Int] = []
    list.reserveCapacity(Int(slot.count))
    var link = slot.first
    while link >= 0 {
      list.append(Int(links[Int(link)].number))
      link = links[Int(link)].next
    }
    return .several(list)
  }
}
