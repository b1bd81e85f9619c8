internal import HearsayModel
internal import HearsayText

/// Finds the quotations of one paragraph and, by rules, who is credited with them.
///
/// Sentences are taken as the reader sees them: what stands between marks is one unit, and a
/// ``CreditFinder`` tells from the words around it who is credited. What the paragraph alone
/// cannot tell is left to the document pass.
final class AttributionFinder {
  let paragraph: MarkedParagraph
  private let tagger: AttributionTagger?
  let joiner: AttributionJoiner
  /// Sentences as the reader sees them, as ranges of token indices.
  let frames: [Range<Int>]
  /// Cues outside of marks, in order.
  let cues: [Cue]

  var input: ParagraphInput { paragraph.input }
  var tokens: [Token] { paragraph.input.tokens }
  var sources: SourceFinder { SourceFinder(paragraph) }
  var map: StretchMap { paragraph.map }
  private var classifier: QuotationClassifier { QuotationClassifier(paragraph.input) }

  /// A fragment in which the tagger sees no content needs a surer rule than this.
  private static let doubtful = 0.75
  /// How sure a rule is at most that finds the verb somewhere behind a fragment.
  private static let describing = 0.8
  /// How sure a rule is at least that finds a weak verb before a fragment.
  private static let called = 0.65

  init(
    _ input: ParagraphInput, mentions: [Mention], tagger: AttributionTagger?,
    room: inout ParagraphRoom
  ) {
    paragraph = MarkedParagraph(input, mentions: mentions, room: &room.mentionAt)
    self.tagger = tagger
    cues = CueFinder(input).cues(outside: paragraph.map, room: &room.cues)
    frames = FrameFinder(input, map: paragraph.map, cues: cues).frames(room: &room.frames)
    joiner = AttributionJoiner(
      paragraph, tagger?.attributions(input, paragraph.map, room: room.tagger) ?? [])
  }

  /// Whether paraphrases are looked for, which rules alone do not find.
  var hasTagger: Bool { tagger != nil }

  /// Whether a token stands between quotation marks.
  func isQuoted(_ token: Int) -> Bool { map.isQuoted(token) }

