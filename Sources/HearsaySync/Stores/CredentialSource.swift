internal import HearsayJSON

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where credentials come from: the environment, a command, a file that only its owner may read.
///
/// The first of these that is there is taken:
/// 1. `HEARSAY_S3_ACCESS_KEY`, `HEARSAY_S3_SECRET_KEY`, `HEARSAY_S3_SESSION_TOKEN`;
/// 2. `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`;
/// 3. `HEARSAY_S3_CREDENTIAL_COMMAND`, a program and its arguments, which prints the JSON that AWS
///    calls `credential_process`;
/// 4. the file in `HEARSAY_S3_CREDENTIALS`, else `hearsay/credentials` below `XDG_CONFIG_HOME` or
///    `~/.config`: lines `access_key = …`, `secret_key = …`, `session_token = …`, or AWS's names.
public struct CredentialSource: Sendable {
  private let environment: [String: String]

  /// A source that reads the given environment.
  public init(environment: [String: String]) { self.environment = environment }

  /// The credentials.
  ///
  /// - Throws: ``RemoteError`` that says which are missing or wrong, and what to do.
  public func credentials() throws(RemoteError) -> S3Credentials {
    let own = try fromEnvironment("HEARSAY_S3_", ["ACCESS_KEY", "SECRET_KEY", "SESSION_TOKEN"])
    if let own { return own }
    let amazon = try fromEnvironment(
      "AWS_", ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"])
    if let amazon { return amazon }
    if let command = value("HEARSAY_S3_CREDENTIAL_COMMAND") { return try output(of: command) }
    if let path = value("HEARSAY_S3_CREDENTIALS") {
      guard let found = try file(path) else {
        throw RemoteError(.noCredentials, "there is no file \(path)")
      }
      return found
    }
    let home = value("XDG_CONFIG_HOME") ?? value("HOME").map { "\($0)/.config" }
    if let home, let found = try file("\(home)/hearsay/credentials") { return found }
    throw RemoteError(
      .noCredentials,
      "set HEARSAY_S3_ACCESS_KEY and HEARSAY_S3_SECRET_KEY, or write ~/.config/hearsay/credentials")
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func fromEnvironment(
    _ prefix: String, _ names: [String]
  ) throws(RemoteError) -> S3Credentials? {
    let access = value(prefix + names[0])
    let secret = value(prefix + names[1])
    if access == nil, secret == nil { return nil }
    guard let access, let secret else {
      let missing = prefix + names[access == nil ? 0 : 1]
      throw RemoteError(.noCredentials, "\(missing) is not set, its other half is")
    }
    return S3Credentials(
      accessKey: access, secretKey: secret, sessionToken: value(prefix + names[2]))
  }

  private func file(_ path: String) throws(RemoteError) -> S3Credentials? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw RemoteError(.noCredentials, "\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw RemoteError(.noCredentials, "others may read \(path); chmod 600 it")
    }
    let text = String(decoding: CredentialSource.all(of: file), as: UTF8.self)
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let sides = line.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
      if sides.count == 2 { values[sides[0].lowercased()] = sides[1] }
    }
    guard let access = values["access_key"] ?? values["aws_access_key_id"],
      let secret = values["secret_key"] ?? values["aws_secret_access_key"]
    else {
      throw RemoteError(.noCredentials, "\(path) wants lines access_key = … and secret_key = …")
    }
    return S3Credentials(
      accessKey: access, secretKey: secret,
      sessionToken: values["session_token"] ?? values["aws_session_token"])
  }

  /// All bytes of a descriptor, 64 KiB at most.
  private static func all(of file: Int32) -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while result.count < 64 << 10 {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      result += buffer[..<count]
    }
    return result
  }
}

extension CredentialSource {
  /// Runs a program without a shell and reads what it prints.
  private func output(of command: String) throws(RemoteError) -> S3Credentials {
    let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
    var pipes: [Int32] = [0, 0]
    guard !words.isEmpty, pipe(&pipes) == 0 else {
      throw RemoteError(.noCredentials, "the credential command cannot be started")
    }
    let child = spawn(words, output: pipes[1], closing: pipes[0])
    close(pipes[1])
    let bytes = CredentialSource.all(of: pipes[0])
    close(pipes[0])
    var status: Int32 = -1
    if let child { while waitpid(child, &status, 0) < 0, errno == EINTR {} }
    guard child != nil, status == 0 else {
      throw RemoteError(.noCredentials, "the credential command \(words[0]) failed")
    }
    guard let node = try? JSONReader.read(bytes), let access = node["AccessKeyId"]?.string,
      let secret = node["SecretAccessKey"]?.string
    else {
      throw RemoteError(
        .noCredentials, "\(words[0]) printed no JSON with AccessKeyId and SecretAccessKey")
    }
    return S3Credentials(
      accessKey: access, secretKey: secret, sessionToken: node["SessionToken"]?.string)
  }

  private func spawn(_ words: [String], output: Int32, closing: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addclose(&actions, closing)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child = pid_t()
    return posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables) == 0 ? child : nil
  }
}
