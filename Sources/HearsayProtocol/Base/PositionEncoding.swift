/// What the `character` of a position counts.
public enum PositionEncoding: String, Hashable, Sendable, CaseIterable {
  /// Bytes of UTF-8.
  case utf8 = "utf-8"
  /// UTF-16 code units, the default.
  case utf16 = "utf-16"
  /// Unicode scalar values.
  case utf32 = "utf-32"
}
