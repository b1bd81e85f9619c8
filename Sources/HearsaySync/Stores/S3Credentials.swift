/// What proves to an S3 store who asks.
///
/// Never written, logged or shown: the description hides it.
public struct S3Credentials: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// Names the key; not secret by itself, and shown nowhere all the same.
  let accessKey: String
  /// The secret.
  let secretKey: String
  /// What goes with credentials that expire.
  let sessionToken: String?

  /// Credentials; a token only where they expire.
  public init(accessKey: String, secretKey: String, sessionToken: String? = nil) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.sessionToken = sessionToken
  }

  /// How it is written.
  public var description: String { "credentials" }
  /// Nothing, so that no dump shows them.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
