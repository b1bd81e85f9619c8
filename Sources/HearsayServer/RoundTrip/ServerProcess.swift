internal import HearsayJSON
internal import HearsayProtocol

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A language server started as a process, spoken to by one thread.
final class ServerProcess {
  private let child: pid_t
  private var input: Int32
  private let output: Int32
  private var decoder = FrameDecoder()
  private var waiting: [JSONNode] = []

  /// Starts a program; nil where it cannot be started.
  ///
  /// - Parameter environment: Lines `NAME=VALUE`.
  init?(_ words: [String], environment: [String]) {
    var down: [Int32] = [0, 0]
    var up: [Int32] = [0, 0]
    guard pipe(&down) == 0, pipe(&up) == 0 else { return nil }
    for file in down + up { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, down[0], 0)
    posix_spawn_file_actions_adddup2(&actions, up[1], 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var started = pid_t()
    let status = posix_spawn(&started, words[0], &actions, nil, &arguments, &variables)
    close(down[0])
    close(up[1])
    guard status == 0 else {
      close(down[1])
      close(up[0])
      return nil
    }
    child = started
    input = down[1]
    output = up[0]
  }

  deinit {
    closeInput()
    close(output)
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Sends a message; false where the server is gone.
  func send(_ body: String) -> Bool {
    FileDescriptor.write(MessageFrame.encode(Array(body.utf8)), to: input)
  }

  /// The next message that fits; others before it are passed over.
  ///
  /// - Parameter seconds: How long to wait for each piece the server sends.
  /// - Returns: nil where the server is gone or silent.
  func receive(within seconds: Int32, where fits: (JSONNode) -> Bool) -> JSONNode? {
    while true {
      while !waiting.isEmpty {
        let message = waiting.removeFirst()
        if fits(message) { return message }
      }
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, seconds * 1_000) > 0 else { return nil }
      let bytes = FileDescriptor.read(output, atMost: 65_536)
      if bytes.isEmpty { return nil }
      for case .body(let body) in decoder.append(bytes) {
        if let message = try? JSONReader.read(body) { waiting.append(message) }
      }
    }
  }

  /// Closes the server's input and waits until it has ended, which it is made to where it does not.
  ///
  /// - Returns: Its exit status, or nil where it had to be ended or was.
  func end(within seconds: Int32) -> Int32? {
    closeInput()
    var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    var isOver = false
    while poll(&request, 1, seconds * 1_000) > 0, !isOver {
      isOver = FileDescriptor.read(output, atMost: 65_536).isEmpty
    }
    if !isOver { kill(child, SIGKILL) }
    var status: Int32 = -1
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return isOver && status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}
