internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// The mistakes of a team's overlay, shown in that file.
enum OverlayDiagnostics {
  /// The mistakes in the overlay as the editor holds it.
  static func items(of snapshot: DocumentSnapshot) -> [Diagnostic] {
    let bytes = snapshot.text.allBytes
    return items(ProjectOutlets.overlay(in: bytes).problems, snapshot.text, unit: snapshot.unit)
  }

  /// Mistakes in a text, as warnings: the shipped registry stays in force.
  static func items(
    _ problems: [OverlayProblem], _ text: Text, unit: TextUnit
  ) -> [Diagnostic] {
    var cursor = PositionCursor(text, unit: unit)
    return problems.map { problem in
      Diagnostic(
        range: cursor.range(of: ByteSpan(problem.range.lowerBound, problem.range.upperBound)),
        severity: .warning, code: problem.code.rawValue, message: problem.message)
    }
  }
}
