/// Where a team's remote store is.
public enum RemoteAddress: Hashable, Sendable, CustomStringConvertible {
  /// A folder, by its absolute path.
  case folder(String)
  /// A bucket and a prefix in it.
  case bucket(BucketAddress)

  /// The address that a text gives: `file:///PATH`, `s3+https://HOST/BUCKET[/PREFIX][?region=R]`, or
  /// `s3+http://…` for this machine only.
  ///
  /// - Throws: ``RemoteError`` with the reason.
  public init(_ text: String) throws(RemoteError) {
    if let path = text.removing("file://") {
      guard path.hasPrefix("/") else {
        throw RemoteError(.badAddress, "a folder's address is file:///ABSOLUTE/PATH")
      }
      var trimmed = path
      while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
      guard let decoded = trimmed.removingPercentEscapes else {
        throw RemoteError(.badAddress, "an escape in \(text) is none")
      }
      self = .folder(decoded)
    } else {
      self = .bucket(try BucketAddress(text))
    }
  }

  /// How it is written.
  public var description: String {
    switch self {
    case .folder(let path): "file://\(path)"
    case .bucket(let bucket): bucket.description
    }
  }
}

/// A bucket of an S3 store and a prefix in it.
public struct BucketAddress: Hashable, Sendable, CustomStringConvertible {
  /// `https`, or `http` on this machine.
  public let scheme: String
  /// Host, and port where one is given.
  public let host: String
  /// The bucket.
  public let bucket: String
  /// What all keys begin with: empty, or with a slash at its end.
  public let prefix: String
  /// The region the signature names; most stores but AWS take any.
  public let region: String

  /// The bucket an address names.
  init(_ text: String) throws(RemoteError) {
    guard let rest = text.removing("s3+https://") ?? text.removing("s3+http://") else {
      throw RemoteError(
        .badAddress, "an address begins with file://, s3+https:// or, on this machine, s3+http://")
    }
    scheme = text.hasPrefix("s3+https") ? "https" : "http"
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard path.count >= 2 else {
      throw RemoteError(.badAddress, "host and bucket are wanted: s3+https://HOST/BUCKET/PREFIX")
    }
    guard !path[0].contains("@") else {
      throw RemoteError(.badAddress, "credentials do not belong into an address")
    }
    guard path.dropFirst().allSatisfy(\.isKeyPart), path[0].isHost else {
      throw RemoteError(
        .badAddress, "bucket and prefix consist of A-Z, a-z, 0-9, '.', '_' and '-'")
    }
    var region = "us-east-1"
    if parts.count > 1 {
      guard let value = String(parts[1]).removing("region="), value.isKeyPart else {
        throw RemoteError(.badAddress, "behind the question mark stands region=NAME")
      }
      region = value
    }
    host = path[0]
    bucket = path[1]
    prefix = path.count > 2 ? path[2...].joined(separator: "/") + "/" : ""
    self.region = region
    guard scheme == "https" || isLoopback else {
      throw RemoteError(.plainText, "plain http is for this machine only, not for \(host)")
    }
  }

  /// Whether the host is this machine.
  var isLoopback: Bool {
    let name =
      host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    return name == "localhost" || name == "::1" || isIPv4
  }

  /// How it is written.
  public var description: String {
    let tail = region == "us-east-1" ? "" : "?region=\(region)"
    return "s3+\(scheme)://\(host)/\(bucket)/\(prefix)\(tail)"
  }
}

extension String {
  /// What follows a beginning, or nil where it begins otherwise.
  fileprivate func removing(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }

  /// Whether it may be a part of a key.
  fileprivate var isKeyPart: Bool {
    !isEmpty && self != "." && self != ".."
      && utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0
          || [0x2D, 0x2E, 0x5F].contains($0)
      }
  }

  /// Whether it may be a host with a port.
  fileprivate var isHost: Bool {
    utf8.allSatisfy {
      0x30...0x3A ~= $0 || 0x41...0x5B ~= $0 || 0x61...0x7A ~= $0
        || [0x2D, 0x2E, 0x5D].contains($0)
    }
  }

  /// The text whose bytes the percent escapes stand for, or nil where one is none.
  fileprivate var removingPercentEscapes: String? {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
