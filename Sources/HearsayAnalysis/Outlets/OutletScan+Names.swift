internal import HearsayText

/// Names of the registry in the text: longest first, with their case and gaps.
extension OutletScan {
  /// Takes the longest name that begins here; one past its last token, or nil for none.
  mutating func name(at index: Int, _ slot: OutletNameIndex.Slot) -> Int? {
    guard !slot.entries.isEmpty, isFree(index) else { return nil }
    let second = input.token(index + 1)?.hash
    var matches: [OutletNameIndex.Entry] = []
    for number in slot.entries {
      // Nearly all names of several words fail at the second.
      let expected = registry.names.seconds[Int(number)]
      guard expected == 0 || expected == second else { continue }
      let entry = registry.names.entries[Int(number)]
      if let first = matches.first, first.tokens.count > entry.tokens.count { break }
      guard fits(entry, at: index) else { continue }
      switch entry.kind {
      case .boilerplate: findings.boilerplate.append(registry.records[Int(entry.record)].id)
      case .notOutlet: return index + entry.tokens.count
      case .name: matches.append(entry)
      }
    }
    guard let first = matches.first else { return nil }
    let end = index + first.tokens.count
    guard endsFree(end), !isSomethingElse(index, end) else { return nil }
    names.append(make(index..<end, matches))
    return end
  }

  /// No handle, host or identifier goes on into the token from before.
  private func isFree(_ index: Int) -> Bool {
    let token = input.tokens[index]
    guard token.start > 0, !token.flags.contains(.spaceBefore) else { return true }
    switch input.bytes[token.start - 1] {
    case UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "\\"): return false
    // A missing space behind a sentence is common in pasted pages.
    case UInt8(ascii: "."): return token.isCapitalized
    default: return true
    }
  }

  /// No handle or identifier goes on behind the name.
  private func endsFree(_ end: Int) -> Bool {
    guard let next = input.token(end), !next.flags.contains(.spaceBefore) else { return true }
    return !input.isSign(end, "@") && !input.isSign(end, "_")
  }

  private func fits(_ entry: OutletNameIndex.Entry, at index: Int) -> Bool {
    let tokens = input.tokens
    guard index + entry.tokens.count <= tokens.count else { return false }
    for (offset, piece) in entry.tokens.enumerated() {
      let token = tokens[index + offset]
      guard token.hash == piece.hash else { return false }
      if offset > 0, token.flags.contains(.spaceBefore) != piece.spaceBefore { return false }
      guard entry.kind == .name else { continue }
      if entry.isCaseSensitive {
        guard input.bytes(of: token).elementsEqual(piece.bytes) else { return false }
      } else if piece.isCapitalized, !token.isCapitalized {
        return false
      }
    }
    return !entry.hasArticle || reads(index - 1, "the")
  }

  private func make(_ range: Range<Int>, _ matches: [OutletNameIndex.Entry]) -> OutletName {
    let firm = matches.filter { !needsContext($0, range) }
    let used = firm.isEmpty ? matches : firm
    var candidates: [Int32] = []
    for entry in used where !candidates.contains(entry.record) { candidates.append(entry.record) }
    let article = input.token(range.lowerBound - 1)
    let hasArticle = article?.reads("the") ?? false
    let isPartOfName = (article?.isCapitalized ?? false) && matches.contains { $0.hasArticle }
    let from = hasArticle && isPartOfName ? range.lowerBound - 1 : range.lowerBound
    var name = OutletName(
      tokens: range,
      span: ByteSpan(input.tokens[from].start, input.tokens[range.upperBound - 1].end),
      candidates: candidates, needsContext: firm.isEmpty,
      isPersonal: matches.contains { $0.isPersonal },
      ambiguity: used.map(\.ambiguity).min() ?? .high, hasArticle: hasArticle)
    name.needsCountry = used.allSatisfy { $0.needsCountry }
    name.prefix = used[0].prefix
    return name
  }

  /// A single word that needs its article (“The Hill”) is an outlet by itself only with a capital
  /// article inside a sentence.
  private func needsContext(_ entry: OutletNameIndex.Entry, _ range: Range<Int>) -> Bool {
    if entry.needsContext { return true }
    guard entry.hasArticle, range.count == 1 else { return false }
    guard let article = input.token(range.lowerBound - 1) else { return true }
    return !article.isCapitalized || article.flags.contains(.sentenceStart)
  }

  /// Known uses of the same letters: RT @name, as easy as ABC, Sputnik V, the Reuters Institute.
  private func isSomethingElse(_ index: Int, _ end: Int) -> Bool {
    guard end == index + 1 else { return false }
    let token = input.tokens[index]
    let before = input.token(index - 1)
    if input.isSign(end, "@") || reads(index - 1, "please") || reads(index - 1, "pls") {
      return true
    }
    if token.reads("abc"), reads(index - 1, "as") { return true }
    if token.reads("abc"), reads(end, "of"), !has(index - 1, .tellVerb) { return true }
    if token.reads("sputnik"), isSpacecraft(end) { return true }
    if token.reads("rt"),
      reads(end, "if") || reads(end, "pcr") || reads(end, "and") && reads(end + 1, "follow")
    {
      return true
    }
    if has(end, .otherThing), !has(end, .outletNoun) { return true }
    // Michael Bloomberg, Mr Springer
    let isAcronym = token.flags.contains(.allCapitals)
    if let before, !isAcronym, before.kind == .word, before.isCapitalized,
      before.has(.maleName.union(.femaleName)) || isPersonTitle(before)
    {
      return true
    }
    return false
  }

  private func isSpacecraft(_ end: Int) -> Bool {
    guard let next = input.token(end) else { return false }
    if next.kind == .number { return true }
    return next.reads("v") || next.reads("m") || next.reads("light") || next.reads("ii")
      || next.reads("crisis") || next.reads("era") || next.reads("planitia") || next.reads("lite")
  }

  private func isPersonTitle(_ token: Token) -> Bool {
    token.reads("mr") || token.reads("mrs") || token.reads("ms") || token.reads("dr")
      || token.reads("mayor") || token.reads("michael") || token.reads("mike")
  }
}
