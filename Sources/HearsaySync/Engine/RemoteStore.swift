/// What a team shares: keys and bytes, somewhere else.
///
/// All that is asked of it: to write a whole object, to read one by its key, and to list as a hint
/// (a listing may be late or short). Calls block; they belong on a thread of their own.
public protocol RemoteStore: AnyObject {
  /// Where it is, for people; never with a credential in it.
  var name: String { get }

  /// Writes a whole object.
  ///
  /// - Parameter ifAbsent: asks the store to refuse where something lies there already. An alarm,
  ///   not a lock: a store may not know how to refuse.
  /// - Returns: false where the store refused.
  /// - Throws: ``RemoteError``. The object may have been written all the same.
  func put(_ key: String, _ bytes: [UInt8], ifAbsent: Bool) throws -> Bool

  /// Reads whole objects, several at once where that is faster; nil for what is not there.
  ///
  /// - Parameter limit: bytes read of each at most; a longer one is an error.
  /// - Throws: the first ``RemoteError``.
  func get(_ keys: [String], limit: Int) throws -> [[UInt8]?]

  /// Begins to read whole objects, and goes on with it while the caller does something else, where
  /// the store can do that; the answer waits for what is left. It is waited for once.
  func begin(_ keys: [String], limit: Int) -> RemoteAnswer

  /// Names below a prefix: objects, and folders with their slash. Only a hint.
  func list(_ prefix: String) throws -> [String]
}

/// Waits for objects that were asked for; throws the first ``RemoteError``.
public typealias RemoteAnswer = () throws -> [[UInt8]?]

extension RemoteStore {
  /// Reads the objects when they are waited for.
  public func begin(_ keys: [String], limit: Int) -> RemoteAnswer {
    { try self.get(keys, limit: limit) }
  }

  /// Reads one object; nil where there is none.
  func get(_ key: String, limit: Int) throws -> [UInt8]? {
    try get([key], limit: limit).first ?? nil
  }
}

/// Why a remote store did not do what was asked.
public struct RemoteError: Error, Hashable, Sendable {
  /// The stable codes of what can go wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// Nobody answers there.
    case unreachable = "remote-unreachable"
    /// It answers, and tells to come back later.
    case busy = "remote-busy"
    /// The answer took too long, or came too slowly.
    case tooSlow = "remote-too-slow"
    /// There is no proof of who is there: certificate or encryption failed.
    case notSecure = "remote-not-secure"
    /// Plain http to another machine.
    case plainText = "remote-plain-http"
    /// There are no credentials.
    case noCredentials = "remote-no-credentials"
    /// The store does not know the key or refuses the signature.
    case wrongCredentials = "remote-wrong-credentials"
    /// The credentials were good once.
    case expiredCredentials = "remote-expired-credentials"
    /// The store knows who asks, and refuses.
    case forbidden = "remote-forbidden"
    /// The bucket or folder does not exist.
    case noContainer = "remote-no-bucket"
    /// The store points to another host; credentials do not go there.
    case redirected = "remote-redirected"
    /// The answer ended too early.
    case truncated = "remote-truncated"
    /// The object is longer than it may be.
    case tooLarge = "remote-too-large"
    /// An answer that makes no sense here.
    case badAnswer = "remote-bad-answer"
    /// It broke, and said so.
    case broken = "remote-broken"
    /// Acknowledged what it did not keep.
    case forgets = "remote-forgets"
    /// Reading or writing a folder failed.
    case inputOutput = "remote-io"
    /// The system's transfer library is missing or too old.
    case noLibrary = "remote-no-library"
    /// The address is none of a remote store.
    case badAddress = "remote-bad-address"
  }

  /// What went wrong.
  public let code: Code
  /// What is known beyond the code, as part of a sentence; never a credential.
  public let detail: String

  /// Something went wrong.
  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  /// Whether the same may work when it is tried again soon.
  public var mayPass: Bool {
    switch code {
    case .unreachable, .busy, .tooSlow, .truncated, .broken: true
    default: false
    }
  }
}
