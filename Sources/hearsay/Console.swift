internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import HearsayWorkspace

/// The terminal, if there is one, and the words that go to standard error.
enum Console {
  /// One of the two streams that may be a terminal.
  enum Stream {
    case output
    case error

    var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
  }

  /// Whether a person watches the stream.
  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Columns of the terminal; where there is none, of the environment's `COLUMNS`, else 100.
  static var columns: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return ProcessEnvironment.value(of: "COLUMNS").flatMap { Int($0) } ?? 100
  }

  /// Whether colours are welcome: `NO_COLOR` (no-color.org) and a dumb terminal say no.
  static var wantsColours: Bool {
    ProcessEnvironment.value(of: "NO_COLOR") == nil
      && ProcessEnvironment.value(of: "TERM") != "dumb"
  }

  /// Processors that can work at once.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// ISO 8601 time in UTC, to the second.
  static func now() -> String { Date().formatted(.iso8601) }

  /// Whether there is something at a path, and whether that is a folder.
  static func exists(_ path: String) -> (anything: Bool, folder: Bool) {
    var isFolder = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return (isThere, isThere && isFolder)
  }

  /// The absolute folder a path lies in, or which it is.
  static func absoluteFolder(of path: String) -> String {
    let current = FileManager.default.currentDirectoryPath
    guard path != "-" else { return current }
    let absolute = path.hasPrefix("/") ? path : "\(current)/\(path)"
    let url = URL(filePath: absolute).standardized
    return exists(url.path).folder ? url.path : url.deletingLastPathComponent().path
  }

  /// Writes a line to standard error; control characters become spaces.
  static func error(_ line: String) {
    var bytes = line.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    bytes.append(0x0A)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Writes over the line on standard error that was written this way before; nothing clears it.
  static func overwrite(_ line: String) {
    let bytes = Array("\r\u{1B}[K\(line)".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// `hearsay: PATH: reason [code]`.
  static func fail(_ path: String, _ failure: InputError) {
    error("hearsay: \(path): \(failure.reason) [\(failure.code)]")
  }

  /// Writes bytes to standard output; a reader who went away is no error.
  ///
  /// - Throws: `ExitCode`.
  static func print(_ bytes: [UInt8]) throws {
    switch OutputSink.open(nil) {
    case .success(let sink): if let failure = sink.write(bytes) { throw failure.exit() }
    case .failure(let failure): throw failure.exit()
    }
  }

  /// Something worth knowing that is no error.
  static func notice(_ path: String, _ text: String) { error("hearsay: \(path): \(text)") }
}

/// When progress is shown.
enum ProgressMode: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  /// Whether to show it here: `auto` only where a person watches standard error.
  var isShown: Bool {
    switch self {
    case .auto: Console.isTerminal(.error)
    case .always: true
    case .never: false
    }
  }
}

/// A line on standard error that tells how far long work has come.
struct ProgressMeter {
  private let total: Int
  private let isShown: Bool
  private let label: String
  private var done = 0
  private var isOnScreen = false
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now

  init(total: Int, isShown: Bool, label: String) {
    self.total = total
    self.isShown = isShown
    self.label = label
  }

  /// One more is done; redrawn ten times a second, and not before half a second has passed.
  mutating func advance() {
    done += 1
    guard isShown, done < total else { return }
    let now = ContinuousClock.now
    guard now - start > .milliseconds(500), now - last > .milliseconds(100)
    else { return }
    last = now
    let elapsed = (now - start) / .seconds(1)
    let left = Int((elapsed / Double(done) * Double(total - done)).rounded(.up))
    let filled = 24 * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    draw("\r\(label) \(bar) \(done)/\(total), \(left) s left\u{1B}[K")
    isOnScreen = true
  }

  /// Takes the line off the screen.
  mutating func clear() {
    guard isOnScreen else { return }
    draw("\r\u{1B}[K")
    isOnScreen = false
    last = ContinuousClock.now - .milliseconds(60)
  }

  private func draw(_ line: String) {
    let bytes = Array(line.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
