/// Params of `workspace/didChangeConfiguration`.
public struct DidChangeConfigurationParams: Hashable, Sendable, Decodable {
  /// The settings, or nil where the client wants to be asked for them.
  public let settings: LSPAny?
}
