internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// What can be done at a stretch of a document.
///
/// Each kind of finding has its own source; one more joins by standing in ``sources``. Actions come
/// from the snapshot alone, since clients send diagnostics back incomplete or not at all.
struct CodeActionList {
  /// An action with the span it is about.
  struct Offer: Hashable {
    /// What it is about.
    let span: ByteSpan
    /// What is carried out.
    let command: Command
  }

  /// What a source offers for the findings at a stretch of a snapshot.
  typealias Source = @Sendable (Findings, DocumentSnapshot) -> [Offer]

  /// Who offers actions.
  static let sources: [Source] = [DateActions.offers]
  /// The kind of all actions.
  static let kind = "quickfix"

  /// The commands that are offered.
  let commands: [Command]

  /// The actions at a stretch of a snapshot, only those about the diagnostics given, if any are.
  init(_ snapshot: DocumentSnapshot, _ params: CodeActionParams) {
    let asked = params.context?.only ?? []
    let isAsked =
      asked.isEmpty || asked.contains { $0.isEmpty || CodeActionList.kind.hasPrefix($0) }
    guard isAsked else {
      commands = []
      return
    }
    let span = snapshot.span(of: params.range)
    let shown = params.context?.diagnostics ?? []
    let spans = Set(shown.map { snapshot.span(of: $0.range) })
    let findings = snapshot.findings(in: span)
    var seen: Set<Command> = []
    commands = CodeActionList.sources.flatMap { $0(findings, snapshot) }.filter { offer in
      offer.span.start <= span.end && span.start <= offer.span.end
        && (spans.isEmpty || spans.contains(offer.span))
    }.map(\.command).filter { seen.insert($0).inserted }
  }
}

extension DocumentSnapshot {
  /// The bytes of a range; one whose ends are the wrong way round is turned.
  func span(of range: LSPRange) -> ByteSpan {
    let start = text.byte(
      of: LinePosition(line: range.start.line, column: range.start.character), in: unit)
    let end = text.byte(
      of: LinePosition(line: range.end.line, column: range.end.character), in: unit)
    return ByteSpan(min(start, end), max(start, end))
  }
}
