/// The outer object of a message, decoded together with the params its method asks for.
struct Envelope: Decodable {
  /// What the object says.
  let message: IncomingMessage

  private enum Key: String, CodingKey {
    case id
    case method
    case params
    case result
    case error
  }

  private typealias Container = KeyedDecodingContainer<Key>

  /// Reads id and method, then the params that belong to the method.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var id: RequestID?
    if container.contains(.id), try !container.decodeNil(forKey: .id) {
      id = try? container.decode(RequestID.self, forKey: .id)
      if id == nil {
        message = .invalid(nil, ResponseError(.invalidRequest, "The id is no number or string."))
        return
      }
    }
    guard container.contains(.method) else {
      message = try Envelope.answer(id, in: container)
      return
    }
    guard let method = try? container.decode(String.self, forKey: .method) else {
      message = .invalid(id, ResponseError(.invalidRequest, "The method is no string."))
      return
    }
    if let id {
      message = .request(id, try Envelope.request(method, in: container))
    } else {
      message = .notification(try Envelope.notification(method, in: container))
    }
  }

  /// A message without a method: an answer of the client, or nothing that makes sense.
  private static func answer(_ id: RequestID?, in container: Container) throws -> IncomingMessage {
    guard let id, container.contains(.result) || container.contains(.error) else {
      return .invalid(id, ResponseError(.invalidRequest, "The message has no method."))
    }
    guard container.contains(.result) else { return .response(id, result: nil) }
    return .response(id, result: try container.decode(LSPAny.self, forKey: .result))
  }

  private static func request(_ method: String, in container: Container) throws -> ClientRequest {
    do {
      switch method {
      case "initialize": return .initialize(try container.decode(forKey: .params))
      case "shutdown": return .shutdown
      case "textDocument/hover": return .hover(try container.decode(forKey: .params))
      case "textDocument/documentSymbol":
        return .documentSymbol(try container.decode(forKey: .params))
      case "textDocument/diagnostic":
        return .documentDiagnostic(try container.decode(forKey: .params))
      case "textDocument/codeLens": return .codeLens(try container.decode(forKey: .params))
      case "textDocument/completion": return .completion(try container.decode(forKey: .params))
      case "textDocument/definition": return .definition(try container.decode(forKey: .params))
      case "textDocument/prepareTypeHierarchy":
        return .prepareTypeHierarchy(try container.decode(forKey: .params))
      case "typeHierarchy/supertypes":
        return .supertypes(try container.decode(forKey: .params))
      case "typeHierarchy/subtypes":
        return .subtypes(try container.decode(forKey: .params))
      case "textDocument/inlayHint": return .inlayHint(try container.decode(forKey: .params))
      case "textDocument/codeAction": return .codeAction(try container.decode(forKey: .params))
      case "workspace/executeCommand":
        return .executeCommand(try container.decode(forKey: .params))
      default:
        return try view(method, in: container) ?? hierarchy(method, in: container)
          ?? project(method, in: container) ?? .unknown(method: method)
      }
    } catch let error as DecodingError {
      return .malformed(method: method, reason: try error.reason())
    }
  }

  /// The requests about how a document looks.
  private static func view(_ method: String, in container: Container) throws -> ClientRequest? {
    switch method {
    case "inlayHint/resolve": .inlayHintResolve(try container.decode(forKey: .params))
    case "textDocument/semanticTokens/full":
      .semanticTokens(try container.decode(forKey: .params))
    case "textDocument/semanticTokens/full/delta":
      .semanticTokensDelta(try container.decode(forKey: .params))
    case "textDocument/semanticTokens/range":
      .semanticTokensRange(try container.decode(forKey: .params))
    case "textDocument/foldingRange": .foldingRange(try container.decode(forKey: .params))
    case "textDocument/selectionRange": .selectionRange(try container.decode(forKey: .params))
    case "textDocument/documentLink": .documentLink(try container.decode(forKey: .params))
    case "documentLink/resolve": .documentLinkResolve(try container.decode(forKey: .params))
    default: nil
    }
  }

  /// The requests about who speaks where.
  private static func hierarchy(
    _ method: String, in container: Container
  ) throws -> ClientRequest? {
    switch method {
    case "textDocument/documentHighlight":
      .documentHighlight(try container.decode(forKey: .params))
    case "textDocument/prepareCallHierarchy":
      .prepareCallHierarchy(try container.decode(forKey: .params))
    case "callHierarchy/incomingCalls": .incomingCalls(try container.decode(forKey: .params))
    case "callHierarchy/outgoingCalls": .outgoingCalls(try container.decode(forKey: .params))
    default: nil
    }
  }

  /// The requests about a whole project.
  private static func project(
    _ method: String, in container: Container
  ) throws -> ClientRequest? {
    switch method {
    case "textDocument/references": .references(try container.decode(forKey: .params))
    case "textDocument/prepareRename": .prepareRename(try container.decode(forKey: .params))
    case "textDocument/rename": .rename(try container.decode(forKey: .params))
    case "workspace/symbol": .workspaceSymbol(try container.decode(forKey: .params))
    case "workspace/diagnostic": .workspaceDiagnostic(try container.decode(forKey: .params))
    case "workspace/textDocumentContent":
      .textDocumentContent(try container.decode(forKey: .params))
    default: nil
    }
  }

  private static func notification(
    _ method: String, in container: Container
  ) throws -> ClientNotification {
    do {
      switch method {
      case "initialized": return .initialized
      case "exit": return .exit
      case "shutdown": return .shutdown
      case "$/cancelRequest": return .cancel(try container.decode(forKey: .params))
      case "textDocument/didOpen": return .didOpen(try container.decode(forKey: .params))
      case "textDocument/didChange": return .didChange(try container.decode(forKey: .params))
      case "textDocument/didClose": return .didClose(try container.decode(forKey: .params))
      case "textDocument/didSave": return .didSave(try container.decode(forKey: .params))
      case "workspace/didChangeConfiguration":
        return .didChangeConfiguration(try container.decode(forKey: .params))
      case "workspace/didChangeWorkspaceFolders":
        return .didChangeWorkspaceFolders(try container.decode(forKey: .params))
      case "workspace/didChangeWatchedFiles": return .didChangeWatchedFiles
      case "window/workDoneProgress/cancel":
        return .cancelProgress(try container.decode(forKey: .params))
      default: return .unknown(method: method)
      }
    } catch let error as DecodingError {
      return .malformed(method: method, reason: try error.reason())
    }
  }
}

extension KeyedDecodingContainer {
  /// Decodes the type the caller expects.
  fileprivate func decode<T: Decodable>(forKey key: Key) throws -> T {
    try decode(T.self, forKey: key)
  }
}

extension DecodingError {
  /// What does not fit, with its place; rethrows where the JSON itself may be broken.
  fileprivate func reason() throws -> String {
    switch self {
    case .typeMismatch(_, let context):
      "\(path(context.codingPath)) has the wrong type."
    case .valueNotFound(_, let context):
      "\(path(context.codingPath)) is null."
    case .keyNotFound(let key, let context):
      "\(path(context.codingPath + [key])) is missing."
    default: throw self
    }
  }

  private func path(_ keys: [any CodingKey]) -> String {
    keys.map(\.stringValue).joined(separator: ".")
  }
}
