/// Months of the proleptic Gregorian calendar.
public enum CalendarMonth {
  /// Number of days in a month, 1…12, of a year.
  public static func length(_ month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
