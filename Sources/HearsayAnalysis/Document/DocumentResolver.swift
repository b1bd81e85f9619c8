internal import HearsayModel
internal import HearsayText

/// What the document pass carries from paragraph to paragraph.
struct ResolverContext: Equatable, Sendable {
  var speakers = SpeakerContext()
  var dates = DateContext()
  var outlets = OutletContext()
  /// Whether it was told that the article's date is not known; once a document is enough.
  var hasToldMissingDate = false
}

/// The document pass: one paragraph's findings, completed with what only the document tells.
struct DocumentResolver: Sendable {
  private let resolver: SpeakerResolver
  private let facts: DocumentFacts
  private let normalizer: DateNormalizer
  private let outlets: OutletResolver

  init(table: EntityTable, facts: DocumentFacts, registry: OutletRegistry) {
    resolver = SpeakerResolver(table: table)
    self.facts = facts
    normalizer = DateNormalizer(
      documentDate: facts.date, dayMonthOrder: facts.order, isNarrative: facts.isNarrative)
    outlets = OutletResolver(registry: registry)
  }

  /// What goes through the paragraphs, one after another.
  func pass() -> ParagraphPass { ParagraphPass(resolver: resolver, labels: facts.labels) }

  /// Adds the findings of one paragraph, offsets counted from its start.
  func resolve(
    _ paragraph: Paragraph, next: ParagraphShape, by pass: inout ParagraphPass,
    _ context: inout ResolverContext, _ findings: inout Findings
  ) {
    let shape = paragraph.findings.shape
    let byteCount = paragraph.byteCount
    let firstProblem = findings.problems.count
    let isFurniture = furniture(shape, next, &context.speakers)
    if isFurniture {
      findings.furniture.append(ByteSpan(0, byteCount))
    } else if !shape.isBlank {
      if shape.isCaption {
        // Who is seen in a picture is not who the next paragraph goes on about.
        var seen = context.speakers
        pass.run(paragraph, next: next, &seen, &findings)
      } else {
        pass.run(paragraph, next: next, &context.speakers, &findings)
      }
      context.speakers.hasBegun = true
    }
    if !paragraph.findings.dates.isEmpty {
      resolveDates(paragraph.findings.dates, isFurniture, &findings, &context)
      if findings.problems.count > firstProblem + 1 {
        let sorted = findings.problems[firstProblem...].sorted { $0.span < $1.span }
        findings.problems.replaceSubrange(firstProblem..., with: sorted)
      }
    }
    if !paragraph.findings.outlets.isEmpty {
      findings.outlets += outlets.resolve(
        paragraph.findings.outlets, page: facts.page, context: &context.outlets)
    }
    context.speakers.advance(by: byteCount)
  }

  /// In page furniture only the publish line's date counts.
  private func resolveDates(
    _ dates: [DateMention], _ isFurniture: Bool, _ findings: inout Findings,
    _ context: inout ResolverContext
  ) {
    let mentions = isFurniture ? dates.filter { $0.articleDate != nil } : dates
    let first = findings.dates.count
    normalizer.resolve(mentions, context: &context.dates, into: &findings.dates)
    for index in first..<findings.dates.count {
      guard let problem = findings.dates[index].problem else { continue }
      if findings.dates[index].gap == .noAnchor {
        if context.hasToldMissingDate { continue }
        context.hasToldMissingDate = true
      }
      findings.problems.append(problem)
    }
  }

  /// Whether a paragraph is furniture, by itself or inside a box of links.
  private func furniture(
    _ shape: ParagraphShape, _ next: ParagraphShape, _ context: inout SpeakerContext
  ) -> Bool {
    if shape.isBlank { return false }
    switch shape.furniture {
    case .box:
      context.inBox = true
      return true
    case .line:
      return true
    case .none:
      guard context.inBox else { return false }
      let isCaption = shape.isShort && !shape.endsBlank && next.isHeadline && !next.isBlank
      context.inBox = isCaption || (shape.isHeadline && !shape.endsBlank)
      return isCaption || shape.isHeadline
    }
  }
}
