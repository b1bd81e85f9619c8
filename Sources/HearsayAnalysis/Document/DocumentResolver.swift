internal import HearsayModel
internal import HearsayText

/// What the document pass carries from paragraph to paragraph.
struct ResolverContext: Hashable, Sendable {
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

  /// Findings of one paragraph, offsets counted from its start.
  func resolve(
    _ local: ParagraphFindings, byteCount: Int, next: ParagraphShape,
    _ context: inout ResolverContext
  ) -> Findings {
    var findings = Findings()
    let isFurniture = furniture(local.shape, next, &context.speakers)
    if isFurniture {
      findings.furniture = [ByteSpan(0, byteCount)]
    } else if !local.shape.isBlank {
      var pass = ParagraphPass(local: local, resolver: resolver, context: context.speakers)
      pass.run(next: next)
      findings.quotations = pass.quotations
      findings.problems = pass.problems
      context.speakers = pass.context
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

/// The document pass through one paragraph.
private struct ParagraphPass {
  let local: ParagraphFindings
  let resolver: SpeakerResolver
  var context: SpeakerContext
  var quotations: [Quotation] = []
  var problems: [Problem] = []
  /// By index of the mention; nil for one between marks that credits nobody.
  private var resolutions: [SpeakerResolver.Resolution?]

  init(local: ParagraphFindings, resolver: SpeakerResolver, context: SpeakerContext) {
    self.local = local
    self.resolver = resolver
    self.context = context
    resolutions = Array(repeating: nil, count: local.mentions.count)
  }

  mutating func run(next: ParagraphShape) {
    resolveMentions()
    let carried = context.credit
    context.credit = nil
    for quotation in local.quotations { add(quotation, carried) }
    announce()
    checkMarks(next)
  }

  /// Sentence by sentence: within one, the first mentioned stays the most likely referent.
  private mutating func resolveMentions() {
    var here: [SpeakerContext.Referent] = []
    var frame = -1
    for (index, mention) in local.mentions.enumerated() {
      if mention.frame != frame {
        settle(&here)
        frame = mention.frame
      }
      if mention.isQuoted, !local.quotations.contains(where: { $0.mention == index }) { continue }
      let resolution = resolver.resolve(mention, context, here: here)
      resolutions[index] = resolution
      guard !mention.isQuoted, !resolution.isEcho, let referent = resolution.referent,
        !here.contains(where: { $0 === referent })
      else { continue }
      here.append(referent)
    }
    settle(&here)
  }

  private mutating func settle(_ here: inout [SpeakerContext.Referent]) {
    for referent in here.reversed() { context.mention(referent) }
    here = []
  }

  private mutating func add(_ local: LocalQuotation, _ carried: SpeakerContext.Credit?) {
    var quotation = Quotation(
      span: local.span, type: local.type, source: local.source, cue: local.cue,
      utterance: local.utterance, evidence: AttributionEvidence(rule: local.rule),
      isAltered: local.isAltered, isUnclosed: !local.isClosed, confidence: local.confidence)
    if let mention = local.mention, let resolution = resolutions[mention] {
      credit(&quotation, resolution)
    } else if local.source != nil {
      describe(&quotation, local.description)
    } else if local.needsContext {
      inherit(&quotation, local, carried)
    }
    quotations.append(quotation)
    check(quotation)
    guard quotation.type != .scare else { return }
    context.credit = SpeakerContext.Credit(
      source: quotation.source, cue: quotation.cue, speaker: quotation.speaker,
      candidates: quotation.candidates, resolution: quotation.evidence.resolution,
      openUtterance: local.isClosed ? nil : quotation.utterance, announces: false)
  }

  private mutating func credit(
    _ quotation: inout Quotation, _ resolution: SpeakerResolver.Resolution
  ) {
    quotation.speaker = resolution.speaker
    quotation.candidates = resolution.candidates
    quotation.evidence.resolution = resolution.how
    if resolution.speaker?.kind == .organisation, !resolution.isEcho,
      let referent = resolution.referent
    {
      context.credited(referent)
    }
  }

  /// A source that is no mention speaks under its own words.
  private func describe(_ quotation: inout Quotation, _ words: String?) {
    quotation.speaker = words.map { Speaker(name: $0, kind: .person) }
    quotation.evidence.resolution = .description
  }

  /// Credit from the paragraph before: its open quotation, its announcement, or its last speaker.
  private func inherit(
    _ quotation: inout Quotation, _ local: LocalQuotation, _ carried: SpeakerContext.Credit?
  ) {
    guard let carried, local.opensParagraph else { return }
    quotation.utterance = carried.openUtterance ?? quotation.utterance
    guard carried.source != nil || carried.speaker != nil else { return }
    quotation.source = carried.source
    quotation.cue = carried.cue
    quotation.speaker = carried.speaker
    quotation.candidates = carried.candidates
    quotation.evidence = AttributionEvidence(
      rule: carried.announces ? .previousSentence : .continued, resolution: carried.resolution)
    quotation.confidence = carried.openUtterance != nil ? 0.9 : carried.announces ? 0.7 : 0.55
  }

  private mutating func announce() {
    guard let announcement = local.announcement else { return }
    let resolution = announcement.mention.flatMap { resolutions[$0] }
    context.credit = SpeakerContext.Credit(
      source: announcement.source, cue: announcement.cue, speaker: resolution?.speaker,
      candidates: resolution?.candidates ?? [], resolution: resolution?.how ?? .description,
      openUtterance: nil, announces: true)
  }

  private mutating func check(_ quotation: Quotation) {
    if quotation.evidence.resolution == .ambiguous {
      problems.append(
        Problem(
          .ambiguousSpeaker, quotation.source ?? quotation.span,
          choices: quotation.candidates.map(\.name)))
    } else if quotation.type == .direct, quotation.source == nil, quotation.speaker == nil {
      problems.append(Problem(.noSource, quotation.span))
    }
    if quotation.isAltered { problems.append(Problem(.alteredQuotation, quotation.span)) }
  }

  /// A mark that stays open is fine only where the next paragraph opens with one.
  private mutating func checkMarks(_ next: ParagraphShape) {
    for (index, quotation) in quotations.enumerated() where quotation.isUnclosed {
      if index == quotations.count - 1, next.opensWithMark { continue }
      problems.append(Problem(.unclosedMark, local.quotations[index].mark))
    }
  }
}
