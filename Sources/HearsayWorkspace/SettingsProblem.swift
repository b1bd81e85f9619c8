/// A setting that was given and could not be used; the value before it stays in force.
public struct SettingsProblem: Hashable, Sendable {
  /// What is wrong with the value.
  public enum Code: String, Sendable, CaseIterable {
    /// It is no table of settings at all.
    case notATable = "settings-not-a-table"
    /// It has another type than the setting.
    case wrongType = "setting-wrong-type"
    /// It has the right type and no meaning here.
    case unknownValue = "setting-unknown-value"
    /// There is no such setting; told in the file alone, since a newer program may know it.
    case unknownKey = "setting-unknown"
    /// The file that holds it cannot be read.
    case unreadable = "settings-unreadable"
  }

  /// What is wrong.
  public let code: Code
  /// The setting's name with dots between its parts, or the file's path.
  public let setting: String
  /// One sentence for the user, without the code.
  public let message: String

  /// A setting that could not be used.
  public init(_ code: Code, setting: String, message: String) {
    self.code = code
    self.setting = setting
    self.message = message
  }
}
