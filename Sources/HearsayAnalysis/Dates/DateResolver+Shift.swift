internal import HearsayModel

extension DateResolver {
  /// The value of a step from the article's date or from what the text spoke of.
  mutating func shift(_ step: DateShift) -> ResolvedValue {
    if step.grain == .quarter, let quarter = quarterBase(step) {
      return ResolvedValue(kind: .date, value: DateValue.calendar(quarter), usesAnchor: true)
    }
    if step.origin == .text, step.count == 0 { return sameTime(step) }
    if let year = yearBeforeChrist(step) { return year }
    let base = base(of: step)
    guard let base else { return unanchored(step) }
    var result = counted(step, from: base)
    result.usesAnchor = anchor != nil
    return result
  }

  /// “a year earlier” in a report on a quarter means that quarter of the year before.
  private func quarterBase(_ step: DateShift) -> ResolvedDate? {
    guard var quarter = context.quarter, let year = quarter.year else {
      return nil
    }
    quarter.year = DateValue.year(Int(year) + Int(step.count))
    return quarter
  }

  /// Years before Christ are counted without days.
  private mutating func yearBeforeChrist(_ step: DateShift) -> ResolvedValue? {
    guard let year = context.last.year, year < 0, step.unit >= .year else { return nil }
    let span: Int32 =
      switch step.unit {
      case .decade: 10
      case .century: 100
      default: 1
      }
    let shifted = max(-9999, min(-1, Int32(year) + step.count * span))
    context.last = ResolvedDate(year: Int16(shifted))
    return ResolvedValue(kind: .date, value: DateValue.year(text: Int16(shifted)))
  }

  private func base(of step: DateShift) -> CivilDate? {
    guard step.origin == .text || (isNarrative && step.unit > .day) else { return anchor }
    if let day = context.last.civil { return day }
    if let year = context.last.year, step.unit >= .month {
      return CivilDate(Int(year), Int(context.last.month ?? 6), 1)
    }
    return anchor
  }

  private mutating func counted(_ step: DateShift, from base: CivilDate) -> ResolvedValue {
    let count = Int(step.count)
    switch step.unit {
    case .second, .minute, .hour, .day, .period:
      let day = base.adding(days: step.unit == .day ? count : 0)
      context.last = ResolvedDate(day)
      let clock = step.part.map { "T\($0.rawValue)" } ?? ""
      return ResolvedValue(kind: clock.isEmpty ? .date : .time, value: day.iso + clock)
    case .weekend:
      let isWeekend = base.weekday >= 6
      let weeks = count < 0 || (count == 0 && step.origin == .text && !isWeekend) ? -1 : count
      let day = base.adding(days: weeks * 7)
      return ResolvedValue(kind: .date, value: "\(DateValue.week(of: day))-WE")
    case .week:
      return ResolvedValue(kind: .date, value: DateValue.week(of: base.adding(days: count * 7)))
    case .month:
      let day = base.adding(months: count)
      let month = ResolvedDate(year: Int16(day.year), month: Int8(day.month))
      context.last = month
      return ResolvedValue(kind: .date, value: DateValue.calendar(month))
    case .quarter:
      let day = base.adding(months: count * 3)
      let quarter = ResolvedDate(
        year: Int16(day.year), quarter: Int8((day.month - 1) / 3 + 1))
      context.quarter = quarter
      return ResolvedValue(kind: .date, value: DateValue.calendar(quarter))
    case .season, .half, .year:
      let year = ResolvedDate(year: DateValue.year(base.year + count))
      context.last = year
      return ResolvedValue(kind: .date, value: DateValue.calendar(year))
    case .decade:
      return decade(step, base)
    case .century, .millennium:
      let century = max(0, base.year / 100 + count)
      return ResolvedValue(kind: .date, value: DateValue.padded(century, 2))
    }
  }

  /// “last decade” is a decade, “two decades ago” a year.
  private func decade(_ step: DateShift, _ base: CivilDate) -> ResolvedValue {
    let value = max(0, base.year / 10 + Int(step.count))
    return ResolvedValue(kind: .date, value: DateValue.padded(value, 3))
  }

