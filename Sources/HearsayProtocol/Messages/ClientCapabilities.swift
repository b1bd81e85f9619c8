/// What a client says it can do, as far as it is asked here; every member may be null or absent.
public struct ClientCapabilities: Hashable, Sendable, Decodable {
  /// Capabilities about the protocol itself.
  public let general: General?
  /// Capabilities about single documents.
  public let textDocument: TextDocument?
  /// Capabilities about the workspace.
  public let workspace: Workspace?
  /// Capabilities about windows.
  public let window: Window?

  /// Capabilities about windows.
  public struct Window: Hashable, Sendable, Decodable {
    /// About showing documents.
    public let showDocument: ShowDocument?
    /// Whether the server may show how far it has come.
    public let workDoneProgress: Bool?
  }

  /// About showing documents.
  public struct ShowDocument: Hashable, Sendable, Decodable {
    /// Whether the client can be asked to.
    public let support: Bool?
  }

  /// Capabilities about the protocol itself.
  public struct General: Hashable, Sendable, Decodable {
    /// Offered position encodings, the preferred one first.
    public let positionEncodings: [String]?
    /// What happens to requests an edit made stale.
    public let staleRequestSupport: StaleRequestSupport?
  }

  /// What a client does about requests an edit made stale.
  public struct StaleRequestSupport: Hashable, Sendable, Decodable {
    /// Methods that are asked again after `ContentModified`.
    public let retryOnContentModified: [String]?
  }

  /// Capabilities about single documents.
  public struct TextDocument: Hashable, Sendable, Decodable {
    /// About pushed diagnostics.
    public let publishDiagnostics: PublishDiagnostics?
    /// About pulled diagnostics; present where the client pulls.
    public let diagnostic: PullDiagnostics?
    /// About hovers.
    public let hover: HoverSupport?
    /// About outlines.
    public let documentSymbol: DocumentSymbolSupport?
    /// About code actions.
    public let codeAction: CodeActionSupport?
    /// About inlay hints.
    public let inlayHint: InlayHintSupport?
    /// About semantic tokens.
    public let semanticTokens: SemanticTokensSupport?
    /// About folding.
    public let foldingRange: FoldingRangeSupport?
  }

  /// About inlay hints.
  public struct InlayHintSupport: Hashable, Sendable, Decodable {
    /// Present where the client asks later for what it was not given.
    public let resolveSupport: ResolveSupport?
  }

  /// What a client asks for later.
  public struct ResolveSupport: Hashable, Sendable, Decodable {
    /// The properties it can do without at first.
    public let properties: [String]?
  }

  /// About semantic tokens.
  public struct SemanticTokensSupport: Hashable, Sendable, Decodable {
    /// The types the client has colours for.
    public let tokenTypes: [String]?
    /// Whether a token may go over several lines.
    public let multilineTokenSupport: Bool?
  }

  /// About folding.
  public struct FoldingRangeSupport: Hashable, Sendable, Decodable {
    /// How many ranges of a document the client takes at most.
    public let rangeLimit: Int?
    /// Whether it folds whole lines and nothing else.
    public let lineFoldingOnly: Bool?
  }

  /// About pushed diagnostics.
  public struct PublishDiagnostics: Hashable, Sendable, Decodable {
    /// Whether other places are shown.
    public let relatedInformation: Bool?
    /// Whether an address about the code is shown.
    public let codeDescriptionSupport: Bool?
  }

  /// About pulled diagnostics.
  public struct PullDiagnostics: Hashable, Sendable, Decodable {
    /// Whether other places are shown.
    public let relatedInformation: Bool?
    /// Whether an address about the code is shown.
    public let codeDescriptionSupport: Bool?
  }

  /// About hovers.
  public struct HoverSupport: Hashable, Sendable, Decodable {
    /// Markup the client can show, the preferred one first.
    public let contentFormat: [String]?
  }

  /// About outlines.
  public struct DocumentSymbolSupport: Hashable, Sendable, Decodable {
    /// Whether entries may stand below entries.
    public let hierarchicalDocumentSymbolSupport: Bool?
  }

  /// About code actions.
  public struct CodeActionSupport: Hashable, Sendable, Decodable {
    /// Present where an action may be more than a command; what it holds does not matter.
    public let codeActionLiteralSupport: LSPAny?
  }

  /// Capabilities about the workspace.
  public struct Workspace: Hashable, Sendable, Decodable {
    /// Whether the client can be asked to edit documents.
    public let applyEdit: Bool?
    /// Whether `workspace/configuration` may be asked.
    public let configuration: Bool?
    /// About configuration changes.
    public let didChangeConfiguration: DynamicRegistration?
    /// About pulled diagnostics of the workspace.
    public let diagnostics: Refresh?
    /// About inlay hints.
    public let inlayHint: Refresh?
    /// About semantic tokens.
    public let semanticTokens: Refresh?
    /// About changes of files outside of the editor.
    public let didChangeWatchedFiles: DynamicRegistration?
    /// Present where the server may give the text of documents that are no files.
    public let textDocumentContent: DynamicRegistration?
  }

  /// Whether a feature may be registered later.
  public struct DynamicRegistration: Hashable, Sendable, Decodable {
    /// Whether it may.
    public let dynamicRegistration: Bool?
  }

  /// Whether a client can be told to ask again.
  public struct Refresh: Hashable, Sendable, Decodable {
    /// Whether it can.
    public let refreshSupport: Bool?
  }
}
