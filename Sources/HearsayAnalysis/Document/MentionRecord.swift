internal import HearsayModel
internal import HearsayText

/// A mention with what the document pass needs to know of it; offsets count from the paragraph.
final class MentionRecord: Sendable {
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
  /// Number of the sentence, as the reader sees it.
  let frame: Int
  /// The words without their article; empty for a pronoun and where there is a name.
  let text: String
  /// The bare name, or nil.
  let name: PersonName?
  /// Role nouns and titles, hashed; of a document its noun.
  let roles: [UInt64]
  /// Places and peoples named in the phrase, hashed by their first four letters.
  let places: [UInt64]
  /// The role's words as they stand, or nil.
  let role: String?
  /// The short name in brackets behind it, “(FSB)”, hashed, or nil.
  let acronym: UInt64?

  init(
    span: ByteSpan, kind: Mention.Kind, gender: Mention.Gender, traits: Traits, frame: Int,
    text: String = "", name: PersonName? = nil, roles: [UInt64] = [], places: [UInt64] = [],
    role: String? = nil, acronym: UInt64? = nil
  ) {
    self.span = span
    self.kind = kind
    self.gender = gender
    self.traits = traits
    self.frame = frame
    self.text = text
    self.name = name
    self.roles = roles
    self.places = places
    self.role = role
    self.acronym = acronym
  }

  /// Whether the phrase points at somebody known.
  var isDefinite: Bool { traits.contains(.definite) }
  /// Whether it stands between quotation marks.
  var isQuoted: Bool { traits.contains(.quoted) }
  /// Whether the words begin with an ASCII capital.
  var startsWithCapital: Bool { text.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false }
}

/// A name as words.
struct PersonName: Hashable, Sendable {
  /// As it stands in the text, white space folded.
  let text: String
  /// Hashes of its words in lower case; initials, dots and “Jr” left out.
  let words: [UInt64]
  /// Whether no letter is small, as in a shouted headline.
  let isShouted: Bool

  /// Words behind a surname that are no part of it.
  static let suffixes: Set<UInt64> = Set(
    (["jr", "sr", "ii", "iii", "iv"] as [WordHash]).map(\.value))

  /// The surname as it is spelled, or the only word.
  var lastWord: Substring.UTF8View {
    var rest = text[...].utf8
    while let space = rest.lastIndex(of: 0x20) {
      let word = rest[rest.index(after: space)...]
      let letters = word.lazy.filter { $0 != 0x2E }.map { $0 | 0x20 }
      guard word.count <= 3, PersonName.suffixes.contains(WordHash.of(letters)) else {
        return word
      }
      rest = rest[..<space]
    }
    return rest
  }

  /// The given name as it is spelled, or the only word.
  var firstWord: Substring.UTF8View { text[...].utf8.prefix { $0 != 0x20 } }
}

/// Somebody the document introduces: by a full name, a title and a name, or as a place that
/// speaks; two with the same words are one.
struct Introduction: Hashable, Sendable {
  let record: MentionRecord
  let name: PersonName

  var kind: Mention.Kind { record.kind }
  var gender: Mention.Gender { record.gender }
  var roles: [UInt64] { record.roles }
  var places: [UInt64] { record.places }
  var role: String? { record.role }
  var acronym: UInt64? { record.acronym }

  static func == (left: Introduction, right: Introduction) -> Bool {
    left.record === right.record
      || (left.name == right.name && left.kind == right.kind && left.gender == right.gender
        && left.roles == right.roles && left.places == right.places && left.role == right.role
        && left.acronym == right.acronym)
  }

  func hash(into hasher: inout Hasher) {
    // The words are hashes already.
    var mixed = UInt64(record.kind.rawValue)
    for word in name.words { mixed = (mixed ^ word) &* WordHash.prime }
    for role in record.roles { mixed = (mixed ^ role) &* WordHash.prime }
    hasher.combine(mixed)
  }
}
