internal import HearsayModel
internal import HearsayText

/// Finds the quotations of one paragraph and, by rules, who is credited with them.
///
/// Sentences are taken as the reader sees them: what stands between marks is one unit, and the
/// words around it are searched for the nearest cue, first right behind the marks, then before
/// them, then farther off. What the paragraph alone cannot tell is left to the document pass.
struct AttributionFinder {
  private let input: ParagraphInput
  private let stretches: [MarkedStretch]
  private let mentions: [Mention]
  private let sources: SourceFinder
  private let classifier: QuotationClassifier
  /// Index of the outermost stretch that holds a token, or -1.
  private let stretchAt: [Int]
  /// Sentences as the reader sees them, as ranges of token indices.
  let frames: [Range<Int>]
  /// Cues outside of marks, in order.
  private let cues: [Cue]
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput, mentions: [Mention]) {
    self.input = input
    self.mentions = mentions
    stretches = MarkPairer.pair(input).filter { $0.depth == 0 }
    sources = SourceFinder(input, mentions: mentions)
    classifier = QuotationClassifier(input)
    var stretchAt = Array(repeating: -1, count: input.tokens.count)
    for (number, stretch) in stretches.enumerated() {
      for token in stretch.first...stretch.last { stretchAt[token] = number }
    }
    self.stretchAt = stretchAt
    let finder = CueFinder(input)
    var cues: [Cue] = []
    for index in input.tokens.indices where stretchAt[index] < 0 {
      if let cue = finder.cue(at: index) { cues.append(cue) }
    }
    self.cues = cues
    frames = FrameFinder(
      input, stretches: stretches, stretchAt: stretchAt, cues: cues, classifier: classifier
    ).frames()
  }

  /// Whether a token stands between quotation marks.
  func isQuoted(_ token: Int) -> Bool { stretchAt[token] >= 0 }

  /// What credits one stretch.
  private struct Credit {
    var source: SourceFinder.Source?
    var cue: Range<Int>?
    var rule: AttributionEvidence.Rule
    var confidence: Double
    var utterance: Int?
  }

  /// The quotations in reading order, and what the paragraph's end says of the next speaker.
  func find() -> (quotations: [LocalQuotation], announcement: Announcement?) {
    var found: [LocalQuotation] = []
    var previous: Credit?
    var next = 0
    for frame in frames {
      let cuesHere = cues.filter { frame.contains($0.tokens.lowerBound) }
      var inFrame: Credit?
      while next < stretches.count, stretches[next].first < frame.upperBound {
        let stretch = stretches[next]
        next += 1
        let credit = credit(
          stretch, in: frame, cues: cuesHere, earlier: inFrame, previous: previous, found.last)
        if credit.source != nil { inFrame = credit }
        found.append(quotation(stretch, credit, in: frame))
      }
      previous = inFrame ?? announcement(frame, cuesHere)
    }
    guard let frame = frames.last, let last = tokens.last,
      found.last.map({ $0.span.end <= tokens[frame.lowerBound].start || last.end > $0.span.end })
        ?? true, let source = previous?.source
    else { return (found, nil) }
    let isStale = found.last.map { $0.span.start >= tokens[frame.lowerBound].start } ?? false
    return (
      found,
      isStale && !input.isSign(tokens.count - 1, ":")
        ? nil
        : Announcement(
          source: bytes(source.tokens), mention: source.mention, cue: previous?.cue.map(bytes))
    )
  }

  // MARK: - One stretch

  private func credit(
    _ stretch: MarkedStretch, in frame: Range<Int>, cues: [Cue], earlier: Credit?,
    previous: Credit?, _ last: LocalQuotation?
  ) -> Credit {
    if classifier.isNickname(stretch) { return none }
    let behind = rightBehind(stretch, frame, cues)
    if let behind, classifier.asksForMore(stretch) || behind.rule == .after { return behind }
    if let before = before(stretch, frame, cues) { return before }
    if let behind { return behind }
    if let according = according(stretch, frame, cues) { return according }
    if let later = fartherBehind(stretch, frame, cues, atLeast: .participle) { return later }
    if var earlier {
      earlier.confidence = 0.7
      return earlier
    }
    if let weak = weak(stretch, frame, cues) { return weak }
    if let possessor = sources.possessor(before: stretch.first, from: frame.lowerBound) {
      return Credit(source: possessor, rule: .before, confidence: 0.5)
    }
    return goingOn(stretch, frame, previous, last) ?? bySubject(stretch, frame) ?? none
  }

  private var none: Credit { Credit(rule: .none, confidence: 0.5) }

  /// “…,” said Ruiz / “…,” Ruiz said / “…,” Ruiz, the mayor, told reporters.
  private func rightBehind(_ stretch: MarkedStretch, _ frame: Range<Int>, _ cues: [Cue]) -> Credit? {
    var start = stretch.last + 1
    if input.isSign(start, ",") { start += 1 }
    let limit = segmentEnd(from: start, frame)
    guard let cue = cues.first(where: { $0.tokens.lowerBound >= start && $0.strength == .strong }),
      cue.tokens.lowerBound < limit
    else { return nil }
    let at = cue.tokens.lowerBound
    let onlyAdverbs = (start..<at).allSatisfy { tokens[$0].has(.adverb) }
    if onlyAdverbs, let source = sources.inverted(after: at, to: limit) {
      return Credit(source: source, cue: cue.tokens, rule: .after, confidence: 0.95)
    }
    guard at - start <= 30, !onlyAdverbs, let source = sources.subject(before: at, from: start),
      isClauseStart(source.tokens.lowerBound, start)
    else { return nil }
    return Credit(source: source, cue: cue.tokens, rule: .after, confidence: 0.93)
  }

  /// Whether nothing but an adverb, a date or a conjunction stands between the marks and a source.
  private func isClauseStart(_ place: Int, _ start: Int) -> Bool {
    place - start <= 8
      && !(start..<place).contains { tokens[$0].has([.auxiliary, .finiteVerb, .subordinator]) }
  }

  /// Ruiz said: “…” / Ruiz said that the bridge was “…”.
  private func before(_ stretch: MarkedStretch, _ frame: Range<Int>, _ cues: [Cue]) -> Credit? {
    if let label = label(stretch, frame) { return label }
    if let noun = creditedNoun(stretch, frame, cues) { return noun }
    var fallback: Credit?
    for cue in cues.reversed()
    where cue.tokens.upperBound <= stretch.first && cue.strength >= .infinitive
      && cue.strength != .accordingTo
    {
      guard let source = subject(of: cue, frame) else { continue }
      let credit = Credit(source: source, cue: cue.tokens, rule: .before, confidence: 0.88)
      // “He added that the message urged Moscow to “stop””: the speaker, not the message.
      guard isThing(source) else { return credit }
      fallback = fallback ?? credit
    }
    return fallback
  }

  private func isThing(_ source: SourceFinder.Source) -> Bool {
    guard let number = source.mention else { return true }
    let kind = mentions[number].kind
    return kind == .document || kind == .place || kind == .neuterPronoun
  }

  /// “claims by officials that the bridge was “…””: nearer than any verb.
  private func creditedNoun(
    _ stretch: MarkedStretch, _ frame: Range<Int>, _ cues: [Cue]
  ) -> Credit? {
    guard let cue = cues.last(where: { $0.tokens.upperBound <= stretch.first }),
      cue.strength == .noun, let next = input.token(cue.tokens.upperBound),
      next.reads("by") || next.reads("made"),
      let source = ofNoun(cue.tokens.lowerBound, frame, before: stretch.first)
    else { return nil }
    return Credit(source: source, cue: cue.tokens, rule: .before, confidence: 0.75)
  }

  /// Who a cue in front credits: its own subject, or for a participle that of the main clause.
  private func subject(of cue: Cue, _ frame: Range<Int>) -> SourceFinder.Source? {
    let at = cue.tokens.lowerBound
    let limit = segmentStart(of: at, frame)
    if cue.strength == .participle || cue.strength == .weak && follows(at, ",") {
      if let main = mainSubject(before: at, frame) { return main }
    }
    return sources.subject(before: at, from: limit)
      ?? (limit > frame.lowerBound ? mainSubject(before: at, frame) : nil)
  }

  private func follows(_ place: Int, _ sign: Unicode.Scalar) -> Bool {
    input.isSign(place - 1, sign)
  }

  /// The subject of the nearest strong cue before a place, else the frame's first mention.
  private func mainSubject(before place: Int, _ frame: Range<Int>) -> SourceFinder.Source? {
    if place - 1 >= frame.lowerBound, !input.isSign(place - 1, ","),
      let with = sources.subject(before: place, from: max(frame.lowerBound, place - 6)),
      with.tokens.upperBound == place
    {
      return with
    }
    for cue in cues.reversed()
    where cue.tokens.upperBound <= place && cue.tokens.lowerBound >= frame.lowerBound
      && cue.strength == .strong
    {
      let at = cue.tokens.lowerBound
      if let source = sources.subject(before: at, from: segmentStart(of: at, frame)) {
        return source
      }
    }
    return firstOutside(frame.lowerBound..<place)
  }

  /// The first subject outside of marks.
  private func firstOutside(_ range: Range<Int>) -> SourceFinder.Source? {
    var start = range.lowerBound
    while start < range.upperBound {
      if stretchAt[start] >= 0 {
        start = stretches[stretchAt[start]].last + 1
        continue
      }
      var end = start
      while end < range.upperBound, stretchAt[end] < 0 { end += 1 }
      if let source = sources.first(in: start..<end) { return source }
      start = end
    }
    return nil
  }

  /// According to Ruiz, “…” / “…,” according to Ruiz.
  private func according(_ stretch: MarkedStretch, _ frame: Range<Int>, _ cues: [Cue]) -> Credit? {
    for cue in cues where cue.strength == .accordingTo {
      guard let source = sources.phrase(from: cue.tokens.upperBound, to: frame.upperBound) else {
        continue
      }
      return Credit(source: source, cue: cue.tokens, rule: .accordingTo, confidence: 0.9)
    }
    return nil
  }

  /// The plan was “…”, Ruiz later told reporters.
  private func fartherBehind(
    _ stretch: MarkedStretch, _ frame: Range<Int>, _ cues: [Cue], atLeast: Cue.Strength
  ) -> Credit? {
    for cue in cues where cue.tokens.lowerBound > stretch.last && cue.strength >= atLeast {
      guard cue.strength != .accordingTo else { continue }
      let at = cue.tokens.lowerBound
      let limit = segmentStart(of: at, frame)
      let source = sources.subject(before: at, from: limit)
      guard let source else { continue }
      return Credit(source: source, cue: cue.tokens, rule: .after, confidence: 0.8)
    }
    return nil
  }

  /// Ruiz called the plan “…” / the mayor’s claim that the plan was “…”.
  private func weak(_ stretch: MarkedStretch, _ frame: Range<Int>, _ cues: [Cue]) -> Credit? {
    for cue in cues.reversed()
    where cue.tokens.upperBound <= stretch.first && cue.strength <= .weak {
      let at = cue.tokens.lowerBound
      let source =
        cue.strength == .weak ? subject(of: cue, frame) : ofNoun(at, frame, before: stretch.first)
      guard let source else { continue }
      return Credit(source: source, cue: cue.tokens, rule: .before, confidence: 0.65)
    }
    return fartherBehind(stretch, frame, cues, atLeast: .weak)
  }

  /// “claims by Western officials that”, “the mayor’s claim”, “in a statement”.
  private func ofNoun(_ at: Int, _ frame: Range<Int>, before limit: Int) -> SourceFinder.Source? {
    let link = input.token(at + 1)?.reads("made") == true ? at + 2 : at + 1
    if let next = input.token(link), next.reads("by") || next.reads("from") || next.reads("of"),
      let source = sources.phrase(from: link + 1, to: limit)
    {
      return source
    }
    for place in stride(from: at, to: max(frame.lowerBound, at - 4), by: -1) {
      if let source = sources.possessor(before: place, from: frame.lowerBound) { return source }
    }
    return firstOutside(frame.lowerBound..<at)
  }

  /// “Ruiz: “…”” and transcripts' labels.
  private func label(_ stretch: MarkedStretch, _ frame: Range<Int>) -> Credit? {
    guard input.isSign(stretch.first - 1, ":"), stretch.first - 2 >= frame.lowerBound,
      let source = sources.phrase(from: frame.lowerBound, to: stretch.first - 1),
      source.tokens.upperBound == stretch.first - 1
    else { return nil }
    return Credit(
      source: source, cue: (stretch.first - 1)..<stretch.first, rule: .colon, confidence: 0.9)
  }

  /// A whole sentence in marks right behind an attributed one, or behind one that announces it.
  private func goingOn(
    _ stretch: MarkedStretch, _ frame: Range<Int>, _ previous: Credit?, _ last: LocalQuotation?
  ) -> Credit? {
    guard var credit = previous, stretch.first - frame.lowerBound <= 2 else { return nil }
    credit.rule = last == nil ? .previousSentence : .continued
    credit.confidence = last == nil ? 0.6 : 0.85
    credit.utterance = last?.rule == AttributionEvidence.Rule.none ? nil : last?.utterance
    return credit
  }

  /// No cue at all: the sentence's own subject, for a fragment inside it.
  private func bySubject(_ stretch: MarkedStretch, _ frame: Range<Int>) -> Credit? {
    guard !classifier.namesSomething(stretch), stretch.first - frame.lowerBound > 2,
      let source = firstOutside(frame.lowerBound..<stretch.first),
      let number = source.mention
    else { return nil }
    switch mentions[number].kind {
    case .person, .masculinePronoun, .femininePronoun, .role, .document:
      return Credit(source: source, rule: .before, confidence: 0.4)
    default:
      return nil
    }
  }

  /// What a sentence without marks says of who speaks next: “He went on:”, “Ruiz was defiant.”
  private func announcement(_ frame: Range<Int>, _ cues: [Cue]) -> Credit? {
    for cue in cues.reversed() where cue.strength >= .infinitive {
      guard cue.strength != .accordingTo, let source = subject(of: cue, frame) else { continue }
      return Credit(source: source, cue: cue.tokens, rule: .previousSentence, confidence: 0.6)
    }
    guard let source = firstOutside(frame), let number = source.mention,
      mentions[number].isPersonal
    else { return nil }
    return Credit(source: source, rule: .previousSentence, confidence: 0.5)
  }

  // MARK: - Clauses

  /// Where the words before a cue begin that can hold its subject: behind the last stretch.
  private func segmentStart(of place: Int, _ frame: Range<Int>) -> Int {
    var start = place
    while start > frame.lowerBound, stretchAt[start - 1] < 0 { start -= 1 }
    return start
  }

  private func segmentEnd(from place: Int, _ frame: Range<Int>) -> Int {
    var end = place
    while end < frame.upperBound, stretchAt[end] < 0 { end += 1 }
    return end
  }

  // MARK: - Result

  private func quotation(
    _ stretch: MarkedStretch, _ credit: Credit, in frame: Range<Int>
  ) -> LocalQuotation {
    if let spoken = transcript(stretch) { return spoken }
    let span = ByteSpan(tokens[stretch.first].start, tokens[stretch.last].end)
    let introduced =
      input.isSign(stretch.first - 1, ":") || input.isSign(stretch.first - 1, ",")
    var type = classifier.type(of: stretch, afterIntroduction: introduced)
    let standsAlone = stretch.first - frame.lowerBound <= 1
    let words = classifier.wordCount(stretch)
    if credit.source == nil, isScare(stretch, standsAlone, words, type) { type = .scare }
    if words == 0 || isTitle(stretch, credit) { type = .scare }
    if stretch.isSingle, credit.source == nil || credit.confidence < 0.85 { type = .scare }
    let isScare = type == .scare
    return LocalQuotation(
      span: span, mark: tokens[stretch.first].span, type: type,
      source: isScare ? nil : credit.source.map { bytes($0.tokens) },
      mention: isScare ? nil : credit.source?.mention,
      cue: isScare ? nil : credit.cue.map(bytes),
      rule: isScare ? .none : credit.rule, utterance: credit.utterance ?? span.start,
      isAltered: classifier.isAltered(stretch), isClosed: stretch.isClosed,
      needsContext: credit.source == nil && !isScare,
      opensParagraph: stretch.first == 0,
      confidence: isScare ? 0.6 : credit.confidence)
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

  private func isScare(
    _ stretch: MarkedStretch, _ standsAlone: Bool, _ words: Int, _ type: QuotationType
  ) -> Bool {
    if classifier.isNickname(stretch) || classifier.namesSomething(stretch) { return true }
    if stretch.isSingle || words == 0 { return true }
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

  private func bytes(_ range: Range<Int>) -> ByteSpan {
    ByteSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
  }
}
