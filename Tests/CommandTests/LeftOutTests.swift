import Foundation
import Testing

/// What cannot be used is left out and told, so that nobody takes a part for the whole.
@Suite struct LeftOutTests {
  private static let article = "“We will rebuild the bridge,” said Ana Ruiz, the mayor.\n"

  /// A folder in a folder, and so on, deeper than anybody looks.
  private static let deep = Array(repeating: "d", count: 70).joined(separator: "/")

  @Test(arguments: [["annotate", "f"], ["export", "f"], ["import", "f"], ["agree", "f", "g"]])
  func `a folder that cannot be looked through is told`(arguments: [String]) throws {
    try withProgram { program in
      for name in ["a", "f/a", "f/\(LeftOutTests.deep)/a", "g/a"] {
        try program.file("\(name).txt", LeftOutTests.article)
        try program.file("\(name).ann", "T1\tdirect 0 29\t“We will rebuild the bridge,”\n")
      }
      let run = try program.run(arguments)
      #expect(run.status == 1 && !run.output.isEmpty, "\(run.errors)")
      let lines = run.errors.split(separator: "\n").filter { $0.contains("64 folders deep") }
      #expect(lines.count == 1 && lines.first?.contains("d/d/d") == true, "\(run.errors)")
    }
  }

  @Test(arguments: [["annotate", "a.txt"], ["export", "a.txt"], ["import", "in.jsonl"]])
  func `mistakes in a team's overlay are told`(arguments: [String]) throws {
    try withProgram { program in
      try program.file("a.txt", LeftOutTests.article)
      try program.file("in.jsonl", try program.run(["annotate", "a.txt"]).output)
      try program.file(".hearsay/outlets.json", "{\"mute\": [\"tas\"]}")
      let run = try program.run(arguments)
      #expect(run.status == 0)
      #expect(run.errors.hasSuffix("a mistake; see hearsay outlets check [overlay]\n"))
    }
  }

  @Test func `decisions on another text of the same name are told, however quiet`() throws {
    try withProgram { program in
      try program.file(".hearsay.toml", "")
      try program.file("a.txt", LeftOutTests.article)
      let lines = try program.run(["annotate", "a.txt"]).output
      try program.file("in.jsonl", lines.replacing("\"suggested\"", with: "\"accepted\""))
      #expect(try program.run(["import", "in.jsonl"]).status == 0)
      try program.file("a.txt", "Nothing of it is left.\n")
      let run = try program.run(["export", "--quiet"])
      #expect(run.status == 0 && run.output.isEmpty)
      #expect(run.errors.hasPrefix("hearsay: a.txt: ") && run.errors.hasSuffix("[other-text]\n"))
    }
  }

  @Test func `a log of messages that cannot be written is told, and the server serves`() throws {
    try withProgram { program in
      let log = ["lsp", "--wire-log", "no/wire.jsonl"]
      let run = try program.run(log)
      #expect(
        run.errors
          == "hearsay: no/wire.jsonl: cannot be written, so messages are not kept [output]\n")
    }
  }
}
