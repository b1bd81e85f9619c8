/// A value as a settings file or an editor gives it, whatever the outer format.
public enum SettingValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// Yes or no.
  case bool(Bool)
  /// Any number.
  case number(Double)
  /// A string.
  case string(String)
  /// A list.
  case array([SettingValue])
  /// A table.
  case object([String: SettingValue])
}
