/// Params of `workspace/executeCommand`.
public struct ExecuteCommandParams: Hashable, Sendable, Decodable {
  /// The command's name.
  public let command: String
  /// Its arguments, or nil.
  public let arguments: [LSPAny]?

  /// A command with its arguments.
  public init(command: String, arguments: [LSPAny]?) {
    self.command = command
    self.arguments = arguments
  }
}
