import Foundation
import Testing

/// Words that choose what is written, and what is told where nothing is.
struct Choice: CustomTestStringConvertible, Sendable {
  let options: [String]
  /// How many annotations are written.
  var count = 0
  /// Codes of the lines on standard error.
  var codes: [String] = []
  var status: Int32 = 0
  var testDescription: String { options.joined(separator: " ") }
}

@Suite struct FilterTests {
  static let articles = [
    "a.txt": "“We will rebuild the bridge,” said Ana Ruiz, the mayor.\n",
    "b.txt": "Publish date 12 Feb 2024\n\nTASS has a story. “We stay,” said Kai Osei.\n",
  ]
  static let nothing = "nothing-matched"
  static let choices = [
    Choice(options: ["--outlet", "tass"], count: 1),
    Choice(options: ["--outlet", "tass.com"], count: 1),
    Choice(options: ["--outlet", "https://tass.com/world/1"], count: 1),
    Choice(options: ["--outlet", "Reuters"], codes: [nothing]),
    Choice(options: ["--outlet", "Tazz"], codes: ["unknown-outlet"], status: 1),
    Choice(options: ["--outlet", "TASS", "--outlet", "Reuters"], count: 1, codes: [nothing]),
    Choice(
      options: ["--outlet", "TASS", "--outlet", "Tazz"], count: 1, codes: ["unknown-outlet"],
      status: 1),
    Choice(options: ["--speaker", "Ana Ruiz"], count: 1),
    Choice(options: ["--speaker", "Anna Ruiz"], codes: [nothing]),
    Choice(options: ["--speaker", "Ana Ruiz", "--speaker", "Mia"], count: 1, codes: [nothing]),
    Choice(options: ["--author", "Mia"], codes: [nothing]),
    Choice(options: ["--speaker", "Mia", "--outlet", "AP"], codes: [nothing, nothing]),
    Choice(options: ["--speaker", "Ana Ruiz", "--outlet", "TASS"], codes: [nothing]),
    Choice(options: ["--until", "2023-01-01"], codes: [nothing]),
    Choice(options: ["--status", "rejected"], codes: [nothing]),
    Choice(options: ["--speaker", "Mia", "--quiet"]),
    Choice(options: ["--outlet", "Tazz", "--quiet"], codes: ["unknown-outlet"], status: 1),
  ]

  private func check(_ command: String, _ choice: Choice) throws {
    try withProgram { program in
      for (name, text) in FilterTests.articles { try program.file(name, text) }
      let run = try program.run(
        [command, "--kinds", "quotation"] + choice.options + ["a.txt", "b.txt"])
      let codes = run.errors.split(separator: "\n").map { line in
        String(line.split(separator: "[").last ?? "").replacing("]", with: "")
      }
      #expect(run.lines.count == choice.count)
      #expect(codes == choice.codes, "\(run.errors)")
      #expect(run.status == choice.status)
    }
  }

  @Test(arguments: choices)
  func `a name that matches nothing is told by annotate`(_ choice: Choice) throws {
    try check("annotate", choice)
  }

  @Test(arguments: choices)
  func `a name that matches nothing is told by export`(_ choice: Choice) throws {
    try check("export", choice)
  }

  @Test func `what was rejected is written where it is asked for, and only there`() throws {
    try withProgram { program in
      try program.file("a.txt", FilterTests.articles["a.txt"] ?? "")
      let line = try program.run(["annotate", "--kinds", "quotation", "a.txt"]).output
      try program.file("r.jsonl", line.replacing("\"suggested\"", with: "\"rejected\""))
      #expect(try program.run(["import", "r.jsonl"]).status == 0)
      let usual = try program.run(["export", "--kinds", "quotation", "a.txt"])
      #expect(usual.lines.isEmpty)
      let decided = try program.run(
        ["export", "--status", "accepted,edited,authored,rejected", "a.txt"])
      #expect(decided.lines.count == 1)
      #expect(decided.output.contains("\"status\":\"rejected\""))
    }
  }

  @Test func `what is told names the word, and for outlets the nearest`() throws {
    try withProgram { program in
      try program.file("b.txt", FilterTests.articles["b.txt"] ?? "")
      let speaker = try program.run(["annotate", "--speaker", "Anna", "b.txt"])
      #expect(
        speaker.errors
          == "hearsay: --speaker “Anna”: nobody of that name is quoted [nothing-matched]\n")
      let outlet = try program.run(["annotate", "--outlet", "Tasss", "b.txt"])
      #expect(outlet.errors.hasPrefix("hearsay: no outlet is called “Tasss”; nearest: "))
      #expect(outlet.errors.contains("“TASS”"))
    }
  }
}
