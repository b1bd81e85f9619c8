internal import HearsayWorkspace

/// Where the pages about the codes of diagnostics are.
enum CodeDocumentation: Sendable {
  /// On one page, whose anchors are the codes.
  case page(String)
  /// In documents whose text the client asks for.
  case content
  /// In files of their own.
  case files(CodePages)

  /// The address of the page about a code.
  func address(of code: String) -> String {
    switch self {
    case .page(let address): "\(address)#\(code)"
    case .content: ContentAddress.code(code).uri
    case .files(let pages): DocumentURI.uri(ofPath: pages.path(of: code))
    }
  }
}
