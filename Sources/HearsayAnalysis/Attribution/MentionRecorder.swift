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

  /// Full names and titled ones, with the roles that stand with them or beside them, and the
  /// places that the quotations credit.
  static func introductions(
    _ records: [MentionRecord], _ quotations: [LocalQuotation]
  ) -> [Introduction] {
    let named = records.compactMap { record -> Introduction? in
      guard let name = record.name else { return nil }
      switch record.kind {
      case .person where !name.words.isEmpty: break
      case .name, .organisation: if name.words.count < 2 { return nil }
      default: return nil
      }
      return Introduction(record: record, name: name)
    }
    let places = quotations.compactMap { quotation -> Introduction? in
      guard let mention = quotation.mention, records[mention].kind == .place else { return nil }
      let text = records[mention].text
      return Introduction(
        record: records[mention],
        name: PersonName(
          text: text, words: [NameFolding.key(of: text[...].utf8)], isShouted: false))
    }
    return named + places
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
        : roleText(roleTokens)
    let gender = beside.map { $0.gender } ?? .unknown
    return MentionRecord(
      span: span(mention.tokens), kind: kind(mention, beside),
      gender: mention.gender == .unknown ? gender : mention.gender, traits: traits(index),
      frame: frame, text: mention.name == nil ? phrase(mention.tokens) : "",
      name: mention.name.map(name),
      roles: roles(roleTokens, of: mention.kind) + roles(besideTokens, of: .role),
      places: places(roleTokens) + places(besideTokens), role: roleText,
      acronym: acronym(mention))
  }

  private func traits(_ index: Int) -> MentionRecord.Traits {
    let mention = mentions[index]
    let first = mention.tokens.lowerBound
    var traits: MentionRecord.Traits = mention.isDefinite ? .definite : []
    let token = input.tokens[first]
    if token.has(.determiner), !token.has(.pointer), !mention.isDefinite {
      traits.insert(.indefinite)
    }
    if attribution.isQuoted(first) { traits.insert(.quoted) }
    if let before = input.token(first - 1), before.has(.preposition), !before.has(.subordinator) {
      traits.insert(.governed)
    }
    let joinsBefore = index > 0 && isJoined(mentions[index - 1].tokens, mention.tokens)
    let joinsBehind =
      index + 1 < mentions.count && isJoined(mention.tokens, mentions[index + 1].tokens)
    if joinsBefore || joinsBehind { traits.insert(.joined) }
    if mention.kind == .role, isBesideName(index) { traits.insert(.apposition) }
    if let name = mention.name, name.count == 1 { traits.insert(.bare) }
    let says = { (token: Token?) in token?.has(.cueVerb) ?? false }
    if says(input.token(mention.tokens.upperBound)) || says(input.token(first - 1)) {
      traits.insert(.speaking)
    }
    return traits
  }

  /// Whether a comma ties a role to a person's name before or behind it.
  private func isBesideName(_ index: Int) -> Bool {
    let tokens = mentions[index].tokens
    if index > 0, mentions[index - 1].name != nil, mentions[index - 1].isPersonal,
      isAfterComma(tokens.lowerBound, mentions[index - 1].tokens.upperBound)
    {
      return true
    }
    return mentions[index].isDefinite && index + 1 < mentions.count
      && mentions[index + 1].name != nil && mentions[index + 1].isPersonal
      && isAfterComma(mentions[index + 1].tokens.lowerBound, tokens.upperBound)
  }

  /// Whether nothing but “and” or “or” stands between two mentions.
  private func isJoined(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard second.lowerBound == first.upperBound + 1 else { return false }
    let token = input.tokens[first.upperBound]
    return token.reads("and") || token.reads("or") || token.reads("nor")
  }

  /// “the Federal Security Service (FSB)”; behind a name that may be a person's only where the
  /// letters are its initials.
  private func acronym(_ mention: Mention) -> UInt64? {
    guard let name = mention.name, mention.kind == .organisation || mention.kind == .name else {
      return nil
    }
    let place = mention.tokens.upperBound
    guard input.isSign(place, "("), input.isSign(place + 2, ")") else { return nil }
    let token = input.tokens[place + 1]
    guard token.flags.contains(.allCapitals), token.end - token.start <= 8 else { return nil }
    if mention.kind == .organisation { return token.hash }
    let initials = name.map { input.bytes[input.tokens[$0].start] }
    return initials.elementsEqual(input.bytes(of: token)) && initials.count > 2 ? token.hash : nil
  }

  private func pronoun(_ mention: Mention, _ frame: Int) -> MentionRecord {
    var traits = MentionRecord.Traits.definite
    if attribution.isQuoted(mention.tokens.lowerBound) { traits.insert(.quoted) }
    if input.token(mention.tokens.upperBound)?.has(.cueVerb) ?? false { traits.insert(.speaking) }
    return MentionRecord(
      span: span(mention.tokens), kind: mention.kind, gender: mention.gender, traits: traits,
      frame: frame)
  }

  private func kind(_ mention: Mention, _ beside: Mention?) -> Mention.Kind {
    mention.kind == .name && beside?.kind == .role ? .person : mention.kind
  }

  private func roleRange(_ mention: Mention) -> Range<Int> {
    guard let name = mention.name else { return mention.tokens }
    return mention.tokens.lowerBound..<name.lowerBound
  }

  /// What the words before a name call who bears it; nil where they only point or tell whose it is:
  /// “the”, “Russia’s”.
  private func roleText(_ range: Range<Int>) -> String? {
    guard let last = range.last, !input.tokens[last].flags.contains(.possessive),
      let first = range.first(where: { !input.tokens[$0].has(.determiner) })
    else { return nil }
    return phrase(first..<range.upperBound, dropping: .pointer)
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

  /// Role nouns and titles; of a document its own noun.
  private func roles(_ tokens: Range<Int>, of kind: Mention.Kind) -> [UInt64] {
    let classes: WordClasses =
      kind == .document ? .documentNoun : [.roleNoun, .title, .organisationNoun]
    return tokens.compactMap { index in
      let token = input.tokens[index]
      guard token.has(classes), !isFiller(token) else { return nil }
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
      guard token.kind == .word, token.end - token.start > 1,
        !PersonName.suffixes.contains(token.hash)
      else { return nil }
      return token.hash
    }
    let isShouted = range.allSatisfy {
      input.tokens[$0].kind != .word || input.tokens[$0].flags.contains(.allCapitals)
        || input.tokens[$0].end - input.tokens[$0].start == 1
    }
    return PersonName(text: phrase(range), words: words, isShouted: isShouted)
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
