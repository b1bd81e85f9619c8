internal import HearsayModel
internal import HearsayText

/// The document pass through one paragraph after another; its lists are kept from one to the next.
struct ParagraphPass {
  private let resolver: SpeakerResolver
  /// The keys of the labels that begin a speaker's words.
  private let labels: Set<UInt64>
  private var paragraph = Paragraph(byteCount: 0, findings: ParagraphFindings())
  private var context = SpeakerContext()
  /// What was found so far, from `first` on in the paragraph.
  private var quotations: [Quotation] = []
  private var problems: [Problem] = []
  private var first = 0
  /// The opening mark of each quotation of the paragraph.
  private var marks: [ByteSpan] = []
  /// Whoever the sentence at hand mentions, first first.
  private var here: [SpeakerContext.Recent] = []
  /// Mentions that something is credited to, in order, and who they are.
  private var resolutions: [(mention: Int, resolution: SpeakerResolver.Resolution)] = []
  /// Whether a mention is credited with a quotation of this paragraph.
  private var isCredited: [Bool] = []
  /// Index of the layout that the document confirms, or nil.
  private var confirmed: Int?
  /// Whether an open mark is all that stands before a part of another paper's story.
  private var isStory = false
  /// Index of the last quotation whose credit the next paragraph may share, or nil.
  private var lastCredit: Int?

  /// What the paragraph's bytes alone tell; looked at where it lies.
  private var local: ParagraphFindings {
    @inline(__always) _read { yield paragraph.findings }
  }

  /// The layout that the document confirms, or nil.
  private var layout: Layout? { confirmed.map { local.layouts[$0] } }

  private var isItem: Bool { confirmed.map { local.layouts[$0].kind == .item } ?? false }

  init(resolver: SpeakerResolver, labels: Set<UInt64>) {
    self.resolver = resolver
    self.labels = labels
  }

  /// Resolves a paragraph's mentions, then what is credited to them, and adds it to `findings`;
  /// `next` is the shape of the paragraph behind.
  mutating func run(
    _ paragraph: Paragraph, next: ParagraphShape, _ context: inout SpeakerContext,
    _ findings: inout Findings
  ) {
    self.paragraph = paragraph
    swap(&self.context, &context)
    swap(&quotations, &findings.quotations)
    swap(&problems, &findings.problems)
    begin()
    resolveMentions()
    addQuotations()
    checkMarks(next)
    if isStory || local.story == .told { self.context.toldStory() }
    swap(&self.context, &context)
    swap(&quotations, &findings.quotations)
    swap(&problems, &findings.problems)
  }

  private mutating func begin() {
    first = quotations.count
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    if !resolutions.isEmpty { resolutions.removeAll(keepingCapacity: true) }
    if !isCredited.isEmpty { isCredited.removeAll(keepingCapacity: true) }
    for _ in local.mentions.records.indices { isCredited.append(false) }
    for quotation in local.quotations {
      if let mention = quotation.mention { isCredited[mention] = true }
    }
    isStory = local.story == .open && context.isInStory
    lastCredit = nil
    confirmed = nil
    for index in local.layouts.indices where isConfirmed(local.layouts[index]) {
      confirmed = index
      if let mention = local.layouts[index].quotation.mention { isCredited[mention] = true }
      break
    }
  }

  /// Whether the document agrees that a paragraph is what it looks like.
  private func isConfirmed(_ layout: Layout) -> Bool {
    switch layout.kind {
    case .transcript(let label): labels.contains(label.key)
    case .headline:
      (!context.hasBegun || local.shape.isHeadline)
        && layout.quotation.mention.map { resolver.knows(local.mentions[$0]) } ?? false
    case .item: context.credit?.opensList ?? false
    }
  }

  private mutating func addQuotations() {
    let carried = context.credit
    let distance = context.creditDistance
    let laidOut = addLayout()
    if !local.quotations.isEmpty {
      quotations.reserveCapacity(quotations.count + local.quotations.count)
    }
    for quotation in local.quotations where !isReplaced(quotation, by: laidOut) { add(quotation) }
    if laidOut != nil || isStory { forgetReplacedParents() }
    if isItem {
      context.leave(carried, from: distance)
    } else if let announcement = local.announcement {
      context.leave(
        SpeakerContext.Credit(
          announcement, announcement.mention.flatMap { resolution(of: $0) },
          opensList: local.shape.endsWithColon))
    } else {
      context.leave(lastCredit.map { SpeakerContext.Credit(quotations[$0]) })
    }
  }

