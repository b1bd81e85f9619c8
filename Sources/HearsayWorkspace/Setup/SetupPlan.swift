/// What has to happen to one file.
public struct SetupChange: Hashable, Sendable {
  /// What happens.
  public enum Kind: Hashable, Sendable {
    /// It is as it should be.
    case nothing
    /// It is made.
    case make
    /// It is changed; what it was before is kept beside it, unless it was ours.
    case change(backup: Bool)
    /// It is taken away.
    case remove
    /// What it was before comes back.
    case restore
    /// Somebody has changed it since; it is left alone.
    case keep
  }

  /// The file's absolute path, symbolic links followed.
  public let path: String
  /// What happens.
  public let kind: Kind
  /// What it holds afterwards; nil where it is not there.
  let after: [UInt8]?
  /// Whether it held something of ours before.
  let heldOurs: Bool

  /// Where what it held before is kept, as far as somebody had written it.
  public let backup: String
}

/// How far an editor is set up.
public enum SetupState: String, Sendable {
  /// Everything is where it belongs.
  case done
  /// Something is there, but not all of it or not as this program brings it.
  case outdated
  /// Nothing is there.
  case absent
}
