internal import HearsayModel
internal import HearsayText

/// Joins what stands between marks with what the tagger found around and beyond them.
///
/// A content whose words all stand between the marks of one stretch is that stretch; any other
/// becomes a quotation of type ``QuotationType/indirect``, and the stretches in it get it as parent.
/// A closed pair of marks is never cut in half: a content that reaches into one takes it whole.
struct AttributionJoiner {
  /// A tagged attribution with its pieces widened to whole stretches.
  struct Joined {
    let tagged: TaggedAttribution
    let source: SourceFinder.Source?
    var pieces: [Range<Int>]
  }

  private let input: ParagraphInput
  private let map: StretchMap
  private let tokens: [Token]
  /// All attributions, in the order of their first piece.
  private let all: [Joined]

  init(
    _ input: ParagraphInput, _ map: StretchMap, _ sources: SourceFinder,
    _ tagged: [TaggedAttribution]
  ) {
    self.input = input
    self.map = map
    tokens = input.tokens
    all = tagged.map { attribution in
      Joined(
        tagged: attribution, source: attribution.source.map(sources.source),
        pieces: attribution.content.map {
          AttributionJoiner.widen(
            OpeningWords(input, map).dropped(from: $0, creditedBy: attribution.cue), map)
        })
    }
  }

  /// A span with every stretch whole that it reaches into, and without a mark whose stretch is not
  /// in it.
  private static func widen(_ span: Range<Int>, _ map: StretchMap) -> Range<Int> {
    var start = span.lowerBound
    var end = span.upperBound
    if let stretch = map.stretch(at: start) { start = stretch.first }
    if let stretch = map.stretch(at: end - 1) { end = stretch.last + 1 }
    return start..<end
  }

  /// The attribution whose content shares most words with a stretch, or nil.
  func attribution(of stretch: MarkedStretch) -> Joined? {
    let range = stretch.first..<stretch.last + 1
    var best: (joined: Joined, shared: Int)?
    for joined in all {
      let shared = joined.tagged.content.reduce(0) { $0 + $1.clamped(to: range).count }
      if shared > best?.shared ?? 0 { best = (joined, shared) }
    }
    return best?.joined
  }

  /// Whether a piece is nothing but stretches and the signs between them; a stray word of no class
  /// beside many quoted ones makes no paraphrase.
  private func isQuoted(_ piece: Range<Int>) -> Bool {
    var words = 0
    var stray: Int?
    for place in piece where tokens[place].kind == .word || tokens[place].kind == .number {
      words += 1
      guard !map.isQuoted(place) else { continue }
      if stray != nil { return false }
      stray = place
    }
    guard let stray else { return true }
    return words > 4 && tokens[stray].classes.isEmpty
  }

  /// The pieces that are more than a marked stretch.
  func paraphrases() -> [(piece: Range<Int>, joined: Joined)] {
    var result: [(piece: Range<Int>, joined: Joined)] = []
    for joined in all {
      for piece in joined.pieces where !isQuoted(piece) { result.append((piece, joined)) }
    }
    return result
  }

  /// Where the words that credit stand, seen from a span.
  func rule(_ joined: Joined, for span: Range<Int>) -> AttributionEvidence.Rule {
    guard let cue = joined.tagged.cue ?? joined.tagged.source else { return .none }
    if tokens[cue.lowerBound].reads("according") { return .accordingTo }
    if input.isSign(cue.lowerBound, ":") { return .colon }
    if let first = joined.pieces.first, let last = joined.pieces.last, joined.pieces.count > 1,
      first.upperBound <= cue.lowerBound, last.lowerBound >= cue.upperBound
    {
      return .inside
    }
    if span.contains(cue.lowerBound) { return .inside }
    return cue.lowerBound < span.lowerBound ? .before : .after
  }
}
