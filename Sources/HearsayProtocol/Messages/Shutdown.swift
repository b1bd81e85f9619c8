internal import HearsayJSON

/// The answer to `shutdown`.
public enum ShutdownResult {
  /// The response's body, with an explicit null.
  public static func body(id: RequestID) -> [UInt8] {
    OutgoingMessage.response(id) { $0.null() }
  }
}
