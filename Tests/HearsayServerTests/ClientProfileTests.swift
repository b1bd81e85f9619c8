import HearsayProtocol
import HearsayText
import Testing

@testable import HearsayServer

/// Capabilities as editors send them, cut down to what is read here.
@Suite("Clients as they are")
struct ClientProfileTests {
  static let clients: [(name: String, capabilities: String, profile: String)] = [
    (
      "Neovim 0.12",
      #"{"general":{"positionEncodings":["utf-8","utf-16","utf-32"]},"workspace":{"#
        + #""configuration":true,"didChangeConfiguration":{"dynamicRegistration":false},"#
        + #""diagnostics":{"refreshSupport":true}},"textDocument":{"diagnostic":{"#
        + #""relatedInformation":true,"dataSupport":true},"hover":{"contentFormat":["markdown","#
        + #""plaintext"]},"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"#
        + #""publishDiagnostics":{"relatedInformation":true,"tagSupport":{"valueSet":[1,2]}}}}"#,
      "utf-8 pull related markdown tree configuration refresh"
    ),
    (
      "Kate 22.12",
      #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true},"hover":{"#
        + #""contentFormat":["markdown","plaintext"]},"publishDiagnostics":{"#
        + #""relatedInformation":true}},"workspace":{"workspaceFolders":true}}"#,
      "utf-16 push related markdown tree"
    ),
    (
      "ALE 3.3",
      #"{"workspace":{"configuration":false,"didChangeConfiguration":{"#
        + #""dynamicRegistration":false}},"textDocument":{"documentSymbol":{"#
        + #""hierarchicalDocumentSymbolSupport":false},"publishDiagnostics":{"#
        + #""relatedInformation":true},"hover":{"contentFormat":["plaintext"]}}}"#,
      "utf-16 push related plaintext flat"
    ),
    (
      "eglot, Emacs 30",
      #"{"general":{"positionEncodings":["utf-32","utf-8","utf-16"]},"workspace":{"#
        + #""configuration":true},"textDocument":{"publishDiagnostics":{"relatedInformation":false,"#
        + #""codeDescriptionSupport":false}}}"#,
      "utf-32 push plaintext flat configuration"
    ),
    (
      "VS Code",
      #"{"general":{"positionEncodings":["utf-16"],"staleRequestSupport":{"cancel":true,"#
        + #""retryOnContentModified":["textDocument/semanticTokens/full"]}},"workspace":{"#
        + #""configuration":true,"didChangeConfiguration":{"dynamicRegistration":true},"#
        + #""diagnostics":{"refreshSupport":true}},"textDocument":{"diagnostic":{"#
        + #""dynamicRegistration":true,"relatedDocumentSupport":false},"publishDiagnostics":{"#
        + #""relatedInformation":true,"codeDescriptionSupport":true}}}"#,
      "utf-16 pull related codes plaintext flat configuration register refresh retry"
    ),
    (
      "null everywhere",
      #"{"general":null,"textDocument":{"publishDiagnostics":null,"diagnostic":null,"hover":{"#
        + #""contentFormat":null},"documentSymbol":null},"workspace":null}"#,
      "utf-16 push plaintext flat"
    ),
  ]

  @Test("What is read off a client", arguments: clients.indices)
  func profile(_ index: Int) {
    let client = ClientProfileTests.clients[index]
    let driver = SessionDriver(capabilities: client.capabilities)
    #expect(ClientProfileTests.words(driver.session) == client.profile, "\(client.name)")
  }

  static func words(_ session: Session) -> String {
    let profile = session.client
    let words: [(Bool, String)] = [
      (true, session.unit.rawValue), (true, profile.pullsDiagnostics ? "pull" : "push"),
      (profile.showsRelatedInformation, "related"), (profile.showsCodeDescription, "codes"),
      (true, profile.hoverMarkup.rawValue), (true, profile.showsSymbolTree ? "tree" : "flat"),
      (profile.answersConfiguration, "configuration"),
      (profile.registersConfiguration, "register"), (profile.refreshesDiagnostics, "refresh"),
      (!profile.retriedMethods.isEmpty, "retry"),
    ]
    return words.filter(\.0).map(\.1).joined(separator: " ")
  }
}
