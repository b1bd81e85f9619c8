/// Writes TIMEX3 values.
enum DateValue {
  /// A year of the calendar; others are moved to its edge.
  static func year(_ number: Int) -> Int16 { Int16(max(1, min(9999, number))) }

  /// A number with leading zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    var rest = max(0, number)
    let digits = String(unsafeUninitializedCapacity: width) { digits in
      write(&rest, to: digits, width)
      return width
    }
    return rest == 0 ? digits : String(number)
  }

  /// `YYYY-MM-DD`, in one go: most values are days.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
    guard (0...9999).contains(year) else {
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      var (year, month, day) = (year, month, day)
      write(&year, to: UnsafeMutableBufferPointer(rebasing: text[..<4]), 4)
      text[4] = UInt8(ascii: "-")
      write(&month, to: UnsafeMutableBufferPointer(rebasing: text[5..<7]), 2)
      text[7] = UInt8(ascii: "-")
      write(&day, to: UnsafeMutableBufferPointer(rebasing: text[8..<10]), 2)
      return 10
    }
  }

  /// Writes the last digits of a number and leaves those before them.
  private static func write(
    _ number: inout Int, to digits: UnsafeMutableBufferPointer<UInt8>, _ width: Int
  ) {
    for place in (0..<width).reversed() {
      digits[place] = UInt8(ascii: "0") + UInt8(number % 10)
      number /= 10
    }
  }

  /// `YYYY`, `BCYYYY` before Christ, `XXXX` where it is not known.
  static func year(text year: Int16?) -> String {
    guard let year else { return "XXXX" }
    return year < 0 ? "BC\(padded(-Int(year), 4))" : padded(Int(year), 4)
  }

  /// `YYYY-MM-DD` with `X` for what is not known; shorter where only the year or month is.
  static func calendar(_ date: ResolvedDate) -> String {
    let year = year(text: date.year)
    if let quarter = date.quarter { return "\(year)-Q\(quarter)" }
    if let weekday = date.weekday, date.day == nil { return "\(year)-WXX-\(weekday)" }
    guard let month = date.month else { return year }
    guard let day = date.day else { return "\(year)-\(padded(Int(month), 2))" }
    if let number = date.year, number >= 0 { return self.day(Int(number), Int(month), Int(day)) }
    return "\(year)-\(padded(Int(month), 2))-\(padded(Int(day), 2))"
  }

  /// `YYYY-Wnn`.
  static func week(of day: CivilDate) -> String {
    let week = day.isoWeek
    return "\(padded(week.year, 4))-W\(padded(week.week, 2))"
  }

  /// The clock or part of the day behind a date; empty where the fields name none.
  static func clock(_ fields: CalendarFields) -> String {
    if let hour = fields.hour {
      let zone = fields.isUniversal ? "Z" : ""
      return "T\(padded(Int(hour), 2)):\(padded(Int(fields.minute ?? 0), 2))\(zone)"
    }
    return fields.part.map { "T\($0.rawValue)" } ?? ""
  }

  /// A length: `P2Y`, `PT1H30M`, `PXM`.
  static func duration(_ amount: DateAmount) -> String {
    let isClock = amount.unit < .day
    let prefix = isClock ? "PT" : "P"
    guard let count = amount.count else { return "\(prefix)X\(letters(amount.unit))" }
    guard amount.andHalf else { return "\(prefix)\(count)\(letters(amount.unit))" }
    let whole = count > 0 ? "\(prefix)\(count)\(letters(amount.unit))" : prefix
    switch amount.unit {
    case .minute: return "\(whole)30S"
    case .hour: return "\(whole)30M"
    case .day: return count > 0 ? "\(whole)T12H" : "PT12H"
    case .year: return "\(whole)6M"
    case .decade: return "P\(Int(count) * 10 + 5)Y"
    case .century: return "P\(Int(count) * 100 + 50)Y"
    default: return "\(prefix)\(count).5\(letters(amount.unit))"
    }
  }

  private static func letters(_ unit: DateUnit) -> String {
    switch unit {
    case .second: "S"
    case .minute: "M"
    case .hour: "H"
    case .day: "D"
    case .weekend: "WE"
    case .week: "W"
    case .month: "M"
    case .quarter: "Q"
    case .season: "SE"
    case .half: "H"
    case .year: "Y"
    case .decade: "DE"
    case .century: "CE"
    case .millennium: "ML"
    case .period: "X"
    }
  }

  /// PAST_REF, PRESENT_REF, FUTURE_REF.
  static func reference(_ direction: DateDirection) -> String {
    switch direction {
    case .past: "PAST_REF"
    case .open, .present: "PRESENT_REF"
    case .future: "FUTURE_REF"
    }
  }
}
