public import HearsayModel
public import HearsaySync

/// A place where two people disagree.
public struct StoredConflict: Hashable, Sendable {
  /// What a conflict is about.
  public enum Topic: Hashable, Sendable {
    /// An annotation.
    case annotation(AnnotationID)
    /// The name to show for a speaker, by the id of the name in texts.
    case speaker(id: String)
    /// An article as a whole: its date, the order of its dates.
    case document
  }

  /// The annotation; nil where it is about a document or a speaker's name.
  public var annotation: AnnotationID?
  /// The annotation as it is shown; nil where it cannot be.
  public var shown: StoredAnnotation?
  /// Path of its document, where one lies here.
  public var path: String?
  /// What they disagree about, and the versions.
  public var conflict: Conflict
  /// What the annotation is called among all devices.
  public var subject: String
}

extension StoredConflict {
  /// What it is about.
  public var topic: Topic {
    if let annotation { return .annotation(annotation) }
    if case .speaker(let id) = SyncSubject(subject) { return .speaker(id: id) }
    return .document
  }

  /// What people and commands call it: the annotation's id, else the subject.
  public var id: String { annotation?.text ?? subject }

  /// One version an analyst may choose.
  public struct Choice: Hashable, Sendable {
    /// The version.
    public let version: AnnotationState.Version
    /// Whether choosing it deletes the annotation.
    public let isDeletion: Bool
    /// What it says, for people.
    public let words: String
    /// Who says so.
    public var author: String { version.author }
  }

  /// The versions in the order of the conflict.
  public var choices: [Choice] {
    conflict.versions.map { version in
      switch conflict.matter {
      case .field: Choice(version: version, isDeletion: false, words: version.words)
      case .deletion:
        Choice(
          version: version, isDeletion: version.isDeletion,
          words: version.isDeletion ? "deleted" : "changed")
      }
    }
  }

  /// Whether the versions can stand side by side, one of them in the remark.
  public var canKeepBoth: Bool {
    guard annotation != nil, case .field(let name) = conflict.matter else { return false }
    return name != Field.target.rawValue
  }
}

extension AnnotationState.Version {
  /// A value as words for people.
  fileprivate var words: String {
    switch FieldText.value(String(decoding: value, as: UTF8.self)) {
    case .text(let text)?: text
    case .speaker(let speaker)?: speaker.name
    case .stretch(let stretch)?: "“\(stretch.exact)”"
    case .target(let target)?: "“\(target.exact)”"
    case .number(let number)?: "\(number)"
    case .stamp(let stamp)?: stamp.author
    case nil: "nothing"
    }
  }
}
