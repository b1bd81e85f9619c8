/// One message of the client, decoded as far as its method is known.
public enum IncomingMessage: Sendable {
  /// A question, to be answered exactly once.
  case request(RequestID, ClientRequest)
  /// Something the client tells.
  case notification(ClientNotification)
  /// The client's answer to a request of ours; the result is nil where it failed.
  case response(RequestID, result: LSPAny?)
  /// Something that cannot be served; to be answered with this error, with the id if one is known.
  case invalid(RequestID?, ResponseError)
}

/// The requests a client can send.
public enum ClientRequest: Sendable {
  /// `initialize`
  case initialize(InitializeParams)
  /// `shutdown`
  case shutdown
  /// `textDocument/hover`
  case hover(HoverParams)
  /// `textDocument/documentSymbol`
  case documentSymbol(DocumentSymbolParams)
  /// `textDocument/diagnostic`
  case documentDiagnostic(DocumentDiagnosticParams)
  /// `textDocument/codeLens`
  case codeLens(CodeLensParams)
  /// `textDocument/completion`
  case completion(CompletionParams)
  /// `textDocument/definition`
  case definition(DefinitionParams)
  /// `textDocument/prepareTypeHierarchy`
  case prepareTypeHierarchy(PrepareTypeHierarchyParams)
  /// `typeHierarchy/supertypes`
  case supertypes(TypeHierarchyParams)
  /// `typeHierarchy/subtypes`
  case subtypes(TypeHierarchyParams)
  /// `textDocument/inlayHint`
  case inlayHint(InlayHintParams)
  /// `inlayHint/resolve`, with the hint as it was given.
  case inlayHintResolve(LSPAny)
  /// `textDocument/semanticTokens/full`
  case semanticTokens(TextDocumentParams)
  /// `textDocument/semanticTokens/full/delta`
  case semanticTokensDelta(SemanticTokensDeltaParams)
  /// `textDocument/semanticTokens/range`
  case semanticTokensRange(SemanticTokensRangeParams)
  /// `textDocument/foldingRange`
  case foldingRange(TextDocumentParams)
  /// `textDocument/selectionRange`
  case selectionRange(SelectionRangeParams)
  /// `textDocument/documentLink`
  case documentLink(TextDocumentParams)
  /// `documentLink/resolve`, with the link as it was given.
  case documentLinkResolve(LSPAny)
  /// `textDocument/documentHighlight`
  case documentHighlight(TextDocumentPositionParams)
  /// `textDocument/prepareCallHierarchy`
  case prepareCallHierarchy(TextDocumentPositionParams)
  /// `callHierarchy/incomingCalls`
  case incomingCalls(CallHierarchyParams)
  /// `callHierarchy/outgoingCalls`
  case outgoingCalls(CallHierarchyParams)
  /// `textDocument/references`
  case references(ReferenceParams)
  /// `textDocument/prepareRename`
  case prepareRename(TextDocumentPositionParams)
  /// `textDocument/rename`
  case rename(RenameParams)
  /// `workspace/symbol`
  case workspaceSymbol(WorkspaceSymbolParams)
  /// `workspace/diagnostic`
  case workspaceDiagnostic(WorkspaceDiagnosticParams)
  /// `workspace/textDocumentContent`
  case textDocumentContent(TextDocumentContentParams)
  /// `textDocument/codeAction`
  case codeAction(CodeActionParams)
  /// `workspace/executeCommand`
  case executeCommand(ExecuteCommandParams)
  /// A method that is not served here.
  case unknown(method: String)
  /// A method that is served, with params that do not fit it.
  case malformed(method: String, reason: String)

  /// The method's name on the wire.
  public var method: String {
    switch self {
    case .initialize: "initialize"
    case .shutdown: "shutdown"
    case .hover: "textDocument/hover"
    case .documentSymbol: "textDocument/documentSymbol"
    case .documentDiagnostic: "textDocument/diagnostic"
    case .codeLens: "textDocument/codeLens"
    case .completion: "textDocument/completion"
    case .definition: "textDocument/definition"
    case .prepareTypeHierarchy: "textDocument/prepareTypeHierarchy"
    case .supertypes: "typeHierarchy/supertypes"
    case .subtypes: "typeHierarchy/subtypes"
    case .inlayHint: "textDocument/inlayHint"
    case .inlayHintResolve: "inlayHint/resolve"
    case .semanticTokens: "textDocument/semanticTokens/full"
    case .semanticTokensDelta: "textDocument/semanticTokens/full/delta"
    case .semanticTokensRange: "textDocument/semanticTokens/range"
    case .foldingRange: "textDocument/foldingRange"
    case .selectionRange: "textDocument/selectionRange"
    case .documentLink: "textDocument/documentLink"
    case .documentLinkResolve: "documentLink/resolve"
    case .documentHighlight: "textDocument/documentHighlight"
    case .prepareCallHierarchy: "textDocument/prepareCallHierarchy"
    case .incomingCalls: "callHierarchy/incomingCalls"
    case .outgoingCalls: "callHierarchy/outgoingCalls"
    case .references: "textDocument/references"
    case .prepareRename: "textDocument/prepareRename"
    case .rename: "textDocument/rename"
    case .workspaceSymbol: "workspace/symbol"
    case .workspaceDiagnostic: "workspace/diagnostic"
    case .textDocumentContent: "workspace/textDocumentContent"
    case .codeAction: "textDocument/codeAction"
    case .executeCommand: "workspace/executeCommand"
    case .unknown(let method), .malformed(let method, _): method
    }
  }
}

/// The notifications a client can send.
public enum ClientNotification: Sendable {
  /// `initialized`
  case initialized
  /// `exit`
  case exit
  /// `shutdown`, which some clients send without an id.
  case shutdown
  /// `$/cancelRequest`
  case cancel(CancelParams)
  /// `textDocument/didOpen`
  case didOpen(DidOpenTextDocumentParams)
  /// `textDocument/didChange`
  case didChange(DidChangeTextDocumentParams)
  /// `textDocument/didClose`
  case didClose(DidCloseTextDocumentParams)
  /// `textDocument/didSave`
  case didSave(DidSaveTextDocumentParams)
  /// `workspace/didChangeConfiguration`
  case didChangeConfiguration(DidChangeConfigurationParams)
  /// `workspace/didChangeWorkspaceFolders`
  case didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams)
  /// `window/workDoneProgress/cancel`
  case cancelProgress(WorkDoneProgressCancelParams)
  /// `workspace/didChangeWatchedFiles`; which files does not matter.
  case didChangeWatchedFiles
  /// A method that means nothing here.
  case unknown(method: String)
  /// A method that means something, with params that do not fit it.
  case malformed(method: String, reason: String)
}
