/// Makes a reading of the fields that a rule wrote down; nil where they make none.
struct DateReadingMaker {
  /// The fields.
  private var draft: DateDraft
  /// The expression's atoms, for numbers of several parts.
  private let atoms: ArraySlice<DateAtom>

  /// A maker for one match.
  init(draft: DateDraft, atoms: ArraySlice<DateAtom>) {
    self.draft = draft
    self.atoms = atoms
  }

  /// The match, its place still to be set.
  func make(_ line: DateRuleLine) -> DateMatcher.Match? {
    var maker = self
    for (field, value) in line.constants where maker.draft[field] == nil {
      maker.draft.set(field, value)
    }
    var match = DateMatcher.Match(first: 0, end: 0, reading: nil, modifier: nil, rule: line.rule)
    match.modifier = maker.draft[.modifier].flatMap { DateModifier(index: $0) }
    switch line.kind {
    case .none: return match
    case .numeric:
      guard let (reading, order) = maker.numeric() else { return nil }
      match.reading = reading
      match.order = order
      return match
    default:
      guard let reading = maker.reading(line) else { return nil }
      match.reading = reading
      return match
    }
  }

  private func reading(_ line: DateRuleLine) -> DateReading? {
    switch line.kind {
    case .calendar: fields().map { .calendar($0) }
    case .each: fields().map { .everyDate($0) }
    case .shift where isVague(line): .reference((draft[.sign] ?? 0) < 0 ? .past : .future)
    case .shift: shift().map { .shift($0) }
    case .reference: .reference(direction(.direction))
    case .duration: amount().map { .duration($0) }
    case .repeat: amount().map { .everyAmount($0) }
    case .numeric, .none: nil
    }
  }

  private func small(_ field: DateField) -> Int8? { draft[field].flatMap { Int8(exactly: $0) } }

  private func direction(_ field: DateField) -> DateDirection {
    guard let value = draft[field] else { return .open }
    return value < 0 ? .past : value > 0 ? .future : .present
  }

  private func unit(_ field: DateField) -> DateUnit? {
    draft[field].flatMap { UInt8(exactly: $0) }.flatMap { DateUnit(rawValue: $0) }
  }

  /// An amount; no number is “several”, unless half a unit was written down.
  private func amount() -> DateAmount? {
    guard let unit = unit(.unit) else { return nil }
    let isHalf = (draft[.andHalf] ?? 0) != 0 || atoms.contains { $0.isHalf }
    let count = draft[.count] ?? (isHalf ? 0 : nil)
    guard count.map({ $0 > 0 || isHalf }) ?? true else { return nil }
    return DateAmount(count, unit, andHalf: isHalf)
  }

  /// “several years ago”, “two hours later”: not to be counted in days.
  private func isVague(_ line: DateRuleLine) -> Bool {
    guard line.rule == .ago || line.rule == .earlierLater, let unit = unit(.unit) else {
      return false
    }
    return unit < .day || (draft[.count] == nil && draft[.andHalf] == nil)
  }

  private func shift() -> DateShift? {
    guard let unit = unit(.unit) else { return nil }
    let sign = draft[.sign] ?? 1
    let whole = draft[.count] ?? (draft[.andHalf] == nil ? 1 : 0)
    var count = max(-9999, min(9999, whole &* sign))
    var counted = unit
    // “two decades ago” is told by the year, “two and a half years” by the month.
    if draft[.count] != nil, unit == .decade {
      counted = .year
      count = max(-9000, min(9000, count &* 10))
    } else if unit == .year, (draft[.andHalf] ?? 0) != 0 {
      counted = .month
      count = count &* 12 &+ 6 &* sign
    }
    let origin = draft[.origin].flatMap { UInt8(exactly: $0) }
      .flatMap { DateShift.Origin(rawValue: $0) }
    return DateShift(
      counted, count, origin: origin ?? .article, grain: self.unit(.grain),
      part: draft[.part].flatMap { DatePart(index: $0) })
  }

  /// A year of two digits lies in the hundred years around our time.
  static func full(_ short: Int32) -> Int32 { short < 50 ? 2000 + short : 1900 + short }

  private func year() -> Int16? {
    if let year = draft[.year] { return Int16(exactly: year) }
    if let short = draft[.shortYear] { return Int16(exactly: DateReadingMaker.full(short)) }
    return draft[.spokenYear].flatMap { Int16(exactly: $0) }
  }

  /// First digits of a decade, given by its first year, or of a century, given by its number.
  private func prefix() -> Int16? {
    if let century = draft[.ordinal] { return Int16(exactly: century - 1) }
    guard let first = draft[.prefix] else { return nil }
    let year = first < 100 ? (first < 20 ? 2000 : 1900) + first : first
    return Int16(exactly: year / 10)
  }

