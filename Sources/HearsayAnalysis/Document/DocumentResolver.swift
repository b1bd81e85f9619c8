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
  private let normalizer = DateNormalizer()
  private let outlets: OutletResolver

  init(table: EntityTable, facts: DocumentFacts, registry: OutletRegistry) {
    resolver = SpeakerResolver(table: table)
    self.facts = facts
    outlets = OutletResolver(registry: registry)
  }

  /// What goes through the paragraphs, one after another.
  func pass() -> ParagraphPass { ParagraphPass(resolver: resolver, labels: facts.labels) }

  /// Findings of one paragraph, offsets counted from its start.
  func resolve(
    _ paragraph: Paragraph, next: ParagraphShape, by pass: inout ParagraphPass,
    _ context: inout ResolverContext
  ) -> Findings {
    let local = paragraph.findings
    let byteCount = paragraph.byteCount
    var findings = Findings()
    let isFurniture = furniture(local.shape, next, &context.speakers)
    if isFurniture {
      findings.furniture = [ByteSpan(0, byteCount)]
    } else if !local.shape.isBlank {
      if local.shape.isCaption {
        // Who is seen in a picture is not who the next paragraph goes on about.
        var seen = context.speakers
        pass.run(paragraph, next: next, &seen, &findings)
      } else {
        pass.run(paragraph, next: next, &context.speakers, &findings)
      }
      context.speakers.hasBegun = true
    }
    resolveDates(local, isFurniture, &findings, &context)
    if !local.outlets.isEmpty {
      findings.outlets = outlets.resolve(
        local.outlets, page: facts.page, context: &context.outlets)
    }
    context.speakers.advance(by: byteCount)
    return findings
  }

  /// In page furniture only the publish line's date counts.
  private func resolveDates(
    _ local: ParagraphFindings, _ isFurniture: Bool, _ findings: inout Findings,
    _ context: inout ResolverContext
  ) {
    let mentions = isFurniture ? local.dates.filter { $0.articleDate != nil } : local.dates
    guard !mentions.isEmpty else { return }
    let (expressions, problems) = normalizer.resolve(
      mentions, documentDate: facts.date, dayMonthOrder: facts.order,
      isNarrative: facts.isNarrative, context: &context.dates)
    findings.dates = expressions
    for (problem, expression) in zip(problems, expressions.lazy.filter { $0.gap != nil }) {
      if expression.gap == .noAnchor {
        if context.hasToldMissingDate { continue }
        context.hasToldMissingDate = true
      }
      findings.problems.append(problem)
    }
    findings.problems.sort { $0.span < $1.span }
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
