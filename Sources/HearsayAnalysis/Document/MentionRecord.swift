internal import HearsayModel
internal import HearsayText

/// A mention with what the document pass needs to know of it; offsets count from the paragraph.
///
/// Numbers alone: its words lie in the lists of the ``MentionList`` that holds it.
struct MentionRecord: Sendable {
  /// Facts about the words and where they stand.
  struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// Points at somebody known: the, this, his.
    static let definite = Traits(rawValue: 1)
    /// Introduces somebody: a, another, some.
    static let indefinite = Traits(rawValue: 2)
    /// Stands between quotation marks.
    static let quoted = Traits(rawValue: 4)
    /// A preposition governs it: “with Ana Ruiz”.
    static let governed = Traits(rawValue: 8)
    /// Joined by “and” or “or” to the mention before or behind.
    static let joined = Traits(rawValue: 16)
    /// A role beside a name: “Ana Ruiz, the mayor”.
    static let apposition = Traits(rawValue: 32)
    /// A verb of saying stands right beside it: “Ana Ruiz said”, “said Ana Ruiz”.
    static let speaking = Traits(rawValue: 64)
    /// Nothing but a surname.
    static let bare = Traits(rawValue: 128)
  }

  /// The whole noun phrase.
  let span: ByteSpan
  /// What the words are.
  let kind: Mention.Kind
  /// What titles and given names tell.
  let gender: Mention.Gender
  /// Facts about the words and where they stand.
  let traits: Traits
  /// Whether there is a name in the phrase.
  var hasName = false
  /// How many of a body's ``words`` tell whose it is, from the first on: “Russian Defence Ministry”.
  var nationWords: Int32 = 0
  /// Whether no letter of the name is small, as in a shouted headline.
  var isShouted = false
  /// Number of the sentence, as the reader sees it.
  let frame: Int32
  /// The bare name; where there is none, the words without their article; empty for a pronoun.
  var text: Range<Int32> = 0..<0
  /// The role's words as they stand; empty where there is none.
  var role: Range<Int32> = 0..<0
  /// Hashes of a name's words in lower case, without initials, dots and “Jr”, of a nation before a
  /// body's name by its first four letters; of a place the key
  /// of its spelling: ``NameFolding``.
  var words: Range<Int32> = 0..<0
  /// Role nouns and titles, hashed; of a document its noun.
  var roles: Range<Int32> = 0..<0
  /// Places and peoples named in the phrase, hashed by their first four letters.
  var places: Range<Int32> = 0..<0
  /// The short name in brackets behind it, “(FSB)”, hashed, or nil.
  var acronym: UInt64?

  /// Whether it stands between quotation marks.
  var isQuoted: Bool { traits.contains(.quoted) }
}

/// Everybody mentioned in a paragraph, in order.
final class MentionList: Sendable {
  /// One for each mention.
  let records: [MentionRecord]
  /// The letters of names, phrases and roles, one behind the other.
  fileprivate let letters: [UInt8]
  /// The hashes of names, roles and places, one behind the other.
  fileprivate let hashes: [UInt64]

  /// Nobody.
  static let none = MentionList([], letters: [], hashes: [])

  init(_ records: [MentionRecord], letters: [UInt8], hashes: [UInt64]) {
    self.records = records
    self.letters = letters
    self.hashes = hashes
  }

  /// A mention with its words.
  subscript(_ index: Int) -> ListedMention { ListedMention(list: self, index: index) }

  /// Full names and titled ones, with the roles that stand with them or beside them, and the
  /// places that the quotations credit.
  func introductions(_ quotations: [LocalQuotation]) -> [Introduction] {
    var found: [Introduction] = []
    for (index, record) in records.enumerated() where record.hasName {
      let least = record.kind == .person ? 1 : 2
      if record.words.count >= least { found.append(Introduction(mention: self[index])) }
    }
    for quotation in quotations {
      guard let mention = quotation.mention, records[mention].kind == .place else { continue }
      found.append(Introduction(mention: self[mention]))
    }
    return found
  }
}

