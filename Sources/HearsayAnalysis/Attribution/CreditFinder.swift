internal import HearsayModel

/// A sentence as the reader sees it, with the cues outside of its marks.
struct Frame {
  /// Its tokens.
  let tokens: Range<Int>
  /// The cues that begin in it, in order.
  let cues: ArraySlice<Cue>

  /// Cues on either side of a stretch that are worth a look; more are no sentence of anybody's.
  private static let reach = 8

  /// The same sentence with the cues nearest to a stretch.
  func near(_ stretch: MarkedStretch) -> Frame {
    var low = cues.startIndex
    var high = cues.endIndex
    while low < high {
      let middle = (low + high) / 2
      if cues[middle].tokens.lowerBound < stretch.first { low = middle + 1 } else { high = middle }
    }
    let first = max(cues.startIndex, low - Frame.reach)
    let last = min(cues.endIndex, low + Frame.reach)
    return Frame(tokens: tokens, cues: cues[first..<last])
  }

  /// The same sentence with its last cues.
  var ending: Frame { Frame(tokens: tokens, cues: cues.suffix(Frame.reach)) }

  var lowerBound: Int { tokens.lowerBound }
  var upperBound: Int { tokens.upperBound }
}

/// Decides what credits one stretch of one sentence.
///
/// The words around the stretch are searched for the nearest cue: first right behind the marks,
/// then before them, then farther off.
struct CreditFinder {
  /// Start of a quotation's utterance, and what credited it.
  typealias Last = (utterance: Int, rule: AttributionEvidence.Rule)

  private let paragraph: MarkedParagraph
  private var input: ParagraphInput { paragraph.input }
  private var mentions: [Mention] { paragraph.mentions }
  private var map: StretchMap { paragraph.map }
  private var tokens: [Token] { paragraph.input.tokens }
  private var sources: SourceFinder { SourceFinder(paragraph) }
  private var classifier: QuotationClassifier { QuotationClassifier(paragraph.input) }

  init(_ paragraph: MarkedParagraph) { self.paragraph = paragraph }

  /// What credits a stretch; `earlier` credited one before it in the same sentence, `previous` is
  /// what the sentence before leaves, `last` what is known of the quotation before.
  func credit(
    _ stretch: MarkedStretch, in frame: Frame, earlier: Credit?, previous: Credit?,
    _ last: Last?
  ) -> Credit {
    if classifier.isNickname(stretch) || classifier.isTitled(stretch) { return .none }
    let behind = rightBehind(stretch, frame)
    if let behind, classifier.asksForMore(stretch) || behind.rule == .after { return behind }
    if let before = before(stretch, frame) {
      return resumes(stretch, before, earlier) ? goingOn(before, last) : before
    }
    if let behind { return behind }
    if let according = according(stretch, frame) { return according }
    if let later = fartherBehind(stretch, frame, atLeast: .participle) { return later }
    if var earlier {
      // “…,” said Ruiz, “…”
      if earlier.rule == .after, input.isSign(stretch.first - 1, ",") {
        return goingOn(earlier, last)
      }
      earlier.confidence = 0.7
      return earlier
    }
    if let weak = weak(stretch, frame) { return weak }
    if let possessor = sources.possessor(before: stretch.first, from: frame.lowerBound) {
      return Credit(source: possessor, rule: .before, confidence: 0.5)
    }
    return goingOn(stretch, frame, previous, last) ?? bySubject(stretch, frame) ?? .none
  }

  /// “…,” Ruiz said, “…”: whether a stretch goes on with what its own attribution interrupted.
  private func resumes(_ stretch: MarkedStretch, _ credit: Credit, _ earlier: Credit?) -> Bool {
    guard let earlier, earlier.rule == .after, earlier.cue == credit.cue else { return false }
    return input.isSign(stretch.first - 1, ",")
  }

  private func goingOn(_ credit: Credit, _ last: Last?) -> Credit {
    var credit = credit
    credit.rule = .inside
    credit.utterance = last?.utterance
    return credit
  }

  /// “…,” said Ruiz / “…,” Ruiz said / “…,” Ruiz, the mayor, told reporters.
  private func rightBehind(_ stretch: MarkedStretch, _ frame: Frame) -> Credit? {
    var start = stretch.last + 1
    if input.isSign(start, ",") { start += 1 }
    let limit = map.segmentEnd(from: start, to: frame.upperBound)
    guard
      let cue = frame.cues.first(where: {
        $0.tokens.lowerBound >= start && $0.strength == .strong && !$0.isPassive
      }
      ),
      cue.tokens.lowerBound < limit
    else { return nil }
    let at = cue.tokens.lowerBound
    let onlyAdverbs = (start..<at).allSatisfy(isAdverbial)
    if onlyAdverbs, let source = sources.inverted(after: at, to: limit) {
      return Credit(source: source, cue: cue.tokens, rule: .after, confidence: 0.95)
    }
    guard at - start <= 30, !onlyAdverbs, let source = sources.subject(before: at, from: start),
      isClauseStart(source.tokens.lowerBound, start)
    else { return nil }
    return Credit(source: source, cue: cue.tokens, rule: .after, confidence: 0.93)
  }

