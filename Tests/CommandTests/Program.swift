import Foundation
import Testing

/// The real program, run in a scratch folder of its own.
struct Program {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: String
    let errors: String

    /// The JSON objects of the output's lines.
    var lines: [[String: Any]] {
      output.split(separator: "\n").compactMap {
        try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
    }
  }

  /// The scratch folder.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Takes the scratch folder away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file of the scratch folder and gives its name back.
  @discardableResult
  func file(_ name: String, _ content: String) throws -> String {
    try file(name, bytes: Array(content.utf8))
  }

  /// Writes a file of bytes.
  @discardableResult
  func file(_ name: String, bytes: [UInt8]) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return name
  }

  /// The content of a file of the scratch folder, or nil.
  func content(_ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Runs the program with the scratch folder as current and home folder; what belongs to a user goes
  /// below it too, whoever runs the tests.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let own = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": "\(folder.path)/.user/data",
      "XDG_CACHE_HOME": "\(folder.path)/.user/cache",
    ]
    process.environment = own.merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let errors = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// The program stands beside the bundle of tests.
  static let executable: URL = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
    let folder =
      bundle.map { URL(filePath: $0).deletingLastPathComponent() }
      ?? URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../.build/debug")
    return folder.appending(path: "hearsay").standardized
  }()
}

/// Gives a test a scratch folder and takes it away afterwards.
func withProgram(_ body: (Program) throws -> Void) throws {
  let program = try Program()
  defer { program.remove() }
  try body(program)
}