/// One mention of a list, with its words.
struct ListedMention: Sendable {
  let list: MentionList
  let index: Int

  var record: MentionRecord {
    @inline(__always) _read { yield list.records[index] }
  }
  var kind: Mention.Kind { record.kind }
  var gender: Mention.Gender { record.gender }
  var traits: MentionRecord.Traits { record.traits }
  var hasName: Bool { record.hasName }
  /// Whether the phrase points at somebody known.
  var isDefinite: Bool { record.traits.contains(.definite) }

  /// The bare name; where there is none, the words without their article; white space folded.
  var letters: ArraySlice<UInt8> { letters(record.text) }
  /// The same as a string.
  var text: String { String(decoding: letters, as: UTF8.self) }
  /// The role's words as they stand, or nil.
  var role: String? {
    record.role.isEmpty ? nil : String(decoding: roleLetters, as: UTF8.self)
  }
  /// The letters of ``role``, none where there is none.
  var roleLetters: ArraySlice<UInt8> { letters(record.role) }
  /// See ``MentionRecord/words``.
  var words: ArraySlice<UInt64> { hashes(record.words) }
  /// The words of a body's name without the nation before it, or nil where none stands there.
  var nationless: ArraySlice<UInt64>? {
    record.nationWords > 0 ? words.dropFirst(Int(record.nationWords)) : nil
  }
  /// See ``MentionRecord/roles``.
  var roles: ArraySlice<UInt64> { hashes(record.roles) }
  /// See ``MentionRecord/places``.
  var places: ArraySlice<UInt64> { hashes(record.places) }

  private func letters(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    list.letters[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  private func hashes(_ range: Range<Int32>) -> ArraySlice<UInt64> {
    list.hashes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Whether the words begin with an ASCII capital.
  var startsWithCapital: Bool { letters.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false }

  /// A name's surname as it is spelled, or the only word.
  var lastWord: ArraySlice<UInt8> {
    var rest = letters
    while let space = rest.lastIndex(of: 0x20) {
      let word = rest[(space + 1)...]
      guard word.count <= 3,
        NameSuffix.contains(WordHash.of(word.lazy.filter { $0 != 0x2E }.map { $0 | 0x20 }))
      else { return word }
      rest = rest[..<space]
    }
    return rest
  }

  /// A name's given name as it is spelled, or the only word.
  var firstWord: ArraySlice<UInt8> { letters.prefix { $0 != 0x20 } }
}

/// Words behind a surname that are no part of it.
enum NameSuffix {
  /// Whether a word, given by its hash, is one: Jr, III.
  static func contains(_ hash: UInt64) -> Bool {
    switch hash {
    case WordHash("jr").value, WordHash("sr").value, WordHash("ii").value, WordHash("iii").value,
      WordHash("iv").value:
      true
    default: false
    }
  }
}

/// Somebody the document introduces: by a full name, a title and a name, or as a place that
/// speaks; two with the same words are one.
struct Introduction: Hashable, Sendable {
  let mention: ListedMention

  static func == (left: Introduction, right: Introduction) -> Bool {
    let (one, other) = (left.mention, right.mention)
    if one.list === other.list, one.index == other.index { return true }
    return one.kind == other.kind && one.gender == other.gender && one.words == other.words
      && one.record.isShouted == other.record.isShouted
      && one.record.acronym == other.record.acronym && one.letters == other.letters
      && one.roleLetters == other.roleLetters && one.roles == other.roles
      && one.places == other.places
  }

  /// The same for two with the same words.
  var key: UInt64 {
    // The words are hashes already.
    let (record, hashes) = (mention.record, mention.list.hashes)
    var mixed = UInt64(record.kind.rawValue)
    for place in record.words { mixed = (mixed ^ hashes[Int(place)]) &* WordHash.prime }
    for place in record.roles { mixed = (mixed ^ hashes[Int(place)]) &* WordHash.prime }
    return mixed
  }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
