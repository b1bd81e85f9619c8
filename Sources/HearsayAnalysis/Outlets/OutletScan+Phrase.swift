/// The noun phrase around a name: “Russia's state news agency RIA Novosti (RIA)”.
struct OutletPhrase {
  /// First token of the phrase.
  var start: Int
  /// One past its last token.
  var end: Int
  /// Whether a noun in it says that the name is an outlet.
  var hasNoun = false
}

extension OutletScan {
  /// The noun phrase that a name stands in.
  func phrase(around name: OutletName) -> OutletPhrase {
    var phrase = OutletPhrase(start: name.tokens.lowerBound, end: name.tokens.upperBound)
    // The newspaper «Izvestia»: marks around the name alone belong to it.
    if input.token(phrase.start - 1)?.kind == .mark, input.token(phrase.end)?.kind == .mark {
      phrase.start -= 1
      phrase.end += 1
    }
    extendLeft(&phrase)
    extendRight(&phrase)
    return phrase
  }

  private func extendLeft(_ phrase: inout OutletPhrase) {
    for _ in 0..<7 {
      let index = phrase.start - 1
      guard let token = input.token(index), token.kind == .word else { return }
      let words = word(index)
      if token.flags.contains(.possessive) {
        guard input.token(index - 1)?.kind == .word else { return }
        phrase.start = index - 1
      } else if words.contains(.outletNoun) {
        phrase.hasNoun = true
        phrase.start = index
      } else if words.contains(.determiner) {
        phrase.start = index
        return
      } else if words.contains(.filler) || isPlace(index) {
        phrase.start = index
      } else {
        return
      }
    }
  }

  private func isPlace(_ index: Int) -> Bool {
    guard let token = input.token(index), token.isCapitalized else { return false }
    return registry.names.slot(token.hash)?.country != nil
  }

  private func extendRight(_ phrase: inout OutletPhrase) {
    if input.isSign(phrase.end, "(") {
      for distance in 2...5 where input.isSign(phrase.end + distance, ")") {
        phrase.end += distance + 1
        break
      }
    }
    if input.token(phrase.end)?.flags.contains(.possessive) ?? false { phrase.end += 1 }
    for _ in 0..<3 where has(phrase.end, .outletNoun) {
      guard input.token(phrase.end)?.flags.contains(.spaceBefore) ?? false else { return }
      phrase.hasNoun = true
      phrase.end += 1
    }
  }
}
