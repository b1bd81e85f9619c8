internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// The notes shown inside a stretch of a document.
///
/// Each kind of finding has its own source; one more joins by standing in ``sources``.
struct InlayHintList {
  /// A note before it has a position.
  struct Note: Hashable {
    /// Byte it stands before.
    let byte: Int
    /// What it says.
    let label: String
    /// What is told about it where somebody asks.
    let tooltip: String
  }

  /// What a source makes of findings.
  typealias Source = @Sendable (Findings, Text) -> [Note]

  /// Who gives notes.
  static let sources: [Source] = [DateInlayHints.notes]

  /// The hints in reading order.
  let hints: [InlayHint]

  /// The hints of a stretch of a snapshot.
  init(_ snapshot: DocumentSnapshot, in range: LSPRange) {
    let span = snapshot.span(of: range)
    let findings = snapshot.findings(in: span)
    let notes = InlayHintList.sources.flatMap { $0(findings, snapshot.text) }
      .filter { span.start <= $0.byte && $0.byte <= span.end }
      .sorted { $0.byte < $1.byte }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    hints = notes.map { note in
      InlayHint(
        position: cursor.position(ofByte: note.byte), label: note.label, tooltip: note.tooltip)
    }
  }
}
