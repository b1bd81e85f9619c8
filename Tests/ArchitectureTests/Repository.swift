import Foundation
import Testing

/// The repository this file lies in, as text.
struct Repository {
  /// A text file of the repository.
  struct File: Sendable, CustomTestStringConvertible {
    /// Path from the repository's root.
    let path: String
    /// Its lines, without line breaks.
    let lines: [String]

    var testDescription: String { path }
    /// The folder below `Sources` or `Tests`, which is the target's name.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    /// The lines without comments and the contents of one-line strings.
    var code: [String] { lines.map(Repository.withoutProse) }
  }

  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file of the program.
  static let sources = files(below: "Sources", endingIn: [".swift"])
  /// Every Swift file, tests included.
  static let swift = sources + files(below: "Tests", endingIn: [".swift"])

  /// A file's text, or nil where there is none.
  static func text(of path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The files below a folder whose names end in one of the endings, in order of their paths.
  static func files(below folder: String, endingIn endings: [String]) -> [File] {
    let start = root.appending(path: folder)
    let walk = FileManager.default.enumerator(atPath: start.path(percentEncoded: false))
    let names = (walk?.allObjects as? [String] ?? []).filter { name in
      endings.contains { name.hasSuffix($0) }
    }
    return names.sorted().compactMap { name in
      guard let text = text(of: "\(folder)/\(name)") else { return nil }
      return File(path: "\(folder)/\(name)", lines: text.components(separatedBy: "\n"))
    }
  }

  /// A line of Swift without what people read: comments, and strings that end on the line.
  static func withoutProse(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 == 0x22 || $0 == 0x2F }) else { return line }
    var result = ""
    var inString = false
    var rest = line[...]
    while let sign = rest.first {
      if inString, sign == "\\" {
        rest = rest.dropFirst(2)
        continue
      }
      if sign == "\"" { inString.toggle() }
      if !inString, rest.hasPrefix("//") { break }
      if !inString || sign == "\"" { result.append(sign) }
      rest = rest.dropFirst()
    }
    return result
  }
}
