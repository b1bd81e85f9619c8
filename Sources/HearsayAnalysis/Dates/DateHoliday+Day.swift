extension DateHoliday {
  /// Whether it falls on the same day every year.
  var isFixed: Bool {
    switch self {
    case .easter, .goodFriday, .easterMonday, .memorialDay, .laborDay, .thanksgiving,
      .martinLutherKingDay, .electionDay: false
    default: true
    }
  }

  /// The day in a year.
  func day(in year: Int) -> CivilDate? {
    switch self {
    case .newYearsDay: CivilDate(year, 1, 1)
    case .newYearsEve: CivilDate(year, 12, 31)
    case .valentines: CivilDate(year, 2, 14)
    case .womensDay: CivilDate(year, 3, 8)
    case .easter: CivilDate.easter(year)
    case .goodFriday: CivilDate.easter(year)?.adding(days: -2)
    case .easterMonday: CivilDate.easter(year)?.adding(days: 1)
    case .mayDay: CivilDate(year, 5, 1)
    case .victoryDay: CivilDate(year, 5, 9)
    case .memorialDay: CivilDate.nth(5, weekday: 1, month: 5, year: year)
    case .independenceDay: CivilDate(year, 7, 4)
    case .laborDay: CivilDate.nth(1, weekday: 1, month: 9, year: year)
    case .halloween: CivilDate(year, 10, 31)
    case .veteransDay: CivilDate(year, 11, 11)
    case .thanksgiving: CivilDate.nth(4, weekday: 4, month: 11, year: year)
    case .christmasEve: CivilDate(year, 12, 24)
    case .christmas: CivilDate(year, 12, 25)
    case .boxingDay: CivilDate(year, 12, 26)
    case .martinLutherKingDay: CivilDate.nth(3, weekday: 1, month: 1, year: year)
    case .electionDay: CivilDate.nth(1, weekday: 1, month: 11, year: year)?.adding(days: 1)
    }
  }
}
