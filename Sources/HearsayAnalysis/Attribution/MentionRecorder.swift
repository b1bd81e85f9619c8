internal import HearsayText

/// Turns mentions into what the document pass keeps of them.
struct MentionRecorder {
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
    var frame = 0
    return mentions.indices.map { index in
      let mention = mentions[index]
      while frame + 1 < attribution.frames.count,
        attribution.frames[frame].upperBound <= mention.tokens.lowerBound
      {
        frame += 1
      }
      return record(index, frame)
    }
  }

  /// Full names, with the roles that stand with them or beside them.
  static func introductions(_ records: [MentionRecord]) -> [Introduction] {
    records.compactMap { record in
      guard let name = record.name, name.words.count > 1,
        record.kind == .person || record.kind == .name || record.kind == .organisation
      else { return nil }
      return Introduction(
        name: name, kind: record.kind, gender: record.gender, roles: record.roles,
        places: record.places, role: record.role)
    }
  }

  private func record(_ index: Int, _ frame: Int) -> MentionRecord {
    let mention = mentions[index]
    let beside = apposition(index) ?? roleOfSentenceBefore(index, frame)
    let roleTokens = roleRange(mention)
    let all = Array(roleTokens) + (beside.map { Array($0.tokens) } ?? [])
    let roleText = roleTokens.isEmpty ? beside.map { phrase($0.tokens) } : phrase(roleTokens)
    let gender = beside.map { $0.gender } ?? .unknown
    return MentionRecord(
      span: span(mention.tokens), kind: kind(mention, beside),
      gender: mention.gender == .unknown ? gender : mention.gender,
      isDefinite: mention.isDefinite, frame: frame,
      isQuoted: attribution.isQuoted(mention.tokens.lowerBound),
      text: mention.kind.rawValue >= Mention.Kind.masculinePronoun.rawValue
        ? "" : phrase(mention.tokens),
      name: mention.name.map(name), roles: roles(all), places: places(all),
      role: mention.name == nil ? nil : roleText)
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

  /// “…, the foreign minister has said. Ana Ruiz was answering …”: a bare name that begins the
  /// sentence behind the only definite role.
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

  private func roles(_ tokens: [Int]) -> [UInt64] {
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

  private func places(_ tokens: [Int]) -> [UInt64] {
    tokens.compactMap { index in
      let token = input.tokens[index]
      guard token.has(.place) else { return nil }
      return WordHash.of(input.bytes(of: token).prefix(4).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
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

  /// The words without a leading article, white space folded.
  private func phrase(_ range: Range<Int>) -> String {
    var first = range.lowerBound
    if first + 1 < range.upperBound {
      let token = input.tokens[first]
      if token.reads("the") || token.reads("a") || token.reads("an") { first += 1 }
    }
    guard first < range.upperBound else { return "" }
    var result: [UInt8] = []
    for index in first..<range.upperBound {
      let token = input.tokens[index]
      if index > first, token.flags.contains(.spaceBefore) { result.append(0x20) }
      result += input.bytes(of: token)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
