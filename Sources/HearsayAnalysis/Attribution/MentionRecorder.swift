internal import HearsayText

/// Turns mentions into what the document pass keeps of them.
final class MentionRecorder {
  private let input: ParagraphInput
  private let mentions: [Mention]
  private let attribution: AttributionFinder

  init(_ input: ParagraphInput, _ mentions: [Mention], _ attribution: AttributionFinder) {
    self.input = input
    self.mentions = mentions
    self.attribution = attribution
  }

  /// One record for each mention, in the same order.
  func records() -> [MentionRecord] {
    var records: [MentionRecord] = []
    records.reserveCapacity(mentions.count)
    var frame = 0
    for (index, mention) in mentions.enumerated() {
      while frame + 1 < attribution.frames.count,
        attribution.frames[frame].upperBound <= mention.tokens.lowerBound
      {
        frame += 1
      }
      records.append(record(index, frame))
    }
    return records
  }

  /// Full names, with the roles that stand with them or beside them.
  static func introductions(_ records: [MentionRecord]) -> [Introduction] {
    records.compactMap { record in
      guard let name = record.name, name.words.count > 1,
        record.kind == .person || record.kind == .name || record.kind == .organisation
      else { return nil }
      return Introduction(record: record, name: name)
    }
  }

  private func record(_ index: Int, _ frame: Int) -> MentionRecord {
    let mention = mentions[index]
    if mention.kind.rawValue >= Mention.Kind.masculinePronoun.rawValue {
      return pronoun(mention, frame)
    }
    let beside = apposition(index) ?? roleOfSentenceBefore(index, frame)
    let roleTokens = roleRange(mention)
    let besideTokens = beside?.tokens ?? 0..<0
    let roleText =
      mention.name == nil
      ? nil
      : roleTokens.isEmpty
        ? beside.map { phrase($0.tokens, dropping: .pointer) }
        : phrase(roleTokens, dropping: .pointer)
    let gender = beside.map { $0.gender } ?? .unknown
    return MentionRecord(
      span: span(mention.tokens), kind: kind(mention, beside),
      gender: mention.gender == .unknown ? gender : mention.gender,
      isDefinite: mention.isDefinite, frame: frame,
      isQuoted: attribution.isQuoted(mention.tokens.lowerBound),
      text: mention.name == nil ? phrase(mention.tokens) : "",
      name: mention.name.map(name), roles: roles(roleTokens) + roles(besideTokens),
      places: places(roleTokens) + places(besideTokens), role: roleText)
  }

  private func pronoun(_ mention: Mention, _ frame: Int) -> MentionRecord {
    MentionRecord(
      span: span(mention.tokens), kind: mention.kind, gender: mention.gender, isDefinite: true,
      frame: frame, isQuoted: attribution.isQuoted(mention.tokens.lowerBound), text: "", name: nil,
      roles: [], places: [], role: nil)
  }

  private func kind(_ mention: Mention, _ beside: Mention?) -> Mention.Kind {
    mention.kind == .name && beside?.kind == .role ? .person : mention.kind
  }

  private func roleRange(_ mention: Mention) -> Range<Int> {
    guard let name = mention.name else { return mention.tokens }
    return mention.tokens.lowerBound..<name.lowerBound
  }

  /// “Anna Ruiz, the mayor of Calle Nova,” and “the mayor, Anna Ruiz,”.
  private func apposition(_ index: Int) -> Mention? {
    let mention = mentions[index]
    guard mention.name != nil, mention.kind == .person || mention.kind == .name else { return nil }
    if index + 1 < mentions.count, mentions[index + 1].kind == .role,
      isAfterComma(mentions[index + 1].tokens.lowerBound, mention.tokens.upperBound)
    {
      return mentions[index + 1]
    }
    if index > 0, mentions[index - 1].kind == .role, mentions[index - 1].isDefinite,
      isAfterComma(mention.tokens.lowerBound, mentions[index - 1].tokens.upperBound)
    {
      return mentions[index - 1]
    }
    return nil
  }

  /// The role that the sentence before gives a bare name which begins this one.
  ///
  /// “…, the foreign minister has said. Ana Ruiz was answering …”: the only definite role there.
  private func roleOfSentenceBefore(_ index: Int, _ frame: Int) -> Mention? {
    let mention = mentions[index]
    guard index > 0, frame > 0, let name = mention.name, name == mention.tokens, name.count > 1,
      mention.tokens.lowerBound == attribution.frames[frame].lowerBound,
      mention.kind == .person || mention.kind == .name
    else { return nil }
    let before = attribution.frames[frame - 1]
    var found: Mention?
    for candidate in mentions[..<index].reversed() {
      guard candidate.tokens.lowerBound >= before.lowerBound else { break }
      switch candidate.kind {
      case .person, .name, .masculinePronoun, .femininePronoun: return nil
      case .role where candidate.isDefinite:
        guard found == nil else { return nil }
        found = candidate
      default: break
      }
    }
    return found
  }

  private func isAfterComma(_ start: Int, _ end: Int) -> Bool {
    input.isSign(end, ",") && start == end + 1
  }

  private func roles(_ tokens: Range<Int>) -> [UInt64] {
    tokens.compactMap { index in
      let token = input.tokens[index]
      guard token.has([.roleNoun, .title, .organisationNoun]), !isFiller(token) else { return nil }
      return token.hash
    }
  }

  private func isFiller(_ token: Token) -> Bool {
    for word: WordHash in [
      "mr", "mrs", "ms", "dr", "former", "ex-president", "acting", "state", "senior", "first",
      "political", "national",
    ] where token.reads(word) {
      return true
    }
    return false
  }

  private func places(_ tokens: Range<Int>) -> [UInt64] {
    tokens.compactMap { index in
      let token = input.tokens[index]
      guard token.has(.place) else { return nil }
      return WordHash.of(
        input.bytes(of: token).prefix(4).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
    }
  }

  private func name(_ range: Range<Int>) -> PersonName {
    let words = range.compactMap { index -> UInt64? in
      let token = input.tokens[index]
      guard token.kind == .word, token.end - token.start > 1 else { return nil }
      return token.hash
    }
    return PersonName(text: phrase(range), words: words)
  }

  private func span(_ range: Range<Int>) -> ByteSpan {
    ByteSpan(input.tokens[range.lowerBound].start, input.tokens[range.upperBound - 1].end)
  }

  /// The words without a leading article or a leading word of `dropped`, white space folded.
  private func phrase(_ range: Range<Int>, dropping dropped: WordClasses = []) -> String {
    var first = range.lowerBound
    if first + 1 < range.upperBound {
      let token = input.tokens[first]
      let isArticle = token.reads("the") || token.reads("a") || token.reads("an")
      if isArticle || token.has(dropped) { first += 1 }
    }
    guard first < range.upperBound else { return "" }
    let tokens = input.tokens[first..<range.upperBound]
    let length = tokens.reduce(0) { $0 + $1.end - $1.start + 1 }
    return String(unsafeUninitializedCapacity: length) { buffer in
      var count = 0
      for token in tokens {
        if count > 0, token.flags.contains(.spaceBefore) {
          buffer[count] = 0x20
          count += 1
        }
        for place in token.start..<token.end {
          buffer[count] = input.bytes[place]
          count += 1
        }
      }
      return count
    }
  }
}
