extension DateGrammar {
  /// `2014`, `1914-18`, `nineteen ninety-six`.
  func yearLed(_ index: Int) -> Match? {
    let atom = atom(index)
    if !atom.flags.contains(.digits) { return spokenYear(index) }
    guard atom.isYear, isYearAlone(index) else { return nil }
    var fields = CalendarFields()
    fields.year = Int16(atom.value)
    return Match(index, index + 1, .calendar(fields), .year)
  }

  /// Whether four digits that no month leads are a year: not “2014 people”, not “$2014”.
  private func isYearAlone(_ index: Int) -> Bool {
    let number = atom(index)
    let before = atom(index - 1)
    let next = atom(index + 1)
    if !number.isSpaced, !number.flags.contains(.hyphened), isGlued(index) { return false }
    if !next.isSpaced, next.kind == .slash || next.kind == .colon || next.kind == .otherSign,
      reads(index + 1, "%") || next.kind != .otherSign
    {
      return false
    }
    if next.kind == .units || next.kind == .multiplier || next.kind == .cardinal && next.isSpaced {
      return false
    }
    if next.kind == .dash, !next.isSpaced, atom(index + 2).flags.contains(.digits),
      atom(index + 2).digits != 4, atom(index + 2).digits != 2
    {
      return false
    }
    let isLed =
      before.kind == .preposition || before.kind == .phase || before.kind == .fiscal
      || before.kind == .edge || before.kind == .approximate || before.kind == .comparative
      || before.kind == .opening || before.kind == .of || before.kind == .link
      || before.kind == .unit || before.kind == .definite || before.kind == .filler
      || (before.kind == .dash && atom(index - 2).isYear)
    if isCountedByYear(next), !reads(index - 1, "in"), !reads(index - 1, "since") { return false }
    if (1900...2100).contains(number.value) { return isLed || isNamedYear(index) }
    // Older years need a clear word before them.
    return number.value >= 1000
      && (reads(index - 1, "in") || reads(index - 1, "since") || reads(index - 1, "until")
        || reads(index - 1, "year"))
      && !next.flags.contains(.endsInS) && next.kind != .other
  }

