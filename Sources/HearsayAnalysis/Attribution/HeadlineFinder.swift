internal import HearsayModel
internal import HearsayText

/// Finds a headline that credits by a colon: “Ruiz: river too high”, “River too high: Ruiz”.
///
/// The side with the speaker is nothing but a mention; the other holds two words or more. Marks
/// are left to those who read marks, but for single ones around all of it. Whether the line
/// stands above an article, and whether the name is anybody's, the document pass tells.
struct HeadlineFinder {
  /// Bytes that a headline does not exceed.
  private static let longest = 160

  private let input: ParagraphInput
  private let mentions: [Mention]
  private let shape: ParagraphShape
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput, mentions: [Mention], shape: ParagraphShape) {
    self.input = input
    self.mentions = mentions
    self.shape = shape
  }

  /// The paragraph as a headline, or nil.
  func layout(beside quotations: [LocalQuotation]) -> Layout? {
    guard shape.isShort, let first = tokens.first, let last = tokens.last,
      last.end - first.start <= HeadlineFinder.longest, !mentions.isEmpty,
      !tokens.dropFirst().contains(where: { $0.flags.contains(.lineStart) })
    else { return nil }
    return speakerFirst(quotations) ?? speakerLast(quotations)
  }

  private func speakerFirst(_ quotations: [LocalQuotation]) -> Layout? {
    guard let number = mentions.firstIndex(where: { $0.tokens.lowerBound >= start }),
      case let mention = mentions[number], mention.tokens.lowerBound == start,
      tokens[start].isCapitalized, isSpeaker(mention)
    else { return nil }
    let colon = mention.tokens.upperBound
    guard input.isSign(colon, ":"), let next = input.token(colon + 1),
      next.flags.contains(.spaceBefore)
    else { return nil }
    // “WASHINGTON: The bridge …” is a dateline, “Florida: 29 bridges” a table.
    if mention.kind == .place,
      (tokens[start].flags.contains(.allCapitals) && tokens[start].end - tokens[start].start > 4)
        || next.kind == .number
        || !tokens[(colon + 1)...].contains(where: isVerb)
    {
      return nil
    }
    return layout(number, colon, (colon + 1)..<tokens.count, quotations)
  }

  private func speakerLast(_ quotations: [LocalQuotation]) -> Layout? {
    guard let number = mentions.indices.last, case let mention = mentions[number],
      isSpeaker(mention), mention.kind != .place, mention.kind != .document,
      input.isSign(mention.tokens.lowerBound - 1, ":")
    else { return nil }
    let end = mention.tokens.upperBound
    guard end == tokens.count || (end == tokens.count - 1 && input.isSign(end, ".")) else {
      return nil
    }
    let colon = mention.tokens.lowerBound - 1
    guard tokens[..<colon].contains(where: isVerb) else { return nil }
    return layout(number, colon, 0..<colon, quotations)
  }

  /// Where the words begin behind “EXCLUSIVE –”.
  private var start: Int {
    guard let first = tokens.first, LayoutFinder.headings.contains(first.hash),
      let sign = input.token(1), sign.kind == .punctuation, sign.flags.contains(.spaceBefore)
    else { return 0 }
    return 2
  }

  private func layout(
    _ number: Int, _ colon: Int, _ content: Range<Int>, _ quotations: [LocalQuotation]
  ) -> Layout? {
    var words = content
    while let last = words.last, tokens[last].kind == .punctuation, !input.isSign(last, "?"),
      !input.isSign(last, "!"), !input.isSign(last, ")")
    {
      words.removeLast()
    }
    guard words.filter({ tokens[$0].kind == .word }).count > 1, let first = words.first,
      let last = words.last
    else { return nil }
    let span = ByteSpan(tokens[first].start, tokens[last].end)
    let inside = quotations.filter { $0.span.overlaps(span) }
    let isWholeInMarks =
      inside.count == 1 && inside[0].type == .scare && inside[0].span.start == span.start
      && inside[0].span.end >= span.end
    guard inside.isEmpty || isWholeInMarks else { return nil }
    let quotation = LayoutFinder.quotation(
      isWholeInMarks ? .direct : .indirect, isWholeInMarks ? inside[0].span : span,
      source: source(number), mention: number, cue: tokens[colon].span, rule: .colon,
      confidence: 0.8)
    return Layout(kind: .headline, quotation: quotation)
  }

  private func source(_ number: Int) -> ByteSpan {
    let range = mentions[number].tokens
    return ByteSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
  }

  private func isSpeaker(_ mention: Mention) -> Bool {
    switch mention.kind {
    case .person, .name, .organisation, .role, .collective, .place: break
    case .document:
      return mention.tokens.contains { HeadlineFinder.reports.contains(tokens[$0].hash) }
    default: return false
    }
    return !mention.tokens.contains { LayoutFinder.headings.contains(tokens[$0].hash) }
  }

  /// Documents that a headline credits; “Note:” and “Email:” are none.
  private static let reports: Set<UInt64> = Set(
    (["report", "poll", "study", "survey", "memo"] as [WordHash]).map(\.value))

  private func isVerb(_ token: Token) -> Bool {
    token.has([.finiteVerb, .auxiliary, .cueVerb])
  }
}