  /// “that day”, “the same year”, “the quarter”, “that time”.
  private mutating func sameTime(_ step: DateShift) -> ResolvedValue {
    if step.unit == .quarter {
      if step.grain == nil, let quarter = context.quarter {
        return ResolvedValue(kind: .date, value: DateValue.calendar(quarter))
      }
      guard let anchor else { return unanchored(step) }
      // A report on “the quarter” comes out after its end.
      return counted(DateShift(.quarter, -1), from: anchor)
    }
    let last = context.last
    switch step.unit {
    case .period where !last.isEmpty:
      return ResolvedValue(kind: .date, value: DateValue.calendar(last))
    case .period:
      return ResolvedValue(kind: .date, value: "PAST_REF")
    case .year where last.year != nil:
      return ResolvedValue(
        kind: .date, value: DateValue.calendar(ResolvedDate(year: last.year)))
    case .month where last.month != nil:
      return ResolvedValue(
        kind: .date, value: DateValue.calendar(ResolvedDate(year: last.year, month: last.month)))
    default: break
    }
    guard let base = sameDayBase(step) else {
      if step.unit == .day, !last.isEmpty {
        return ResolvedValue(kind: .date, value: DateValue.calendar(last), gap: .noAnchor)
      }
      return unanchored(step)
    }
    var result = counted(step, from: base)
    result.usesAnchor = last.civil == nil
    return result
  }

  /// “that day” is the day named last; “the day” is near the article's date, “the weekend” too.
  private func sameDayBase(_ step: DateShift) -> CivilDate? {
    if step.unit == .weekend { return anchor }
    if step.grain == .day { return nearbyDay }
    return context.last.civil ?? anchor
  }

  /// A value with `X` for everything that only the article's date could tell.
  private func unanchored(_ step: DateShift) -> ResolvedValue {
    let clock = step.part.map { "T\($0.rawValue)" } ?? ""
    let value: String =
      switch step.unit {
      case .second, .minute, .hour, .day, .period: "XXXX-XX-XX\(clock)"
      case .weekend: "XXXX-WXX-WE"
      case .week: "XXXX-WXX"
      case .month: "XXXX-XX"
      case .quarter: "XXXX-QX"
      case .season, .half, .year: "XXXX"
      case .decade: "XXX"
      case .century, .millennium: "XX"
      }
    return ResolvedValue(kind: clock.isEmpty ? .date : .time, value: value, gap: .noAnchor)
  }

  /// A named day; its year as for a month and day.
  mutating func holiday(
    _ holiday: DateHoliday, _ fields: CalendarFields, _ tense: DateDirection
  ) -> ResolvedValue {
    guard fields.year != nil || anchor != nil else {
      let fixed = holiday.day(in: 2001)
      let value =
        holiday.isFixed ? fixed.map { "XXXX-\($0.monthAndDay)" } ?? "XXXX-XX-XX" : "XXXX-XX-XX"
      return ResolvedValue(kind: .date, value: value)
    }
    if let year = fields.year {
      let day = holiday.day(in: Int(year))
      if let day { context.last = ResolvedDate(day) }
      return ResolvedValue(kind: .date, value: day?.iso ?? DateValue.padded(Int(year), 4))
    }
    guard let anchor else { return ResolvedValue(kind: .date, value: "XXXX-XX-XX") }
    let days = (anchor.year - 1...anchor.year + 1).compactMap { holiday.day(in: $0) }
    let chosen: CivilDate? =
      switch fields.pointer {
      case .past: days.last { $0 < anchor }
      case .future: days.first { anchor < $0 }
      default:
        days.min { left, right in
          abs(left.dayNumber - anchor.dayNumber) < abs(right.dayNumber - anchor.dayNumber)
        }
      }
    if let chosen { context.last = ResolvedDate(chosen) }
    return ResolvedValue(kind: .date, value: chosen?.iso ?? "XXXX-XX-XX")
  }
}
