internal import HearsayText

/// Words passed on for somebody else: “the agency quoted Ana Ruiz as saying that …”.
struct Relay {
  /// The form of “quote” or “cite”.
  let verb: Int
  /// Who is quoted, the one who speaks.
  let speaker: SourceFinder.Source
  /// “saying” or another verb of speech behind “as”.
  let cue: Int
  /// Whether who speaks stands before the verb: “Ana Ruiz was quoted as saying”.
  let isPassive: Bool
  /// The sentence that holds all of it.
  let frame: Range<Int>
}

/// Finds who is quoted or cited as saying something, and what interrupts a paraphrase to tell it.
///
/// Outside of quotation marks only.
struct RelayFinder {
  private let paragraph: MarkedParagraph
  var input: ParagraphInput { paragraph.input }
  var tokens: [Token] { paragraph.input.tokens }
  var map: StretchMap { paragraph.map }
  var sources: SourceFinder { SourceFinder(paragraph) }

  /// Words at most between “quoted” and “as saying”: a name with what it is called.
  private static let farthest = 14
  private static let verbs: [WordHash] = [
    "quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing", "reported",
  ]

  /// Whether a word is a form of “quote” or “cite”, or “reported”.
  static func isVerb(_ token: Token) -> Bool { verbs.contains(where: token.reads) }

  init(_ paragraph: MarkedParagraph) { self.paragraph = paragraph }

  /// The relay whose “as” stands at a place, or nil where no verb for one stands before it.
  func relay(before place: Int, in frame: Range<Int>) -> Relay? {
    guard place + 1 < frame.upperBound, isSaying(place + 1), !map.isQuoted(place) else {
      return nil
    }
    let earliest = max(frame.lowerBound, place - RelayFinder.farthest)
    let verb = (earliest..<place).last { candidate in
      RelayFinder.isVerb(tokens[candidate]) && !map.isQuoted(candidate)
    }
    guard let verb else { return nil }
    let isPassive =
      CueFinder(input).isPassive(verb) || verb + 1 == place || tokens[verb + 1].reads("by")
    let speaker =
      isPassive
      ? sources.subject(before: verb, from: frame.lowerBound) : quoted(in: verb + 1..<place)
    return speaker.map {
      Relay(verb: verb, speaker: $0, cue: place + 1, isPassive: isPassive, frame: frame)
    }
  }

  private func isSaying(_ place: Int) -> Bool {
    guard let token = input.token(place), token.has(.cueVerb), !map.isQuoted(place) else {
      return false
    }
    return CueFinder(input).isParticiple(token)
  }

  /// The noun phrase between the verb and “as”, where it is one.
  private func quoted(in words: Range<Int>) -> SourceFinder.Source? {
    var words = words
    while let last = words.last, tokens[last].kind == .punctuation { words.removeLast() }
    guard !words.isEmpty else { return nil }
    let source = sources.source(words)
    let hasClause = words.contains { tokens[$0].has([.subordinator, .auxiliary]) }
    return source.mention == nil && hasClause ? nil : source
  }
}
