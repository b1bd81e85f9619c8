import Foundation
import Testing

/// A command line, and the exit status of the program.
struct Ending: CustomTestStringConvertible, Sendable {
  let arguments: [String]
  let status: Int32
  /// The code that the last line on standard error ends in.
  var code = ""
  var testDescription: String { arguments.joined(separator: " ") }
}

@Suite struct ExitStatusTests {
  static let endings = [
    Ending(arguments: ["annotate", "a.txt"], status: 0),
    Ending(arguments: ["annotate", "none.txt", "a.txt"], status: 1, code: "not-found"),
    Ending(arguments: ["annotate", "latin1.txt"], status: 1, code: "not-utf8"),
    Ending(arguments: ["annotate", "none.txt", "latin1.txt"], status: 1, code: "not-utf8"),
    Ending(arguments: ["annotate", "none.txt"], status: 66, code: "not-found"),
    Ending(arguments: ["annotate", "none.txt", "gone.txt"], status: 66, code: "not-found"),
    Ending(arguments: ["annotate", "empty"], status: 66, code: "no-input"),
    Ending(arguments: ["annotate", "--jobs", "0", "a.txt"], status: 64),
    Ending(arguments: ["annotate", "--output", "no/o", "a.txt"], status: 74, code: "output"),
    Ending(
      arguments: ["annotate", "--output", "a.txt", "a.txt"], status: 74, code: "output-is-input"),
    Ending(
      arguments: ["export", "--loss-report", "a.txt", "a.txt"], status: 74,
      code: "output-is-input"),
    Ending(
      arguments: ["reanchor", "--from", "a.txt", "--to", "bad.jsonl", "--output", "a.txt"],
      status: 74, code: "output-is-input"),
    Ending(
      arguments: ["annotate", "--config", "no.toml", "a.txt"], status: 78,
      code: "settings-unreadable"),
    Ending(arguments: ["export", "none.txt"], status: 66, code: "not-found"),
    Ending(arguments: ["export", "none.txt", "a.txt"], status: 1, code: "not-found"),
    Ending(arguments: ["export", "latin1.txt"], status: 1, code: "not-utf8"),
    Ending(arguments: ["export"], status: 66, code: "no-input"),
    Ending(arguments: ["history", "none.txt"], status: 66, code: "not-found"),
    Ending(arguments: ["history", "latin1.txt"], status: 65, code: "not-utf8"),
    Ending(arguments: ["history"], status: 0),
    Ending(arguments: ["undo", "none.txt"], status: 66, code: "not-found"),
    Ending(arguments: ["undo"], status: 1, code: "nothing-to-undo"),
    Ending(arguments: ["ignores", "none.txt"], status: 66, code: "not-found"),
    Ending(arguments: ["ignores", "--remove", "x"], status: 1, code: "unknown-id"),
    Ending(arguments: ["import", "none.jsonl"], status: 66, code: "not-found"),
    Ending(arguments: ["import", "latin1.txt"], status: 64, code: "no-format"),
    Ending(arguments: ["import", "bad.jsonl"], status: 65, code: "import-empty"),
    Ending(
      arguments: ["reanchor", "--from", "none.txt", "--to", "a.txt"], status: 66,
      code: "not-found"),
    Ending(
      arguments: ["reanchor", "--from", "latin1.txt", "--to", "a.txt"], status: 65,
      code: "not-utf8"),
    Ending(arguments: ["agree", "none", "none.jsonl"], status: 66, code: "not-found"),
    Ending(arguments: ["agree", "bad.jsonl", "bad.jsonl"], status: 65, code: "no-common-document"),
    Ending(arguments: ["outlets", "Tazz"], status: 1, code: "unknown-outlet"),
    Ending(arguments: ["outlets", "check", "bad.jsonl"], status: 65, code: "overlay-not-json"),
    Ending(arguments: ["outlets", "check"], status: 66, code: "no-input"),
    Ending(arguments: ["sync"], status: 78, code: "sync-no-remote"),
    Ending(arguments: ["sync", "init", "nonsense"], status: 64),
    Ending(arguments: ["setup", "ed"], status: 64),
  ]

