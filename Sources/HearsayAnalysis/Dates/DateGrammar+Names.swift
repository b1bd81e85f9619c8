extension DateGrammar {
  /// `March 3, 2024`, `March 2024`, `March`, `May 3–5`.
  func monthLed(_ index: Int) -> Match? {
    if let day = day(index) { return dated(day, from: index) }
    guard let behind = behindMonth(index) else { return nil }
    var fields = CalendarFields()
    fields.month = Int8(atom(index).value)
    let end = year(behind, into: &fields)
    if end > behind { return Match(index, end, .calendar(fields), .month) }
    guard isMonthAlone(index, behind) else { return nil }
    return Match(index, index + 1, .calendar(fields), .month)
  }

  /// Whether a month's name that no day and no year follows is one: not “April Ryan”, not “May”.
  private func isMonthAlone(_ index: Int, _ behind: Int) -> Bool {
    if atom(index).flags.contains(.hyphened) { return true }
    let before = kind(index - 1)
    let isLed =
      before == .preposition || before == .phase || before == .pointer || before == .of
      || before == .link || before == .comparative || before == .every || before == .dash
      || before == .textPointer || before == .stretch || before == .approximate
    if kind(index) == .shortMonth { return behind > index + 1 && isLed && before != .link }
    let next = atom(behind)
    // “April Ryan”, “June Smith”.
    if next.isCapitalized, next.isSpaced, next.kind == .other || next.kind == .month, !isLed {
      return false
    }
    if next.isPlainNumber, next.digits > 2 || next.value > 31, !isLed { return false }
    guard reads(index, "may") || reads(index, "march") || reads(index, "august") else {
      return true
    }
    // “said by May” names a person, “by May” mostly a month.
    if kind(index + 1) == .possessive && !isLed { return false }
    return isLed && !(before == .link && kind(index - 2) != .month)
  }

  /// `Tuesday`, `Saturday, April 25`, `Wednesday night`, `Sat, 12 Feb 2022`.
  func weekdayLed(_ index: Int) -> Match? {
    let isShort = kind(index) == .shortWeekday
    guard atom(index).isCapitalized || atom(index).flags.contains(.hyphened) else { return nil }
    var position = index + 1
    if isShort, kind(position) == .dot { position += 1 }
    if kind(position) == .comma { position += 1 }
    if kind(position) == .definite, atom(position + 1).kind == .ordinal { position += 1 }
    if var day = day(position), !day.isUnordered {
      day.value.weekday = nil
      return dated(day, from: index)
    }
    guard !isShort else { return nil }
    var fields = CalendarFields()
    fields.weekday = Int8(atom(index).value)
    guard !isName(index) else { return nil }
    if let part = part(index + 1), atom(index + 1).value != 5, atom(index + 1).value != 6 {
      fields.part = part
      if bytes[Int(atom(index + 1).end) - 1] == UInt8(ascii: "s") {
        return Match(index, index + 2, .everyDate(fields), .set)
      }
      return Match(index, index + 2, .calendar(fields), .partOfDay)
    }
    return Match(index, index + 1, .calendar(fields), .weekday)
  }

  /// “Good Friday” is a holiday, “Black Friday” and “Bloody Sunday” are names.
  private func isName(_ index: Int) -> Bool {
    reads(index - 1, "black") || reads(index - 1, "bloody") || reads(index - 1, "super")
      || reads(index - 1, "ruby") || reads(index - 1, "sheffield")
  }

  /// “on Mondays”, “Tuesdays and Thursdays”.
  func weekdaysSet(_ index: Int) -> Match? {
    guard atom(index).isCapitalized else { return nil }
    var fields = CalendarFields()
    fields.weekday = Int8(atom(index).value)
    return Match(index, index + 1, .everyDate(fields), .set)
  }

  /// `today`, `yesterday morning`, `tonight`.
  func relativeDay(_ index: Int) -> Match? {
    if kind(index) == .tonight {
      return Match(index, index + 1, .shift(DateShift(.day, 0, part: .night)), .relativeDay)
    }
    if reads(index, "today"), atom(index).isCapitalized, !atom(index).flags.contains(.sentenceStart),
      atom(index - 1).isCapitalized, atom(index - 1).kind == .other
    {
      return nil  // “USA Today”
    }
    var shift = DateShift(.day, atom(index).value)
    guard let part = part(index + 1), atom(index + 1).value < 5 else {
      return Match(index, index + 1, .shift(shift), .relativeDay)
    }
    shift.part = part
    return Match(index, index + 2, .shift(shift), .relativeDay)
  }

  /// `spring 2022`, `summer of 1999`, `this winter`; `from` is the article or pointer before it.
  func seasonLed(_ index: Int, from first: Int, _ pointer: DateDirection = .open) -> Match? {
    let all = DateSeason.allCases
    let value = Int(atom(index).value)
    guard value < all.count else { return nil }
    var fields = CalendarFields()
    fields.season = all[value]
    fields.pointer = pointer
    let end = year(index + 1, into: &fields)
    if end > index + 1 { return Match(first, end, .calendar(fields), .season) }
    let before = kind(first - 1)
    let isLed = before == .preposition || before == .phase || before == .edge || before == .of
    // “the fall of the wall”, “spring water”, “fall in prices”, “Prague Spring”.
    if pointer == .open {
      guard isLed, !atom(index).isCapitalized || first < index else { return nil }
      if kind(index + 1) == .of { return nil }
      if value == 0 || reads(index, "fall") {
        guard first < index || before != .of, !reads(index + 1, "in"), !reads(index + 1, "from")
        else { return nil }
        guard before != .of || first < index else { return nil }
        guard kind(index + 1) != .other || atom(index + 1).isCapitalized else { return nil }
      }
    }
    return Match(first, index + 1, .calendar(fields), .season)
  }

  /// “Christmas”, “Easter week”.
  func holiday(_ index: Int, from first: Int? = nil, _ pointer: DateDirection = .open) -> Match? {
    guard atom(index).isCapitalized, let value = UInt8(exactly: atom(index).value),
      var holiday = DateHoliday(rawValue: value)
    else { return nil }
    var end = index + 1
    if reads(end, "eve"), atom(end).isCapitalized, holiday == .christmas {
      holiday = .christmasEve
      end += 1
    } else if reads(end, "day"), atom(end).isCapitalized {
      end += 1
    } else if reads(end, "sunday"), holiday == .easter {
      end += 1
    } else if reads(end, "monday"), holiday == .easter {
      holiday = .easterMonday
      end += 1
    } else if reads(end, "island") || reads(end, "bunny") || reads(end, "egg") {
      return nil
    }
    return holidayMatch(holiday, first ?? index, end, pointer)
  }

  private func holidayMatch(
    _ holiday: DateHoliday, _ first: Int, _ end: Int, _ pointer: DateDirection
  ) -> Match {
    var fields = CalendarFields()
    fields.holiday = holiday
    fields.pointer = pointer
    let end = year(end, into: &fields)
    return Match(first, end, .calendar(fields), .holiday)
  }

  /// Holidays of several words, which begin with a word of no kind of its own.
  func named(_ index: Int) -> Match? {
    guard atom(index).isCapitalized, atom(index + 1).isCapitalized || kind(index + 1) == .possessive
    else { return nil }
    for (first, second, holiday) in DateGrammar.holidays where reads(index, first) {
      var position = index + 1
      if holiday == .newYearsDay || holiday == .newYearsEve {
        guard reads(position, "year") else { continue }
        position += 1
      }
      if kind(position) == .possessive { position += 1 }
      guard reads(position, second), atom(position).isCapitalized else { continue }
      return holidayMatch(holiday, index, position + 1, .open)
    }
    return nil
  }

  /// First and last word of the holidays of several words.
  private static let holidays: [(StaticString, StaticString, DateHoliday)] = [
    ("new", "day", .newYearsDay), ("new", "eve", .newYearsEve), ("valentine", "day", .valentines),
    ("women", "day", .womensDay), ("good", "friday", .goodFriday), ("may", "day", .mayDay),
    ("victory", "day", .victoryDay), ("memorial", "day", .memorialDay),
    ("independence", "day", .independenceDay), ("labor", "day", .laborDay),
    ("veterans", "day", .veteransDay), ("boxing", "day", .boxingDay),
    ("election", "day", .electionDay),
  ]
}
