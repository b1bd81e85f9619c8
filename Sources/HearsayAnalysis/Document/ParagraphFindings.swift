internal import HearsayModel
internal import HearsayText

/// What a paragraph's bytes alone tell, before anything is resolved across paragraphs.
struct ParagraphFindings: Sendable {
  /// The shape its neighbours need to know.
  var shape = ParagraphShape()
  /// Quotations with the credit that the paragraph itself gives.
  var quotations: [LocalQuotation] = []
  /// Everybody mentioned, in order.
  var mentions = MentionList.none
  /// Full names given here.
  var introductions: [Introduction] = []
  /// Time expressions, not yet resolved.
  var dates: [DateMention] = []
  /// What the paragraph tells of outlets.
  var outlets = OutletFindings()
  /// Speech that only the page's layout credits, the likeliest first, if the document agrees.
  var layouts: [Layout] = []
  /// Credit that the paragraph's end gives to a quotation that opens the next.
  var announcement: Announcement?
  /// What the paragraph may be of a story that another paper told.
  var story = StoryMark.Part.none

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
