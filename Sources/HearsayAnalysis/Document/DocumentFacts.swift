internal import HearsayModel

/// What all paragraphs together tell of the document, beside who is in it.
struct DocumentFacts: Hashable, Sendable {
  /// The article's date, or nil where nothing tells.
  var date: DocumentDate?
  /// Which of two numbers in a date is the day, where some date shows it.
  var order: DayMonthOrder?
  /// Whether the text narrates, so that times are counted from the last it spoke of.
  var isNarrative = false
  /// Who published the page, and where it took the text from.
  var page = OutletPage()
  /// The keys of the labels that begin a speaker's words in a transcript.
  var labels: Set<UInt64> = []

  /// Nothing known.
  init() {}

  /// The facts that paragraphs make, given in order.
  ///
  /// The article's date by the order of evidence: the analyst, front matter, a publish line or
  /// dateline, the file's name. A line that tells a change counts only where no other is.
  init(_ paragraphs: [Paragraph], options: AnalysisOptions, tally: DateTally = DateTally()) {
    isNarrative = tally.isNarrative
    order = options.dayMonthOrder
    var found: (value: DocumentDate, isUpdate: Bool)?
    for paragraph in paragraphs {
      if !paragraph.findings.outlets.isEmpty { page.add(paragraph.findings.outlets) }
      for mention in paragraph.findings.dates where mention.articleDate != nil || order == nil {
        order = order ?? DayMonthOrder.evidence(in: mention)
        guard mention.articleDate != nil, let date = DocumentDateFinder.fromMention(mention) else {
          continue
        }
        if DocumentFacts.isStronger(date, mention.isUpdate, than: found) {
          found = (date, mention.isUpdate)
        }
      }
    }
    date =
      options.date.map { DocumentDate(value: $0, evidence: .analyst) } ?? found?.value
      ?? options.fileName.flatMap(DocumentDateFinder.fromFileName)
  }

  private static func isStronger(
    _ date: DocumentDate, _ isUpdate: Bool, than found: (value: DocumentDate, isUpdate: Bool)?
  ) -> Bool {
    guard let found else { return true }
    if found.isUpdate, !isUpdate { return true }
    return date.evidence == .frontMatter && found.value.evidence != .frontMatter
  }
}
