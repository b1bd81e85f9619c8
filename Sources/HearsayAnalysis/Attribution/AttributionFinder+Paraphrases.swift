internal import HearsayModel
internal import HearsayText

/// What no marks of its own tell: paraphrases, and what a quoted person says that another said.
extension AttributionFinder {
  /// Words in a content, below which nobody is looked for in it.
  private static let nestedMinimum = 7
  /// What is less sure inside of a content is left out.
  private static let nestedConfidence = 0.8

  /// Adds contents that are not just what stands between marks, and makes them parents of the
  /// stretches in them.
  func addParaphrases(to found: inout [LocalQuotation]) {
    let opening = OpeningWords(input, map)
    for tagged in joiner.all {
      for span in tagged.content {
        let piece = joiner.widened(opening.dropped(from: span, creditedBy: tagged.cue))
        if !joiner.isQuoted(piece) { add(piece, of: tagged, to: &found) }
      }
    }
  }

  private func add(
    _ piece: Range<Int>, of tagged: TaggedAttribution, to found: inout [LocalQuotation]
  ) {
    let span = bytes(piece)
    guard !found.contains(where: { $0.span == span || crosses($0.span, span) }) else { return }
    for index in found.indices
    where found[index].type != .scare && span.start <= found[index].span.start
      && found[index].span.end <= span.end
    {
      found[index].parent = span
    }
    found.append(
      paraphrase(
        piece, source: tagged.source.map(sources.source), tagged,
        rule: joiner.rule(tagged, for: piece)))
  }

  /// Adds what the contents that stand by themselves quote in their turn.
  func addNested(to found: inout [LocalQuotation], by tagger: AttributionTagger) {
    for parent in found where parent.parent == nil && parent.type != .scare {
      let content = words(in: parent.span)
      guard content.count >= AttributionFinder.nestedMinimum,
        content.contains(where: { tokens[$0].has(.cueVerb) || tokens[$0].reads("according") })
      else { continue }
      for tagged in tagger.attributions(inside: content, of: input)
      where tagged.confidence >= AttributionFinder.nestedConfidence && tagged.cue != nil {
        add(tagged, nestedIn: parent, content, to: &found)
      }
    }
  }

  private func add(
    _ tagged: TaggedAttribution, nestedIn parent: LocalQuotation, _ content: Range<Int>,
    to found: inout [LocalQuotation]
  ) {
    let source = tagged.source.map(sources.source)
    for piece in tagged.content where piece != content {
      var child = paraphrase(piece, source: source, tagged, rule: .none)
      guard child.span != parent.span,
        !found.contains(where: { $0.span == child.span || crosses($0.span, child.span) })
      else { continue }
      child.parent = parent.span
      child.isFirstPerson =
        tagged.source.map { $0.count == 1 && isFirstPerson(tokens[$0.lowerBound]) } ?? false
      if let cue = tagged.cue { child.rule = cue.lowerBound < piece.lowerBound ? .before : .after }
      found.append(child)
    }
  }

  /// Whether two spans share bytes and neither holds the other.
  func crosses(_ one: ByteSpan, _ other: ByteSpan) -> Bool {
    let (first, second) = one.start <= other.start ? (one, other) : (other, one)
    return first.start < second.start && second.start < first.end && first.end < second.end
  }

  private func isFirstPerson(_ token: Token) -> Bool { token.reads("i") || token.reads("we") }

  /// The tokens inside of a span, without the marks at its edges.
  private func words(in span: ByteSpan) -> Range<Int> {
    var start = firstToken(from: span.start)
    var end = firstToken(from: span.end)
    while start < end, tokens[start].kind == .mark { start += 1 }
    while end > start, tokens[end - 1].kind == .mark { end -= 1 }
    return start..<end
  }

  /// The first token that begins at a byte or behind it.
  private func firstToken(from byte: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func paraphrase(
    _ piece: Range<Int>, source: SourceFinder.Source?, _ tagged: TaggedAttribution,
    rule: AttributionEvidence.Rule
  ) -> LocalQuotation {
    let span = bytes(piece)
    return LocalQuotation(
      span: span, mark: tokens[piece.lowerBound].span, type: .indirect,
      source: source.map { bytes($0.tokens) }, description: source.flatMap(description),
      mention: source?.mention, cue: tagged.cue.map(bytes), rule: rule, utterance: span.start,
      isAltered: false, isClosed: true, needsContext: false, opensParagraph: false,
      confidence: tagged.confidence)
  }
}