  // MARK: - Mentions

  /// Sentence by sentence: within one, the first mentioned stays the most likely referent.
  private mutating func resolveMentions() {
    let mentions = local.mentions
    let announced = local.announcement?.mention
    var first = 0
    for index in mentions.records.indices {
      let mention = mentions.records[index]
      if mention.frame != mentions.records[first].frame {
        endSentence(first..<index, mentions)
        first = index
      }
      let isQuoted = mention.isQuoted && !isStory
      if isQuoted, !isCredited[index] { continue }
      let isAsked = isCredited[index] || index == announced
      let leavesTrace = !isQuoted && !mention.traits.contains(.apposition)
      guard leavesTrace || isAsked else { continue }
      let resolution = resolver.resolve(mentions[index], context, here: here, isAsked: isAsked)
      if isAsked { resolutions.append((index, resolution)) }
      guard leavesTrace, !resolution.isEcho, let referent = resolution.referent else { continue }
      remember(
        referent, mention,
        isCredited: isCredited[index] || mention.traits.contains(.speaking))
    }
    endSentence(first..<mentions.records.count, mentions)
  }

  private mutating func remember(
    _ referent: SpeakerContext.Referent, _ mention: MentionRecord, isCredited: Bool
  ) {
    if let known = here.firstIndex(where: { $0.referent === referent }) {
      if isCredited { here[known].standing.isCredited = true }
      return
    }
    // Pronouns are no evidence for a pronoun.
    let isPronoun = mention.kind.rawValue >= Mention.Kind.masculinePronoun.rawValue
    here.append(
      SpeakerContext.Recent(
        referent: referent,
        standing: SpeakerContext.Standing(
          at: isPronoun ? nil : mention.span, traits: mention.traits, isCredited: isCredited)))
  }

  private mutating func endSentence(_ range: Range<Int>, _ mentions: MentionList) {
    rememberIssue(range, mentions)
    guard !here.isEmpty else { return }
    context.endSentence(here)
    here.removeAll(keepingCapacity: true)
  }

  /// “In a letter to the council, Ana Ruiz said …”: the letter is hers.
  private mutating func rememberIssue(_ range: Range<Int>, _ mentions: MentionList) {
    let isDocument = { (index: Int) in mentions.records[index].kind == .document }
    guard
      let document = range.first(where: { isDocument($0) && !mentions.records[$0].isQuoted }),
      let noun = mentions[document].roles.last,
      let speaking = range.first(where: { isCredited[$0] && !isDocument($0) }),
      let issuer = resolution(of: speaking)?.referent
    else { return }
    context.issued(noun, by: issuer)
  }

  /// Who a mention is that something is credited to, or nil.
  private func resolution(of mention: Int) -> SpeakerResolver.Resolution? {
    var low = 0
    var high = resolutions.count
    while low < high {
      let middle = (low + high) / 2
      if resolutions[middle].mention < mention { low = middle + 1 } else { high = middle }
    }
    guard low < resolutions.count, resolutions[low].mention == mention else { return nil }
    return resolutions[low].resolution
  }

  // MARK: - Quotations

  private mutating func add(_ local: LocalQuotation) {
    var quotation = Quotation(
      span: local.span, type: local.type, source: local.source, cue: local.cue,
      utterance: local.utterance, parent: local.parent,
      evidence: AttributionEvidence(rule: local.rule),
      isAltered: local.isAltered, isUnclosed: !local.isClosed, confidence: local.confidence)
    if local.isFirstPerson {
      creditParent(of: &quotation)
    } else if let mention = local.mention, let resolution = resolution(of: mention) {
      credit(&quotation, resolution)
      if local.rule == .label { quotation.speaker = quotation.speaker.map(ParagraphPass.person) }
    } else if local.source != nil {
      describe(&quotation, local.description)
    } else if local.needsContext {
      inherit(&quotation, local)
    }
    check(quotation)
    if quotation.type != .scare, quotation.type != .indirect { lastCredit = quotations.count }
    quotations.append(quotation)
    marks.append(local.mark)
  }

  /// Parts of what the layout or a story replaced stand by themselves.
  private mutating func forgetReplacedParents() {
    let spans = Set(quotations[first...].map(\.span))
    for index in first..<quotations.count {
      if let parent = quotations[index].parent, !spans.contains(parent) {
        quotations[index].parent = nil
      }
    }
  }

