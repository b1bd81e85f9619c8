/// Params of `workspace/didChangeWorkspaceFolders`.
public struct DidChangeWorkspaceFoldersParams: Hashable, Sendable, Decodable {
  /// Folders that came and went.
  public struct Event: Hashable, Sendable, Decodable {
    /// Folders that came.
    public let added: [WorkspaceFolder]?
    /// Folders that went.
    public let removed: [WorkspaceFolder]?
  }

  /// What changed.
  public let event: Event
}

/// A folder the client has opened.
public struct WorkspaceFolder: Hashable, Sendable, Decodable {
  /// The folder's URI.
  public let uri: String
}
