internal import HearsayModel

/// Constructions of the page's frame: datelines, credits, signatures.
extension OutletScan {
  /// “MOSCOW, Feb 12 (TASS) –”, “/TASS/”, “NNA -”, and “— Reuters” at the end.
  func dateline(_ name: OutletName) -> OutletConstruction? {
    let first = name.tokens.lowerBound
    let end = name.tokens.upperBound
    let line = lineStart(first)
    if first - line > 16 { return signOff(name) }
    if input.isSign(first - 1, "/"), input.isSign(end, "/"),
      isDatelineHead(stretch(line, first - 1))
    {
      return OutletConstruction(.agency, OutletRule.dateline, 0.97)
    }
    if input.isSign(first - 1, "("), let close = closing(end),
      isDatelineHead(stretch(line, first - 1))
    {
      let goesOn = input.isDash(close + 1) || input.isSign(close + 1, ":")
      let isFirst = line == first - 1 && isCapitalized(close + 1)
      let place = input.token(line)?.flags.contains(.allCapitals) ?? false
      if goesOn || (!name.isPaired && (isFirst || (place && line < first - 1))) {
        return OutletConstruction(.agency, OutletRule.dateline, 0.97)
      }
    }
    if input.isDash(end), input.token(end)?.flags.contains(.spaceBefore) ?? false,
      isDatelineHead(stretch(line, first)), signsWithDash(name)
    {
      return OutletConstruction(.agency, OutletRule.dateline, 0.9)
    }
    return signOff(name)
  }

  /// “(Reuters)” or “— Reuters” that ends a line.
  private func signOff(_ name: OutletName) -> OutletConstruction? {
    let first = name.tokens.lowerBound
    let end = name.tokens.upperBound
    let line = lineStart(first)
    guard first > line, isAgency(name) else { return nil }
    let isDashed = input.isDash(first - 1) && endsLine(end)
    let isBracketed =
      input.isSign(first - 1, "(") && input.isSign(end, ")") && endsLine(end + 1)
      && (input.isSign(first - 2, ".") || input.token(first - 2)?.kind == .mark)
    return isDashed || isBracketed
      ? OutletConstruction(.agency, OutletRule.signOff, 0.9) : nil
  }

  private func endsLine(_ end: Int) -> Bool {
    input.token(end)?.flags.contains(.lineStart) ?? true
  }

  /// Index of the bracket that closes a dateline's credit: “)”, or after “/Reuters)”.
  private func closing(_ end: Int) -> Int? {
    if input.isSign(end, ")") { return end }
    guard input.isSign(end, "/") else { return nil }
    return (end + 1...end + 5).first { input.isSign($0, ")") }
  }

  /// Whether tokens could be place and date: capitals, months, numbers, commas, dots.
  private func isDatelineHead(_ range: Range<Int>) -> Bool {
    guard range.count <= 14 else { return false }
    var caseless = 0
    for index in range {
      let token = input.tokens[index]
      switch token.kind {
      case .number, .punctuation, .symbol: continue
      case .mark: return false
      case .word:
        if token.isCapitalized || has(index, .month) { continue }
        // Arabic script has no capitals; a place is one to three words.
        guard (0xD8...0xDB).contains(input.bytes[token.start]), caseless < 3 else { return false }
        caseless += 1
      }
    }
    return true
  }

  /// Whether the registry says that the outlet signs with a dash: “NNA -”.
  private func signsWithDash(_ name: OutletName) -> Bool {
    name.candidates.contains { candidate in
      registry.records[Int(candidate)].creditForms.contains {
        $0.hasSuffix(" -") || $0.hasSuffix(" –")
      }
    }
  }

  /// Whether every outlet it may be is a news agency.
  func isAgency(_ name: OutletName) -> Bool {
    name.candidates.allSatisfy { registry.records[Int($0)].entity == .newsAgency }
  }

  /// “Picture: RIA Novosti”, “© Sputnik / Name”, “AP Photo/Name”, “REUTERS/Name”, “Name / AP”.
  func credit(_ name: OutletName) -> OutletConstruction? {
    let first = name.tokens.lowerBound
    let end = name.tokens.upperBound
    let line = max(lineStart(first), first - 14)
    if let copyright = copyright(name, line) { return copyright }
    let credited = OutletConstruction(.imageCredit, OutletRule.imageCredit, 0.92)
    for index in stretch(line, first)
    where has(index, .creditNoun) && opensCredit(index, before: first) {
      return credited
    }
    if has(end, .creditNoun), input.isSign(end + 1, "/") || endsLine(end + 1), isAgencyLike(name) {
      return credited
    }
    let isShort = lineEnd(first) - lineStart(first) <= 24
    guard isShort || isBracketed(first), isAgencyLike(name) else { return nil }
    let opens = first == lineStart(first) || isOpening(first - 1)
    if opens, input.isSign(end, "/"), isGlued(end), isGlued(end + 1), isCapitalized(end + 1),
      !(end...end + 4).contains(where: { reads($0, "poll") || reads($0, "survey") })
    {
      return credited
    }
    if input.isSign(first - 1, "/"), isCapitalized(first - 2) { return credited }
    if reads(first - 1, "via"), isCapitalized(first - 2) { return credited }
    return nil
  }

