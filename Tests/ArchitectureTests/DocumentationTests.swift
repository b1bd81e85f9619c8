import Foundation
import Testing

/// Keywords of members that may leave it to their names where nothing is published.
///
/// A comment says only what the signature cannot. Types and functions always have one; with an
/// empty set everything would.
private let speakForThemselves: Set<String> = ["let", "var", "case", "init"]

/// Finds the declarations of a file that have no documentation comment.
///
/// A scanner, not a parser: it counts braces and looks at how lines begin, which is enough for
/// sources the formatter has laid out. What is private, local to a function, or answers to a
/// protocol under a name everybody knows needs no comment; nor do the members of a type that is
/// private itself.
private struct DeclarationScanner {
  private enum Scope {
    /// A file or a type whose members are seen.
    case open
    /// A function's body, a private type, an initial value.
    case closed
  }

  private var scopes: [Scope] = [.open]
  private var hasComment = false
  /// Open brackets of an attribute that goes over several lines.
  private var attributeDepth = 0
  private var pending: Scope?
  private(set) var undocumented: [Int] = []

  mutating func read(_ file: Repository.File) {
    for (index, line) in file.lines.enumerated() {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("///") {
        hasComment = true
        continue
      }
      let code = Repository.withoutProse(line)
      if isAttribute(code, text) { continue }
      if scopes.last == .open { look(at: String(text), line: index + 1) }
      count(code)
      hasComment = false
    }
  }

  /// Whether a line is nothing but an attribute or a part of one; its help counts as a comment.
  private mutating func isAttribute(_ code: String, _ text: Substring) -> Bool {
    guard attributeDepth > 0 || text.hasPrefix("@") else { return false }
    let isWhole = text.contains(#/\b(?:func|var|let|struct|class|enum|init|import|actor)\b/#)
    guard attributeDepth > 0 || !isWhole else { return false }
    attributeDepth += code.count { $0 == "(" } - code.count { $0 == ")" }
    if text.contains("help:") { hasComment = true }
    return true
  }

  private mutating func look(at text: String, line: Int) {
    guard let declaration = Declaration(text) else { return }
    pending = declaration.isType && !declaration.isHidden ? .open : .closed
    guard !declaration.isHidden, declaration.keyword != "extension", !hasComment else { return }
    if !declaration.isPublished, speakForThemselves.contains(declaration.keyword) { return }
    if !isKnown(declaration.keyword, declaration.rest) { undocumented.append(line) }
  }

  /// Whether everybody knows what the declaration means.
  private func isKnown(_ keyword: String, _ rest: String) -> Bool {
    let known = [
      " rawValue", " description", " hash(", " encode(", " ==", " <", " +", " |", " ~=", " body",
      " testDescription", " next()", " errorDescription", " configuration", " run()", " validate()",
    ]
    if keyword == "init" { return rest.hasPrefix("(rawValue") || rest.hasPrefix("()") }
    return ["func", "var", "let"].contains(keyword) && known.contains { rest.hasPrefix($0) }
  }

  private mutating func count(_ code: String) {
    for sign in code {
      if sign == "{" {
        scopes.append(scopes.last == .open ? pending ?? .closed : .closed)
        pending = nil
      } else if sign == "}", scopes.count > 1 {
        scopes.removeLast()
      }
    }
  }
}

/// A line that begins a declaration: its modifiers, its keyword and what follows.
private struct Declaration {
  let keyword: String
  let rest: String
  private let modifiers: Set<Substring>

  var isHidden: Bool { !modifiers.isDisjoint(with: ["private", "fileprivate"]) }
  var isPublished: Bool { !modifiers.isDisjoint(with: ["public", "package"]) }
  var isType: Bool { Declaration.types.contains(keyword) }

  init?(_ line: String) {
    var modifiers: Set<Substring> = []
    var rest = line[...]
    while true {
      let word = rest.prefix { $0.isLetter || $0 == "@" || $0 == "_" }
      let isMember = Declaration.types.contains(String(word)) || Declaration.members.contains(word)
      let goesOn = rest.dropFirst(word.count)
      // `class func` is a modifier and a keyword.
      if isMember, !(word == "class" && goesOn.hasPrefix(" func")) {
        keyword = String(word)
        self.rest = String(goesOn)
        self.modifiers = modifiers
        return
      }
      let modifier = rest.prefix { $0 != " " }
      guard word.hasPrefix("@") || Declaration.known.contains(word) else { return nil }
      modifiers.insert(modifier)
      rest = rest.dropFirst(modifier.count).drop { $0 == " " }
    }
  }

  private static let types: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "extension",
  ]
  private static let members: Set<Substring> = [
    "func", "var", "let", "init", "subscript", "typealias", "case",
  ]
  private static let known: Set<Substring> = [
    "public", "package", "internal", "private", "fileprivate", "open", "static", "final", "class",
    "mutating", "nonmutating", "nonisolated", "override", "indirect", "lazy", "weak", "required",
    "convenience", "borrowing", "consuming", "prefix", "infix", "postfix",
  ]
}

@Suite struct DocumentationTests {
  @Test(arguments: Repository.sources)
  func `every declaration others can see says what it is`(file: Repository.File) {
    var scanner = DeclarationScanner()
    scanner.read(file)
    #expect(scanner.undocumented.isEmpty, "\(file.path) lines \(scanner.undocumented)")
  }

  @Test func `the scanner knows what others can see`() {
    let source = """
      /// Said.
      public struct A {
        let unsaid = 1
        private let hidden = 2
        @Option(
          help: "Said (here).")
        var option = 4
        /// Said.
        @inlinable
        func f() {
          let local = 3
        }
        func g(_ closure: () -> Void = { let x = 1 }) {
          func h() {}
        }
        public var value: Int { 1 }
      }
      private struct B {
        let member = 1
        func f() {}
      }
      extension A {
        static func == (left: A, right: A) -> Bool { true }
        case unsaid
      }
      """
    var scanner = DeclarationScanner()
    scanner.read(.init(path: "Sources/A/A.swift", lines: source.components(separatedBy: "\n")))
    #expect(scanner.undocumented == [13, 16])
  }
}
