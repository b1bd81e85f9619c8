/// Why an editor could not be set up; nothing was written then.
public enum SetupError: Error, Hashable, Sendable {
  /// A file of the user's cannot be changed by a program without guessing.
  case byHand(path: String, reason: String)
  /// A file or folder cannot be read.
  case unreadable(path: String)
  /// A file or folder cannot be written.
  case unwritable(path: String)

  /// Stable code for scripts and searches.
  public var code: String {
    switch self {
    case .byHand: "setup-by-hand"
    case .unreadable: "setup-unreadable"
    case .unwritable: "setup-not-writable"
    }
  }

  /// The file it is about.
  public var path: String {
    switch self {
    case .byHand(let path, _), .unreadable(let path), .unwritable(let path): path
    }
  }

  /// One sentence for a person, without full stop.
  public var reason: String {
    switch self {
    case .byHand(_, let reason): "\(reason); nothing was changed, please do it by hand"
    case .unreadable: "it cannot be read"
    case .unwritable: "it cannot be written"
    }
  }

  /// `sysexits` number.
  public var exitStatus: Int32 {
    switch self {
    case .byHand: 65
    case .unreadable: 66
    case .unwritable: 77
    }
  }
}
