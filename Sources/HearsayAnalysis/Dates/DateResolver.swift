internal import HearsayModel

/// Resolves mention after mention, with the article's date and what the text spoke of last.
struct DateResolver {
  /// The article's date, or nil.
  let anchor: CivilDate?
  /// Order of day and month in the article, or nil.
  let order: DayMonthOrder?
  /// Whether the text narrates, so that it is counted from what it spoke of last.
  let isNarrative: Bool
  /// What the text spoke of last.
  var context: DateContext

  /// The value of the next mention.
  mutating func resolve(_ mention: DateMention) -> ResolvedValue {
    switch mention.reading {
    case .calendar(let fields): calendar(fields, tense: mention.tense)
    case .numeric(let first, let second, let year): numeric(first, second, year)
    case .shift(let step): shift(step)
    case .reference(let direction):
      ResolvedValue(kind: .date, value: DateValue.reference(direction))
    case .duration(let amount): ResolvedValue(kind: .duration, value: DateValue.duration(amount))
    case .everyAmount(let amount): ResolvedValue(kind: .set, value: DateValue.duration(amount))
    case .everyDate(let fields): ResolvedValue(kind: .set, value: every(fields))
    }
  }

  private func every(_ fields: CalendarFields) -> String {
    let clock = DateValue.clock(fields)
    if let weekday = fields.weekday { return "XXXX-WXX-\(weekday)\(clock)" }
    if let season = fields.season { return "XXXX-\(season.rawValue)" }
    if let month = fields.month { return "XXXX-\(DateValue.padded(Int(month), 2))" }
    return "XXXX-XX-XX\(clock)"
  }

  /// Day and month either way round: by the article's order, else only the year is sure.
  private mutating func numeric(_ first: Int8, _ second: Int8, _ year: Int16) -> ResolvedValue {
    let readings = [(first, second), (second, first)].compactMap { day, month in
      CivilDate(Int(year), Int(month), Int(day))
    }
    let chosen = order.flatMap { order in
      order == .dayFirst ? readings.first : readings.last
    }
    guard let chosen else {
      context.last = ResolvedDate(year: year)
      return ResolvedValue(
        kind: .date, value: DateValue.padded(Int(year), 4), alternatives: readings.map(\.iso),
        gap: .dayMonthOrder)
    }
    context.last = ResolvedDate(chosen)
    return ResolvedValue(kind: .date, value: chosen.iso)
  }

  private mutating func calendar(_ fields: CalendarFields, tense: DateDirection) -> ResolvedValue {
    var fields = fields
    if fields.isBeforeChrist { fields.year = fields.year.map { -$0 } }
    if let shift = fields.yearShift, fields.year == nil {
      fields.year =
        narratedYear().map { $0 &+ Int16(shift) }
        ?? anchor.map { DateValue.year($0.year + Int(shift)) }
    }
    if let prefix = fields.prefix {
      let width = prefix < 100 ? 2 : 3
      let era = fields.isBeforeChrist ? "BC" : ""
      return ResolvedValue(kind: .date, value: era + DateValue.padded(Int(prefix), width))
    }
    let isNarrated = fields.year == nil && fields.month != nil && narratedYear() != nil
    let isAnchored = fields.year == nil && !isNarrated
    var result: ResolvedValue
    if let holiday = fields.holiday {
      result = self.holiday(holiday, fields, tense)
    } else if fields.quarter != nil || fields.half != nil || fields.season != nil {
      result = partOfYear(fields, tense)
    } else {
      result = day(fields, tense)
    }
    if fields.yearShift != nil || isAnchored {
      result.usesAnchor = anchor != nil
      if anchor == nil, result.value.utf8.contains(UInt8(ascii: "X")) { result.gap = .noAnchor }
    }
    return result
  }

  /// Everything down to the day, with a clock or without.
  private mutating func day(_ fields: CalendarFields, _ tense: DateDirection) -> ResolvedValue {
    var date = ResolvedDate(year: fields.year, month: fields.month)
    date.day = fields.day
    let clock = DateValue.clock(fields)
    if let month = fields.month, date.year == nil {
      date.year = year(ofMonth: month, day: fields.day, fields.pointer, tense)
    } else if let weekday = fields.weekday, fields.month == nil {
      if let day = self.weekday(Int(weekday), fields.pointer, tense) {
        date = ResolvedDate(day)
      } else {
        date.weekday = weekday
      }
    } else if fields.month == nil, fields.year == nil, !clock.isEmpty {
      let base = fields.dayShift == nil ? nearbyDay : anchor
      guard let base else {
        return ResolvedValue(kind: .time, value: "XXXX-XX-XX\(clock)")
      }
      date = ResolvedDate(base.adding(days: Int(fields.dayShift ?? 0)))
    }
    // 29 February of a year that has none.
    if date.year != nil, date.month != nil, date.day != nil, date.civil == nil {
      context.last = ResolvedDate(year: date.year, month: date.month)
      date.year = nil
      return ResolvedValue(
        kind: clock.isEmpty ? .date : .time, value: DateValue.calendar(date) + clock, gap: .noAnchor
      )
    }
    context.last = date
    if fields.weekday == 9, let day = date.civil {
      return ResolvedValue(kind: .date, value: DateValue.week(of: day))
    }
    return ResolvedValue(
      kind: clock.isEmpty ? .date : .time, value: DateValue.calendar(date) + clock)
  }

