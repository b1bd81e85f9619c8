internal import HearsayText

/// Turns mentions into what the document pass keeps of them.
struct MentionRecorder {
  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }
  private let mentions: [Mention]
  private let attribution: AttributionFinder
  private var letters: [UInt8] = []
  private var hashes: [UInt64] = []

  init(_ input: ParagraphInput, _ mentions: [Mention], _ attribution: AttributionFinder) {
    self.input = input
    self.mentions = mentions
    self.attribution = attribution
  }

  /// One record for each mention, in the same order.
  mutating func list() -> MentionList {
    guard !mentions.isEmpty else { return .none }
    reserve()
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
    return MentionList(records, letters: letters, hashes: hashes)
  }

  /// Makes room for about as many letters and hashes as there will be.
  private mutating func reserve() {
    var words = 0
    var bytes = 0
    for mention in mentions where mention.kind.rawValue < Mention.Kind.masculinePronoun.rawValue {
      words += mention.tokens.count
      bytes += input.span(mention.tokens).count
    }
    letters.reserveCapacity(bytes)
    hashes.reserveCapacity(words)
  }

  private mutating func record(_ index: Int, _ frame: Int) -> MentionRecord {
    let mention = mentions[index]
    if mention.kind.rawValue >= Mention.Kind.masculinePronoun.rawValue {
      return pronoun(mention, frame)
    }
    let beside = apposition(index) ?? roleOfSentenceBefore(index, frame)
    let besideTokens = beside?.tokens ?? 0..<0
    let isNamedRole = mention.kind == .name && beside?.kind == .role
    var record = MentionRecord(
      span: input.span(mention.tokens), kind: isNamedRole ? .person : mention.kind,
      gender: mention.gender == .unknown ? beside?.gender ?? .unknown : mention.gender,
      traits: traits(index), frame: Int32(frame))
    record.text = addWords(mention.name ?? mention.tokens)
    var roleTokens = mention.tokens
    if let name = mention.name {
      roleTokens = mention.tokens.lowerBound..<name.lowerBound
      record.hasName = true
      record.isShouted = isShouted(name)
      let nation = nation(of: mention, name)
      record.nationWords = Int32(nation.count)
      record.words = addNameWords(name, nation)
      let calling = calling(roleTokens)
      record.role = addWords(calling.isEmpty ? besideTokens : calling, dropping: .pointer)
    } else if mention.kind == .place {
      record.words = addSpelling(record.text)
    }
    record.roles = addRoles(roleTokens, of: mention.kind, besideTokens)
    roleTokens = roleTokens.lowerBound..<roleTokens.upperBound + Int(record.nationWords)
    record.places = addPlaces(
      roleTokens, besideTokens.isEmpty ? seat(of: mention) : besideTokens)
    record.acronym = acronym(mention)
    return record
  }

  private func traits(_ index: Int) -> MentionRecord.Traits {
    let mention = mentions[index]
    let first = mention.tokens.lowerBound
    var traits: MentionRecord.Traits = mention.isDefinite ? .definite : []
    let token = tokens[first]
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
    let token = tokens[first.upperBound]
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
    let token = tokens[place + 1]
    guard token.flags.contains(.allCapitals), token.end - token.start <= 8 else { return nil }
    if mention.kind == .organisation { return token.hash }
    guard name.count > 2, name.count == token.end - token.start else { return nil }
    let areInitials = name.allSatisfy {
      input.bytes[tokens[$0].start] == input.bytes[token.start + $0 - name.lowerBound]
    }
    return areInitials ? token.hash : nil
  }

  private func pronoun(_ mention: Mention, _ frame: Int) -> MentionRecord {
    var traits = MentionRecord.Traits.definite
    if attribution.isQuoted(mention.tokens.lowerBound) { traits.insert(.quoted) }
    if input.token(mention.tokens.upperBound)?.has(.cueVerb) ?? false { traits.insert(.speaking) }
    return MentionRecord(
      span: input.span(mention.tokens), kind: mention.kind, gender: mention.gender, traits: traits,
      frame: Int32(frame))
  }

  /// The words before a name that call who bears it something; none where they only point or tell
  /// whose it is: “the”, “Russia’s”.
  private func calling(_ range: Range<Int>) -> Range<Int> {
    let none = range.upperBound..<range.upperBound
    guard let last = range.last, !tokens[last].flags.contains(.possessive),
      let first = range.first(where: { !tokens[$0].has(.determiner) })
    else { return none }
    return first..<range.upperBound
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

  /// Whether no letter of a name is small.
  private func isShouted(_ name: Range<Int>) -> Bool {
    name.allSatisfy {
      tokens[$0].kind != .word || tokens[$0].flags.contains(.allCapitals)
        || tokens[$0].end - tokens[$0].start == 1
    }
  }

  // MARK: - Hashes

  /// What was added to ``hashes`` from a place on.
  private func hashes(from start: Int) -> Range<Int32> { Int32(start)..<Int32(hashes.count) }

  /// The nation that a body's name begins with, where it goes on with a name of its own: “Russian
  /// Defence Ministry”, “North Korea’s Defence Ministry”.
  private func nation(of mention: Mention, _ name: Range<Int>) -> Range<Int> {
    let none = name.lowerBound..<name.lowerBound
    guard mention.kind == .organisation else { return none }
    let end = name.first { !tokens[$0].has(.place) } ?? name.upperBound
    let rest = (end..<name.upperBound).count { isNameWord(tokens[$0]) }
    return rest > 1 ? name.lowerBound..<end : none
  }

  /// “the Foreign Ministry in Oslo”: where a named body sits.
  private func seat(of mention: Mention) -> Range<Int> {
    let end = mention.tokens.upperBound
    guard mention.kind == .organisation, mention.name != nil, let next = input.token(end + 1),
      tokens[end].reads("in"), next.has(.place)
    else { return 0..<0 }
    return end + 1..<end + 2
  }

  private func isNameWord(_ token: Token) -> Bool {
    token.kind == .word && token.end - token.start > 1 && !NameSuffix.contains(token.hash)
      && !token.flags.contains(.possessive)
  }

  /// A name's words; of a nation their keys, so that “Russia’s” and “Russian” are the same.
  private mutating func addNameWords(_ name: Range<Int>, _ nation: Range<Int>) -> Range<Int32> {
    let start = hashes.count
    addPlaces(nation)
    for index in nation.upperBound..<name.upperBound where isNameWord(tokens[index]) {
      hashes.append(tokens[index].hash)
    }
    return hashes(from: start)
  }

  /// The one key of words that may be spelled in several ways.
  private mutating func addSpelling(_ text: Range<Int32>) -> Range<Int32> {
    let start = hashes.count
    hashes.append(NameFolding.key(of: letters[Int(text.lowerBound)..<Int(text.upperBound)]))
    return hashes(from: start)
  }

  /// Role nouns and titles, those beside it behind its own; of a document its own noun.
  private mutating func addRoles(
    _ range: Range<Int>, of kind: Mention.Kind, _ beside: Range<Int>
  ) -> Range<Int32> {
    let start = hashes.count
    let roles: WordClasses = [.roleNoun, .title, .organisationNoun]
    addRoles(range, kind == .document ? .documentNoun : roles)
    addRoles(beside, roles)
    return hashes(from: start)
  }

  private mutating func addRoles(_ range: Range<Int>, _ classes: WordClasses) {
    for index in range {
      let token = tokens[index]
      if token.has(classes), !isFiller(token) { hashes.append(token.hash) }
    }
  }

  private func isFiller(_ token: Token) -> Bool {
    switch token.hash {
    case WordHash("mr").value, WordHash("mrs").value, WordHash("ms").value, WordHash("dr").value,
      WordHash("former").value, WordHash("ex-president").value, WordHash("acting").value,
      WordHash("state").value, WordHash("senior").value, WordHash("first").value,
      WordHash("political").value, WordHash("national").value:
      true
    default: false
    }
  }

  /// Places and peoples, those beside it behind its own, by their first four letters.
  private mutating func addPlaces(_ range: Range<Int>, _ beside: Range<Int>) -> Range<Int32> {
    let start = hashes.count
    addPlaces(range)
    addPlaces(beside)
    return hashes(from: start)
  }

  private mutating func addPlaces(_ range: Range<Int>) {
    for index in range where tokens[index].has(.place) {
      let letters = input.bytes[tokens[index].start..<tokens[index].end].prefix(4)
      hashes.append(WordHash.of(letters.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }))
    }
  }

  // MARK: - Letters

  /// The words without a leading article or a leading word of `dropped`, white space folded.
  private mutating func addWords(
    _ range: Range<Int>, dropping dropped: WordClasses = []
  ) -> Range<Int32> {
    var first = range.lowerBound
    if first + 1 < range.upperBound {
      let token = tokens[first]
      let isArticle = token.reads("the") || token.reads("a") || token.reads("an")
      if isArticle || token.has(dropped) { first += 1 }
    }
    guard first < range.upperBound else { return 0..<0 }
    let start = letters.count
    // Words that stand one space apart, as most do, are taken over in one piece.
    var piece = tokens[first].start..<tokens[first].end
    for index in first + 1..<range.upperBound {
      let token = tokens[index]
      let hasSpace = token.flags.contains(.spaceBefore)
      let isBeside =
        hasSpace
        ? token.start == piece.upperBound + 1 && input.bytes[piece.upperBound] == 0x20
        : token.start == piece.upperBound
      if isBeside {
        piece = piece.lowerBound..<token.end
        continue
      }
      letters += input.bytes[piece]
      if hasSpace { letters.append(0x20) }
      piece = token.start..<token.end
    }
    letters += input.bytes[piece]
    return Int32(start)..<Int32(letters.count)
  }
}
