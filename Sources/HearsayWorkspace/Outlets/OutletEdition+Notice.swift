public import HearsayInterchange
internal import HearsayModel

extension OutletEdition {
  /// The report's note on an outlet, as of the article's date; nil for one the registry lacks.
  ///
  /// `today` is the day of reading, `YYYY-MM-DD`.
  public func notice(_ outletID: String, date: String?, today: String) -> OutletNotice? {
    guard let entry = catalogue.entry(outletID) else { return nil }
    let note = OutletNote(entry, in: catalogue, scope: .date(date), today: today)
    let lines = note.lines.map { line in
      let statements = line.statements.map { (text: $0.text, sources: note.numbers($0)) }
      return OutletNotice.Line(
        label: line.label, statements: statements.isEmpty ? [(line.blank, [])] : statements)
    }
    let sources = note.citations.map { citation in
      OutletNotice.Source(
        number: citation.number,
        text: citation.source.map { "\($0.title) (\($0.date ?? String($0.year)))" } ?? citation.key,
        address: citation.source?.url)
    }
    return OutletNotice(
      title: note.title, subtitle: note.subtitle, lines: lines, sources: sources)
  }
}