  /// The year of a month that stands without: by “last” or “next”, the tense, or nearness.
  private func year(
    ofMonth month: Int8, day: Int8?, _ pointer: DateDirection, _ tense: DateDirection
  ) -> Int16? {
    if let year = narratedYear(ofMonth: month), pointer == .open { return year }
    guard let anchor else { return nil }
    let distance = Int(month) - anchor.month
    var year = anchor.year
    switch pointer {
    case .past: if distance >= 0 { year -= 1 }
    case .future: if distance <= 0 { year += 1 }
    case .present: break
    case .open:
      if let day {
        let days = distance * 30 + Int(day) - anchor.day
        if days > (tense == .past ? 60 : 183) { year -= 1 }
        if tense != .past, days < (tense == .future ? -100 : -183) { year += 1 }
      } else if tense == .future {
        if distance < 0 { year += 1 }
      } else if tense == .open {
        // The nearest, with a lean to the past.
        if distance > 4 { year -= 1 } else if distance < -9 { year += 1 }
      } else if distance > 0 {
        year -= 1
      }
    }
    return DateValue.year(year)
  }

  /// The year a narrating text spoke of last, or nil.
  func narratedYear() -> Int16? { isNarrative ? context.last.year : nil }

  /// The year of a month in a narrating text: that of the time before, unless the turn of the year
  /// lies between.
  private func narratedYear(ofMonth month: Int8) -> Int16? {
    guard let year = narratedYear() else { return nil }
    guard let last = context.last.month else { return year }
    if month - last <= -9 { return year &+ 1 }
    return month - last >= 10 ? year &- 1 : year
  }

  /// The day the text spoke of last where it is of these days, else the article's.
  ///
  /// “At 5 p.m.” after a date of years ago is not of that date.
  var nearbyDay: CivilDate? {
    guard let last = context.last.civil else { return anchor }
    guard let anchor, !isNarrative else { return last }
    return abs(last.dayNumber - anchor.dayNumber) <= 10 ? last : anchor
  }

  /// The day that a weekday means.
  private func weekday(
    _ weekday: Int, _ pointer: DateDirection, _ tense: DateDirection
  ) -> CivilDate? {
    let base = isNarrative ? context.last.civil ?? anchor : anchor
    guard let anchor = base else { return nil }
    let back = (anchor.weekday - weekday + 7) % 7
    let ahead = (weekday - anchor.weekday + 7) % 7
    switch pointer {
    case .past: return anchor.adding(days: back == 0 ? -7 : -back)
    case .future: return anchor.adding(days: ahead == 0 ? 7 : ahead)
    case .present: return anchor.adding(days: ahead)
    case .open: return anchor.adding(days: tense == .future ? ahead : -back)
    }
  }

  /// Quarters, halves and seasons.
  private mutating func partOfYear(
    _ fields: CalendarFields, _ tense: DateDirection
  ) -> ResolvedValue {
    var year = fields.year
    if var quarter = fields.quarter {
      if quarter == 0 {
        // “the 1988 quarter”: the quarter that the text spoke of, of another year.
        guard let known = context.quarter?.quarter else {
          return ResolvedValue(kind: .date, value: DateValue.year(text: year))
        }
        quarter = known
      }
      if year == nil, let narrated = narratedYear() {
        year = narrated
      } else if year == nil, let anchor {
        let current = (anchor.month - 1) / 3 + 1
        year = DateValue.year(
          anchor.year - (Int(quarter) > current && tense != .future ? 1 : 0))
      }
      let resolved = ResolvedDate(year: year, quarter: quarter)
      // A report compares what is over; a forecast is not what “a year earlier” means.
      if anchor.map({ $0 > resolved.lastDay }) ?? true { context.quarter = resolved }
      context.last = resolved
      return ResolvedValue(kind: .date, value: DateValue.calendar(resolved))
    }
    if let season = fields.season, year == nil {
      year = self.year(of: season, fields.pointer, tense)
    }
    let text = DateValue.year(text: year)
    context.last = ResolvedDate(year: year)
    if let half = fields.half { return ResolvedValue(kind: .date, value: "\(text)-H\(half)") }
    return ResolvedValue(kind: .date, value: "\(text)-\(fields.season?.rawValue ?? "SP")")
  }

  private func year(
    of season: DateSeason, _ pointer: DateDirection, _ tense: DateDirection
  ) -> Int16? {
    if let year = narratedYear() {
      return pointer == .past ? year &- 1 : pointer == .future ? year &+ 1 : year
    }
    guard let anchor else { return nil }
    let all = DateSeason.allCases
    let index = (all.firstIndex(of: season) ?? 0)
    // March begins spring; January and February belong to the winter of the year before.
    let now = anchor.month < 3 ? -1 : (anchor.month - 3) / 3
    var year = anchor.year
    switch pointer {
    case .past: if index >= now { year -= 1 }
    case .future: if index <= now { year += 1 }
    case .present: if now < 0, season == .winter { year -= 1 }
    case .open: if index > now, tense != .future { year -= 1 }
    }
    return DateValue.year(year)
  }
}
