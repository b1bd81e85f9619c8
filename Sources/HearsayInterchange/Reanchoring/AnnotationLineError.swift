public import HearsayJSON

/// Why a line is no annotation that can be moved; each has a code that never changes.
public enum AnnotationLineError: Error, Hashable, Sendable {
  /// The line is no JSON.
  case notJSON(JSONReadError)
  /// The line is JSON and no object.
  case notAnObject
  /// It has no `target`, or one with neither offsets nor `exact`.
  case noTarget
  /// `start` and `end` are no code-point offsets of the old text.
  case badOffsets
  /// It is longer than the bytes given.
  case tooLong(limit: Int)

  /// Stable code for scripts and searches.
  public var code: String {
    switch self {
    case .notJSON: "not-json"
    case .notAnObject: "not-an-object"
    case .noTarget: "no-target"
    case .badOffsets: "bad-offsets"
    case .tooLong: "too-long"
    }
  }

  /// One sentence for a person, without full stop.
  public var reason: String {
    switch self {
    case .notJSON(let error): "is no JSON: \(error.reason.rawValue) (byte \(error.offset))"
    case .notAnObject: "is no JSON object"
    case .noTarget: "has no target with offsets or exact words"
    case .badOffsets: "has a target whose start and end are no places of the old text"
    case .tooLong(let limit): "is longer than \(limit) bytes"
    }
  }
}
