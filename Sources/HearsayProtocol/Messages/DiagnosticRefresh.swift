/// The request `workspace/diagnostic/refresh`, which has no params.
public enum DiagnosticRefreshRequest {
  /// The request's body; the client pulls its diagnostics again.
  public static func body(id: RequestID) -> [UInt8] {
    OutgoingMessage.call("workspace/diagnostic/refresh", id: id, params: nil)
  }
}
