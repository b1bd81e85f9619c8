/// Why a decision cannot be carried out; each has a code that never changes.
public enum DecisionError: Error, Hashable, Sendable {
  /// The annotation is not there any more, or its words have changed.
  case stale
  /// The decision makes no sense for this kind of annotation.
  case wrongKind
  /// A person added the annotation: it can be deleted, not rejected.
  case authored
  /// Nobody decided on it and nobody added it, so there is nothing to take away.
  case notStored
  /// No words are given.
  case noWords
  /// The words are annotated already.
  case taken
  /// The value is not one of those that can be.
  case badValue(String)

  /// Stable code for scripts and searches.
  public var code: String {
    switch self {
    case .stale: "stale"
    case .wrongKind: "wrong-kind"
    case .authored: "authored"
    case .notStored: "not-stored"
    case .noWords: "no-words"
    case .taken: "taken"
    case .badValue: "bad-value"
    }
  }

  /// One sentence for a person, without full stop.
  public var reason: String {
    switch self {
    case .stale: "this annotation is not there any more, or its words have changed; look again"
    case .wrongKind: "this cannot be decided on an annotation of this kind"
    case .authored: "a person added this annotation; delete it instead"
    case .notStored: "nobody has decided on this, so there is nothing to take away"
    case .noWords: "select the words first"
    case .taken: "these words have an annotation of this kind already; change that one"
    case .badValue(let value): "“\(value)” is not a value that can be set here"
    }
  }
}