  private func fields() -> CalendarFields? {
    var result = CalendarFields()
    result.year = year()
    result.isBeforeChrist = (draft[.era] ?? 0) != 0
    result.yearShift = small(.yearShift)
    result.prefix = prefix()
    result.half = small(.half)
    result.quarter = small(.quarter)
    result.season = draft[.season].flatMap { DateSeason(index: $0) }
    result.month = small(.month)
    result.day = small(.day)
    result.weekday = result.day == nil || draft[.weekday] == 9 ? small(.weekday) : nil
    result.holiday = draft[.holiday].flatMap { UInt8(exactly: $0) }
      .flatMap { DateHoliday(rawValue: $0) }
    result.part = draft[.part].flatMap { DatePart(index: $0) }
    result.pointer = direction(.pointer)
    result.dayShift = small(.dayShift)
    guard compact(&result), clock(&result), isPossible(result) else { return nil }
    if draft[.frame] == 1, let month = result.month {
      result.quarter = (month - 1) / 3 + 1
      result.month = nil
    }
    return result
  }

  /// `20220212`.
  private func compact(_ fields: inout CalendarFields) -> Bool {
    guard let number = draft[.compact] else { return true }
    fields.year = Int16(exactly: number / 10_000)
    fields.month = Int8(exactly: number / 100 % 100)
    fields.day = Int8(exactly: number % 100)
    return true
  }

  private func clock(_ fields: inout CalendarFields) -> Bool {
    var hour = draft[.hour]
    var minute = draft[.minute]
    if let clock = draft[.clock] {
      hour = clock / 100
      minute = minute ?? clock % 100
    } else if draft[.hour] != nil, minute == nil,
      let atom = atoms.first(where: { $0.second >= 0 && $0.third < 0 && $0.value == hour })
    {
      minute = Int32(atom.second)
    }
    guard var hour else { return true }
    if let half = draft[.meridiem] {
      guard (1...12).contains(hour) else { return false }
      hour = hour % 12 + half
    }
    let minutes = minute ?? 0
    guard (0...24).contains(hour), (0...59).contains(minutes), hour < 24 || minutes == 0 else {
      return false
    }
    fields.hour = Int8(hour)
    fields.minute = Int8(minutes)
    fields.isUniversal = draft[.zone] == 1
    return true
  }

  /// Whether there is such a day.
  private func isPossible(_ fields: CalendarFields) -> Bool {
    if let month = fields.month, !(1...12).contains(month) { return false }
    if let year = fields.year, year < 1 { return false }
    guard let day = fields.day, let month = fields.month else { return true }
    return CivilDate(Int(fields.year ?? 2000), Int(month), Int(day)) != nil
  }

  /// Two numbers and a year, as a day where only one order makes one.
  private func numeric() -> (DateReading, DayMonthOrder?)? {
    var numbers = [draft[.first], draft[.second], draft[.third]].compactMap { $0 }
    var digits = atoms.last.map { Int($0.digits) } ?? 0
    var isDotted = false
    if let triple = atoms.first(where: { $0.third >= 0 }) {
      numbers = [triple.value, Int32(triple.second), Int32(triple.third)]
      digits = Int(triple.digits)
      isDotted = true
    }
    guard numbers.count == 3, digits == 2 || digits == 4 else { return nil }
    let year = Int(digits == 2 ? DateReadingMaker.full(numbers[2]) : numbers[2])
    guard (1000...2199).contains(year) else { return nil }
    let dayFirst = CivilDate(year, Int(numbers[1]), Int(numbers[0]))
    let monthFirst = isDotted ? nil : CivilDate(year, Int(numbers[0]), Int(numbers[1]))
    switch (dayFirst, monthFirst) {
    case (let day?, let other?) where day != other:
      return (
        .numeric(first: Int8(day.day), second: Int8(day.month), year: Int16(year)), nil
      )
    case (let day?, _): return (.calendar(CalendarFields(day)), .dayFirst)
    case (nil, let day?): return (.calendar(CalendarFields(day)), .monthFirst)
    case (nil, nil): return nil
    }
  }
}

extension DateAtom {
  /// Whether it is written as `2.5`.
  var isHalf: Bool { second == 5 && third < 0 }
}

extension CalendarFields {
  /// The fields of a day.
  init(_ day: CivilDate) {
    self.init()
    year = Int16(day.year)
    month = Int8(day.month)
    self.day = Int8(day.day)
  }
}
