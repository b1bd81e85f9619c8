extension DateGrammar {
  /// Fields read from some atoms, and the index behind them.
  struct Fields {
    /// The fields.
    var value: CalendarFields
    /// Index of the atom behind the last.
    var end: Int
    /// The rule.
    var rule: DateRule
    /// Order of day and month, where a numeric date shows it.
    var order: DayMonthOrder?
    /// Day and month could be either way round; the fields hold the day first.
    var isUnordered = false

    /// The fields as a reading.
    var reading: DateReading {
      guard isUnordered, let day = value.day, let month = value.month, let year = value.year else {
        return .calendar(value)
      }
      return .numeric(first: day, second: month, year: year)
    }
  }

  /// A day in any order of its parts: `3 March 2024`, `March 3`, `2024-03-03`, `03.12.2021`.
  func day(_ index: Int) -> Fields? {
    switch kind(index) {
    case .month, .shortMonth: monthDay(index)
    case .cardinal, .ordinal: dayMonth(index) ?? isoDay(index) ?? numericDay(index)
    default: nil
    }
  }

  /// The index behind a month's name and the dot of its short form, or nil for another word.
  func behindMonth(_ index: Int) -> Int? {
    switch kind(index) {
    case .month:
      guard atom(index).isCapitalized || atom(index).flags.contains(.hyphened) else { return nil }
      return index + 1
    case .shortMonth:
      guard atom(index).isCapitalized else { return nil }
      return kind(index + 1) == .dot && !atom(index + 1).isSpaced ? index + 2 : index + 1
    default: return nil
    }
  }

  /// Whether a number can be a day of a month.
  private func isDay(_ index: Int) -> Bool {
    let atom = atom(index)
    guard (1...31).contains(atom.value), atom.second < 0 else { return false }
    if atom.kind == .ordinal { return true }
    return atom.kind == .cardinal && atom.flags.contains(.digits) && atom.digits <= 2
  }

  private func monthDay(_ index: Int) -> Fields? {
    guard let afterMonth = behindMonth(index) else { return nil }
    var position = afterMonth
    if kind(position) == .definite, kind(position + 1) == .ordinal { position += 1 }
    guard isDay(position), atom(position).isSpaced, !isHour(position) else { return nil }
    if atom(position).kind == .ordinal, !atom(position).flags.contains(.digits) {
      // “March third” but not “March second quarter”.
      guard kind(position + 1) != .unit else { return nil }
    }
    var fields = CalendarFields()
    fields.month = Int8(atom(index).value)
    fields.day = Int8(atom(position).value)
    guard CivilDate(2000, Int(fields.month ?? 1), Int(fields.day ?? 1)) != nil else { return nil }
    let end = year(position + 1, into: &fields)
    if end == position + 1, isCounted(end) { return nil }
    return Fields(value: fields, end: end, rule: .monthDay)
  }

  /// Whether a number begins a clock such as 10:15.
  private func isHour(_ index: Int) -> Bool {
    kind(index + 1) == .colon && atom(index + 2).flags.contains(.digits)
      && !atom(index + 2).isSpaced
  }

  private func dayMonth(_ index: Int) -> Fields? {
    guard isDay(index) else { return nil }
    var position = index + 1
    if kind(position) == .of { position += 1 }
    if kind(position) == .dash, kind(position + 1) == .month || kind(position + 1) == .shortMonth {
      position += 1
    }
    guard let afterMonth = behindMonth(position) else { return nil }
    var fields = CalendarFields()
    fields.day = Int8(atom(index).value)
    fields.month = Int8(atom(position).value)
    guard CivilDate(2000, Int(fields.month ?? 1), Int(fields.day ?? 1)) != nil else { return nil }
    let end = year(afterMonth, into: &fields)
    return Fields(value: fields, end: end == afterMonth ? position + 1 : end, rule: .monthDay)
  }

  /// Reads a year, after a comma or not; the index behind it, or the same index.
  func year(_ index: Int, into fields: inout CalendarFields) -> Int {
    var position = index
    if kind(position) == .comma || kind(position) == .dash { position += 1 }
    if kind(position) == .of { position += 1 }
    if atom(position).isYear, kind(position + 1) != .colon {
      fields.year = Int16(atom(position).value)
      return position + 1
    }
    if let spoken = spokenYear(position), case .calendar(let date) = spoken.reading {
      fields.year = date.year
      return spoken.end
    }
    // “June last year”, “January this year”.
    if position == index, kind(position) == .pointer, kind(position + 1) == .unit,
      atom(position + 1).value == Int32(DateUnit.year.rawValue)
    {
      fields.yearShift = Int8(atom(position).value)
      return position + 2
    }
    if kind(position) == .apostrophe, atom(position + 1).isPlainNumber,
      atom(position + 1).digits == 2, !atom(position + 1).isSpaced
    {
      let value = atom(position + 1).value
      fields.year = Int16(value < 50 ? 2000 + value : 1900 + value)
      return position + 2
    }
    return index
  }

  /// `2024-03-03`, also with a clock: `2024-03-03T10:15`, `20220212T1840Z`.
  private func isoDay(_ index: Int) -> Fields? {
    let first = atom(index)
    guard first.isPlainNumber else { return nil }
    if first.digits == 8, kind(index + 1) == .clockMark || isLineDate(index) {
      let value = Int(first.value)
      guard let day = CivilDate(value / 10_000, value / 100 % 100, value % 100) else { return nil }
      return withClockMark(Fields(value: fields(day), end: index + 1, rule: .isoDate))
    }
    let separator = kind(index + 1)
    guard first.isYear, separator == .dash || separator == .slash,
      kind(index + 3) == separator, atom(index + 2).isPlainNumber, atom(index + 4).isPlainNumber,
      atom(index + 2).digits <= 2, atom(index + 4).digits <= 2, !atom(index + 1).isSpaced,
      let day = CivilDate(
        Int(first.value), Int(atom(index + 2).value), Int(atom(index + 4).value))
    else { return nil }
    return withClockMark(Fields(value: fields(day), end: index + 5, rule: .isoDate))
  }

  /// Eight digits that stand behind a label.
  private func isLineDate(_ index: Int) -> Bool {
    kind(index - 1) == .label || (kind(index - 1) == .colon && kind(index - 2) == .label)
  }

  private func fields(_ day: CivilDate) -> CalendarFields {
    var fields = CalendarFields()
    fields.year = Int16(day.year)
    fields.month = Int8(day.month)
    fields.day = Int8(day.day)
    return fields
  }

  private func withClockMark(_ fields: Fields) -> Fields {
    let mark = atom(fields.end)
    guard mark.kind == .clockMark, mark.value / 100 <= 24, mark.value % 100 < 60 else {
      return fields
    }
    var result = fields
    result.end += 1
    result.value.hour = Int8(mark.value / 100)
    result.value.minute = Int8(mark.value % 100)
    if kind(result.end) == .colon, atom(result.end + 1).isPlainNumber,
      atom(result.end + 1).digits == 2, atom(result.end + 1).value < 60
    {
      result.value.minute = Int8(atom(result.end + 1).value)
      result.end += 2
      if kind(result.end) == .colon, atom(result.end + 1).flags.contains(.digits) { result.end += 2 }
    }
    if kind(result.end) == .zone, atom(result.end).value == 1 {
      result.value.isUniversal = true
      result.end += 1
    }
    return result
  }

  /// `03.12.2021`, `12/25/2021`, `25-12-2021`.
  private func numericDay(_ index: Int) -> Fields? {
    let first = atom(index)
    guard first.kind == .cardinal, first.flags.contains(.digits) else { return nil }
    if first.third >= 0 {
      guard let year = fullYear(Int(first.third), digits: Int(first.digits)),
        let day = CivilDate(year, Int(first.second), Int(first.value))
      else { return nil }
      return Fields(value: fields(day), end: index + 1, rule: .numericDate, order: .dayFirst)
    }
    let separator = kind(index + 1)
    guard separator == .slash || separator == .dash, kind(index + 3) == separator,
      !atom(index + 1).isSpaced, !atom(index + 2).isSpaced, !atom(index + 4).isSpaced,
      first.isPlainNumber, first.digits <= 2, atom(index + 2).isPlainNumber,
      atom(index + 2).digits <= 2, atom(index + 4).isPlainNumber,
      separator == .slash || atom(index + 4).digits == 4,
      let year = fullYear(Int(atom(index + 4).value), digits: Int(atom(index + 4).digits))
    else { return nil }
    return ordered(Int(first.value), Int(atom(index + 2).value), year, end: index + 5)
  }

  private func ordered(_ first: Int, _ second: Int, _ year: Int, end: Int) -> Fields? {
    let dayFirst = CivilDate(year, second, first)
    let monthFirst = CivilDate(year, first, second)
    switch (dayFirst, monthFirst) {
    case (let day?, nil):
      return Fields(value: fields(day), end: end, rule: .numericDate, order: .dayFirst)
    case (nil, let day?):
      return Fields(value: fields(day), end: end, rule: .numericDate, order: .monthFirst)
    case (let day?, let other?):
      var result = Fields(value: fields(day), end: end, rule: .numericDate)
      result.isUnordered = day != other
      return result
    case (nil, nil): return nil
    }
  }

  private func fullYear(_ value: Int, digits: Int) -> Int? {
    if digits == 4 { return (1000...2199).contains(value) ? value : nil }
    guard digits == 2 else { return nil }
    return value < 50 ? 2000 + value : 1900 + value
  }

  /// Whether the word at an index is counted by the number before it: “May 12 people”.
  private func isCounted(_ index: Int) -> Bool {
    let word = atom(index)
    return word.kind == .units || (word.kind == .unit && word.value < 10)
  }
}