  /// Whether a number stands right behind another sign, such as `$` or a letter.
  private func isGlued(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .opening, .dash, .apostrophe, .end: false
    case .otherSign: !reads(index - 1, "[") && Int(atom(index - 1).end - atom(index - 1).start) < 2
    default: true
    }
  }

  /// A plural in small letters, which the number could count.
  private func isCountedByYear(_ word: DateAtom) -> Bool {
    word.kind == .other && !word.isCapitalized && word.isSpaced
      && (word.flags.contains(.endsInS) || isPeople(word))
  }

  private func isPeople(_ word: DateAtom) -> Bool {
    let text = bytes[Int(word.start)..<Int(word.end)]
    return text.elementsEqual("people".utf8) || text.elementsEqual("men".utf8)
      || text.elementsEqual("women".utf8) || text.elementsEqual("children".utf8)
  }

  /// “the 2014 elections”, “his 1999 book”: a number of our time before a word in small letters.
  private func isNamedYear(_ index: Int) -> Bool {
    let next = atom(index + 1)
    if next.kind == .end || next.kind == .dot || next.kind == .comma { return true }
    guard next.isSpaced else { return next.kind == .dash || next.kind == .otherSign }
    return (1950...2050).contains(atom(index).value)
  }

  /// “nineteen ninety-six”, “the year two thousand”.
  func spokenYear(_ index: Int) -> Match? {
    guard atom(index).value == 19, kind(index + 1) == .cardinal,
      !atom(index + 1).flags.contains(.digits), atom(index + 1).value >= 10
    else { return nil }
    var value = 1900 + atom(index + 1).value
    var end = index + 2
    if atom(index + 1).value >= 20, kind(end) == .cardinal, (1...9).contains(atom(end).value),
      !atom(end).flags.contains(.digits)
    {
      value += atom(end).value
      end += 1
    }
    var fields = CalendarFields()
    fields.year = Int16(value)
    return Match(index, end, .calendar(fields), .year)
  }

  /// `1990s`, `'90s`, `nineties`; `from` is the article before it.
  func decadeLed(_ index: Int, from first: Int) -> Match? {
    var position = index
    if kind(index) == .apostrophe {
      guard kind(index + 1) == .decade, !atom(index + 1).isSpaced else { return nil }
      position += 1
    }
    var value = atom(position).value
    if kind(position) == .decadeWord {
      guard kind(first) == .definite || kind(first) == .phase || kind(first - 1) == .definite
        || atom(position).flags.contains(.hyphened)
      else { return nil }
    } else if atom(position).digits == 2 {
      guard kind(index) == .apostrophe || kind(first) == .definite else { return nil }
    } else if value < 1000 || value > 2100 {
      return nil
    }
    if value < 100 { value += value < 20 ? 2000 : 1900 }
    var fields = CalendarFields()
    fields.prefix = Int16(value / 10)
    let start = position > index && kind(index) == .apostrophe && first == index ? index : first
    return Match(start, position + 1, .calendar(fields), .decade)
  }

  /// “third quarter”, “20th century”, “first half of 1990”, “first nine months”, “3rd of March”.
  func ordinalLed(_ index: Int, from first: Int) -> Match? {
    if let day = day(index) { return dated(day, from: first) }
    let value = atom(index).value
    var position = index + 1
    if kind(position) == .fiscal { position += 1 }
    if kind(position) == .unit {
      switch DateUnit(rawValue: UInt8(clamping: atom(position).value)) {
      case .quarter where (1...4).contains(value):
        return quarterNamed(Int8(value), first, position + 1)
      case .century where (1...30).contains(value):
        var fields = CalendarFields()
        fields.prefix = Int16(value - 1)
        return Match(first, position + 1, .calendar(fields), .century)
      default: break
      }
    }
    if kind(position) == .half, value <= 2 {
      var fields = CalendarFields()
      fields.half = Int8(value)
      let end = periodYear(position + 1, into: &fields)
      guard end > position + 1 else { return nil }
      return Match(first, end, .calendar(fields), .quarter)
    }
    // “the first nine months”, “the first two years”.
    guard kind(first) == .definite, value == 1, let quantity = quantity(position),
      kind(position) != .indefinite, let unit = unit(quantity.end)
    else { return nil }
    return Match(
      first, unit.end, .duration(DateAmount(quantity.count, unit.unit)), .duration)
  }

  private func quarterNamed(_ value: Int8, _ first: Int, _ end: Int) -> Match {
    var fields = CalendarFields()
    fields.quarter = value
    let behind = periodYear(end, into: &fields)
    return Match(first, behind, .calendar(fields), .quarter)
  }

  /// “of 1990”, “1990”, “of last year”, “of this year”, “of fiscal 1990”.
  func periodYear(_ index: Int, into fields: inout CalendarFields) -> Int {
    var position = index
    if kind(position) == .of { position += 1 }
    if kind(position) == .definite, kind(position + 1) == .fiscal { position += 1 }
    if kind(position) == .fiscal { position += 1 }
    if atom(position).isYear {
      fields.year = Int16(atom(position).value)
      return position + 1
    }
    if kind(index) == .of, kind(position) == .pointer, kind(position + 1) == .unit,
      atom(position + 1).value == Int32(DateUnit.year.rawValue)
    {
      fields.yearShift = Int8(atom(position).value)
      return position + 2
    }
    return index
  }

  /// “fiscal 1989”, “fiscal second quarter”, “fiscal year 1990”.
  func fiscalLed(_ index: Int, from first: Int) -> Match? {
    let next = atom(index + 1)
    if next.isYear {
      var fields = CalendarFields()
      fields.year = Int16(next.value)
      return Match(first, index + 2, .calendar(fields), .year)
    }
    if next.kind == .ordinal { return ordinalLed(index + 1, from: first) }
    guard next.kind == .unit, next.value == Int32(DateUnit.year.rawValue) else { return nil }
    if atom(index + 2).isYear {
      var fields = CalendarFields()
      fields.year = Int16(atom(index + 2).value)
      return Match(first, index + 3, .calendar(fields), .year)
    }
    guard kind(first) == .definite else { return nil }
    return Match(first, index + 2, .shift(DateShift(.year, 0)), .relativeUnit)
  }
}
