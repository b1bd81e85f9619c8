internal import ArgumentParser
internal import HearsayWorkspace

/// The one way in which commands come by their settings.
extension Console {
  /// The settings of the project around a folder; each mistake in them has a line on standard error.
  static func settings(inFolder folder: String) -> Settings {
    let (settings, problems) = ProjectSettings().settings(forFolder: folder)
    tell(problems)
    return settings
  }

  /// The settings of a file that was named, else of the project around a folder.
  ///
  /// - Throws: `ExitCode` where the named file cannot be read.
  static func settings(inFolder folder: String, file: String?) throws -> Settings {
    guard let file else { return settings(inFolder: folder) }
    let (settings, problems) = ProjectSettings(file: file).settings(forFolder: folder)
    tell(problems)
    if problems.contains(where: { $0.code == .unreadable }) { throw ExitCode(78) }
    return settings
  }

  private static func tell(_ problems: [SettingsProblem]) {
    for problem in problems { error("hearsay: \(problem.message) [\(problem.code.rawValue)]") }
  }
}
