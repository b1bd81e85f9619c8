extension DateGrammar {
  /// A date that begins with a number, with the clock behind it; or a clock with its date.
  func dateOrClock(_ index: Int) -> Match? {
    if let day = day(index) { return dated(day, from: index) }
    return clock(index)
  }

  /// A date, joined by what belongs to it behind: a clock, the end of a range.
  func dated(_ day: Fields, from index: Int) -> Match {
    var fields = day.value
    var end = day.end
    if !day.isUnordered, fields.hour == nil { end = clockBehind(day.end, &fields) }
    var result = Match(index, end, .calendar(fields), day.rule, order: day.order)
    if day.isUnordered { result.reading = day.reading }
    return result
  }

  /// `12 Feb 2022 - 18:40`, `March 3, 2024, 5:15 p.m.`, `2024-03-03 10:00`.
  private func clockBehind(_ index: Int, _ fields: inout CalendarFields) -> Int {
    var position = index
    if kind(position) == .dash || kind(position) == .comma || kind(position) == .slash {
      position += 1
    }
    if reads(position, "at") { position += 1 }
    if kind(position) == .part, position == index || kind(index) != .comma {
      return index
    }
    guard kind(position) == .cardinal, let time = time(position),
      position == index || reads(position - 1, "at") || fields.year != nil,
      position <= index + 1
    else { return index }
    fields.hour = time.hour
    fields.minute = time.minute
    fields.isUniversal = time.isUniversal
    return time.end
  }

  /// An hour and a minute with the index behind them.
  struct Time {
    /// Hour, 0…24.
    var hour: Int8
    /// Minute.
    var minute: Int8
    /// The clock is that of Greenwich.
    var isUniversal: Bool
    /// Index of the atom behind the last.
    var end: Int
  }

  /// `18:40`, `5 p.m.`, `5pm EST`, `10:35 a.m.`, `1840 GMT`.
  func time(_ index: Int) -> Time? {
    let first = atom(index)
    guard first.kind == .cardinal, first.flags.contains(.digits), first.value <= 2400 else {
      return nil
    }
    var hour = Int(first.value)
    var minute = 0
    var position = index + 1
    var isClock = false
    if kind(position) == .colon, first.digits <= 2, atom(position + 1).isPlainNumber,
      atom(position + 1).digits == 2, !atom(position).isSpaced, !atom(position + 1).isSpaced
    {
      minute = Int(atom(position + 1).value)
      position += 2
      isClock = first.digits == 2 || reads(index - 1, "at")
      if kind(position) == .colon, atom(position + 1).digits == 2 { position += 2 }
    } else if first.second >= 0, first.third < 0, first.digits == 2 {
      minute = Int(first.second)
    } else if first.second >= 0 {
      return nil
    } else if first.digits == 4, kind(position) == .zone {
      (hour, minute) = (hour / 100, hour % 100)
      isClock = true
    }
    if kind(position) == .meridiem, (1...12).contains(hour) {
      hour = hour % 12 + Int(atom(position).value)
      position += 1
      isClock = true
    } else if reads(position, "o'clock") {
      position += 1
      isClock = true
    }
    let zone = zone(position)
    if zone.end > position, minute > 0 || first.digits == 2 { isClock = true }
    guard isClock, hour <= 24, minute < 60, hour < 24 || minute == 0 else { return nil }
    return Time(
      hour: Int8(hour), minute: Int8(minute), isUniversal: zone.isUniversal, end: zone.end)
  }

  private func zone(_ index: Int) -> (end: Int, isUniversal: Bool) {
    guard kind(index) == .zone, atom(index).isCapitalized || atom(index).value == 1 else {
      return (index, false)
    }
    return (index + 1, atom(index).value == 1)
  }

  private func clock(_ index: Int) -> Match? {
    guard let time = time(index), kind(index - 1) != .colon else { return nil }
    var fields = CalendarFields()
    fields.hour = time.hour
    fields.minute = time.minute
    fields.isUniversal = time.isUniversal
    let end = dateBehind(time.end, &fields)
    return Match(index, end, .calendar(fields), .clock)
  }

  /// The date that a clock or “noon” names behind it: `5 p.m. Wednesday`, `9 p.m. EST, Nov. 9`.
  func dateBehind(_ index: Int, _ fields: inout CalendarFields) -> Int {
    let position = kind(index) == .comma ? index + 1 : index
    switch kind(position) {
    case .relativeDay:
      fields.dayShift = Int8(atom(position).value)
      return position + 1
    case .weekday, .month, .shortMonth, .cardinal:
      guard let match = match(at: position), case .calendar(let date) = match.reading,
        date.day != nil || date.weekday != nil, date.hour == nil, date.part == nil
      else { return index }
      fields.year = date.year
      fields.month = date.month
      fields.day = date.day
      fields.weekday = date.weekday
      return match.end
    default: return index
    }
  }

  /// Noon, midnight, overnight; “the morning” is read with its article.
  func partLed(_ index: Int) -> Match? {
    var fields = CalendarFields()
    switch atom(index).value {
    case 1: fields.hour = 12
    case 5: fields.hour = 24
    case 6: fields.part = .night
    default: return nil
    }
    if fields.hour != nil { fields.minute = 0 }
    guard reads(index, "noon") || reads(index, "midday") || atom(index).value > 1 else {
      return nil
    }
    guard atom(index + 1).kind != .other || atom(index).value != 6 else {
      return Match(index, index + 1, nil, .partOfDay)
    }
    let end = dateBehind(index + 1, &fields)
    return Match(index, end, .calendar(fields), .partOfDay)
  }

  /// The part of the day an atom names, or nil for another word.
  func part(_ index: Int) -> DatePart? {
    guard kind(index) == .part else { return nil }
    switch atom(index).value {
    case 0, 7: return .morning
    case 1: return .midday
    case 2: return .afternoon
    case 3, 8: return .evening
    default: return .night
    }
  }
}