  private func isOpening(_ index: Int) -> Bool {
    input.isSign(index, "(") || input.isSign(index, "[") || input.isSign(index, "|")
      || input.isSign(index, ".") || input.isSign(index, ",")
  }

  private func isGlued(_ index: Int) -> Bool {
    guard let token = input.token(index) else { return false }
    return !token.flags.contains(.spaceBefore)
  }

  private func isBracketed(_ index: Int) -> Bool {
    (max(0, index - 8)..<index).contains { input.isSign($0, "(") || input.isSign($0, "[") }
  }

  /// Agencies, and whoever the registry credits with a slash or a copyright sign.
  private func isAgencyLike(_ name: OutletName) -> Bool {
    name.candidates.contains { candidate in
      let record = registry.records[Int(candidate)]
      return record.entity == .newsAgency
        || record.creditForms.contains { $0.hasPrefix("©") || $0.hasSuffix("/") }
    }
  }

  /// “Photo:”, “Photo by”, “Photo credit:”, “Photo courtesy of”, with no sentence between.
  private func opensCredit(_ index: Int, before first: Int) -> Bool {
    guard
      input.token(index)?.flags.contains(.lineStart) ?? false
        || input.isSign(index - 1, "(") || input.isSign(index - 1, "[")
        || input.isSign(index - 1, ".") || input.isSign(index - 1, "|")
        || reads(index - 1, "file") || has(index - 1, .creditNoun)
    else { return false }
    let next = has(index + 1, .creditNoun) ? index + 2 : index + 1
    guard
      input.isSign(next, ":") || input.isSign(next, "/") || reads(next, "by")
        || reads(next, "courtesy") || reads(next, "from") || isCopyrightSign(next)
    else { return false }
    return !stretch(index, first).contains {
      input.isSign($0, ".")
        && input.tokens[$0 - 1].start
          < input.tokens[$0].start - 2
    }
  }

  /// Whether the token at an index is ©.
  func isCopyrightSign(_ index: Int) -> Bool {
    guard let token = input.token(index), token.kind == .symbol else { return false }
    return input.bytes(of: token).elementsEqual([0xC2, 0xA9])
  }

  /// “© RT”, “Copyright © 2023 Reuters. All rights reserved.”
  private func copyright(_ name: OutletName, _ line: Int) -> OutletConstruction? {
    var index = name.tokens.lowerBound - 1
    while index >= line,
      reads(index, "the") || reads(index, "by")
        || input.token(index)?.kind == .number || input.isDash(index) || input.isSign(index, ",")
    {
      index -= 1
    }
    let isBracketed =
      input.isSign(index, ")") && reads(index - 1, "c") && input.isSign(index - 2, "(")
    let isWord = reads(index, "copyright")
    guard isCopyrightSign(index) || isBracketed || isWord else { return nil }
    let end = lineEnd(name.tokens.upperBound - 1)
    let reserves = stretch(name.tokens.upperBound, end).contains {
      reads($0, "rights") && reads($0 + 1, "reserved")
    }
    let owns = isWord || reads(index - 1, "copyright") || reserves
    return OutletConstruction(owns ? .publisher : .imageCredit, OutletRule.copyright, 0.9)
  }

  /// A name and a date alone on a line, or an agency's name alone.
  func signature(_ name: OutletName) -> OutletConstruction? {
    let first = name.tokens.lowerBound
    let line = lineStart(first)
    let end = lineEnd(name.tokens.upperBound - 1)
    guard end - line <= 12, first - line <= 1 else { return nil }
    if first > line, !reads(line, "by"), !reads(line, "the"), !input.isDash(line) { return nil }
    var hasDate = false
    for index in stretch(name.tokens.upperBound, end) {
      switch input.tokens[index].kind {
      case .number: hasDate = true
      case .punctuation: continue
      case .word where has(index, .month): continue
      case .word where has(index, .outletNoun): continue
      default: return nil
      }
    }
    let isAlone = name.tokens.upperBound == end
    guard hasDate || (isAlone && isAgency(name)) else { return nil }
    return OutletConstruction(
      isAgency(name) ? .agency : .publisher, OutletRule.signature, hasDate ? 0.85 : 0.7)
  }
}
