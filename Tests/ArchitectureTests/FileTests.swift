import Foundation
import Testing

@Suite struct FileTests {
  @Test(arguments: Repository.swift)
  func `a file that grows past four hundred lines wants to be two`(file: Repository.File) {
    #expect(file.lines.count <= 401)
  }

  @Test func `nothing speaks of one machine`() {
    // Put together here, so that this file does not speak of one either.
    let folders = ["root", "work", "Users", "opt/swift", "home/runner"].map { "/\($0)/" }
    for file in everything {
      for (number, line) in file.lines.enumerated() {
        let place = folders.first(where: line.contains)
        #expect(place == nil, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `nothing is left for later`() {
    let words = ["TO" + "DO", "FIX" + "ME"]
    for file in everything where !file.path.hasPrefix("Sources/CHearsayData/data") {
      for (number, line) in file.lines.enumerated() {
        #expect(!words.contains(where: line.contains), "\(file.path):\(number + 1)")
      }
    }
  }

  private var everything: [Repository.File] {
    let endings = [
      ".swift", ".md", ".sh", ".py", ".lua", ".el", ".json", ".c", ".h", ".txt", "/run", "Makefile",
    ]
    let folders = [
      "Sources", "Tests", "Scripts", "Samples", "Schemas", "editor-integration", ".ci",
    ]
    let below = folders.flatMap { Repository.files(below: $0, endingIn: endings + ["run"]) }
    let top = ["README.md", "CHANGELOG.md", "Makefile", "Package.swift"].compactMap { path in
      Repository.text(of: path).map {
        Repository.File(path: path, lines: $0.components(separatedBy: "\n"))
      }
    }
    return below + top
  }
}

@Suite struct ReadmeTests {
  @Test func `the architecture table lists the targets of the package`() throws {
    guard let readme = Repository.text(of: "README.md"),
      let section = readme.range(of: "\n## Architecture\n")
    else { return }
    let body = readme[section.upperBound...]
    let end = body.range(of: "\n## ")?.lowerBound ?? body.endIndex
    let rows = body[..<end].split(separator: "\n").compactMap {
      $0.firstMatch(of: #/^\| `([\w-]+)` \|/#).map { String($0.1) }
    }
    let package = try #require(Repository.text(of: "Package.swift"))
    let form = #/(?:room\(\s*"|[tT]arget\(\s*name: "|systemLibrary\(\s*name: ")([\w-]+)"/#
    let targets = package.matches(of: form).map { String($0.1) }
    #expect(rows.sorted() == targets.sorted())
  }
}
