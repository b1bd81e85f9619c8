internal import HearsayModel
internal import HearsayText

/// The calendar value behind a date whose words do not give the year.
enum DateInlayHints {
  /// The notes of the dates among some findings.
  static let notes: InlayHintList.Source = { findings, text in
    findings.dates.compactMap { date in
      guard isShown(date, in: text) else { return nil }
      let tooltip = date.anchor.map { "counted from \($0), rule \(date.rule)" }
      return InlayHintList.Note(
        byte: date.span.end, label: "= \(date.value)",
        tooltip: tooltip ?? "counted from what the text spoke of before, rule \(date.rule)")
    }
  }

  /// Whether the words leave out what the value says.
  private static func isShown(_ date: TimeExpression, in text: Text) -> Bool {
    guard date.kind == .date || date.kind == .time, date.gap == nil else { return false }
    let year = date.value.prefix(4)
    guard year.utf8.count == 4, year.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    return !text.string(in: date.span).contains(year)
  }
}