  /// The quotations in reading order, and what the paragraph's end says of the next speaker.
  func find() -> (quotations: [LocalQuotation], announcement: Announcement?) {
    let credits = CreditFinder(paragraph)
    var found: [LocalQuotation] = []
    found.reserveCapacity(map.stretches.count + joiner.all.count)
    var previous: Credit?
    // What a sentence announces is looked for where somebody asks.
    var announcing: Frame?
    var stretches = map.stretches[...]
    var cues = self.cues[...]
    for range in frames {
      let ahead = cues.prefix { $0.tokens.lowerBound < range.upperBound }
      cues = cues[ahead.endIndex...]
      let frame = Frame(tokens: range, cues: ahead)
      var inFrame: Credit?
      while let stretch = stretches.first, stretch.first < range.upperBound {
        stretches.removeFirst()
        if stretch.isTypewritten { continue }
        if let before = announcing {
          previous = credits.announcement(before.ending)
          announcing = nil
        }
        let credit = credits.credit(
          stretch, in: frame.near(stretch), earlier: inFrame, previous: previous,
          found.last.map { ($0.utterance, $0.rule) })
        if credit.source != nil { inFrame = credit }
        found.append(quotation(stretch, credit, in: range))
      }
      previous = inFrame
      announcing = inFrame == nil ? frame : nil
    }
    if let announcing { previous = credits.announcement(announcing.ending) }
    let last = found.last
    addParaphrases(to: &found)
    if let tagger, tagger.looksInside { addNested(to: &found, by: tagger) }
    addRelays(to: &found)
    found.sort { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    return (found, announcement(previous, behind: last))
  }

  /// What the last sentence says of the next paragraph's speaker, unless it ends in a quotation or
  /// speaks on behind one.
  private func announcement(_ credit: Credit?, behind last: LocalQuotation?) -> Announcement? {
    guard let frame = frames.last, let end = tokens.last, let source = credit?.source else {
      return nil
    }
    if let last {
      let start = tokens[frame.lowerBound].start
      guard last.span.end <= start || end.end > last.span.end else { return nil }
      let isStale = last.span.start >= start
      if isStale, !input.isSign(tokens.count - 1, ":") { return nil }
    }
    return Announcement(
      source: bytes(source.tokens), mention: source.mention, cue: credit?.cue.map(bytes))
  }

  private func quotation(
    _ stretch: MarkedStretch, _ credit: Credit, in frame: Range<Int>
  ) -> LocalQuotation {
    if let spoken = transcript(stretch) { return spoken }
    let span = ByteSpan(tokens[stretch.first].start, tokens[stretch.last].end)
    let introduced =
      input.isSign(stretch.first - 1, ":") || input.isSign(stretch.first - 1, ",")
    var type = classifier.type(of: stretch, afterIntroduction: introduced)
    let standsAlone = stretch.first - frame.lowerBound <= 1 && !isSubject(stretch, in: frame)
    let words = classifier.wordCount(stretch)
    if credit.source == nil, isScare(stretch, standsAlone, words, type) { type = .scare }
    if words == 0 || isTitle(stretch, credit) { type = .scare }
    if stretch.isSingle, credit.source == nil || credit.confidence < 0.85 { type = .scare }
    let joined = joiner.attribution(of: stretch)
    if let joined, type == .scare, words > 0, isTold(stretch, joined) {
      type = classifier.type(of: stretch, afterIntroduction: introduced)
    }
    if tagger != nil, isUntold(stretch, type, credit, joined) { type = .scare }
    let isScare = type == .scare
    let credit = isScare ? nil : merged(credit, joined, stretch, in: frame)
    return LocalQuotation(
      span: span, mark: tokens[stretch.first].span, type: type,
      source: credit?.source.map { bytes($0.tokens) },
      description: credit?.source.flatMap(description),
      mention: credit?.source?.mention, cue: credit?.cue.map(bytes),
      rule: credit?.rule ?? .none, utterance: credit?.utterance ?? span.start,
      isAltered: classifier.isAltered(stretch), isClosed: stretch.isClosed,
      needsContext: !isScare && credit?.source == nil,
      opensParagraph: stretch.first == 0,
      confidence: credit?.confidence ?? 0.6)
  }

  /// Whether marks hold a work's name that is not part of a paraphrase, or a fragment in which the
  /// tagger sees no content and that no sure rule credits.
  private func isUntold(
    _ stretch: MarkedStretch, _ type: QuotationType, _ credit: Credit, _ joined: TaggedAttribution?
  ) -> Bool {
    if classifier.isCry(stretch) { return false }
    if let joined { return classifier.isNamedWork(stretch) && !isInside(stretch, joined) }
    return classifier.namesWork(stretch) || type == .mixed && isDoubtful(credit, stretch)
  }

  /// Whether a fragment in which the tagger sees no content is hardly what the credited one said:
  /// no sure rule tells, or the verb belongs to the noun that the fragment describes, as in “the
  /// “fact-checking” site denied it”.
  private func isDoubtful(_ credit: Credit, _ stretch: MarkedStretch) -> Bool {
    if credit.source == nil { return true }
    if credit.confidence < AttributionFinder.doubtful { return !isCalled(credit, stretch) }
    return credit.rule == .after && credit.confidence <= AttributionFinder.describing
      && !classifier.asksForMore(stretch)
  }

  /// “Ruiz called the plan a “fairy tale””: whether a verb in front that says little else credits
  /// somebody, and the fragment is no name and describes no noun behind it, as in “Ruiz promotes
  /// “magic” cures”.
  private func isCalled(_ credit: Credit, _ stretch: MarkedStretch) -> Bool {
    guard credit.rule == .before, credit.confidence >= AttributionFinder.called,
      let mention = credit.source?.mention
    else { return false }
    return paragraph.mentions[mention].kind != .document
      && !classifier.namesSomething(stretch) && !classifier.describesNoun(stretch)
  }

  /// Whether marks that look like irony or a name hold words that somebody is credited with.
  private func isTold(_ stretch: MarkedStretch, _ joined: TaggedAttribution) -> Bool {
    if classifier.isNickname(stretch) || stretch.isSingle { return false }
    // What stands in a paraphrase is credited with it, be it a title, unless of what one is part of.
    if isInside(stretch, joined) { return !classifier.isTitleOfWhole(stretch) }
    if classifier.namesSomething(stretch) { return false }
    return !classifier.looksLikeTitle(stretch) || classifier.endsLikeSentence(stretch)
  }

  /// Whether a content goes on beyond the marks.
  private func isInside(_ stretch: MarkedStretch, _ joined: TaggedAttribution) -> Bool {
    joined.content.contains {
      $0.lowerBound < stretch.first && stretch.first < $0.upperBound
        || $0.lowerBound <= stretch.last && stretch.last + 1 < $0.upperBound
    }
  }

  /// “Ana Ruiz was told …”: whoever stands before the verb is not who speaks.
  private func isAddressed(_ tagged: TaggedAttribution) -> Bool {
    guard let cue = tagged.cue, let source = tagged.source, source.upperBound <= cue.lowerBound
    else { return false }
    return cues.contains { cue.contains($0.tokens.lowerBound) && $0.isPassive }
  }

  /// “…,” the ministry answered: the sentence itself credits, so that nobody of another one does.
  private func isAnswered(
    _ credit: Credit, _ tagged: TaggedAttribution, _ stretch: MarkedStretch, in frame: Range<Int>
  ) -> Bool {
    guard credit.rule == .after, credit.confidence > 0.9, classifier.asksForMore(stretch),
      let cue = tagged.cue
    else { return false }
    return !frame.contains(cue.lowerBound)
  }

  /// What the tagger found, where it names a source; else what the rules say.
  private func merged(
    _ credit: Credit, _ joined: TaggedAttribution?, _ stretch: MarkedStretch,
    in frame: Range<Int>
  ) -> Credit {
    guard let joined, let source = joined.source, !isAddressed(joined),
      !isAnswered(credit, joined, stretch, in: frame)
    else { return credit }
    var result = credit
    result.source = sources.source(source)
    result.cue = joined.cue
    if credit.rule != .continued {
      result.rule = joiner.rule(joined, for: stretch.first..<stretch.last + 1)
    }
    result.confidence = joined.confidence
    return result
  }

  /// A transcript in marks, “RUIZ: We will not.”: the label is the source, the words behind it are
  /// what was said.
  private func transcript(_ stretch: MarkedStretch) -> LocalQuotation? {
    var place = stretch.content.lowerBound
    while place < stretch.content.upperBound, place - stretch.content.lowerBound < 4,
      tokens[place].flags.contains(.allCapitals) || input.isSign(place, ".")
    {
      place += 1
    }
    let label = stretch.content.lowerBound..<place
    guard !label.isEmpty, input.isSign(place, ":"), place + 1 < stretch.content.upperBound else {
      return nil
    }
    let source = sources.phrase(from: label.lowerBound, to: place)
    return LocalQuotation(
      span: ByteSpan(tokens[place + 1].start, tokens[stretch.last].end),
      mark: tokens[stretch.first].span, type: .direct, source: bytes(label),
      mention: source?.mention, cue: tokens[place].span, rule: .label,
      utterance: tokens[place + 1].start, isAltered: classifier.isAltered(stretch),
      isClosed: stretch.isClosed, needsContext: false, opensParagraph: stretch.first == 0,
      confidence: 0.9)
  }

  /// “The “reform” has failed”: the sentence goes on behind the marks as behind any noun.
  private func isSubject(_ stretch: MarkedStretch, in frame: Range<Int>) -> Bool {
    frame.contains(stretch.last + 1) && classifier.wordBehind(stretch) != nil
  }

  private func isScare(
    _ stretch: MarkedStretch, _ standsAlone: Bool, _ words: Int, _ type: QuotationType
  ) -> Bool {
    if classifier.isNickname(stretch) || classifier.namesSomething(stretch) { return true }
    if stretch.isSingle || words == 0 { return true }
    if classifier.isCry(stretch) { return false }
    return !standsAlone && (words <= 3 || type == .mixed)
  }

  /// A title in marks: capitals behind “on”, “ABC’s”, “the”; elsewhere unless it ends like a
  /// sentence or the words right beside it credit somebody with it.
  private func isTitle(_ stretch: MarkedStretch, _ credit: Credit) -> Bool {
    guard classifier.looksLikeTitle(stretch) else { return false }
    if let before = input.token(stretch.first - 1), before.kind == .word,
      before.has([.preposition, .determiner]) || before.flags.contains(.possessive)
        || before.reads("told")
    {
      return true
    }
    guard !classifier.endsLikeSentence(stretch), let cue = credit.cue else {
      return credit.cue == nil && !classifier.endsLikeSentence(stretch)
    }
    let isBeside =
      (cue.upperBound <= stretch.first && stretch.first - cue.upperBound <= 3)
      || classifier.asksForMore(stretch)
    return !isBeside
  }

  /// The words of a source that is no mention, without their article, if they are no clause.
  func description(_ source: SourceFinder.Source) -> String? {
    guard source.mention == nil, let first = source.tokens.first, !tokens[first].reads("that"),
      !source.tokens.dropFirst().contains(where: { tokens[$0].has(NounPhrase.predicates) })
    else { return nil }
    let isArticle = ["the", "a", "an"].contains { (word: WordHash) in tokens[first].reads(word) }
    let words = source.tokens.dropFirst(isArticle ? 1 : 0)
    guard let start = words.first else { return nil }
    return words.reduce(into: "") { text, place in
      if place > start, tokens[place].flags.contains(.spaceBefore) { text += " " }
      text += input.string(tokens[place].span)
    }
  }

  /// The bytes of a range of tokens.
  func bytes(_ range: Range<Int>) -> ByteSpan { paragraph.bytes(range) }
}
