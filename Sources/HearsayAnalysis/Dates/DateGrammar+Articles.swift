extension DateGrammar {
  /// Whatever begins with “the”.
  func definiteLed(_ index: Int) -> Match? {
    let next = index + 1
    switch kind(next) {
    case .pointer: return pointerLed(next, from: index)
    case .stretch, .recent: return stretchNoun(next, index) ?? pointerLed(next, from: index)
    case .textPointer: return textPointerLed(next, from: index)
    case .current: return currentLed(next, from: index)
    case .futureNoun: return Match(index, next + 1, .reference(.future), .reference)
    case .other:
      let isFuture =
        (reads(next, "near") || reads(next, "foreseeable")) && kind(next + 1) == .futureNoun
      return isFuture ? Match(index, next + 2, .reference(.future), .reference) : nil
    case .ordinal:
      // “the third-quarter loss”.
      return atom(next + 1).flags.contains(.hyphened) ? nil : ordinalLed(next, from: index)
    case .decade, .decadeWord, .apostrophe: return decadeLed(next, from: index)
    case .season: return theSeason(next, index)
    case .fiscal: return fiscalLed(next, from: index)
    case .edge: return edgeLed(next, from: index)
    case .phase:
      return atom(next + 1).flags.contains(.hyphened) && kind(next + 1) == .month
        ? nil : phaseNoun(next, from: index)
    case .filler: return theFull(next, index)
    case .unit: return unitLed(next, from: index)
    case .part: return thePart(next, index)
    case .cardinal: return theNumber(next, index)
    case .holiday, .weekday, .month: return nil
    default: return nil
    }
  }

  /// “the past” as a noun.
  private func stretchNoun(_ index: Int, _ first: Int) -> Match? {
    guard reads(index, "past") else { return nil }
    let behind = kind(index + 1)
    guard behind == .dot || behind == .comma || behind == .end else { return nil }
    return Match(first, index + 1, .reference(.past), .reference)
  }

  private func theSeason(_ index: Int, _ first: Int) -> Match? {
    guard let match = seasonLed(index, from: first) else { return nil }
    return match
  }

  /// “the full year”.
  private func theFull(_ index: Int, _ first: Int) -> Match? {
    guard reads(index, "full") || reads(index, "whole"), reads(index + 1, "year") else {
      return nil
    }
    return Match(first, index + 2, .shift(DateShift(.year, 0)), .relativeUnit)
  }

  /// “in the morning”, “the evening”: of the day the text speaks of.
  private func thePart(_ index: Int, _ first: Int) -> Match? {
    guard atom(index).value != 1, atom(index).value < 5, kind(first - 1) == .preposition,
      let part = part(index), kind(index + 1) != .of
    else { return nil }
    let shift = DateShift(.day, 0, origin: .text, part: part)
    return Match(first, index + 1, .shift(shift), .partOfDay)
  }

  /// “the nine months”, “the 1988 quarter”, “the 1988 third quarter”.
  private func theNumber(_ index: Int, _ first: Int) -> Match? {
    if atom(index).isYear {
      if kind(index + 1) == .ordinal, let match = ordinalLed(index + 1, from: first),
        case .calendar(var fields) = match.reading, fields.quarter != nil, fields.year == nil
      {
        fields.year = Int16(atom(index).value)
        return Match(first, match.end, .calendar(fields), .quarter)
      }
      if reads(index + 1, "period") || reads(index + 1, "quarter") {
        var fields = CalendarFields()
        fields.year = Int16(atom(index).value)
        fields.quarter = 0
        return Match(first, index + 2, .calendar(fields), .quarter)
      }
      return nil
    }
    if let day = day(index), atom(index).kind == .ordinal || kind(index + 1) == .of {
      return dated(day, from: first)
    }
    guard let quantity = quantity(index), let unit = unit(quantity.end), unit.isPlural,
      unit.unit > .second
    else { return nil }
    let match = quantityLed(index)
    if case .duration = match?.reading {
      return Match(
        first, unit.end, .duration(DateAmount(quantity.count, unit.unit)), .duration)
    }
    return nil
  }

  /// “the day”, “the weekend”, “the year-earlier quarter”, “the week of March 6”, “year-end”.
  func unitLed(_ index: Int, from first: Int) -> Match? {
    guard let unit = DateUnit(rawValue: UInt8(clamping: atom(index).value)) else { return nil }
    if kind(index + 1) == .ago || kind(index + 1) == .comparative, atom(index + 1).value <= 0,
      atom(index + 1).flags.contains(.hyphened) || kind(first) == .definite, unit == .year
    {
      return yearEarlier(index + 1, from: first)
    }
    if unit == .year, reads(index + 1, "end") {
      var fields = CalendarFields()
      fields.yearShift = 0
      return Match(first, index + 2, .calendar(fields), .year, modifier: .end)
    }
    guard kind(first) == .definite else { return nil }
    if unit == .week, kind(index + 1) == .of, let day = day(index + 2), !day.isUnordered {
      var fields = day.value
      fields.weekday = 9
      return Match(first, day.end, .calendar(fields), .relativeUnit)
    }
    if unit == .year, atom(index + 1).isYear {
      var fields = CalendarFields()
      fields.year = Int16(atom(index + 1).value)
      return Match(first, index + 2, .calendar(fields), .year)
    }
    if unit == .year, atom(index + 1).value == 2, reads(index + 2, "thousand") {
      var fields = CalendarFields()
      fields.year = 2000
      return Match(first, index + 3, .calendar(fields), .year)
    }
    return theUnit(index, first, unit)
  }

  /// “the day”, “the year”, “the quarter”, “the weekend”: of the time the text speaks of.
  private func theUnit(_ index: Int, _ first: Int, _ unit: DateUnit) -> Match? {
    let isLed = kind(first - 1) == .preposition
    switch unit {
    case .weekend: break
    case .day:
      guard isLed, reads(first - 1, "in"), kind(first - 2) == .comparative
        || kind(first - 2) == .phase || reads(first - 2, "later")
      else { return nil }
    case .quarter, .week, .month, .year:
      guard isLed || kind(first - 1) == .of || unit == .quarter else { return nil }
      if kind(index + 1) == .of { return nil }
    default: return nil
    }
    guard !atom(index + 1).flags.contains(.hyphened) else { return nil }
    if reads(index + 1, "ended") || reads(index + 1, "ending"), let ended = ended(index, first) {
      return ended
    }
    return Match(first, index + 1, .shift(DateShift(unit, 0, origin: .text)), .sameTime)
  }

  /// “the quarter ended Sept. 30” names its quarter, “the year ended June 30” is a length.
  private func ended(_ index: Int, _ first: Int) -> Match? {
    let month = index + 2
    guard kind(month) == .month || kind(month) == .shortMonth, atom(month).isCapitalized else {
      return nil
    }
    if reads(index, "year") {
      return Match(first, index + 1, .duration(DateAmount(1, .year)), .duration)
    }
    guard reads(index, "quarter") else { return nil }
    var fields = CalendarFields()
    fields.quarter = Int8((atom(month).value - 1) / 3 + 1)
    return Match(first, index + 1, .calendar(fields), .quarter)
  }

  /// “year-earlier”, “the year-ago quarter”, “the year-earlier third quarter”.
  private func yearEarlier(_ index: Int, from first: Int) -> Match? {
    var end = index + 1
    if kind(end) == .ordinal, let match = ordinalLed(end, from: first),
      case .calendar(var fields) = match.reading, fields.quarter != nil
    {
      fields.yearShift = -1
      return Match(first, match.end, .calendar(fields), .quarter)
    }
    if kind(end) == .cardinal, let quantity = quantity(end), let unit = unit(quantity.end) {
      return Match(
        first, unit.end, .duration(DateAmount(quantity.count, unit.unit)), .duration)
    }
    var first = first
    if reads(end, "period") || reads(end, "quarter") { end += 1 } else { first = index - 1 }
    let shift = DateShift(.year, -1, origin: .text, grain: .quarter)
    return Match(first, end, .shift(shift), .earlierLater)
  }
}
