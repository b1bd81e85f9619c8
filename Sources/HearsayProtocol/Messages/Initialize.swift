public import HearsayJSON

/// Params of `initialize`, as far as they matter here; every one may be null or absent.
public struct InitializeParams: Hashable, Sendable, Decodable {
  /// What the client calls itself, or nil.
  public let clientInfo: ClientInfo?
  /// The process that started the server, or nil where it need not be watched.
  public let processId: Int?
  /// The opened folder, older than `workspaceFolders`.
  public let rootUri: String?
  /// The opened folder as a path, older still.
  public let rootPath: String?
  /// The opened folders.
  public let workspaceFolders: [WorkspaceFolder]?
  /// What the client can do.
  public let capabilities: ClientCapabilities?
  /// Settings the user gave for this server.
  public let initializationOptions: LSPAny?

  /// What a client calls itself.
  public struct ClientInfo: Hashable, Sendable, Decodable {
    /// Its name.
    public let name: String?
    /// Its version.
    public let version: String?
  }
}

/// Result of `initialize`.
public struct InitializeResult: Hashable, Sendable {
  /// The position encoding to announce, or nil where the client offered none.
  public let positionEncoding: PositionEncoding?
  /// Whether diagnostics can be pulled.
  public let offersPullDiagnostics: Bool
  /// Commands that can be carried out.
  public let commands: [String]
  /// What numbers in semantic tokens stand for.
  public let legend: SemanticTokensLegend
  /// The scheme of documents whose text the server gives, or nil.
  public let contentScheme: String?
  /// The program's version.
  public let version: String

  /// What is announced to a client.
  public init(
    positionEncoding: PositionEncoding?, offersPullDiagnostics: Bool, commands: [String] = [],
    legend: SemanticTokensLegend, contentScheme: String? = nil, version: String
  ) {
    self.contentScheme = contentScheme
    self.legend = legend
    self.commands = commands
    self.positionEncoding = positionEncoding
    self.offersPullDiagnostics = offersPullDiagnostics
    self.version = version
  }

  /// Writes the result as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("capabilities")
      writer.object { writer in writeCapabilities(to: &writer) }
      writer.key("serverInfo")
      writer.object { writer in
        writer.key("name")
        writer.string("hearsay")
        writer.key("version")
        writer.string(version)
      }
    }
  }

  private func writeCapabilities(to writer: inout JSONWriter) {
    if let positionEncoding {
      writer.key("positionEncoding")
      writer.string(positionEncoding.rawValue)
    }
    writer.raw(
      """
      "textDocumentSync":{"openClose":true,"change":2,"save":{"includeText":false}}
      """)
    writer.raw(
      """
      "hoverProvider":true,"documentSymbolProvider":true,\
      "inlayHintProvider":{"resolveProvider":true},\
      "definitionProvider":true,"typeHierarchyProvider":true,"callHierarchyProvider":true,\
      "referencesProvider":true,"renameProvider":{"prepareProvider":true},\
      "workspaceSymbolProvider":true,\
      "documentHighlightProvider":true,"foldingRangeProvider":true,\
      "selectionRangeProvider":true,"documentLinkProvider":{"resolveProvider":true},\
      "codeLensProvider":{"resolveProvider":false},\
      "completionProvider":{"triggerCharacters":[":"," ","\\""]},\
      "codeActionProvider":{"codeActionKinds":["quickfix","refactor","source"]}
      """)
    writer.key("semanticTokensProvider")
    writer.object { writer in
      writer.key("legend")
      legend.write(to: &writer)
      writer.raw("\"range\":true,\"full\":{\"delta\":true}")
    }
    writer.key("executeCommandProvider")
    writer.object { writer in
      writer.key("commands")
      writer.array { writer in
        for command in commands { writer.string(command) }
      }
    }
    if offersPullDiagnostics {
      writer.raw(
        """
        "diagnosticProvider":{"identifier":"hearsay","interFileDependencies":false,\
        "workspaceDiagnostics":true}
        """)
    }
    writer.key("workspace")
    writer.object { writer in
      writer.raw("\"workspaceFolders\":{\"supported\":true,\"changeNotifications\":true}")
      if let contentScheme {
        writer.key("textDocumentContent")
        writer.object { writer in
          writer.key("schemes")
          writer.array { $0.string(contentScheme) }
        }
      }
    }
  }
}
