internal import HearsayModel
internal import HearsayText

/// The document pass through one paragraph.
struct ParagraphPass {
  private let paragraph: Paragraph
  let resolver: SpeakerResolver
  /// The keys of the labels that begin a speaker's words.
  let labels: Set<UInt64>
  var context: SpeakerContext
  private(set) var quotations: [Quotation] = []
  private(set) var problems: [Problem] = []
  /// The opening mark of each of `quotations`.
  private var marks: [ByteSpan] = []
  /// By index of the mention, of those that something is credited to.
  private var resolutions: [Int: SpeakerResolver.Resolution] = [:]
  /// Whether a mention is credited with a quotation of this paragraph.
  private var isCredited: [Bool]
  /// The layout that the document confirms, or nil.
  private var layout: Layout?

  /// What the paragraph's bytes alone tell; looked at where it lies.
  private var local: ParagraphFindings {
    @inline(__always) _read { yield paragraph.findings }
  }

  init(
    _ paragraph: Paragraph, resolver: SpeakerResolver, labels: Set<UInt64>,
    context: SpeakerContext
  ) {
    self.paragraph = paragraph
    let local = paragraph.findings
    self.resolver = resolver
    self.labels = labels
    self.context = context
    isCredited = Array(repeating: false, count: local.mentions.count)
    for quotation in local.quotations {
      if let mention = quotation.mention { isCredited[mention] = true }
    }
    for candidate in local.layouts where layout == nil && isConfirmed(candidate) {
      layout = candidate
    }
    if let mention = layout?.quotation.mention { isCredited[mention] = true }
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

  /// Resolves the mentions, then what is credited to them; `next` is the shape of the paragraph
  /// behind.
  mutating func run(next: ParagraphShape) {
    resolveMentions()
    let carried = context.credit
    context.credit = nil
    let laidOut = addLayout(carried)
    for quotation in local.quotations where !isReplaced(quotation, by: laidOut) {
      add(quotation, carried)
    }
    if laidOut != nil { forgetReplacedParents() }
    announce()
    if layout?.kind == .item { context.credit = carried }
    checkMarks(next)
  }

  // MARK: - Mentions

  /// Sentence by sentence: within one, the first mentioned stays the most likely referent.
  private mutating func resolveMentions() {
    var here: [SpeakerContext.Recent] = []
    var first = 0
    for (index, mention) in local.mentions.enumerated() {
      if mention.frame != local.mentions[first].frame {
        endSentence(first..<index, &here)
        first = index
      }
      if mention.isQuoted, !isCredited[index] { continue }
      let resolution = resolver.resolve(mention, context, here: here)
      if isCredited[index] || index == local.announcement?.mention {
        resolutions[index] = resolution
      }
      guard !mention.isQuoted, !mention.traits.contains(.apposition), !resolution.isEcho,
        let referent = resolution.referent
      else { continue }
      let entry = SpeakerContext.Recent(
        referent, at: ParagraphPass.place(of: mention), traits: mention.traits,
        isCredited: isCredited[index] || mention.traits.contains(.speaking))
      if let known = here.firstIndex(where: { $0.referent === referent }) {
        here[known].isCredited = here[known].isCredited || entry.isCredited
      } else {
        here.append(entry)
      }
    }
    endSentence(first..<local.mentions.count, &here)
  }

  /// Pronouns are no evidence for a pronoun.
  private static func place(of mention: MentionRecord) -> ByteSpan? {
    mention.kind.rawValue >= Mention.Kind.masculinePronoun.rawValue ? nil : mention.span
  }

  private mutating func endSentence(_ range: Range<Int>, _ here: inout [SpeakerContext.Recent]) {
    rememberIssue(range)
    guard !here.isEmpty else { return }
    let isOther = { (entry: SpeakerContext.Recent) in
      entry.traits.contains(.governed) && !entry.isCredited
    }
    if here.count > 1, here.contains(where: isOther) {
      here = here.filter { !isOther($0) } + here.filter(isOther)
    }
    if here.count > SpeakerContext.limit { here.removeLast(here.count - SpeakerContext.limit) }
    context.endSentence(here)
    here.removeAll(keepingCapacity: true)
  }

  /// “In a letter to the council, Ana Ruiz said …”: the letter is hers.
  private mutating func rememberIssue(_ range: Range<Int>) {
    guard
      let document = local.mentions[range].first(where: { $0.kind == .document && !$0.isQuoted }),
      let noun = document.roles.last,
      let speaking = range.first(where: {
        isCredited[$0] && local.mentions[$0].kind != .document
      }),
      let issuer = resolutions[speaking]?.referent
    else { return }
    context.issued(noun, by: issuer)
  }

  // MARK: - Quotations

  private mutating func add(_ local: LocalQuotation, _ carried: SpeakerContext.Credit?) {
    var quotation = Quotation(
      span: local.span, type: local.type, source: local.source, cue: local.cue,
      utterance: local.utterance, parent: local.parent,
      evidence: AttributionEvidence(rule: local.rule),
      isAltered: local.isAltered, isUnclosed: !local.isClosed, confidence: local.confidence)
    if local.isFirstPerson {
      creditParent(of: &quotation)
    } else if let mention = local.mention, let resolution = resolutions[mention] {
      credit(&quotation, resolution)
      if local.rule == .label { quotation.speaker = quotation.speaker.map(ParagraphPass.person) }
    } else if local.source != nil {
      describe(&quotation, local.description)
    } else if local.needsContext {
      inherit(&quotation, local, carried)
    }
    quotations.append(quotation)
    marks.append(local.mark)
    check(quotation)
    guard quotation.type != .scare, quotation.type != .indirect else { return }
    context.credit = SpeakerContext.Credit(
      source: quotation.source, cue: quotation.cue, speaker: quotation.speaker,
      candidates: quotation.candidates, resolution: quotation.evidence.resolution,
      antecedent: quotation.evidence.antecedent,
      openUtterance: local.isClosed ? nil : quotation.utterance, announces: false)
  }

  /// Parts of a paraphrase that the layout replaced stand by themselves.
  private mutating func forgetReplacedParents() {
    let spans = Set(quotations.map(\.span))
    for index in quotations.indices {
      if let parent = quotations[index].parent, !spans.contains(parent) {
        quotations[index].parent = nil
      }
    }
  }

  /// Whether the layout's span stands for a quotation, or cuts a paraphrase.
  private func isReplaced(_ quotation: LocalQuotation, by span: ByteSpan?) -> Bool {
    guard let span else { return false }
    if quotation.span == span { return true }
    guard quotation.type == .indirect, quotation.span.overlaps(span) else { return false }
    return quotation.span.start < span.start || quotation.span.end > span.end
  }

  /// Adds what the layout credits and returns its span; where marks hold an item, they are
  /// credited instead.
  private mutating func addLayout(_ carried: SpeakerContext.Credit?) -> ByteSpan? {
    guard var quotation = layout?.quotation else { return nil }
    if layout?.kind == .item {
      if local.quotations.contains(where: \.needsContext) { return nil }
      quotation.needsContext = true
    }
    add(quotation, carried)
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
    guard let parent = quotations.last(where: { $0.span == quotation.parent }) else { return }
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
  private func inherit(
    _ quotation: inout Quotation, _ local: LocalQuotation, _ carried: SpeakerContext.Credit?
  ) {
    guard let carried, local.opensParagraph || layout?.kind == .item else { return }
    quotation.utterance = carried.openUtterance ?? quotation.utterance
    guard carried.source != nil || carried.speaker != nil else { return }
    quotation.source = carried.source
    quotation.cue = carried.cue
    quotation.speaker = carried.speaker
    quotation.candidates = carried.candidates
    quotation.evidence = AttributionEvidence(
      rule: carried.announces ? .previousSentence : .continued, resolution: carried.resolution,
      antecedent: carried.antecedent)
    quotation.confidence = carried.openUtterance != nil ? 0.9 : carried.announces ? 0.7 : 0.55
  }

  private mutating func announce() {
    guard let announcement = local.announcement else { return }
    let resolution = announcement.mention.flatMap { resolutions[$0] }
    context.credit = SpeakerContext.Credit(
      source: announcement.source, cue: announcement.cue, speaker: resolution?.speaker,
      candidates: resolution?.candidates ?? [], resolution: resolution?.how ?? .description,
      antecedent: resolution?.antecedent, openUtterance: nil, announces: true,
      opensList: local.shape.endsWithColon)
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
    for (index, quotation) in quotations.enumerated() where quotation.isUnclosed {
      if index == quotations.count - 1, next.opensWithMark { continue }
      problems.append(Problem(.unclosedMark, marks[index]))
    }
  }
}