  @Test(arguments: endings)
  func `the program ends as it is written, and the README says so`(_ ending: Ending) throws {
    try withProgram { program in
      try program.file("a.txt", "“We will stay,” said Ana Ruiz.\n")
      try program.file("latin1.txt", bytes: Array("caf".utf8) + [0xE9])
      try program.file("bad.jsonl", "nothing\n")
      try program.file("empty/a.pdf", "")
      let run = try program.run(ending.arguments)
      #expect(run.status == ending.status, "\(run.errors)")
      if !ending.code.isEmpty {
        #expect(run.errors.hasSuffix("[\(ending.code)]\n"), "\(run.errors)")
      }
    }
    let command = try #require(ending.arguments.first)
    let row = try #require(try ExitStatusTests.rows()[command], "\(command) has no row")
    #expect(row.contains(ending.status), "\(command) \(ending.status) is not in the README")
  }

  @Test func `what nobody could read leaves an output as it was`() throws {
    try withProgram { program in
      for command in ["annotate", "export"] {
        try program.file("o.jsonl", "kept\n")
        let run = try program.run([command, "--output", "o.jsonl", "none.txt"])
        #expect(run.status == 66)
        #expect(program.content("o.jsonl") == "kept\n")
      }
    }
  }

  @Test(arguments: [
    ["annotate", "--format", "csv", "--output", "a.txt"],
    ["annotate", "--format", "csv", "--output", "link.txt"],
    ["annotate", "--format", "sqlite", "--output", "./a.txt"],
    ["annotate", "--format", "brat", "--output", "."],
    ["annotate", "--loss-report", "link.txt", "--output", "o.jsonl"],
    ["export", "--format", "label-studio", "--output", "a.txt"],
  ])
  func `no article becomes what was made of it`(_ arguments: [String]) throws {
    try withProgram { program in
      let text = "\u{FEFF}“We will stay,” said Ana Ruiz.\n"
      try program.file("a.txt", text)
      let article = program.folder.appending(path: "a.txt")
      try FileManager.default.createSymbolicLink(
        at: program.folder.appending(path: "link.txt"), withDestinationURL: article)
      let run = try program.run(arguments + ["a.txt"])
      #expect(run.status == 74 && run.errors.contains("[output-is-input]"), "\(run.errors)")
      #expect(try Data(contentsOf: article) == Data(text.utf8))
      // What was there already may be replaced, as before.
      try program.file("o.jsonl", "old")
      #expect(try program.run(["annotate", "--output", "o.jsonl", "a.txt"]).status == 0)
      #expect(program.content("o.jsonl")?.contains("Ana Ruiz") == true)
    }
  }

  @Test func `a file that is named twice is one`() throws {
    try withProgram { program in
      try program.file("a.txt", "“We will stay,” said Ana Ruiz.\n")
      for names in [["a.txt", "a.txt"], [".", "a.txt"], ["./a.txt", "a.txt"]] {
        #expect(try program.run(["annotate"] + names).lines.count == 1)
      }
    }
  }

  /// The statuses of each command, as the README's table lists them.
  static func rows() throws -> [String: Set<Int32>] {
    let readme = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md").standardized
    let lines = try String(contentsOf: readme, encoding: .utf8)
      .split(separator: "\n").drop { !$0.hasPrefix("## Exit statuses") }
    var rows: [String: Set<Int32>] = [:]
    for line in lines.prefix(40) where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2 else { continue }
      let numbers = Set(
        cells[1].split(separator: ",").compactMap {
          Int32($0.trimmingCharacters(in: .whitespaces))
        })
      for name in cells[0].split(separator: "`") where !name.hasPrefix(",") {
        rows[String(name)] = numbers
      }
    }
    return rows
  }
}
