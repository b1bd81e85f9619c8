extension DateGrammar {
  /// “last week”, “this morning”, “next March”, “past three months”; `from` is the article.
  func pointerLed(_ index: Int, from first: Int) -> Match? {
    var position = index + 1
    let sign = atom(index).value
    let isStretch = kind(index) != .pointer
    // “this past spring”, “this coming Sunday”.
    if kind(index) == .pointer, sign == 0, kind(position) == .stretch {
      return pointerLed(position, from: first)
    }
    if kind(position) == .fiscal { position += 1 }
    switch kind(position) {
    case .unit:
      return pointedUnit(position, from: first, sign, isStretch: isStretch)
    case .units, .vague, .cardinal, .couple:
      return pointedStretch(position, from: first, sign, isRecent: kind(index) == .recent)
    case .ordinal where reads(position, "second"):
      return nil
    default:
      guard kind(index) != .recent else { return nil }
      return pointedName(position, from: first, sign)
    }
  }

  private func direction(_ sign: Int32) -> DateDirection {
    sign < 0 ? .past : sign > 0 ? .future : .present
  }

  /// “last year”, “this year's third quarter”, “the past year”.
  private func pointedUnit(
    _ index: Int, from first: Int, _ sign: Int32, isStretch: Bool
  ) -> Match? {
    guard let unit = DateUnit(rawValue: UInt8(clamping: atom(index).value)) else { return nil }
    if kind(index - 1) == .recent { return nil }
    if unit == .year, kind(index + 1) == .possessive {
      if let quarter = quarterOfYear(index + 2, from: first, sign) { return quarter }
    }
    guard unit >= .day, unit != .period else {
      return unit == .hour && sign != 0
        ? Match(first, index + 1, .duration(DateAmount(1, unit)), .duration) : nil
    }
    if unit == .day, sign == 0, kind(first) != .pointer { return nil }
    // “the next day” is seen from the story, “next week” from the article.
    let isText = unit == .day && sign != 0 || (sign > 0 && kind(first) == .definite && !isStretch)
    let shift = DateShift(unit, sign, origin: isText ? .text : .article)
    return Match(first, index + 1, .shift(shift), .relativeUnit)
  }

  private func quarterOfYear(_ index: Int, from first: Int, _ sign: Int32) -> Match? {
    guard kind(index) == .ordinal, (1...4).contains(atom(index).value), kind(index + 1) == .unit,
      atom(index + 1).value == Int32(DateUnit.quarter.rawValue)
    else { return nil }
    var fields = CalendarFields()
    fields.quarter = Int8(atom(index).value)
    fields.yearShift = Int8(sign)
    return Match(first, index + 2, .calendar(fields), .quarter)
  }

  /// “the past three months”, “the next few days”, “the coming weeks”, “recent years”.
  private func pointedStretch(
    _ index: Int, from first: Int, _ sign: Int32, isRecent: Bool
  ) -> Match? {
    if kind(index) == .units {
      guard let unit = unit(index), unit.unit > .second else { return nil }
      return Match(first, unit.end, .reference(sign > 0 ? .future : .past), .reference)
    }
    guard !isRecent, let quantity = quantity(index), let unit = unit(quantity.end),
      unit.isPlural || quantity.count == 1
    else { return nil }
    if kind(unit.end) == .old { return Match(first, unit.end, nil, .duration) }
    let amount = DateAmount(quantity.count, unit.unit, andHalf: quantity.andHalf)
    return Match(first, unit.end, .duration(amount), .duration)
  }

  /// “last March”, “this Friday”, “next summer”, “this morning”, “last night”, “last Christmas”.
  private func pointedName(_ index: Int, from first: Int, _ sign: Int32) -> Match? {
    let direction = direction(sign)
    switch kind(index) {
    case .month, .shortMonth:
      guard var day = day(index) ?? monthAlone(index), !day.isUnordered else { return nil }
      if day.value.day == nil { day.value.pointer = direction }
      return Match(first, day.end, .calendar(day.value), day.rule)
    case .weekday:
      guard var match = weekdayLed(index), case .calendar(var fields) = match.reading else {
        return nil
      }
      if fields.day == nil { fields.pointer = direction }
      match.first = first
      match.reading = .calendar(fields)
      return match
    case .season: return seasonLed(index, from: first, direction)
    case .part:
      guard atom(index).value != 1, atom(index).value < 5, let part = part(index) else {
        return nil
      }
      let isText = sign > 0
      let shift = DateShift(.day, sign, origin: isText ? .text : .article, part: part)
      return Match(first, index + 1, .shift(shift), .partOfDay)
    case .holiday: return holiday(index, from: first, direction)
    case .half where sign < 0:
      var fields = CalendarFields()
      fields.half = 2
      let end = periodYear(index + 1, into: &fields)
      return end > index + 1 ? Match(first, end, .calendar(fields), .quarter) : nil
    default: return nil
    }
  }

  private func monthAlone(_ index: Int) -> Fields? {
    guard let behind = behindMonth(index) else { return nil }
    var fields = CalendarFields()
    fields.month = Int8(atom(index).value)
    let end = year(behind, into: &fields)
    return Fields(value: fields, end: end > behind ? end : index + 1, rule: .month)
  }

  /// “that day”, “the same day”, “the following year”, “the previous Friday”.
  func textPointerLed(_ index: Int, from first: Int) -> Match? {
    let sign = atom(index).value
    var position = index + 1
    if reads(position, "same"), reads(index, "that") { position += 1 }
    switch kind(position) {
    case .unit:
      guard let unit = DateUnit(rawValue: UInt8(clamping: atom(position).value)),
        unit >= .day, unit <= .century || reads(position, "time"),
        kind(first) != .textPointer || reads(first, "that")
      else { return nil }
      if unit == .period, !reads(index, "that"), sign == 0 { return nil }
      if unit == .period, sign != 0 { return nil }
      let shift = DateShift(unit, sign, origin: .text)
      return Match(first, position + 1, .shift(shift), .sameTime)
    case .weekday where kind(first) == .definite:
      guard var match = weekdayLed(position), case .calendar(var fields) = match.reading else {
        return nil
      }
      fields.pointer = sign < 0 ? .past : sign > 0 ? .future : .present
      match.first = first
      match.reading = .calendar(fields)
      return match
    case .part where atom(position).value != 1 && atom(position).value < 5:
      let shift = DateShift(.day, sign, origin: .text, part: part(position))
      return Match(first, position + 1, .shift(shift), .partOfDay)
    case .cardinal, .vague:
      guard kind(first) == .definite, sign != 0 else { return nil }
      return pointedStretch(position, from: first, sign, isRecent: false)
    default: return nil
    }
  }

  /// “the current year”, “the latest quarter”, “the latest period”.
  func currentLed(_ index: Int, from first: Int) -> Match? {
    guard kind(first) == .definite else { return nil }
    var position = index + 1
    if kind(position) == .fiscal { position += 1 }
    let isLatest = reads(index, "latest")
    if kind(position) == .unit,
      let unit = DateUnit(rawValue: UInt8(clamping: atom(position).value)), unit >= .day
    {
      guard unit != .period || isLatest else { return nil }
      let shift =
        isLatest
        ? DateShift(unit == .period ? .quarter : unit, 0, origin: .text, grain: .day)
        : DateShift(unit, 0)
      return Match(first, position + 1, .shift(shift), .relativeUnit)
    }
    guard let quantity = quantity(position), let unit = unit(quantity.end), unit.isPlural else {
      return nil
    }
    return Match(
      first, unit.end, .duration(DateAmount(quantity.count, unit.unit)), .duration)
  }

  /// “now”, “recently”, “the future”.
  func reference(_ index: Int) -> Match? {
    if reads(index, "shortly"), kind(index + 1) != .dot { return nil }
    if reads(index, "soon"), kind(index + 1) == .comparative || reads(index - 1, "as") {
      return nil
    }
    let direction: DateDirection =
      switch atom(index).value {
      case 1: .past
      case 2: .present
      default: .future
      }
    return Match(index, index + 1, .reference(direction), .reference)
  }
}