  /// An adverb or weekday, or what stands before a weekday.
  private func isAdverbial(_ place: Int) -> Bool {
    if tokens[place].has([.adverb, .calendar]) { return true }
    return tokens[place].has(.preposition) && (input.token(place + 1)?.has(.calendar) ?? false)
  }

  /// Whether nothing but an adverb, a date or a conjunction stands between the marks and a source.
  private func isClauseStart(_ place: Int, _ start: Int) -> Bool {
    place - start <= 8
      && !(start..<place).contains { tokens[$0].has([.auxiliary, .finiteVerb, .subordinator]) }
  }

  /// Ruiz said: “…” / Ruiz said that the bridge was “…”.
  private func before(_ stretch: MarkedStretch, _ frame: Frame) -> Credit? {
    if let label = label(stretch, frame) ?? signature(stretch) { return label }
    if let noun = creditedNoun(stretch, frame) { return noun }
    var fallback: Credit?
    for cue in frame.cues.reversed()
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
    _ stretch: MarkedStretch, _ frame: Frame
  ) -> Credit? {
    guard let cue = frame.cues.last(where: { $0.tokens.upperBound <= stretch.first }),
      cue.strength == .noun, let next = input.token(cue.tokens.upperBound),
      next.reads("by") || next.reads("made"),
      let source = ofNoun(cue.tokens.lowerBound, frame, before: stretch.first)
    else { return nil }
    return Credit(source: source, cue: cue.tokens, rule: .before, confidence: 0.75)
  }

  /// Who a cue in front credits: its own subject, or for a participle that of the main clause.
  private func subject(of cue: Cue, _ frame: Frame) -> SourceFinder.Source? {
    if cue.isPassive { return agent(of: cue, frame) }
    let at = cue.tokens.lowerBound
    let limit = map.segmentStart(of: at, from: frame.lowerBound)
    if cue.strength == .participle || cue.strength == .weak && follows(at, ",") {
      if let main = mainSubject(before: at, frame) { return main }
    }
    return sources.subject(before: at, from: limit)
      ?? (limit > frame.lowerBound ? mainSubject(before: at, frame) : nil)
  }

  /// “was described by Ana Ruiz as”: who a passive credits, if it says so right behind.
  private func agent(of cue: Cue, _ frame: Frame) -> SourceFinder.Source? {
    let end = map.segmentEnd(from: cue.tokens.upperBound, to: frame.upperBound)
    let near = cue.tokens.upperBound..<min(end, cue.tokens.upperBound + 4)
    guard let by = near.first(where: { tokens[$0].reads("by") }) else { return nil }
    return sources.phrase(from: by + 1, to: end)
  }

  private func follows(_ place: Int, _ sign: Unicode.Scalar) -> Bool {
    input.isSign(place - 1, sign)
  }

  /// The subject of the nearest strong cue before a place, else the frame's first mention.
  private func mainSubject(before place: Int, _ frame: Frame) -> SourceFinder.Source? {
    if place - 1 >= frame.lowerBound, !input.isSign(place - 1, ","),
      let with = sources.subject(before: place, from: max(frame.lowerBound, place - 6)),
      with.tokens.upperBound == place
    {
      return with
    }
    for cue in frame.cues.reversed()
    where cue.tokens.upperBound <= place && cue.strength == .strong && !cue.isPassive {
      let at = cue.tokens.lowerBound
      if let source = sources.subject(
        before: at, from: map.segmentStart(of: at, from: frame.lowerBound))
      {
        return source
      }
    }
    return firstOutside(frame.lowerBound..<place)
  }

  /// The first subject outside of marks.
  private func firstOutside(_ range: Range<Int>) -> SourceFinder.Source? {
    var start = range.lowerBound
    while start < range.upperBound {
      if let stretch = map.stretch(at: start) {
        start = stretch.last + 1
        continue
      }
      let end = map.segmentEnd(from: start, to: range.upperBound)
      if let source = sources.first(in: start..<end) { return source }
      start = end
    }
    return nil
  }

  /// According to Ruiz, “…” / “…,” according to Ruiz.
  private func according(_ stretch: MarkedStretch, _ frame: Frame) -> Credit? {
    for cue in frame.cues where cue.strength == .accordingTo {
      guard let source = sources.phrase(from: cue.tokens.upperBound, to: frame.upperBound) else {
        continue
      }
      return Credit(source: source, cue: cue.tokens, rule: .accordingTo, confidence: 0.9)
    }
    return nil
  }

