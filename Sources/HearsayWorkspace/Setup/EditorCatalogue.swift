internal import HearsayData

/// An editor that can be set up: what belongs where, as `editor-integration/setup.txt` tells.
public struct Editor: Hashable, Sendable {
  /// Something that is put somewhere.
  struct Step: Hashable, Sendable {
    /// How our bytes and the destination belong together.
    enum Form: Hashable, Sendable {
      /// The whole file is ours.
      case file
      /// Lines between two marks, each a comment that begins with the sign.
      case block(sign: String)
      /// The member `hearsay` of a JSON object.
      case member
    }

    /// How our bytes and the destination belong together.
    let form: Form
    /// The file's path in `editor-integration`.
    let source: String
    /// What it holds.
    let content: [UInt8]
    /// Where it goes, with variables in braces.
    let destination: String
  }

  /// How it is called on the command line.
  public let name: String
  /// What its programs are called.
  public let programs: [String]
  /// How people call it.
  public let title: String
  /// What is put where.
  private(set) var steps: [Step] = []
  /// Words that a file of the user's must not hold outside of our lines.
  private(set) var clashes: [String] = []
  /// What is left for a person to do, with variables in braces.
  private(set) var afterwards: [String] = []
}

/// The editors that can be set up.
public struct EditorCatalogue: Sendable {
  /// The editors in the order of the file.
  public let editors: [Editor]

  /// The editors that this program brings files for.
  public static let embedded = EditorCatalogue(EmbeddedResources.editorFiles())

  /// The names of the editors that this program brings files for; cheap, since every start of the
  /// program makes its help from them.
  public static var embeddedNames: [String] {
    (EmbeddedResources.editorFile("setup.txt") ?? []).split(separator: 0x0A).compactMap { line in
      guard line.starts(with: "editor ".utf8) else { return nil }
      let name = line.dropFirst("editor ".utf8.count).prefix { $0 != 0x20 }
      return String(decoding: name, as: UTF8.self)
    }
  }

  /// The editors that `setup.txt` among some files tells of; lines that make no sense are passed
  /// over.
  init(_ files: [(path: String, bytes: [UInt8])]) {
    let contents = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    var editors: [Editor] = []
    for line in (contents["setup.txt"] ?? []).split(separator: 0x0A) {
      let line = String(decoding: line, as: UTF8.self)
      if let editor = Editor(heading: line) {
        editors.append(editor)
      } else if !editors.isEmpty {
        editors[editors.count - 1].read(line, contents)
      }
    }
    self.editors = editors
  }

  /// The editor of a name, or nil.
  public func editor(_ name: String) -> Editor? { editors.first { $0.name == name } }
}

extension Editor {
  /// Reads `editor NAME | PROGRAMS | TITLE`.
  fileprivate init?(heading: String) {
    guard heading.hasPrefix("editor ") else { return nil }
    let parts = heading.dropFirst("editor ".count).split(separator: "|")
      .map { $0.split(separator: " ").map(String.init) }
    guard parts.count == 3, let name = parts[0].first else { return nil }
    self.init(name: name, programs: parts[1], title: parts[2].joined(separator: " "))
  }

  /// Reads a line below the heading.
  fileprivate mutating func read(_ line: String, _ contents: [String: [UInt8]]) {
    let words = line.split(separator: " ").map(String.init)
    let rest = String(line.drop { $0 != " " }.dropFirst())
    switch (words.first, words.count) {
    case ("clash", 2...): clashes.append(rest)
    case ("then", 2...): afterwards.append(rest)
    case ("file", 3): add(.file, words, contents)
    case ("member", 3): add(.member, words, contents)
    case ("block", 4): add(.block(sign: words[3]), words, contents)
    default: break
    }
  }

  private mutating func add(
    _ form: Step.Form, _ words: [String], _ contents: [String: [UInt8]]
  ) {
    guard let content = contents[words[1]] else { return }
    steps.append(
      Step(form: form, source: words[1], content: content, destination: words[2]))
  }
}
