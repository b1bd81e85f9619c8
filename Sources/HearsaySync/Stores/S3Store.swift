internal import Dispatch
internal import Synchronization

/// A bucket of any S3 store as a remote store.
///
/// Only `PUT`, `GET` and `LIST` are used. Keys and queries are kept to what every signature gets
/// right: plain letters, parameters in order and with a value, escapes in capitals.
public final class S3Store: RemoteStore, Sendable {
  /// How often a request is tried that may work the next time.
  static let attempts = 4

  private let address: BucketAddress
  private let transport: Mutex<HTTPTransport>
  private let credentials: @Sendable () throws -> S3Credentials
  private let pause: @Sendable (Double) -> Void
  private let chance: @Sendable () -> Double
  private let refusesConditions = Mutex(false)
  /// Where objects are read that are waited for later.
  private let ahead = DispatchQueue(label: "hearsay.remote")
  /// The bucket's address.
  public var name: String { address.description }

  /// A store in a bucket; nothing is asked of it yet, but libcurl is loaded.
  ///
  /// - Parameters:
  ///   - credentials: asked for before each request, so that new ones take the place of expired.
  ///   - pause: waits for some seconds.
  ///   - chance: a random number from 0 up to, not including, 1.
  /// - Throws: ``RemoteError``.
  public init(
    _ address: BucketAddress, limits: TransportLimits = TransportLimits(),
    credentials: @escaping @Sendable () throws -> S3Credentials,
    pause: @escaping @Sendable (Double) -> Void,
    chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) throws {
    self.address = address
    transport = Mutex(try HTTPTransport(limits: limits))
    self.credentials = credentials
    self.pause = pause
    self.chance = chance
  }

  /// As ``RemoteStore`` wants it.
  public func put(_ key: String, _ bytes: [UInt8], ifAbsent: Bool) throws -> Bool {
    let isConditional = ifAbsent && !refusesConditions.withLock { $0 }
    let answer = try put(key, bytes, isConditional: isConditional)
    if answer.status == 501, isConditional {
      // It knows no conditions; what was written is read back anyway.
      refusesConditions.withLock { $0 = true }
      return try put(key, bytes, ifAbsent: false)
    }
    switch answer.status {
    case 200..<300: return true
    case 409, 412: return false
    default: throw S3Answer.error(answer, address)
    }
  }

  private func put(_ key: String, _ bytes: [UInt8], isConditional: Bool) throws -> HTTPAnswer {
    let digest = ContentDigest(of: bytes)
    var request = HTTPRequest(
      method: "PUT", url: url(key),
      headers: ["Content-Type: application/octet-stream"], body: bytes, limit: 1 << 20)
    if isConditional { request.headers.append("If-None-Match: *") }
    return try answers(to: [request], digests: [digest])[0].get()
  }

  /// As ``RemoteStore`` wants it.
  public func get(_ keys: [String], limit: Int) throws -> [[UInt8]?] {
    let requests = keys.map {
      HTTPRequest(method: "GET", url: url($0), headers: [], body: nil, limit: limit)
    }
    let empty = ContentDigest(of: [])
    let all = try answers(to: requests, digests: requests.map { _ in empty })
    return try all.map { outcome in
      let answer = try outcome.get()
      if answer.status == 200 { return answer.body }
      if answer.status == 404, S3Answer.code(of: answer) == "NoSuchKey" { return nil }
      throw S3Answer.error(answer, address)
    }
  }

  /// As ``RemoteStore`` wants it.
  public func begin(_ keys: [String], limit: Int) -> RemoteAnswer {
    let answer = PendingAnswer()
    ahead.async { answer.fill(Result { try self.get(keys, limit: limit) }) }
    return { try answer.wait() }
  }

  /// As ``RemoteStore`` wants it.
  public func list(_ prefix: String) throws -> [String] {
    var names: [String] = []
    var token: String?
    var known: Set<String> = []
    repeat {
      let page = try list(prefix, after: token)
      names += page.names.compactMap { name in
        name.hasPrefix(address.prefix) ? String(name.dropFirst(address.prefix.count)) : nil
      }
      token = page.next
      if let token, !known.insert(token).inserted {
        throw RemoteError(.badAnswer, "a listing that leads back to a page it had")
      }
    } while token != nil
    return names
  }

  private func list(_ prefix: String, after token: String?) throws -> S3Listing {
    var query = token.map { "continuation-token=\(S3Answer.escaped($0))&" } ?? ""
    query += "delimiter=%2F&list-type=2&prefix=\(S3Answer.escaped(address.prefix + prefix))"
    let request = HTTPRequest(
      method: "GET", url: "\(address.scheme)://\(address.host)/\(address.bucket)?\(query)",
      headers: [], body: nil, limit: 16 << 20)
    let answer = try answers(to: [request], digests: [ContentDigest(of: [])])[0].get()
    guard answer.status == 200, let listing = S3Listing(answer.body) else {
      throw S3Answer.error(answer, address)
    }
    return listing
  }

  private func url(_ key: String) -> String {
    "\(address.scheme)://\(address.host)/\(address.bucket)/\(address.prefix)\(key)"
  }
}

extension S3Store {
  /// Sends requests; those that may work the next time are sent again, later each time.
  private func answers(
    to requests: [HTTPRequest], digests: [ContentDigest]
  ) throws -> [Result<HTTPAnswer, RemoteError>] {
    let signature = S3Signature(credentials: try credentials(), region: address.region)
    var signed = requests
    for index in signed.indices {
      signed[index].headers.append("x-amz-content-sha256: \(digests[index])")
      if let token = signature.credentials.sessionToken {
        signed[index].headers.append("x-amz-security-token: \(token)")
      }
    }
    var outcomes = perform(signed, signature)
    for attempt in 1..<S3Store.attempts {
      let again = outcomes.indices.filter { isWorthAnotherTry(outcomes[$0]) }
      if again.isEmpty { break }
      let asked = again.compactMap { try? outcomes[$0].get().headers["retry-after"] }
      pause(delay(attempt, asked: asked.compactMap { Double($0) }.max()))
      let newer = perform(again.map { signed[$0] }, signature)
      for (place, outcome) in zip(again, newer) { outcomes[place] = outcome }
    }
    return outcomes
  }

  private func perform(
    _ requests: [HTTPRequest], _ signature: S3Signature
  ) -> [Result<HTTPAnswer, RemoteError>] {
    transport.withLock { $0.perform(requests, signing: signature) }
  }

  private func isWorthAnotherTry(_ outcome: Result<HTTPAnswer, RemoteError>) -> Bool {
    switch outcome {
    case .success(let answer): [429, 500, 502, 503, 504].contains(answer.status)
    case .failure(let error): error.mayPass
    }
  }

  /// Seconds before another try: what the store asks for, half a minute at most, else a random part
  /// of a time that doubles, so that a team does not come back all at once.
  private func delay(_ attempt: Int, asked: Double?) -> Double {
    if let asked, asked >= 0 { return min(asked, 30) + chance() * 0.1 }
    return chance() * 0.2 * Double(1 << attempt)
  }
}

/// Objects that were asked for and may still be on their way.
private final class PendingAnswer: Sendable {
  private let result = Mutex<Result<[[UInt8]?], any Error>?>(nil)
  private let isThere = DispatchSemaphore(value: 0)

  /// What came.
  func fill(_ outcome: Result<[[UInt8]?], any Error>) {
    result.withLock { $0 = outcome }
    isThere.signal()
  }

  /// Waits for what comes; once only.
  func wait() throws -> [[UInt8]?] {
    isThere.wait()
    return try result.withLock { $0 }?.get() ?? []
  }
}
