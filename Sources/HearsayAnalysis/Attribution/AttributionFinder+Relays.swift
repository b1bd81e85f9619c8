internal import HearsayModel
internal import HearsayText

/// Who is quoted as saying what: whoever relays keeps the whole, whoever spoke gets the words.
extension AttributionFinder {
  /// How sure it is that who is “quoted as saying” something said it.
  private static let relayed = 0.9

  /// Credits what is relayed to who said it.
  func addRelays(to found: inout [LocalQuotation]) {
    guard !cues.isEmpty else { return }
    let finder = RelayFinder(paragraph)
    let tokens = tokens
    var cues = self.cues[...]
    for frame in frames {
      let ahead = cues.prefix { $0.tokens.lowerBound < frame.upperBound }
      cues = cues[ahead.endIndex...]
      if ahead.isEmpty { continue }
      if tokens[frame.lowerBound].reads("as"), let opening = finder.opening(frame, ahead) {
        credit(opening, in: &found)
      }
      for place in frame {
        if tokens[place].reads("as"), let relay = finder.relay(before: place, in: frame) {
          credit(relay, in: &found)
        } else if tokens[place].reads("that"),
          let aside = finder.interposition(before: place, in: frame, ahead)
        {
          credit(aside, in: &found)
        }
      }
    }
  }

  /// Credits what follows “as saying”, or stands before it, to who is quoted.
  ///
  /// “The agency quoted Ana Ruiz as saying that the river fell”: the agency's paraphrase stays, and
  /// what Ana Ruiz said is a child of it. A passive has no such whole: “Ana Ruiz was quoted by the
  /// agency as saying …” is her own.
  private func credit(_ relay: Relay, in found: inout [LocalQuotation]) {
    let words = bytes(whole(relay))
    found.removeAll { $0.type == .indirect && words.contains($0.span) }
    if let start = contentStart(relay) {
      credit(relay, from: start, in: &found)
    } else {
      creditBefore(relay, in: &found)
    }
  }

  /// From who speaks, or the verb, up to “saying”.
  private func whole(_ relay: Relay) -> Range<Int> {
    min(relay.speaker.tokens.lowerBound, relay.verb)..<relay.cue + 1
  }

  /// The first word of what was said, or nil where the sentence ends before one.
  private func contentStart(_ relay: Relay) -> Int? {
    var place = relay.cue + 1
    // “as telling residents that …”, “as saying in the letter: …”
    let ahead = place..<min(place + 5, relay.frame.upperBound)
    let opening = ahead.first { input.isSign($0, ":") || tokens[$0].reads("that") }
    if let opening { place = opening }
    while place < relay.frame.upperBound, input.isSign(place, ",") || input.isSign(place, ":") {
      place += 1
    }
    guard place < relay.frame.upperBound, tokens[place].kind != .punctuation,
      !tokens[place].reads("by")
    else { return nil }
    return place
  }

  private func credit(_ relay: Relay, from start: Int, in found: inout [LocalQuotation]) {
    let first = tokens[start].start
    let frame = bytes(relay.frame)
    for index in found.indices
    where found[index].type != .scare && found[index].span.start >= first
      && found[index].span.end <= frame.end && !isCreditedBehind(found[index], relay)
    {
      set(relay, &found[index])
    }
    guard hasTagger else { return }
    let around = found.firstIndex {
      $0.type == .indirect && $0.span.start < first && $0.span.end > first
    }
    let end = around.map { found[$0].span.end } ?? lastWordEnd(relay)
    guard end > first else { return }
    let parent = around.flatMap { relay.isPassive ? nil : found[$0].span }
    if relay.isPassive, let around { found.remove(at: around) }
    let span = ByteSpan(first, end)
    for index in found.indices where found[index].parent.map(span.contains) ?? false {
      found[index].parent = span
    }
    guard !found.contains(where: { $0.span == span || crosses($0.span, span) }),
      !found.contains(where: {
        $0.type == .direct && span.contains($0.span) && $0.span.start == first
      })
    else { return }
    found.append(said(relay, span, start, parent))
  }

  /// Whether words behind “as saying” credit a quotation with somebody themselves.
  private func isCreditedBehind(_ quotation: LocalQuotation, _ relay: Relay) -> Bool {
    guard let source = quotation.source else { return false }
    return source.start > tokens[relay.cue].start
  }

  private func said(
    _ relay: Relay, _ span: ByteSpan, _ start: Int, _ parent: ByteSpan?
  ) -> LocalQuotation {
    var result = LocalQuotation(
      span: span, mark: tokens[start].span, type: .indirect, rule: .before,
      utterance: span.start, isAltered: false, isClosed: true, needsContext: false,
      opensParagraph: false, parent: parent, confidence: AttributionFinder.relayed)
    set(relay, &result)
    return result
  }

  /// The end of the sentence's last word or mark.
  private func lastWordEnd(_ relay: Relay) -> Int {
    var last = relay.frame.upperBound - 1
    while last > relay.cue, tokens[last].kind == .punctuation { last -= 1 }
    return tokens[last].end
  }

  /// “We will stay,” the agency quoted Ana Ruiz as saying.
  private func creditBefore(_ relay: Relay, in found: inout [LocalQuotation]) {
    let cues = bytes(relay.verb..<relay.cue + 1)
    for index in found.indices where found[index].type != .scare {
      guard let cue = found[index].cue, cues.contains(cue) else { continue }
      set(relay, &found[index])
    }
  }

  /// Credits what stands behind an interposed relay to whoever the verb before it credits.
  private func credit(_ interposition: Interposition, in found: inout [LocalQuotation]) {
    let start = tokens[interposition.contentStart].start
    let aside = bytes(interposition.tokens)
    found.removeAll { $0.type == .indirect && aside.contains($0.span) }
    for index in found.indices
    where found[index].type == .indirect && found[index].span.end > start
      && found[index].span.start >= aside.start && found[index].span.start <= start
    {
      let old = found[index].span
      found[index].span = ByteSpan(start, old.end)
      found[index].mark = tokens[interposition.contentStart].span
      found[index].utterance = start
      for child in found.indices where found[child].parent == old {
        found[child].parent = found[index].span
      }
      set(interposition.speaker, interposition.cue, &found[index])
    }
  }

  private func set(_ relay: Relay, _ quotation: inout LocalQuotation) {
    set(relay.speaker, relay.cue, &quotation)
  }

  private func set(_ speaker: SourceFinder.Source, _ cue: Int, _ quotation: inout LocalQuotation) {
    quotation.source = bytes(speaker.tokens)
    quotation.description = description(speaker)
    quotation.mention = speaker.mention
    quotation.cue = tokens[cue].span
    quotation.rule = quotation.span.start >= tokens[cue].end ? .before : .after
    quotation.needsContext = false
    quotation.confidence = max(quotation.confidence, AttributionFinder.relayed)
  }
}
