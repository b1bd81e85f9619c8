/// Where settings come from before an editor adds its own.
public protocol SettingsSource: Sendable {
  /// The settings in force in a folder, with what could not be used.
  ///
  /// - Parameter folder: An absolute path, or nil for a document that lies in no folder.
  func settings(forFolder folder: String?) -> (settings: Settings, problems: [SettingsProblem])

  /// The file in force in a folder, with its path; nil where settings come from no file.
  func file(forFolder folder: String?) -> (path: String, file: SettingsFile)?

  /// Whether something that was read before has changed since; the next question reads it anew.
  ///
  /// Asked at most once a second.
  func changed() -> Bool
}

extension SettingsSource {
  /// None.
  public func file(forFolder folder: String?) -> (path: String, file: SettingsFile)? { nil }
}

/// Settings that are the same everywhere and never change.
public struct FixedSettings: SettingsSource {
  private let fixed: Settings

  /// A source that always gives these settings.
  public init(_ settings: Settings = Settings()) {
    fixed = settings
  }

  /// The settings it was made with.
  public func settings(
    forFolder folder: String?
  ) -> (settings: Settings, problems: [SettingsProblem]) {
    (fixed, [])
  }

  /// Never.
  public func changed() -> Bool { false }
}
