/// Params of `workspace/executeCommand`.
public struct ExecuteCommandParams: Hashable, Sendable, Decodable {
  /// The command's name.
  public let command: String
  /// Its arguments, or nil.
  public let arguments: [LSPAny]?
}
