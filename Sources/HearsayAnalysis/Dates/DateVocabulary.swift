/// The words of one language's time expressions: each with the classes it belongs to and its number
/// in each.
struct DateVocabulary: Sendable {
  /// Index of a word.
  typealias Word = UInt16
  /// A set of words, as bits.
  struct WordSet: Hashable, Sendable {
    private var bits: [UInt64] = []

    /// No words.
    init() {}

    /// Every word there can be.
    static let all: WordSet = {
      var all = WordSet()
      all.bits = Array(repeating: .max, count: 1024)
      return all
    }()

    /// Whether a word belongs to it.
    @inline(__always)
    func contains(_ word: Word) -> Bool {
      let place = Int(word >> 6)
      return place < bits.count && bits[place] >> UInt64(word & 63) & 1 != 0
    }

    /// Whether no word belongs to it.
    var isEmpty: Bool { bits.isEmpty }

    /// Adds a word.
    mutating func insert(_ word: Word) {
      while bits.count <= Int(word >> 6) { bits.append(0) }
      bits[Int(word >> 6)] |= 1 << UInt64(word & 63)
    }

    /// Calls `body` with every word in it that is less than `count`.
    func forEach(below count: Int, _ body: (Word) -> Void) {
      for (place, word) in bits.enumerated() {
        var rest = word
        while rest != 0 {
          let index = place * 64 + rest.trailingZeroBitCount
          guard index < count else { return }
          body(Word(index))
          rest &= rest - 1
        }
      }
    }

    /// The first words' bits, so many times 64.
    func bits(stride: Int) -> [UInt64] {
      let known = bits.prefix(stride)
      return known + Array(repeating: 0, count: stride - known.count)
    }

    /// Takes a word out.
    mutating func remove(_ word: Word) {
      if Int(word >> 6) < bits.count { bits[Int(word >> 6)] &= ~(1 << UInt64(word & 63)) }
    }

    /// Adds all words of another set.
    mutating func formUnion(_ other: WordSet) {
      for (place, more) in other.bits.enumerated() {
        if place < bits.count { bits[place] |= more } else { bits.append(more) }
      }
    }
  }

  /// What the signs and numbers of every language are; their raw values are their words.
  enum Sign: Word, CaseIterable {
    /// A word the vocabulary does not have.
    case other
    /// Beyond the paragraph.
    case end
    /// A whole number in one or two digits.
    case num
    /// A year in four digits that news could name.
    case yearnum
    /// Any other whole number in digits.
    case longnum
    /// `1.5`
    case decimal
    /// `03.12.2021`
    case triple
    /// `3rd`
    case ordnum
    /// `1990s`
    case decadenum
    /// `T1840` behind a date.
    case clockmark
    case comma, dot, dash, slash, colon, apostrophe, opening, closing
    /// A quotation mark.
    case mark
    /// Any other sign.
    case sign

    /// Its name in rules.
    var name: String { "\(self)" }

    /// Whether a class holds numbers in digits, which the walk compares.
    static func isNumber(_ name: String) -> Bool { numbers.contains(name) }

    private static let numbers: Set<String> = Set(
      [Sign.num, .yearnum, .longnum, .decimal, .ordnum, .decadenum, .triple].map(\.name))
  }

  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var words: [Word] = Array(repeating: 0, count: 1024)
  private var count = Sign.allCases.count
  /// By word, its classes with its number in each.
  private var memberships: [[(classIndex: Int, value: Int32)]] = Array(
    repeating: [], count: Sign.allCases.count)
  private var classes: [String: Int] = [:]
  private var members: [WordSet] = []

  /// A vocabulary of signs only.
  init() {
    for sign in Sign.allCases {
      let index = classIndex(sign.name)
      members[index].insert(sign.rawValue)
      memberships[Int(sign.rawValue)].append((index, 0))
    }
    let numbers = classIndex(Sign.num.name)
    members[numbers].insert(Sign.yearnum.rawValue)
    members[numbers].insert(Sign.longnum.rawValue)
  }

  /// How many words there are.
  var wordCount: Int { count }

  /// Calls `body` with every word and its hash.
  func forEachWord(_ body: (UInt64, Word) -> Void) {
    for (key, word) in zip(keys, words) where key != 0 { body(key, word) }
  }

  /// The index of a class, made where there is none yet.
  mutating func classIndex(_ name: String) -> Int {
    if let known = classes[name] { return known }
    classes[name] = members.count
    members.append(WordSet())
    return members.count - 1
  }

  /// The words of a class; none where it is not known.
  func members(_ name: String) -> WordSet {
    classes[name].map { members[$0] } ?? WordSet()
  }

  /// The words of a class whose number lies in a range; signs and digits whatever they are.
  func members(_ name: String, in range: ClosedRange<Int32>?) -> WordSet {
    guard let range, !Sign.isNumber(name), let index = classes[name] else { return members(name) }
    var result = WordSet()
    for word in 0..<count {
      let word = Word(truncatingIfNeeded: word)
      if let value = value(of: word, in: index), range.contains(value) { result.insert(word) }
    }
    return result
  }

  /// By word, one of 64 groups; each sign has its own, words of the same classes share one.
  func groups() -> [UInt8] {
    let signs = Sign.allCases.count
    var found: [[Int]: UInt8] = [:]
    return (0..<count).map { word in
      if word < signs { return UInt8(word) }
      let classes = memberships[word].map(\.classIndex)
      if let known = found[classes] { return known }
      let group = UInt8(signs + found.count % (64 - signs))
      found[classes] = group
      return group
    }
  }

  /// Whether a word belongs to no class: a literal of the rules.
  func isLiteral(_ word: Word) -> Bool { memberships[Int(word)].isEmpty }

  /// A word's number in a class, or nil where it is no member.
  func value(of word: Word, in classIndex: Int) -> Int32? {
    for membership in memberships[Int(word)] where membership.classIndex == classIndex {
      return membership.value
    }
    return nil
  }

  /// The word that is written so, in lower case; added where it is new.
  @discardableResult
  mutating func intern(_ text: some Sequence<UInt8>) -> Word {
    let hash = WordHash.of(text)
    let place = place(of: hash)
    if keys[place] != 0 { return words[place] }
    if count * 2 > keys.count { grow() }
    let free = self.place(of: hash)
    keys[free] = hash
    words[free] = Word(truncatingIfNeeded: count)
    memberships.append([])
    count += 1
    return words[free]
  }

  /// Makes a word a member of a class.
  mutating func add(_ text: some Sequence<UInt8>, to classIndex: Int, value: Int32) {
    let word = intern(text)
    members[classIndex].insert(word)
    memberships[Int(word)].append((classIndex, value))
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while keys[index] != 0, keys[index] != hash { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = (keys, words)
    keys = Array(repeating: 0, count: old.0.count * 2)
    words = Array(repeating: 0, count: old.0.count * 2)
    for (key, word) in zip(old.0, old.1) where key != 0 {
      let free = place(of: key)
      keys[free] = key
      words[free] = word
    }
  }
}
