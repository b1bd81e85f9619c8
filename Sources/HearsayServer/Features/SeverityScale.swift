internal import HearsayModel
internal import HearsayProtocol
internal import HearsayWorkspace

/// How loudly each kind of finding is shown: as the settings say, else quietly.
struct SeverityScale: Sendable {
  private let chosen: [String: Settings.Severity]

  /// The scale under some settings.
  init(_ settings: Settings) {
    chosen = settings.severities
  }

  /// Differs between scales that show something differently.
  var fingerprint: String {
    chosen.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.rawValue)" }.joined(
      separator: ",")
  }

  /// The severity of a quotation, or nil where it is not shown.
  func severity(of quotation: Quotation) -> DiagnosticSeverity? {
    quotation.type == .scare
      ? severity("scare", usually: .hint) : severity("quotation", usually: .information)
  }

  /// The severity of a date, or nil where it is not shown.
  func severity(of date: TimeExpression) -> DiagnosticSeverity? {
    severity("date", usually: .hint)
  }

  /// The severity of an outlet mention, or nil where it is not shown.
  func severity(of outlet: OutletMention) -> DiagnosticSeverity? {
    switch outlet.role {
    case .publisher, .agency, .republishedFrom: severity("outlet", usually: .information)
    case .reportedBy, .toldTo, .imageCredit, .link, .mention: severity("outlet", usually: .hint)
    }
  }

  /// The severity of a problem, or nil where it is not shown.
  func severity(of problem: Problem) -> DiagnosticSeverity? {
    switch problem.code {
    case .alteredQuotation: severity(problem.code.rawValue, usually: .information)
    case .unclosedMark, .noSource, .ambiguousSpeaker, .unresolvedDate:
      severity(problem.code.rawValue, usually: .warning)
    }
  }

  /// The severity of people's notes, or nil where they are not shown.
  var severityOfNotes: DiagnosticSeverity? { severity("note", usually: .information) }

  /// The severity of a code, or nil where it is not shown.
  func severity(_ code: String, usually: DiagnosticSeverity) -> DiagnosticSeverity? {
    switch chosen[code] {
    case nil: usually
    case .error: .error
    case .warning: .warning
    case .information: .information
    case .hint: .hint
    case .off: nil
    }
  }
}
