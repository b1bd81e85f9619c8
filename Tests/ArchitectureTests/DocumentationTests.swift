import Foundation
import Testing

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
      if scopes.last == .open { look(at: String(text), line: index + 1) }
      count(code)
      if !text.hasPrefix("@") || text.contains(#/\b(?:func|var|let|struct|class|enum|init)\b/#) {
        hasComment = false
      }
    }
  }

  private mutating func look(at text: String, line: Int) {
    let form =
      #/^(?:@[\w.]+(?:\([^)]*\))?\s+)*((?:(?:public|package|internal|private|fileprivate|open|static|final|mutating|nonmutating|nonisolated|override|indirect|lazy|weak|required|convenience|borrowing|consuming|async|class|private\(set\)|fileprivate\(set\)|nonisolated\(unsafe\))\s+)*)(struct|enum|class|actor|protocol|extension|func|var|let|init|subscript|typealias|case)\b(.*)/#
    guard let match = text.firstMatch(of: form) else { return }
    let modifiers = match.1.split(separator: " ")
    let isHidden = modifiers.contains("private") || modifiers.contains("fileprivate")
    let isType = ["struct", "enum", "class", "actor", "protocol", "extension"].contains(match.2)
    pending = isType && !isHidden ? .open : .closed
    guard !isHidden, match.2 != "extension", !hasComment else { return }
    if !isKnown(String(match.2), String(match.3)) { undocumented.append(line) }
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
    #expect(scanner.undocumented == [3, 10, 13, 21])
  }
}
