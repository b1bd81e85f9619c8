internal import HearsayModel
internal import HearsayText

/// Joins what stands between marks with what the tagger found around and beyond them.
///
/// A content whose words all stand between the marks of one stretch is that stretch; any other
/// becomes a quotation of type ``QuotationType/indirect``, and the stretches in it get it as parent.
/// A closed pair of marks is never cut in half: a content that reaches into one takes it whole.
struct AttributionJoiner {
  private let paragraph: MarkedParagraph
  private var map: StretchMap { paragraph.map }
  private var tokens: [Token] { paragraph.input.tokens }
  /// All attributions that the tagger found.
  private(set) var all: [TaggedAttribution]

  init(_ paragraph: MarkedParagraph, _ all: [TaggedAttribution]) {
    self.paragraph = paragraph
    self.all = all
    for index in all.indices {
      self.all[index].source = isQuestion(all[index]) ? nil : enclosedSource(all[index])
    }
  }

  /// The source without what stands before a bracket that opens in it and holds the cue: “the river
  /// (Ana Ruiz said …)”.
  private func enclosedSource(_ tagged: TaggedAttribution) -> Range<Int>? {
    guard let source = tagged.source, let cue = tagged.cue, source.upperBound <= cue.lowerBound,
      let bracket = (source.lowerBound..<cue.lowerBound).last(where: isBracket),
      tokens[bracket].reads("("), bracket + 1 < source.upperBound
    else { return tagged.source }
    return bracket + 1..<source.upperBound
  }

  private func isBracket(_ place: Int) -> Bool { depth(tokens[place]) != 0 }

  /// By how many brackets a token leads deeper.
  private func depth(_ token: Token) -> Int {
    guard token.kind == .punctuation else { return 0 }
    return token.reads("(") ? 1 : token.reads(")") ? -1 : 0
  }

  /// “Asked whether the ferry runs, Ana Ruiz said …”: she answers, and who asked is not told.
  private func isQuestion(_ tagged: TaggedAttribution) -> Bool {
    guard let cue = tagged.cue, let source = tagged.source, source.lowerBound >= cue.upperBound,
      case let verb = tokens[cue.lowerBound],
      AttributionJoiner.asking.contains(where: verb.reads)
    else { return false }
    if verb.flags.contains(.sentenceStart) { return true }
    guard let before = paragraph.input.token(cue.lowerBound - 1) else { return false }
    return before.reads("when") || before.flags.contains(.sentenceStart) && before.has(.conjunction)
  }

  private static let asking: [WordHash] = ["asked", "pressed", "questioned"]

  /// A span with every stretch whole that it reaches into, and with the sign, the dot and the
  /// bracket that belong to its last word.
  func widened(_ span: Range<Int>) -> Range<Int> {
    var start = span.lowerBound
    var end = span.upperBound
    if let stretch = map.stretch(at: start) { start = stretch.first }
    if let stretch = map.stretch(at: end - 1) { end = stretch.last + 1 }
    end = leaving(start..<end) ?? end
    return start..<end + signs(behind: start..<end)
  }

  /// Where a span ends that begins in brackets and goes on behind them: “(Ruiz said it was late)”.
  private func leaving(_ span: Range<Int>) -> Int? {
    let tokens = tokens
    var opened = 0
    for place in span {
      opened += depth(tokens[place])
      guard opened < 0 else { continue }
      let first = max(0, span.lowerBound - AttributionJoiner.longestBracket)
      guard let before = (first..<span.lowerBound).last(where: isBracket) else { return nil }
      return tokens[before].reads("(") ? place : nil
    }
    return nil
  }

  /// Tokens before a span among which the bracket is looked for that it stands in.
  private static let longestBracket = 60

  /// How many signs behind a span belong to its last word: the one for percent, the dot of an
  /// abbreviation such as “the U.S.”, the bracket that closes one opened in the span.
  private func signs(behind span: Range<Int>) -> Int {
    guard let next = paragraph.input.token(span.upperBound), next.kind == .punctuation,
      !next.flags.contains(.spaceBefore)
    else { return 0 }
    if next.reads("%") { return 1 }
    if next.reads(".") { return endsInitial(span) ? 1 : 0 }
    guard next.reads(")") else { return 0 }
    return span.reduce(0) { $0 + depth(tokens[$1]) } > 0 ? 1 : 0
  }

  /// “the U.S”: a letter behind a letter and a dot.
  private func endsInitial(_ span: Range<Int>) -> Bool {
    let last = span.upperBound - 1
    guard last - 2 >= span.lowerBound, paragraph.input.isSign(last - 1, ".") else { return false }
    guard !tokens[last].flags.contains(.spaceBefore) else { return false }
    return [last, last - 2].allSatisfy {
      tokens[$0].isCapitalized && tokens[$0].end - tokens[$0].start == 1
    }
  }

  /// The attribution whose content shares most words with a stretch, or nil.
  func attribution(of stretch: MarkedStretch) -> TaggedAttribution? {
    let range = stretch.first..<stretch.last + 1
    var best: (number: Int, shared: Int)?
    for number in all.indices {
      let shared = all[number].content.reduce(0) { $0 + $1.clamped(to: range).count }
      if shared > best?.shared ?? 0 { best = (number, shared) }
    }
    return best.map { all[$0.number] }
  }

  /// Whether a piece is nothing but stretches and the signs between them; a stray word of no class
  /// beside many quoted ones makes no paraphrase.
  func isQuoted(_ piece: Range<Int>) -> Bool {
    var words = 0
    var stray: Int?
    for place in piece where tokens[place].kind == .word || tokens[place].kind == .number {
      words += 1
      if let stretch = map.stretch(at: place), !stretch.isTypewritten { continue }
      if stray != nil { return false }
      stray = place
    }
    guard let stray else { return true }
    return words > 4 && tokens[stray].classes.isEmpty
  }

  /// Where the words that credit stand, seen from a span.
  func rule(_ tagged: TaggedAttribution, for span: Range<Int>) -> AttributionEvidence.Rule {
    guard let cue = tagged.cue ?? tagged.source else { return .none }
    if tokens[cue.lowerBound].reads("according") { return .accordingTo }
    if paragraph.input.isSign(cue.lowerBound, ":") { return .colon }
    if tagged.content.count > 1, let first = tagged.content.first, let last = tagged.content.last,
      widened(first).upperBound <= cue.lowerBound, widened(last).lowerBound >= cue.upperBound
    {
      return .inside
    }
    if span.contains(cue.lowerBound) { return .inside }
    return cue.lowerBound < span.lowerBound ? .before : .after
  }
}
