/// Params of `$/cancelRequest`.
public struct CancelParams: Hashable, Sendable, Decodable {
  /// The request to cancel.
  public let id: RequestID
}
