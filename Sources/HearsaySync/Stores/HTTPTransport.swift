internal import CurlShim

/// One request.
struct HTTPRequest: Sendable {
  /// `GET` or `PUT`.
  let method: String
  /// The whole address.
  let url: String
  /// Header lines.
  var headers: [String]
  /// What is sent, or nil for nothing.
  let body: [UInt8]?
  /// Bytes of an answer that are read at most.
  let limit: Int
}

/// What came back.
struct HTTPAnswer: Sendable {
  /// The status.
  let status: Int
  /// The headers that are asked for, names in lower case.
  let headers: [String: String]
  /// The bytes.
  let body: [UInt8]
}

/// How long a request may take, and how it is secured.
public struct TransportLimits: Sendable {
  /// Milliseconds until a connection stands.
  public var connect = 10_000
  /// Seconds in which fewer than ``slowBytes`` bytes a second may come.
  public var slowSeconds = 20
  /// Bytes a second below which an answer is too slow.
  public var slowBytes = 200
  /// Milliseconds for a whole request.
  public var whole = 300_000
  /// Connections at once.
  public var connections = 16
  /// A file of certificates to trust, instead of the system's.
  public var certificates: String?

  /// The usual limits.
  public init() {}
}

/// Requests over libcurl, several at once, on connections that stay open.
///
/// Blocking; for one thread.
final class HTTPTransport {
  /// The oldest libcurl that signs requests so that S3 takes them.
  private static let oldest: UInt32 = 0x07_57_00

  private let multi: OpaquePointer
  private var idle: [UnsafeMutableRawPointer] = []
  private let limits: TransportLimits

  /// Loads libcurl, if that has not happened yet.
  ///
  /// - Throws: ``RemoteError`` with ``RemoteError/Code/noLibrary``.
  init(limits: TransportLimits) throws(RemoteError) {
    if let reason = hearsay_curl_load() {
      throw RemoteError(.noLibrary, String(cString: reason))
    }
    guard hearsay_curl_version() >= HTTPTransport.oldest, let multi = hearsay_curl_multi() else {
      throw RemoteError(.noLibrary, "libcurl is older than 7.87")
    }
    self.multi = OpaquePointer(multi)
    self.limits = limits
    _ = hearsay_curl_multi_limit(multi, limits.connections)
  }

  deinit {
    for easy in idle { hearsay_curl_free(easy) }
    hearsay_curl_multi_free(UnsafeMutableRawPointer(multi))
  }

  /// Sends requests and waits for all answers; each has its own outcome.
  func perform(
    _ requests: [HTTPRequest], signing: S3Signature?
  ) -> [Result<HTTPAnswer, RemoteError>] {
    let transfers = requests.map { Transfer(request: $0) }
    var outcomes = [Result<HTTPAnswer, RemoteError>?](repeating: nil, count: requests.count)
    var running: [UnsafeMutableRawPointer: Int] = [:]
    var next = 0
    while next < transfers.count || !running.isEmpty {
      while next < transfers.count, running.count < limits.connections {
        defer { next += 1 }
        guard let easy = idle.popLast() ?? hearsay_curl_easy() else {
          outcomes[next] = .failure(RemoteError(.broken, "libcurl has no memory left"))
          continue
        }
        prepare(easy, transfers[next], signing: signing)
        running[easy] = next
        _ = hearsay_curl_multi_add(UnsafeMutableRawPointer(multi), easy)
      }
      let isBroken = hearsay_curl_multi_work(UnsafeMutableRawPointer(multi), 1_000) < 0
      var result = CURLE_OK
      while let easy = hearsay_curl_multi_next(UnsafeMutableRawPointer(multi), &result) {
        guard let index = running.removeValue(forKey: easy) else { continue }
        outcomes[index] = outcome(of: transfers[index], easy, result)
        release(easy, transfers[index])
      }
      if isBroken { break }
    }
    for (easy, index) in running { release(easy, transfers[index]) }
    return outcomes.map { $0 ?? .failure(RemoteError(.broken, "libcurl gave up")) }
  }

  private func release(_ easy: UnsafeMutableRawPointer, _ transfer: Transfer) {
    _ = hearsay_curl_multi_remove(UnsafeMutableRawPointer(multi), easy)
    hearsay_curl_reset(easy)
    transfer.freeHeaders()
    idle.append(easy)
  }
}

