/// What an annotation is after everything known about it was taken together.
///
/// A function of the set of its operations: in which order they came does not matter, nor do
/// clocks. So two stores that hold the same operations show the same.
public struct AnnotationState: Hashable, Sendable {
  /// One version of something, with who wrote it.
  public struct Version: Hashable, Sendable {
    /// The operation that wrote it.
    public let operation: OperationID
    /// The value as JSON; empty for a deletion.
    public let value: [UInt8]
    /// Who, for display.
    public let author: String
    /// When, for display.
    public let time: String
    /// Whether the operation deleted the annotation.
    public let isDeletion: Bool
  }

  /// A field and its newest versions.
  public struct FieldState: Hashable, Sendable {
    /// The field's name.
    public let name: String
    /// The versions nobody replaced, in the order of their operations' names; never empty.
    public let versions: [Version]

    /// The value that is shown where only one can be.
    public var value: [UInt8] { versions.first?.value ?? [] }
    /// Whether two people gave it different values without knowing of each other, and it is for an
    /// analyst to say which one holds.
    public var isContested: Bool {
      !AnnotationState.settledFields.contains(name) && versions.contains { $0.value != value }
    }
  }

  /// Whether the annotation is deleted.
  public enum Deletion: Hashable, Sendable {
    /// It is there.
    case none
    /// It is deleted, and everybody who changed it knew or was known.
    case deleted
    /// Somebody deleted what somebody else changed at the same time: it stays visible.
    case contested(deletions: [Version], edits: [Version])
  }

  /// Fields on which nobody can disagree: who made and who decided last, and how sure a suggestion
  /// was.
  ///
  /// All versions are kept; which one is shown is the store's rule.
  public static let settledFields: Set<String> = ["creation", "decision", "confidence"]

  /// The fields by name.
  public let fields: [FieldState]
  /// The tags it has, in order.
  ///
  /// Where one puts on and another takes off a tag, it stays on.
  public let tags: [String]
  /// Whether it is deleted.
  public let deletion: Deletion
  /// The newest operations this version understands: the parents of whatever is done next.
  public let heads: [OperationID]

  /// A state whose parts are known.
  init(fields: [FieldState], tags: [String], deletion: Deletion, heads: [OperationID]) {
    self.fields = fields
    self.tags = tags
    self.deletion = deletion
    self.heads = heads
  }

  /// Whether it is shown.
  public var isVisible: Bool { !fields.isEmpty && deletion != .deleted }

  /// A field's state, or nil where it was never set.
  public subscript(name: String) -> FieldState? { fields.first { $0.name == name } }
}

/// A place where two people disagree, and an analyst has to say what holds.
public struct Conflict: Hashable, Sendable {
  /// What they disagree about.
  public enum Matter: Hashable, Sendable {
    /// A field has several values.
    case field(String)
    /// One deleted what another changed.
    case deletion
  }

  /// What they disagree about.
  public let matter: Matter
  /// The versions; of a deletion first who deleted, then who changed.
  public let versions: [AnnotationState.Version]
}

extension AnnotationState {
  /// What an analyst has to decide, fields first.
  public var conflicts: [Conflict] {
    var result = fields.filter(\.isContested).map {
      Conflict(matter: .field($0.name), versions: $0.versions)
    }
    if case .contested(let deletions, let edits) = deletion {
      result.append(Conflict(matter: .deletion, versions: deletions + edits))
    }
    return result
  }
}
