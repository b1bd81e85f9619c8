/// Knows the straight mark that stands before each paragraph of a story that another paper told.
///
/// Nothing closes it, and who speaks in the story stands beside curly marks: those are what is
/// quoted.
struct StoryMark {
  /// What a paragraph may be of such a story.
  enum Part: UInt8, Sendable {
    /// Nothing: no straight mark opens it and stays open.
    case none
    /// People speak in it, in marks of their own.
    case told
    /// The open mark is all there is: it goes on with a story, if one was told before, and is what
    /// somebody said, if not.
    case open
  }

  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput) { self.input = input }

  /// Whether the first of a paragraph's stretches is opened by such a mark.
  func opens(_ stretches: [MarkedStretch]) -> Bool {
    guard stretches.count > 1, MarkSign.of(tokens[0], input.bytes) == .straightDouble,
      stretches.contains(where: { $0.first == 0 && !$0.isClosed })
    else { return false }
    return stretches.contains(where: isCredited)
  }

  /// What a paragraph with these stretches and quotations may be of a story.
  func part(_ map: StretchMap, _ quotations: [LocalQuotation]) -> Part {
    if map.tellsStory { return .told }
    guard map.stretches.count == 1, map.stretches[0].first == 0, !map.stretches[0].isClosed,
      MarkSign.of(tokens[0], input.bytes) == .straightDouble
    else { return .none }
    return quotations.contains { $0.opensParagraph && $0.needsContext } ? .open : .none
  }

  /// Whether words beside curly marks credit somebody with what they hold.
  private func isCredited(_ stretch: MarkedStretch) -> Bool {
    guard stretch.isClosed, MarkSign.of(tokens[stretch.first], input.bytes) == .openDouble else {
      return false
    }
    if isIntroduced(stretch.first) { return true }
    guard QuotationClassifier(input).asksForMore(stretch),
      let word = input.token(stretch.last + 1), let next = input.token(stretch.last + 2)
    else { return false }
    return word.has(.cueVerb) || next.has(.cueVerb)
  }

  /// Whether a verb of saying stands before a mark, with no more than a sign and an article between.
  private func isIntroduced(_ mark: Int) -> Bool {
    var place = mark - 1
    while place > 0, mark - place < 3,
      input.isSign(place, ",") || input.isSign(place, ":") || tokens[place].has(.determiner)
    {
      place -= 1
    }
    return tokens[place].has([.cueVerb, .weakCueVerb])
  }
}