extension HTTPTransport {
  private func prepare(
    _ easy: UnsafeMutableRawPointer, _ transfer: Transfer, signing: S3Signature?
  ) {
    let request = transfer.request
    set(easy, CURLOPT_URL, request.url)
    set(easy, CURLOPT_NOSIGNAL, 1)
    // Redirects are never followed: credentials stay with the host they are for.
    set(easy, CURLOPT_FOLLOWLOCATION, 0)
    set(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    set(easy, CURLOPT_SSL_VERIFYPEER, 1)
    set(easy, CURLOPT_SSL_VERIFYHOST, 2)
    set(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
    set(easy, CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
    set(easy, CURLOPT_LOW_SPEED_LIMIT, limits.slowBytes)
    set(easy, CURLOPT_TIMEOUT_MS, limits.whole)
    set(easy, CURLOPT_NETRC, 0)
    // What libcurl asks before it sends more than a megabyte is not waited for: taking the question
    // out by an empty header would put that header into the signature (libcurl 7.88).
    set(easy, CURLOPT_EXPECT_100_TIMEOUT_MS, 1)
    // What is on this machine is not asked for through a proxy.
    if request.url.hasPrefix("http:") { set(easy, CURLOPT_NOPROXY, "*") }
    if let file = limits.certificates { set(easy, CURLOPT_CAINFO, file) }
    if request.method != "GET" { set(easy, CURLOPT_CUSTOMREQUEST, request.method) }
    if let body = request.body {
      _ = body.withUnsafeBufferPointer {
        hearsay_curl_set_bytes(easy, $0.baseAddress, $0.count)
      }
    }
    if let signing {
      set(easy, CURLOPT_AWS_SIGV4, "aws:amz:\(signing.region):s3")
      let credentials = signing.credentials
      set(easy, CURLOPT_USERPWD, "\(credentials.accessKey):\(credentials.secretKey)")
    }
    transfer.setHeaders(on: easy)
    transfer.setReceivers(on: easy)
  }

  private func set(_ easy: UnsafeMutableRawPointer, _ option: CURLoption, _ value: Int) {
    _ = hearsay_curl_set_number(easy, option, value)
  }

  private func set(_ easy: UnsafeMutableRawPointer, _ option: CURLoption, _ value: String) {
    _ = hearsay_curl_set_text(easy, option, value)
  }

  private func outcome(
    of transfer: Transfer, _ easy: UnsafeMutableRawPointer, _ result: CURLcode
  ) -> Result<HTTPAnswer, RemoteError> {
    if transfer.isTooLong {
      return .failure(RemoteError(.tooLarge, "more than \(transfer.request.limit) bytes came"))
    }
    guard result == CURLE_OK else {
      let code = HTTPTransport.code(of: result)
      return .failure(RemoteError(code, String(cString: hearsay_curl_message(result))))
    }
    return .success(
      HTTPAnswer(
        status: hearsay_curl_status(easy), headers: transfer.headers, body: transfer.body))
  }

  private static func code(of result: CURLcode) -> RemoteError.Code {
    switch result {
    case CURLE_OPERATION_TIMEDOUT: .tooSlow
    case CURLE_PARTIAL_FILE: .truncated
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY,
      CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      .unreachable
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      .notSecure
    default: .badAnswer
    }
  }
}

/// What a request is signed with.
struct S3Signature: Sendable {
  /// Who asks.
  let credentials: S3Credentials
  /// The region the signature names.
  let region: String
}

/// A request on its way and what came of its answer so far.
private final class Transfer {
  let request: HTTPRequest
  var body: [UInt8] = []
  var headers: [String: String] = [:]
  var isTooLong = false
  private var list: UnsafeMutablePointer<curl_slist>?

  init(request: HTTPRequest) { self.request = request }

  func setHeaders(on easy: UnsafeMutableRawPointer) {
    for line in request.headers { list = hearsay_curl_append(list, line) }
    _ = hearsay_curl_set_list(easy, CURLOPT_HTTPHEADER, list)
  }

  func freeHeaders() {
    hearsay_curl_free_list(list)
    list = nil
  }

  func setReceivers(on easy: UnsafeMutableRawPointer) {
    // The transfer outlives the request: who performs holds it until libcurl is done with it.
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = hearsay_curl_set_receivers(
      easy,
      { Transfer.receive($0, $1 * $2, $3) { $0.take(body: $1) } },
      { Transfer.receive($0, $1 * $2, $3) { $0.take(header: $1) } }, context)
  }

  private static func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (Transfer, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return take(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  private func take(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard body.count + bytes.count <= request.limit else {
      isTooLong = true
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  private func take(header bytes: UnsafeRawBufferPointer) -> Bool {
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") { headers = [:] }
    guard let colon = line.firstIndex(of: ":"), headers.count < 64, line.utf8.count < 4_096 else {
      return true
    }
    var value = line[line.index(after: colon)...]
    while value.first?.isWhitespace == true { value.removeFirst() }
    while value.last?.isWhitespace == true { value.removeLast() }
    headers[line[..<colon].lowercased()] = String(value)
    return true
  }
}
