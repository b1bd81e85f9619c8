internal import HearsayModel
internal import HearsayText

/// Finds the label of a paragraph in a transcript or an interview: “PRICE:”, “Q:”.
///
/// A label begins the paragraph, holds no more than ``longest`` tokens, none in small letters but
/// those inside names, and a colon with a space behind it. Headings (“Note:”), places and days are
/// none. Whether the paragraph is speech the document pass tells.
struct TranscriptFinder {
  /// Tokens that a label does not exceed.
  private static let longest = 9

  private let input: ParagraphInput
  private let mentions: [Mention]
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput, mentions: [Mention]) {
    self.input = input
    self.mentions = mentions
  }

  /// The paragraph as a part of a transcript, or nil where it has no label or one pair of marks
  /// holds all of it anyway.
  func layout(beside quotations: [LocalQuotation]) -> Layout? {
    guard let (range, colon) = labelled(), let label = label(range) else { return nil }
    var first = colon + 1
    while input.isSign(first, "*") { first += 1 }
    guard first < tokens.count, let last = tokens.last,
      tokens[first...].contains(where: { $0.kind == .word })
    else { return nil }
    let span = ByteSpan(tokens[first].start, last.end)
    guard !quotations.contains(where: { $0.span == span && $0.type != .scare }) else { return nil }
    let number = mentions.firstIndex { $0.tokens.lowerBound >= range.lowerBound }
      .flatMap { mentions[$0].tokens.upperBound <= range.upperBound ? $0 : nil }
    let words = ByteSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
    let quotation = LayoutFinder.quotation(
      .direct, span, source: words, mention: number, description: input.string(words),
      cue: tokens[colon].span, rule: .label, confidence: 0.85)
    return Layout(kind: .transcript(label), quotation: quotation)
  }

  /// The label's words and its colon; a bracket behind the words (“(laughs)”) is no part of them.
  private func labelled() -> (words: Range<Int>, colon: Int)? {
    var start = 0
    while input.isSign(start, "*") { start += 1 }
    let limit = min(tokens.count, start + TranscriptFinder.longest)
    guard start < limit,
      var colon = (start..<limit).first(where: { input.isSign($0, ":") }), colon > start
    else { return nil }
    let end = colon
    while input.isSign(colon + 1, "*") { colon += 1 }
    guard let next = input.token(colon + 1), next.flags.contains(.spaceBefore),
      !next.flags.contains(.lineStart)
    else { return nil }
    let bracket = (start..<end).first { input.isSign($0, "(") || input.isSign($0, "[") }
    let words = start..<(bracket ?? end)
    return words.isEmpty ? nil : (words, end)
  }

  private func label(_ range: Range<Int>) -> Label? {
    let words = range.map { tokens[$0] }
    guard words.allSatisfy(isLabelWord), let first = words.first, let last = words.last,
      first.kind == .word, !LayoutFinder.headings.contains(first.hash),
      !LayoutFinder.headings.contains(last.hash)
    else { return nil }
    if let sides = interviewSide(words) { return sides }
    let capitals = words.allSatisfy {
      $0.kind != .word || $0.flags.contains(.allCapitals) || $0.end - $0.start == 1
        || $0.has(.abbreviation)
    }
    let mention = mentions.first.flatMap {
      $0.tokens.lowerBound == range.lowerBound || input.isSign(range.lowerBound, "*") ? $0 : nil
    }
    if let mention, mention.tokens.upperBound > range.upperBound { return nil }
    switch mention?.kind {
    case .place, .document, .collective, .masculinePronoun, .femininePronoun, .pluralPronoun,
      .neuterPronoun, .firstPerson:
      return nil
    default: break
    }
    guard capitals || mention != nil, first.isCapitalized else { return nil }
    let isPersonal = mention?.kind == .person || mention?.kind == .role
    let name = mention?.name.map { tokens[$0.upperBound - 1] } ?? last
    return Label(
      key: name.hash, isStrong: capitals && first.flags.contains(.allCapitals),
      isPersonal: isPersonal)
  }

  /// “Q”, “A”, “Question”.
  private func interviewSide(_ words: [Token]) -> Label? {
    guard words.count == 1, let word = words.first, word.isCapitalized,
      TranscriptFinder.sides.contains(word.hash)
    else { return nil }
    return Label(key: word.hash, isStrong: true, isPersonal: true)
  }

  private static let sides: Set<UInt64> = Set(
    (["q", "a", "question", "answer", "reporter", "moderator", "interviewer", "host"]
      as [WordHash]).map(\.value))

  private func isLabelWord(_ token: Token) -> Bool {
    switch token.kind {
    case .word:
      return (token.isCapitalized || token.has(.particle) || token.reads("the"))
        && !token.has([.calendar, .auxiliary, .pronounOther])
        && !(token.has(.place) && tokens.count > 1 && isAlone(token))
    case .punctuation:
      let byte = input.bytes[token.start]
      return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    default: return false
    }
  }

  /// “WASHINGTON:”: the only word before the colon.
  private func isAlone(_ token: Token) -> Bool {
    tokens[0].start == token.start && input.isSign(1, ":")
  }
}
