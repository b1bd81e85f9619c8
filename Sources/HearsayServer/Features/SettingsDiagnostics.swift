internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// The mistakes of a project's settings, shown in that file.
enum SettingsDiagnostics {
  /// The mistakes in the settings as the editor holds them.
  static func items(of snapshot: DocumentSnapshot) -> [Diagnostic] {
    items(
      SettingsFile(snapshot.text, path: ProjectSettings.fileName), unit: snapshot.unit)
  }

  /// The mistakes of a file, as warnings: the last good settings stay in force.
  static func items(_ file: SettingsFile, unit: TextUnit) -> [Diagnostic] {
    var cursor = PositionCursor(file.text, unit: unit)
    return file.mistakes.map { mistake in
      Diagnostic(
        range: cursor.range(of: mistake.span), severity: .warning,
        code: mistake.problem.code.rawValue, message: mistake.problem.message)
    }
  }
}
