internal import ArgumentParser
internal import Glibc

/// Where results go: standard output, or a file that appears only when all is done.
final class OutputSink {
  /// Why something could not be written.
  struct Failure: Error {
    let path: String
    let number: Int32
    let reason: String
    var code = "output"

    /// What the system says.
    init(path: String, number: Int32) {
      self.path = path
      self.number = number
      reason = String(cString: strerror(number)).lowercased()
    }

    /// What a library says.
    init(path: String, reason: String) {
      self.path = path
      number = EIO
      self.reason = reason
    }

    /// The results would take the place of what they are made of.
    static func isInput(_ path: String) -> Failure {
      var failure = Failure(path: path, reason: "it is one of the inputs, which are never changed")
      failure.code = "output-is-input"
      return failure
    }

    /// Tells it and gives the exit status; a reader who went away is no error.
    func exit() -> ExitCode {
      if number == EPIPE { return ExitCode(0) }
      Console.error("hearsay: \(path): cannot be written: \(reason) [\(code)]")
      return ExitCode(number == EACCES || number == EROFS ? 77 : 74)
    }
  }

  private let descriptor: Int32
  private let path: String
  private let temporary: String?

  private init(descriptor: Int32, path: String, temporary: String?) {
    self.descriptor = descriptor
    self.path = path
    self.temporary = temporary
  }

  /// Opens a file's unfinished twin beside it, or standard output for nil; what is there and is no
  /// regular file, a device or a pipe, is written to as it is; an input is not written to.
  static func open(
    _ path: String?, sparing inputs: InputFiles = InputFiles([])
  ) -> Result<OutputSink, Failure> {
    signal(SIGPIPE, SIG_IGN)
    guard let path else {
      return .success(
        OutputSink(descriptor: STDOUT_FILENO, path: "standard output", temporary: nil))
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return .failure(Failure(path: path, number: errno)) }
      return .success(OutputSink(descriptor: descriptor, path: path, temporary: nil))
    }
    if inputs.contains(path) { return .failure(.isInput(path)) }
    let temporary = unfinished(path)
    let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return .failure(Failure(path: path, number: errno)) }
    return .success(OutputSink(descriptor: descriptor, path: path, temporary: temporary))
  }

  /// A name for the unfinished twin of a file, which no run that was killed has left behind.
  static func unfinished(_ path: String) -> String {
    "\(path).\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
  }

  /// Writes all bytes, or tells why not; a broken file is taken away.
  func write(_ bytes: [UInt8]) -> Failure? {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = Failure(path: path, number: errno)
        if let temporary { unlink(temporary) }
        return failure
      }
      done += count
    }
    return nil
  }

  /// Takes the unfinished file away and says in words what is left.
  func abandon() -> String {
    guard let temporary else { return "\(path) has whole lines up to there" }
    unlink(temporary)
    return "\(path) was not written"
  }

  /// Puts the finished file in its place, flushed to the disk unless somebody does that for many.
  func finish(flushing: Bool = true) -> Failure? {
    guard let temporary else { return nil }
    guard !flushing || fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0
    else {
      let failure = Failure(path: path, number: errno)
      unlink(temporary)
      return failure
    }
    return nil
  }
}
