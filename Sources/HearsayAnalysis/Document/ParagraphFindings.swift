internal import HearsayModel
internal import HearsayText

/// A mention with what the document pass needs to know of it; offsets count from the paragraph.
final class MentionRecord: Sendable {
  /// The whole noun phrase.
  let span: ByteSpan
  /// What the words are.
  let kind: Mention.Kind
  /// What titles and given names tell.
  let gender: Mention.Gender
  /// Whether the phrase points at somebody known.
  let isDefinite: Bool
  /// Number of the sentence, as the reader sees it.
  let frame: Int
  /// Whether it stands between quotation marks.
  let isQuoted: Bool
  /// The words without their article; empty for a pronoun and where there is a name.
  let text: String
  /// The bare name, or nil.
  let name: PersonName?
  /// Role nouns and titles, hashed.
  let roles: [UInt64]
  /// Places and peoples named in the phrase, hashed by their first four letters.
  let places: [UInt64]
  /// The role's words as they stand, or nil.
  let role: String?

  init(
    span: ByteSpan, kind: Mention.Kind, gender: Mention.Gender, isDefinite: Bool, frame: Int,
    isQuoted: Bool, text: String, name: PersonName?, roles: [UInt64], places: [UInt64],
    role: String?
  ) {
    self.span = span
    self.kind = kind
    self.gender = gender
    self.isDefinite = isDefinite
    self.frame = frame
    self.isQuoted = isQuoted
    self.text = text
    self.name = name
    self.roles = roles
    self.places = places
    self.role = role
  }

  /// Whether the words begin with an ASCII capital.
  var startsWithCapital: Bool { text.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false }
}

/// A name as words.
struct PersonName: Hashable, Sendable {
  /// As it stands in the text, white space folded.
  let text: String
  /// Hashes of its words in lower case, initials and dots left out.
  let words: [UInt64]
}

/// Somebody the document introduces by a full name; two with the same words are one.
struct Introduction: Hashable, Sendable {
  let record: MentionRecord
  let name: PersonName

  var kind: Mention.Kind { record.kind }
  var gender: Mention.Gender { record.gender }
  var roles: [UInt64] { record.roles }
  var places: [UInt64] { record.places }
  var role: String? { record.role }

  static func == (left: Introduction, right: Introduction) -> Bool {
    left.record === right.record
      || (left.name == right.name && left.kind == right.kind && left.gender == right.gender
        && left.roles == right.roles && left.places == right.places && left.role == right.role)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name.words)
    hasher.combine(record.kind)
    hasher.combine(record.roles)
  }
}

/// What a paragraph's bytes alone tell, before anything is resolved across paragraphs.
struct ParagraphFindings: Sendable {
  /// The shape its neighbours need to know.
  var shape = ParagraphShape()
  /// Quotations with the credit that the paragraph itself gives.
  var quotations: [LocalQuotation] = []
  /// Everybody mentioned, in order.
  var mentions: [MentionRecord] = []
  /// Full names given here.
  var introductions: [Introduction] = []
  /// Time expressions, not yet resolved.
  var dates: [DateMention] = []
  /// What the paragraph tells of outlets.
  var outlets = OutletFindings()
  /// Credit that the paragraph's end gives to a quotation that opens the next.
  var announcement: Announcement?

  /// Whether it says anything that holds for the whole document: the article's date, the order of
  /// day and month, who published.
  var tellsFacts: Bool {
    !outlets.mentions.isEmpty || !outlets.boilerplate.isEmpty
      || dates.contains { $0.articleDate != nil || $0.order != nil }
  }
}

/// A source and cue at a paragraph's end, such as “He went on:”.
struct Announcement: Hashable, Sendable {
  let source: ByteSpan
  let mention: Int?
  let cue: ByteSpan?
}
