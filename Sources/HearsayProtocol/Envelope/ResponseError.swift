/// Error codes of JSON-RPC and LSP.
public enum ErrorCode: Int, Sendable, CaseIterable {
  /// The body is no JSON.
  case parseError = -32_700
  /// The JSON is no request, or comes where none is allowed.
  case invalidRequest = -32_600
  /// No such method.
  case methodNotFound = -32_601
  /// The parameters do not fit the method.
  case invalidParams = -32_602
  /// A defect of the server.
  case internalError = -32_603
  /// A request came before `initialize`.
  case serverNotInitialized = -32_002
  /// The client cancelled the request.
  case requestCancelled = -32_800
  /// The request is right and could not be carried out.
  case requestFailed = -32_803
  /// The document changed while the request ran.
  case contentModified = -32_801
}

/// Why a request has no result.
public struct ResponseError: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public let code: ErrorCode
  /// One sentence for a log.
  public let message: String

  /// A failure with its sentence.
  public init(_ code: ErrorCode, _ message: String) {
    self.code = code
    self.message = message
  }
}
