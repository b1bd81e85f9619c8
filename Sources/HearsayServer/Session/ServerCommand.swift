internal import HearsayAnalysis
internal import HearsayProtocol

/// The commands a client can have carried out; each takes a document's URI and a value, and an
/// empty value takes back what was chosen.
enum ServerCommand: String, CaseIterable {
  /// Sets the article's date, `YYYY-MM-DD`.
  case setDate = "hearsay.setDate"
  /// Sets which number of a date is the day, `day-first` or `month-first`.
  case setDayMonthOrder = "hearsay.setDayMonthOrder"
}

/// What was chosen for one document while the session lasts.
struct DocumentChoices: Hashable, Sendable {
  /// The article's date, `YYYY-MM-DD`.
  var date: String?
  /// Which number of a date is the day.
  var dayMonthOrder: DayMonthOrder?

  /// Takes a command's value over; false where it makes no sense.
  mutating func apply(_ command: ServerCommand, _ value: String) -> Bool {
    switch command {
    case .setDate:
      guard value.isEmpty || AnalysisOptions.isDate(value) else { return false }
      date = value.isEmpty ? nil : value
    case .setDayMonthOrder:
      let order = DayMonthOrder(rawValue: value)
      guard value.isEmpty || order != nil else { return false }
      dayMonthOrder = order
    }
    return true
  }
}