  /// The plan was “…”, Ruiz later told reporters.
  private func fartherBehind(
    _ stretch: MarkedStretch, _ frame: Frame, atLeast: Cue.Strength
  ) -> Credit? {
    for cue in frame.cues where cue.tokens.lowerBound > stretch.last && cue.strength >= atLeast {
      guard cue.strength != .accordingTo else { continue }
      let at = cue.tokens.lowerBound
      let limit = map.segmentStart(of: at, from: frame.lowerBound)
      let source =
        cue.isPassive ? agent(of: cue, frame) : sources.subject(before: at, from: limit)
      guard let source else { continue }
      return Credit(source: source, cue: cue.tokens, rule: .after, confidence: 0.8)
    }
    return nil
  }

  /// Ruiz called the plan “…” / the mayor’s claim that the plan was “…”.
  private func weak(_ stretch: MarkedStretch, _ frame: Frame) -> Credit? {
    for cue in frame.cues.reversed()
    where cue.tokens.upperBound <= stretch.first && cue.strength <= .weak {
      let at = cue.tokens.lowerBound
      let source =
        cue.strength == .weak ? subject(of: cue, frame) : ofNoun(at, frame, before: stretch.first)
      guard let source else { continue }
      return Credit(source: source, cue: cue.tokens, rule: .before, confidence: 0.65)
    }
    return fartherBehind(stretch, frame, atLeast: .weak)
  }

  /// “claims by Western officials that”, “the mayor’s claim”, “in a statement”.
  private func ofNoun(_ at: Int, _ frame: Frame, before limit: Int) -> SourceFinder.Source? {
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
  private func label(_ stretch: MarkedStretch, _ frame: Frame) -> Credit? {
    guard input.isSign(stretch.first - 1, ":"), stretch.first - 2 >= frame.lowerBound,
      let source = sources.phrase(from: frame.lowerBound, to: stretch.first - 1),
      source.tokens.upperBound == stretch.first - 1
    else { return nil }
    return Credit(
      source: source, cue: (stretch.first - 1)..<stretch.first, rule: .colon, confidence: 0.9)
  }

  /// “…”: Ruiz / “….” — Ana Ruiz: a name behind a colon or dash, and nothing more in its line.
  private func signature(_ stretch: MarkedStretch) -> Credit? {
    let sign = stretch.last + 1
    guard let token = input.token(sign), CreditFinder.signatures.contains(where: token.reads),
      let source = sources.phrase(from: sign + 1, to: tokens.count), source.mention != nil
    else { return nil }
    var end = source.tokens.upperBound
    if input.isSign(end, ".") { end += 1 }
    guard input.token(end)?.flags.contains(.lineStart) ?? true else { return nil }
    return Credit(source: source, cue: sign..<(sign + 1), rule: .colon, confidence: 0.85)
  }

  private static let signatures: [WordHash] = [":", "—", "–", "―", "--", "-"]

  /// A whole sentence in marks right behind an attributed one, or behind one that announces it.
  private func goingOn(
    _ stretch: MarkedStretch, _ frame: Frame, _ previous: Credit?, _ last: Last?
  ) -> Credit? {
    guard var credit = previous, stretch.first - frame.lowerBound <= 2 else { return nil }
    credit.rule = last == nil ? .previousSentence : .continued
    credit.confidence = last == nil ? 0.6 : 0.85
    credit.utterance = last?.rule == AttributionEvidence.Rule.none ? nil : last?.utterance
    return credit
  }

  /// No cue at all: the sentence's own subject, for a fragment inside it.
  private func bySubject(_ stretch: MarkedStretch, _ frame: Frame) -> Credit? {
    guard !classifier.namesSomething(stretch), stretch.first - frame.lowerBound > 2,
      !frame.cues.contains(where: { $0.isPassive && $0.tokens.upperBound <= stretch.first }),
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

  /// What a sentence without marks says of who speaks next (“He went on:”, “Ruiz was defiant”).
  func announcement(_ frame: Frame) -> Credit? {
    for cue in frame.cues.reversed() where cue.strength >= .infinitive {
      guard cue.strength != .accordingTo, let source = subject(of: cue, frame) else { continue }
      return Credit(source: source, cue: cue.tokens, rule: .previousSentence, confidence: 0.6)
    }
    guard let source = firstOutside(frame.tokens), let number = source.mention,
      mentions[number].isPersonal
    else { return nil }
    return Credit(source: source, rule: .previousSentence, confidence: 0.5)
  }
}
