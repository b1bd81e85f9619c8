extension DateGrammar {
  /// “late March”, “early next week”, “mid-1990s”, “earlier this month”.
  func phaseLed(_ index: Int) -> Match? {
    if kind(index) == .comparative {
      guard reads(index, "earlier") || reads(index, "later"), kind(index + 1) == .pointer,
        var match = pointerLed(index + 1, from: index)
      else { return nil }
      guard case .shift = match.reading else { return nil }
      match.modifier = atom(index).value < 0 ? .start : .end
      return match
    }
    return phaseNoun(index, from: index)
  }

  /// What “early”, “mid” and “late” stand before; `from` is the article before them.
  func phaseNoun(_ index: Int, from first: Int) -> Match? {
    let modifier: DateModifier =
      switch atom(index).value {
      case 0: .start
      case 1: .mid
      default: .end
      }
    let next = index + 1
    let position = kind(next) == .dash ? next + 1 : next
    var found: Match? =
      switch kind(position) {
      case .month, .shortMonth, .weekday, .pointer, .decadeWord, .decade, .apostrophe,
        .relativeDay, .season, .part:
        inner(position)
      case .cardinal where atom(position).isYear: match(at: position)
      case .ordinal: inner(position)
      default: nil
      }
    if found == nil, kind(position) == .part, let part = part(position), atom(position).value < 5 {
      let shift = DateShift(.day, 0, origin: .text, part: part)
      found = Match(first, position + 1, .shift(shift), .partOfDay)
      found = found.map { Match($0.first, dayBehind($0.end), $0.reading, $0.rule) }
    }
    guard var result = found, result.reading != nil else { return nil }
    if case .duration = result.reading { return nil }
    result.first = first
    result.modifier = modifier
    return result
  }

  /// “mid-afternoon yesterday”.
  private func dayBehind(_ index: Int) -> Int { kind(index) == .relativeDay ? index + 1 : index }

  private func inner(_ index: Int) -> Match? {
    switch kind(index) {
    case .decadeWord, .decade, .apostrophe: decadeLed(index, from: index)
    case .season: seasonLed(index, from: index - 1)
    case .pointer: pointerLed(index, from: index)
    case .ordinal: ordinalLed(index, from: index)
    default: match(at: index)
    }
  }

  /// “the end of 1990”, “the beginning of October”, “the end of the month”, “middle of this week”.
  func edgeLed(_ index: Int, from first: Int) -> Match? {
    guard kind(index + 1) == .of else { return nil }
    let modifier: DateModifier =
      switch atom(index).value {
      case 0: .start
      case 1: .mid
      default: .end
      }
    let position = index + 2
    var found: Match?
    switch kind(position) {
    case .month, .shortMonth, .pointer, .decade: found = match(at: position)
    case .cardinal where atom(position).isYear: found = yearLed(position)
    case .definite:
      if kind(position + 1) == .unit, kind(first) == .definite,
        let unit = DateUnit(rawValue: UInt8(clamping: atom(position + 1).value)),
        unit >= .day, unit <= .year
      {
        let shift = DateShift(unit, 0, origin: unit == .quarter ? .text : .article)
        found = Match(position, position + 2, .shift(shift), .relativeUnit)
      } else {
        found = definiteLed(position)
      }
    default: return nil
    }
    guard var result = found, result.reading != nil else { return nil }
    if case .duration = result.reading { return nil }
    result.first = first
    result.modifier = modifier
    return result
  }

  /// “daily”, “annually”.
  func periodic(_ index: Int) -> Match? {
    guard let unit = DateUnit(rawValue: UInt8(clamping: atom(index).value)) else { return nil }
    // “the quarterly report”.
    if unit == .quarter, kind(index + 1) == .other { return nil }
    // “the Daily Mail”, “Weekly Standard”.
    if atom(index).isCapitalized, !atom(index).flags.contains(.sentenceStart) { return nil }
    if atom(index).isCapitalized, atom(index + 1).isCapitalized { return nil }
    return Match(index, index + 1, .everyAmount(DateAmount(1, unit)), .set)
  }

  /// “every day”, “each Monday”, “every two weeks”, “each July”, “every morning”.
  func everyLed(_ index: Int) -> Match? {
    let next = index + 1
    if kind(next) == .unit, let unit = unit(next), unit.unit > .second {
      return Match(index, unit.end, .everyAmount(DateAmount(1, unit.unit)), .set)
    }
    if kind(next) == .cardinal || kind(next) == .vague, let quantity = quantity(next),
      let unit = unit(quantity.end), unit.isPlural
    {
      return Match(index, unit.end, .everyAmount(DateAmount(quantity.count, unit.unit)), .set)
    }
    var fields = CalendarFields()
    switch kind(next) {
    case .weekday:
      fields.weekday = Int8(atom(next).value)
      if let part = part(next + 1) {
        fields.part = part
        return Match(index, next + 2, .everyDate(fields), .set)
      }
    case .month: fields.month = Int8(atom(next).value)
    case .season:
      let all = DateSeason.allCases
      guard Int(atom(next).value) < all.count else { return nil }
      fields.season = all[Int(atom(next).value)]
    case .part: fields.part = part(next)
    default: return nil
    }
    return Match(index, next + 1, .everyDate(fields), .set)
  }
}
