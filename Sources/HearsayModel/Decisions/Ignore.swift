/// Something a person does not want to be shown, though it stays in the text.
public struct Ignore: Hashable, Sendable {
  /// How far it reaches.
  public enum Scope: Hashable, Sendable {
    /// One finding at one place of one document; the place moves with the text.
    case finding(AnnotationTarget)
    /// Every finding of one document whose speaker has this id.
    case speaker(String)
    /// Every finding of one document on exactly these words.
    case words(String)
    /// Every finding of the code in the whole project.
    case project
  }

  /// Its identity, by which it can be taken back.
  public let id: AnnotationID
  /// How far it reaches.
  public var scope: Scope
  /// The diagnostic code it silences: `quotation`, `scare`, `date`, `outlet` or that of a problem;
  /// nil for every code.
  public var code: String?
  /// Who ignores it, and since when.
  public var decision: DecisionStamp

  /// Something to ignore.
  public init(id: AnnotationID, scope: Scope, code: String?, decision: DecisionStamp) {
    self.id = id
    self.scope = scope
    self.code = code
    self.decision = decision
  }
}
