internal import HearsayModel
internal import HearsayText

/// Speech that the page's layout credits and no mark encloses; the document decides whether it is.
struct Layout: Hashable, Sendable {
  /// What the paragraph looks like.
  enum Kind: Hashable, Sendable {
    /// “PRICE: We will not.” in a transcript or an interview.
    case transcript(Label)
    /// “Ruiz: river too high” above an article.
    case headline
    /// “– open the gates” in a list that somebody announces.
    case item
  }

  /// What the paragraph looks like.
  let kind: Kind
  /// What is credited then, and with whom.
  let quotation: LocalQuotation
}

/// The words before the colon at a paragraph's beginning.
struct Label: Hashable, Sendable {
  /// Hash of the surname, or of all words where there is no name.
  let key: UInt64
  /// Whether it is in capitals or says “Q”, so that two of them make a transcript.
  let isStrong: Bool
  /// Whether a title, a role or a given name shows a person.
  let isPersonal: Bool
}

/// Tells which labels of a document are those of speakers.
struct TranscriptLabels {
  /// How often each label stands before a paragraph.
  private var counts: [Label: Int] = [:]
  private var strong = 0

  /// The keys of the labels that are believed.
  ///
  /// Strong ones where there are two or more; others where they come again and are a person's.
  func believed(by table: EntityTable) -> Set<UInt64> {
    guard !counts.isEmpty else { return [] }
    var keys: Set<UInt64> = []
    for (label, count) in counts {
      let isBelieved =
        label.isStrong
        ? strong > 1 : count > 1 && (label.isPersonal || table.isSurname(label.key))
      if isBelieved { keys.insert(label.key) }
    }
    return keys
  }

  /// Counts a paragraph in.
  mutating func add(_ paragraph: ParagraphFindings) {
    guard let label = paragraph.label else { return }
    counts[label, default: 0] += 1
    if label.isStrong { strong += 1 }
  }

  /// Counts a paragraph out.
  mutating func remove(_ paragraph: ParagraphFindings) {
    guard let label = paragraph.label, let count = counts[label] else { return }
    counts[label] = count > 1 ? count - 1 : nil
    if label.isStrong { strong -= 1 }
  }
}

extension ParagraphFindings {
  /// The label at the paragraph's beginning, or nil.
  var label: Label? {
    guard case .transcript(let label) = layouts.first?.kind else { return nil }
    return label
  }
}

/// Looks at a paragraph's beginning for layouts that credit without marks.
struct LayoutFinder {
  private let input: ParagraphInput
  private let mentions: [Mention]
  private let shape: ParagraphShape

  init(_ input: ParagraphInput, mentions: [Mention], shape: ParagraphShape) {
    self.input = input
    self.mentions = mentions
    self.shape = shape
  }

  /// What the paragraph could be, the likeliest first; `quotations` are those found in marks.
  func layouts(beside quotations: [LocalQuotation]) -> [Layout] {
    if let item = ListFinder(input).layout(beside: quotations) { return [item] }
    var found: [Layout] = []
    let transcript = TranscriptFinder(input, mentions: mentions)
    if let layout = transcript.layout(beside: quotations) { found.append(layout) }
    let headline = HeadlineFinder(input, mentions: mentions, shape: shape)
    if let layout = headline.layout(beside: quotations) { found.append(layout) }
    return found
  }

  /// A quotation without marks.
  static func quotation(
    _ type: QuotationType, _ span: ByteSpan, source: ByteSpan? = nil, mention: Int? = nil,
    description: String? = nil, cue: ByteSpan? = nil, rule: AttributionEvidence.Rule,
    confidence: Double
  ) -> LocalQuotation {
    LocalQuotation(
      span: span, mark: span, type: type, source: source, description: description,
      mention: mention, cue: cue, rule: rule, utterance: span.start, isAltered: false,
      isClosed: true, needsContext: false, opensParagraph: true, confidence: confidence)
  }

  /// Words before a colon that name no speaker.
  static let headings: Set<UInt64> = Set(
    ([
      "note", "update", "updated", "correction", "corrections", "clarification", "read", "watch",
      "see", "listen", "look", "related", "more", "also", "byline", "email", "e-mail", "phone",
      "contact", "source", "sources", "photo", "photos", "image", "picture", "pictured",
      "caption", "video", "audio", "editor", "editors", "exclusive", "breaking", "opinion",
      "analysis", "fact", "facts", "rating", "ruling", "warning", "tip", "tips", "date", "time",
      "place", "where", "when", "what", "who", "why", "how", "advertisement", "tags", "topics",
      "follow", "share", "subscribe", "claim", "verdict", "subject", "re", "to", "from", "cc",
      "ps", "disclosure", "disclaimer", "copyright", "credit", "pros", "cons", "summary",
      "background", "context", "live", "poll", "quiz", "review", "winner", "winners", "loser",
      "losers", "score", "total", "cost", "age", "born", "address", "website",
      "url", "http", "https", "twitter", "facebook", "instagram", "result", "results", "step",
      "part", "chapter", "section", "table", "figure", "example", "remember", "reminder",
      "spoiler", "trending", "developing", "urgent", "alert", "report", "published", "posted",
      "category", "filed", "location", "duration", "author", "written", "by", "text", "title",
      "headline", "boom", "busted", "bombshell", "wow", "shock", "latest", "notes", "op-ed",
      "editorial", "comment", "comments", "faq", "transcript", "interview", "speech",
    ] as [WordHash]).map(\.value))
}
