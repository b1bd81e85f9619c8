internal import HearsayModel
internal import HearsayText

/// A mention with what the document pass needs to know of it; offsets count from the paragraph.
struct MentionRecord: Hashable, Sendable {
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
  /// The words without their article.
  let text: String
  /// The bare name, or nil.
  let name: PersonName?
  /// Role nouns and titles, hashed.
  let roles: [UInt64]
  /// Places and peoples named in the phrase, hashed by their first four letters.
  let places: [UInt64]
  /// The role's words as they stand, or nil.
  let role: String?
}

/// A name as words.
struct PersonName: Hashable, Sendable {
  /// As it stands in the text, white space folded.
  let text: String
  /// Hashes of its words in lower case, initials and dots left out.
  let words: [UInt64]
}

/// Somebody the document introduces by a full name.
struct Introduction: Hashable, Sendable {
  let name: PersonName
  let kind: Mention.Kind
  let gender: Mention.Gender
  let roles: [UInt64]
  let places: [UInt64]
  let role: String?
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
}

/// A source and cue at a paragraph's end, such as “He went on:”.
struct Announcement: Hashable, Sendable {
  let source: ByteSpan
  let mention: Int?
  let cue: ByteSpan?
}
