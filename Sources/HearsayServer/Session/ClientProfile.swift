internal import HearsayProtocol
internal import HearsayText

/// What the client can do, read off its capabilities once.
struct ClientProfile: Hashable, Sendable {
  /// Position encodings it offers, the preferred one first; unknown ones are left out.
  let offeredEncodings: [PositionEncoding]
  /// Whether it pulls diagnostics, so that none are pushed.
  let pullsDiagnostics: Bool
  /// Whether diagnostics may name other places.
  let showsRelatedInformation: Bool
  /// Whether diagnostics may carry an address about their code.
  let showsCodeDescription: Bool
  /// The markup for hovers.
  let hoverMarkup: MarkupKind
  /// Whether an outline may have levels.
  let showsSymbolTree: Bool
  /// Methods it asks again when an edit made the answer stale.
  let retriedMethods: Set<String>
  /// Whether it may be asked for settings.
  let answersConfiguration: Bool
  /// Whether it wants a registration before it tells of changed settings.
  let registersConfiguration: Bool
  /// Whether it can be told to pull diagnostics again.
  let refreshesDiagnostics: Bool
  /// Whether it can be told to ask for inlay hints again.
  let refreshesInlayHints: Bool
  /// Whether it can be told to ask for semantic tokens again.
  let refreshesTokens: Bool
  /// The semantic token types it has colours for; empty where it does not say.
  let tokenTypes: [String]
  /// Whether it asks for the link of an inlay hint when that is needed.
  let resolvesHintLinks: Bool
  /// How many folding ranges it takes at most, or nil.
  let foldingLimit: Int?
  /// Whether it folds whole lines only.
  let foldsLines: Bool
  /// Whether it asks for the text of documents that are no files.
  let asksForContent: Bool
  /// Whether it shows how far work has come.
  let showsProgress: Bool
  /// Whether it wants a registration before it tells of files that changed outside of it.
  let registersWatchers: Bool
  /// Whether it can be asked to show a document.
  let showsDocuments: Bool
  /// Whether it can be asked to edit a document.
  let appliesEdits: Bool
  /// Whether a code action may be more than a command.
  let showsCodeActions: Bool
  /// What it does that its capabilities do not say.
  var quirks: Set<ClientQuirk> = []

  /// The profile of a client with these capabilities; nil is a client that can do nothing special.
  init(_ capabilities: ClientCapabilities?) {
    let document = capabilities?.textDocument
    let push = document?.publishDiagnostics
    let pull = document?.diagnostic
    offeredEncodings = (capabilities?.general?.positionEncodings ?? []).compactMap {
      PositionEncoding(rawValue: $0)
    }
    pullsDiagnostics = pull != nil
    showsRelatedInformation =
      (push?.relatedInformation ?? false) || (pull?.relatedInformation ?? false)
    showsCodeDescription =
      (push?.codeDescriptionSupport ?? false) || (pull?.codeDescriptionSupport ?? false)
    let markdown = MarkupKind.markdown.rawValue
    hoverMarkup =
      document?.hover?.contentFormat?.contains(markdown) ?? false ? .markdown : .plaintext
    showsSymbolTree = document?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
    retriedMethods = Set(
      capabilities?.general?.staleRequestSupport?.retryOnContentModified ?? [])
    answersConfiguration = capabilities?.workspace?.configuration ?? false
    registersConfiguration =
      capabilities?.workspace?.didChangeConfiguration?.dynamicRegistration ?? false
    refreshesDiagnostics = capabilities?.workspace?.diagnostics?.refreshSupport ?? false
    refreshesInlayHints = capabilities?.workspace?.inlayHint?.refreshSupport ?? false
    refreshesTokens = capabilities?.workspace?.semanticTokens?.refreshSupport ?? false
    tokenTypes = document?.semanticTokens?.tokenTypes ?? []
    resolvesHintLinks =
      document?.inlayHint?.resolveSupport?.properties?.contains("label.location") ?? false
    foldingLimit = document?.foldingRange?.rangeLimit
    foldsLines = document?.foldingRange?.lineFoldingOnly ?? false
    asksForContent = capabilities?.workspace?.textDocumentContent != nil
    showsProgress = capabilities?.window?.workDoneProgress ?? false
    registersWatchers =
      capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    showsDocuments = capabilities?.window?.showDocument?.support ?? false
    appliesEdits = capabilities?.workspace?.applyEdit ?? false
    let literals = document?.codeAction?.codeActionLiteralSupport
    showsCodeActions = literals != nil && literals != .null
  }
}

extension PositionEncoding {
  /// The unit the encoding counts.
  var unit: TextUnit {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .utf32
    }
  }
}
