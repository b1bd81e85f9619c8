internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What can be done about dates: say when the article is from, and which number is the day.
enum DateActions {
  /// At most so many of the text's own dates are offered as the article's.
  private static let offeredDates = 3

  /// The actions for the dates among some findings.
  static let offers: CodeActionList.Source = { question in
    let (findings, snapshot) = (question.set.findings, question.snapshot)
    let incomplete = findings.dates.filter { $0.gap != nil }
    var offers = incomplete.filter { $0.gap == .dayMonthOrder }.flatMap { orders($0, snapshot) }
    let unanchored = incomplete.filter { $0.gap == .noAnchor }
    if !unanchored.isEmpty {
      let dates = fullDates(of: snapshot)
      offers += unanchored.flatMap { date in dates.map { articleDate($0, date.span, snapshot) } }
    }
    for date in findings.dates where isDay(date.value) && date.anchor == nil {
      guard snapshot.analysis.date?.value != date.value else { continue }
      offers.append(articleDate(date.value, date.span, snapshot))
    }
    return offers + resets(findings, snapshot)
  }

  /// Both readings of a date whose numbers could be either way round.
  private static func orders(
    _ date: TimeExpression, _ snapshot: DocumentSnapshot
  ) -> [CodeActionList.Offer] {
    let names: [(DayMonthOrder, String)] = [
      (.dayFirst, "the day first"), (.monthFirst, "the month first"),
    ]
    return zip(date.alternatives, names).map { value, order in
      CodeActionList.Offer(
        span: date.span,
        command: Command(
          title: "Read as \(value): \(order.1) in this document",
          command: ServerCommand.setDayMonthOrder.rawValue,
          arguments: [snapshot.uri, order.0.rawValue]))
    }
  }

  private static func articleDate(
    _ value: String, _ span: ByteSpan, _ snapshot: DocumentSnapshot
  ) -> CodeActionList.Offer {
    CodeActionList.Offer(
      span: span,
      command: Command(
        title: "Set the article's date to \(value)", command: ServerCommand.setDate.rawValue,
        arguments: [snapshot.uri, value]))
  }

  /// What was chosen can be taken back at any date.
  private static func resets(
    _ findings: Findings, _ snapshot: DocumentSnapshot
  ) -> [CodeActionList.Offer] {
    guard let first = findings.dates.first else { return [] }
    var offers: [CodeActionList.Offer] = []
    func offer(_ title: String, _ command: ServerCommand) {
      offers.append(
        CodeActionList.Offer(
          span: first.span,
          command: Command(
            title: title, command: command.rawValue, arguments: [snapshot.uri, ""])))
    }
    if snapshot.overlay.articleDate != nil {
      offer("Let the text tell the article's date again", .setDate)
    }
    if snapshot.overlay.dayMonthOrder != nil {
      offer("Let the text tell the order of day and month again", .setDayMonthOrder)
    }
    return offers
  }

  /// The first days that the text names in full.
  private static func fullDates(of snapshot: DocumentSnapshot) -> [String] {
    var result: [String] = []
    for date in snapshot.findings().dates where isDay(date.value) && date.anchor == nil {
      if !result.contains(date.value) { result.append(date.value) }
      if result.count == offeredDates { break }
    }
    return result
  }

  private static func isDay(_ value: String) -> Bool {
    value.utf8.count == 10 && AnalysisOptions.isDate(value)
  }
}
