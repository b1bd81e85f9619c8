internal import HearsayProtocol
internal import HearsayText

/// What clients do that their capabilities do not say: the whole table, and how each is met.
///
/// Most are met for everybody, since what is right for the client with the quirk harms no other.
/// Where that cannot be, capabilities tell, and a client's name only where nothing else does. Each
/// was seen in a real client, whose parameters are a fixture of the tests.
enum ClientQuirk: String, CaseIterable, Sendable {
  /// ALE 3.3 and 4.0 send and take columns as bytes and offer no encoding.
  case countsBytes
  /// vim-lsp, and lsp-mode before 9, count code points and offer no encoding.
  case countsCodePoints
  /// Kate 22.12 applies every action it gets for a diagnostic, asking about the whole document; it
  /// gets the preferred one alone.
  case appliesEveryAction
  /// Neovim 0.7 gives columns of diagnostics back in bytes; their lines are believed.
  case givesColumnsBackWrongly
  /// vim-lsp asks for actions of the kind with the empty name, which means all.
  case asksForEmptyKind
  /// Kate and ALE give actions back without their data, vim-lsp without diagnostics; actions come
  /// from the server's own state and say all in their command.
  case dropsActionData
  /// JupyterLab and sansio-lsp-client know no actions but commands.
  case knowsCommandsOnly
  /// Kate 22.12 sends `shutdown` as a notification.
  case notifiesShutdown
  /// eglot 1.9 kills the server as soon as `shutdown` is answered; decisions are stored before.
  case killsAfterShutdown
  /// eglot 1.9 leaves what comes behind an answer unread; diagnostics come before it.
  case readsNoFurtherThanAnswers
  /// ALE answers no request; nothing waits for an answer.
  case answersNothing
  /// Clients without settings answer `workspace/configuration` with `[null]`.
  case answersNull
  /// JupyterLab sends the same version again; the text counts, not its number.
  case repeatsVersions
  /// lsp-mode 8 and JupyterLab name no process to be watched.
  case namesNoProcess

  /// How it is known that a client has it.
  enum Basis: Sendable {
    /// It need not be known: everybody is served alike.
    case everybody
    /// A request shows it.
    case request
    /// The parameters of `initialize` show it.
    case parameters(@Sendable (InitializeParams) -> Bool)
  }

  /// How it is known that a client has it.
  var basis: Basis {
    switch self {
    case .countsBytes: .parameters { $0.offersNoEncoding && $0.looksLikeALE }
    case .countsCodePoints:
      // The recorded parameters of both differ from those of clients that count rightly in nothing
      // but features; eglot calls itself otherwise, and newer lsp-mode offers encodings.
      .parameters { $0.offersNoEncoding && ["vim-lsp", "emacs"].contains($0.clientInfo?.name) }
    case .knowsCommandsOnly:
      .parameters { !ClientProfile($0.capabilities).showsCodeActions }
    case .namesNoProcess: .parameters { $0.processId == nil }
    case .appliesEveryAction, .givesColumnsBackWrongly, .asksForEmptyKind: .request
    case .dropsActionData, .notifiesShutdown, .killsAfterShutdown, .readsNoFurtherThanAnswers,
      .answersNothing, .answersNull, .repeatsVersions:
      .everybody
    }
  }

  /// The quirks that the parameters of `initialize` show.
  static func recognised(in params: InitializeParams) -> Set<ClientQuirk> {
    Set(
      allCases.filter { quirk in
        if case .parameters(let shows) = quirk.basis { shows(params) } else { false }
      })
  }
}

extension Set<ClientQuirk> {
  /// What columns count in a client that does not say so, or nil for what it says.
  var unit: TextUnit? {
    if contains(.countsBytes) { return .utf8 }
    return contains(.countsCodePoints) ? .utf32 : nil
  }
}

extension InitializeParams {
  fileprivate var offersNoEncoding: Bool {
    (capabilities?.general?.positionEncodings ?? []).isEmpty
  }

  /// ALE says nothing of itself, but no other client knows actions and none of their kinds.
  fileprivate var looksLikeALE: Bool {
    guard
      case .object(let literals)? = capabilities?.textDocument?.codeAction?
        .codeActionLiteralSupport, case .object(let kinds)? = literals["codeActionKind"]
    else { return false }
    return clientInfo == nil && kinds["valueSet"] == .array([])
  }
}
