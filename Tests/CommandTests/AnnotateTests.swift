import Foundation
import Testing

private let article = "🌉🌉 “We will rebuild the bridge,” said Ana Ruiz, the mayor, on Tuesday.\n"

@Suite struct AnnotateTests {
  @Test func `a line names document, place and credit in code points`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let run = try program.run(["annotate", "--date", "2024-03-07", "a.txt"])
      #expect(run.status == 0 && run.errors.isEmpty)
      let quotation = try #require(run.lines.first { $0["kind"] as? String == "quotation" })
      let target = try #require(quotation["target"] as? [String: Any])
      #expect(target["start"] as? Int == 3)
      #expect(target["exact"] as? String == "“We will rebuild the bridge,”")
      #expect(target["prefix"] as? String == "🌉🌉 ")
      let body = try #require(quotation["quotation"] as? [String: Any])
      #expect(body["type"] as? String == "direct")
      #expect((body["speaker"] as? [String: Any])?["name"] as? String == "Ana Ruiz")
      #expect((body["cue"] as? [String: Any])?["exact"] as? String == "said")
      let date = try #require(run.lines.first { $0["kind"] as? String == "date" })
      #expect((date["date"] as? [String: Any])?["value"] as? String == "2024-03-05")
      #expect((date["document"] as? [String: Any])?["date"] as? String == "2024-03-07")
    }
  }

  @Test func `kinds chooses what is written`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let run = try program.run(["annotate", "--kinds", "date", "a.txt"])
      #expect(run.lines.map { $0["kind"] as? String } == ["date"])
      let wrong = try program.run(["annotate", "--kinds", "dates", "a.txt"])
      #expect(wrong.status == 64 && wrong.errors.contains("dates"))
    }
  }

  @Test func `standard input is a document`() throws {
    try withProgram { program in
      let run = try program.run(["annotate", "-"], input: article)
      let document = run.lines.first?["document"] as? [String: Any]
      #expect(run.status == 0 && document?["path"] as? String == "-")
      #expect(document?["uri"] is NSNull)
    }
  }

  @Test func `a folder means its texts, hidden ones and other endings left out`() throws {
    try withProgram { program in
      for name in ["f/b.md", "f/a.txt", "f/deep/c.TEXT", "f/.hidden.txt", "f/d.html"] {
        try program.file(name, article)
      }
      let run = try program.run(["annotate", "--kinds", "quotation", "--jobs", "2", "f"])
      let paths = run.lines.compactMap { ($0["document"] as? [String: Any])?["path"] as? String }
      #expect(paths == ["f/a.txt", "f/b.md", "f/deep/c.TEXT"])
    }
  }

  @Test func `the margin stands beside the text`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let run = try program.run(["annotate", "--format", "pretty", "a.txt"])
      #expect(run.output.contains("Ana Ruiz · direct"))
      #expect(run.output.contains("Ana Ruiz: 1 quotation"))
      #expect(!run.output.contains("\u{1B}"), "no colours in a pipe")
    }
  }

  @Test(arguments: ["-5", "0", "12", "99999999999", "wide"])
  func `a page is wide enough and not too wide`(columns: String) throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let run = try program.run(
        ["annotate", "--format", "pretty", "a.txt"], environment: ["COLUMNS": columns])
      let widths = run.output.split(separator: "\n").map(\.count)
      #expect(run.status == 0 && (40...400).contains(widths.max() ?? 0))
    }
  }

  @Test func `control characters of a text do not reach the terminal`() throws {
    try withProgram { program in
      let text = "The \u{1B}]0;x\u{7} “bad \u{1B}[31mred\u{1B}[0m text is here,” he said.\n"
      try program.file("a.txt", text)
      let run = try program.run(["annotate", "--format", "pretty", "a.txt"])
      #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{7}"))
    }
  }

  @Test func `an output file appears when all is done`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let run = try program.run(["annotate", "--output", "o.jsonl", "a.txt"])
      #expect(run.status == 0 && run.output.isEmpty)
      #expect(program.content("o.jsonl")?.contains("Ana Ruiz") == true)
      let nowhere = try program.run(["annotate", "--output", "no/o.jsonl", "a.txt"])
      #expect(nowhere.status == 74 && nowhere.errors.contains("[output]"))
    }
  }

  @Test func `the settings of the project count, the words of the command more`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      try program.file(".hearsay.toml", "date = 2024-03-07\nkinds = [\"date\"]\n")
      let run = try program.run(["annotate", "a.txt"])
      let values = run.lines.map { ($0["date"] as? [String: Any])?["value"] as? String }
      #expect(values == ["2024-03-05"])
      let both = try program.run(["annotate", "--date", "2023-01-05", "--kinds", "date", "a.txt"])
      #expect((both.lines.first?["date"] as? [String: Any])?["value"] as? String == "2023-01-03")
    }
  }

  @Test func `a mistake in the settings is told and the rest goes on`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      try program.file(".hearsay.toml", "minimumConfidence = \"high\"\n")
      let run = try program.run(["annotate", "a.txt"])
      #expect(run.status == 0 && run.errors.contains("[setting-wrong-type]"))
      try program.file(".hearsay.toml", "date = = 3\n")
      let broken = try program.run(["annotate", "a.txt"])
      #expect(broken.status == 0 && broken.errors.contains("[settings-unreadable]"))
      let missing = try program.run(["annotate", "--config", "none.toml", "a.txt"])
      #expect(missing.status == 78)
    }
  }
}