  /// Whether the layout's span stands for a quotation, or cuts a paraphrase; or whether its mark is
  /// the one before a story.
  private func isReplaced(_ quotation: LocalQuotation, by span: ByteSpan?) -> Bool {
    if isStory, quotation.opensParagraph { return true }
    guard let span else { return false }
    if quotation.span == span { return true }
    guard quotation.type == .indirect, quotation.span.overlaps(span) else { return false }
    return quotation.span.start < span.start || quotation.span.end > span.end
  }

  /// Adds what the layout credits and returns its span; where marks hold an item, they are
  /// credited instead.
  private mutating func addLayout() -> ByteSpan? {
    guard var quotation = layout?.quotation else { return nil }
    if isItem {
      if local.quotations.contains(where: \.needsContext) { return nil }
      quotation.needsContext = true
    }
    add(quotation)
    return quotation.span
  }

  private mutating func credit(
    _ quotation: inout Quotation, _ resolution: SpeakerResolver.Resolution
  ) {
    quotation.speaker = resolution.speaker
    quotation.candidates = resolution.candidates
    quotation.evidence.resolution = resolution.how
    quotation.evidence.antecedent = resolution.antecedent
    if resolution.speaker?.kind == .organisation, !resolution.isEcho,
      let referent = resolution.referent
    {
      context.credited(referent)
    }
  }

  /// “I told her that …” inside of somebody's words.
  private func creditParent(of quotation: inout Quotation) {
    guard let parent = quotations[first...].last(where: { $0.span == quotation.parent })
    else { return }
    quotation.speaker = parent.speaker
    quotation.candidates = parent.candidates
    quotation.evidence.resolution = .pronoun
    quotation.evidence.antecedent = parent.source
  }

  /// A source that is no mention speaks under its own words.
  private func describe(_ quotation: inout Quotation, _ words: String?) {
    quotation.speaker = words.map { Speaker(name: $0, kind: .person) }
    quotation.evidence.resolution = .description
  }

  /// Credit from the paragraph before: its open quotation, its announcement, or its last speaker.
  private func inherit(_ quotation: inout Quotation, _ local: LocalQuotation) {
    guard let carried = context.credit, local.opensParagraph || isItem else { return }
    let distance = -context.creditDistance
    if let open = carried.openUtterance { quotation.utterance = open + distance }
    guard carried.source != nil || carried.speaker != nil else { return }
    quotation.source = carried.source?.shifted(by: distance)
    quotation.cue = carried.cue?.shifted(by: distance)
    quotation.speaker = carried.speaker
    quotation.candidates = carried.candidates
    quotation.evidence = AttributionEvidence(
      rule: carried.announces ? .previousSentence : .continued, resolution: carried.resolution,
      antecedent: carried.antecedent?.shifted(by: distance))
    quotation.confidence = carried.openUtterance != nil ? 0.9 : carried.announces ? 0.7 : 0.55
  }

  /// A label's single word in capitals looks like an organisation's; a person speaks.
  private static func person(_ speaker: Speaker) -> Speaker {
    speaker.name.utf8.contains(0x20)
      ? speaker : Speaker(name: speaker.name, kind: .person, role: speaker.role)
  }

  // MARK: - Problems

  private mutating func check(_ quotation: Quotation) {
    if quotation.evidence.resolution == .ambiguous {
      // What is said of a paraphrase is not said again of the words quoted in it.
      if quotation.parent != nil { return }
      problems.append(
        Problem(
          .ambiguousSpeaker, quotation.source ?? quotation.span,
          choices: quotation.candidates.map(\.name)))
    } else if quotation.type == .direct, quotation.source == nil, quotation.speaker == nil,
      !isInsideLayout(quotation)
    {
      problems.append(Problem(.noSource, quotation.span))
    }
    if quotation.isAltered { problems.append(Problem(.alteredQuotation, quotation.span)) }
  }

  /// Whether a speaker's words in a transcript hold a quotation.
  private func isInsideLayout(_ quotation: Quotation) -> Bool {
    layout.map { $0.quotation.span.overlaps(quotation.span) } ?? false
  }

  /// A mark that stays open is fine only where the next paragraph opens with one.
  private mutating func checkMarks(_ next: ParagraphShape) {
    for index in first..<quotations.count where quotations[index].isUnclosed {
      if index == quotations.count - 1, next.opensWithMark { continue }
      problems.append(Problem(.unclosedMark, marks[index - first]))
    }
  }
}
