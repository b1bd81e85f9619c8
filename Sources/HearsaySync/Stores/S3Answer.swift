/// What an S3 store's answers mean.
enum S3Answer {
  /// The error's code in the body, or an empty text.
  static func code(of answer: HTTPAnswer) -> String {
    S3Elements.first("Code", in: answer.body) ?? ""
  }

  /// An answer that is no success, as an error that says what to do.
  static func error(_ answer: HTTPAnswer, _ address: BucketAddress) -> RemoteError {
    let code = code(of: answer)
    switch code {
    case "NoSuchBucket":
      return RemoteError(.noContainer, "the bucket \(address.bucket) does not exist")
    case "InvalidAccessKeyId":
      return RemoteError(.wrongCredentials, "the store does not know the access key")
    case "SignatureDoesNotMatch":
      return RemoteError(.wrongCredentials, "the secret key does not fit the access key")
    case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired":
      return RemoteError(.expiredCredentials, "the credentials have expired; get new ones")
    case "InvalidToken":
      return RemoteError(.wrongCredentials, "the session token is not valid")
    case "RequestTimeTooSkewed":
      return RemoteError(
        .wrongCredentials, "this machine's clock is too far off for a signature; set it")
    default: break
    }
    let said = code.isEmpty ? "status \(answer.status)" : "status \(answer.status), \(code)"
    switch answer.status {
    case 300..<400:
      let target = answer.headers["location"].map(host) ?? "another place"
      return RemoteError(.redirected, "it points to \(target); credentials are not sent there")
    case 401: return RemoteError(.wrongCredentials, said)
    case 403: return RemoteError(.forbidden, "\(said): the policy does not allow it")
    case 429, 503: return RemoteError(.busy, said)
    case 500...: return RemoteError(.broken, said)
    default: return RemoteError(.badAnswer, "\(said): is this an S3 store?")
    }
  }

  private static func host(_ location: String) -> String {
    guard let colon = location.firstRange(of: "://") else { return "another path" }
    let host = location[colon.upperBound...].prefix { !"/?#".contains($0) }
    return String(host.split(separator: "@").last ?? "")
  }

  /// A query's value: everything but letters, digits, `-`, `.`, `_` and `~` as `%XX` in capitals.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
      default:
        let digits = Array(Hexadecimal.text([byte]).uppercased().utf8)
        result += [0x25] + digits
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// One page of a listing.
struct S3Listing {
  /// Keys and folders.
  let names: [String]
  /// What to ask the next page with; nil at the end.
  let next: String?

  /// The page that bytes hold, or nil where they hold none.
  init?(_ body: [UInt8]) {
    let text = String(decoding: body, as: UTF8.self)
    guard text.contains("<ListBucketResult"), text.contains("</ListBucketResult>") else {
      return nil
    }
    names =
      S3Elements.all("Contents", in: text).compactMap { S3Elements.all("Key", in: $0).first }
      + S3Elements.all("CommonPrefixes", in: text).compactMap {
        S3Elements.all("Prefix", in: $0).first
      }
    let isCut = S3Elements.all("IsTruncated", in: text).first == "true"
    next = isCut ? S3Elements.all("NextContinuationToken", in: text).first : nil
  }
}

/// The few elements of S3's answers that are asked for: each has only text, or is taken apart again.
enum S3Elements {
  /// The text of the first element with a name.
  static func first(_ name: String, in body: [UInt8]) -> String? {
    all(name, in: String(decoding: body.prefix(64 << 10), as: UTF8.self)).first
  }

  /// The texts of all elements with a name, in order.
  static func all(_ name: String, in text: some StringProtocol) -> [String] {
    var result: [String] = []
    var rest = Substring(text)
    while let start = rest.firstRange(of: "<\(name)>") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "</\(name)>") else { break }
      result.append(plain(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return result
  }

  private static func plain(_ text: Substring) -> String {
    let entities = [
      ("&quot;", "\""), ("&#34;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ]
    guard text.contains("&") else { return String(text) }
    return entities.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
