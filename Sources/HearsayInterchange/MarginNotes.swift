internal import HearsayModel
internal import HearsayText

/// The notes beside a page, each in one line, in the order of the text.
struct MarginNotes {
  /// A line and the stretch of text it is about.
  struct Line {
    let span: ByteSpan
    let text: String
  }

  let notes: [Line]

  init(_ findings: Findings, kinds: Set<AnnotationKind>) {
    var notes: [Line] = []
    if kinds.contains(.quotation) {
      notes += findings.quotations.map { Line(span: $0.span, text: MarginNotes.line($0)) }
      notes += findings.problems.filter { $0.code != .unresolvedDate }.map {
        Line(span: $0.span, text: MarginNotes.line($0))
      }
    }
    if kinds.contains(.date) {
      notes += findings.dates.map { Line(span: $0.span, text: MarginNotes.line($0)) }
    }
    if kinds.contains(.outlet) {
      notes += findings.outlets.map { Line(span: $0.span, text: MarginNotes.line($0)) }
    }
    if kinds.contains(.note) {
      notes += findings.notes.map {
        Line(span: $0.span, text: "✎  \(MarginWriter.printable($0.text))")
      }
    }
    self.notes = notes.enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }.map(\.element)
  }

  private static func line(_ quotation: Quotation) -> String {
    guard quotation.type != .scare else { return "“” marks, nobody credited" }
    let name = quotation.speaker?.name ?? (quotation.candidates.isEmpty ? "nobody" : "unclear")
    var line = "“” \(MarginWriter.printable(name)) · \(quotation.type.rawValue)"
    if quotation.evidence.rule == .continued { line += " · goes on" }
    return line
  }

  private static func line(_ date: TimeExpression) -> String {
    let anchor = date.anchor.map { " · from \($0)" } ?? ""
    return "◷  \(date.value)\(anchor)"
  }

  private static func line(_ outlet: OutletMention) -> String {
    let names =
      outlet.outletID == nil && !outlet.candidates.isEmpty
      ? outlet.candidates.joined(separator: " or ") : outlet.name
    return "▣  \(MarginWriter.printable(names)) · \(outlet.role.rawValue)"
  }

  private static func line(_ problem: Problem) -> String {
    let choices = problem.choices.isEmpty ? "" : ": " + problem.choices.joined(separator: " or ")
    switch problem.code {
    case .unclosedMark: return "!  mark never closes"
    case .noSource: return "!  nobody is credited"
    case .ambiguousSpeaker: return "!  which one" + MarginWriter.printable(choices) + "?"
    case .unresolvedDate: return "!  date unclear"
    case .alteredQuotation: return "!  words changed or left out"
    }
  }
}
