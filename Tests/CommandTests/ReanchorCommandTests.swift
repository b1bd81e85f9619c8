import Foundation
import Testing

@Suite struct ReanchorCommandTests {
  private static let old = "🌊 Rain. “We will not resign,” said Ana Ruiz.\n"
  private static let new = "🌊🌉 Rain fell.\r\n“We will not resign,” said Ana Ruiz.\r\n"

  private func line(_ target: String, _ rest: String = "") -> String {
    #"{"id":"a","kind":"note","mine":{"b":1.50,"a":[]},"target":\#(target),"note":{"text":"x"}\#(rest)}"#
  }

  private func run(_ program: Program, _ input: String) throws -> Program.Run {
    try program.run(["reanchor", "--from", "old.txt", "--to", "new.txt"], input: input)
  }

  @Test func `places move and the rest of a line stays byte for byte`() throws {
    try withProgram { program in
      try program.file("old.txt", Self.old)
      try program.file("new.txt", Self.new)
      let before = #"{"end": 29,"start":8,"exact":"“We will not resign,”","more":null}"#
      let after = #"{"end": 36,"start":15,"exact":"“We will not resign,”","more":null}"#
      let run = try run(program, line(before) + "\n\n")
      let anchoring = #","anchoring":{"state":"anchored","confidence":0.91}"#
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.output == line(after, anchoring) + "\n")
    }
  }

  @Test func `annotate's own lines move with source, cue, segments and document`() throws {
    try withProgram { program in
      try program.file("old.txt", Self.old)
      try program.file("new.txt", Self.new)
      let lines = try program.run(["annotate", "--kinds", "quotation", "old.txt"])
      let moved = try run(program, lines.output)
      let fresh = try program.run(["annotate", "--kinds", "quotation", "new.txt"])
      let (got, wanted) = (try #require(moved.lines.first), try #require(fresh.lines.first))
      for key in ["target", "document"] {
        #expect(got[key] as? NSDictionary == wanted[key] as? NSDictionary, "\(key)")
      }
      let bodies = [got, wanted].compactMap { $0["quotation"] as? [String: Any] }
      for key in ["source", "cue"] {
        #expect(bodies[0][key] as? NSDictionary == bodies[1][key] as? NSDictionary, "\(key)")
      }
      #expect((got["anchoring"] as? [String: Any])?["state"] as? String == "anchored")
    }
  }

  @Test func `a source that changed puts a quotation under review`() throws {
    try withProgram { program in
      try program.file("old.txt", Self.old)
      try program.file("new.txt", Self.old.replacing("Ana Ruiz", with: "Dmitri Okafor"))
      let lines = try program.run(["annotate", "--kinds", "quotation", "old.txt"])
      let moved = try #require(try run(program, lines.output).lines.first)
      #expect((moved["anchoring"] as? [String: Any])?["state"] as? String == "review")
      #expect((moved["quotation"] as? [String: Any])?["source"] is NSNull)
    }
  }

  @Test func `an orphan keeps what is known of it`() throws {
    try withProgram { program in
      try program.file("old.txt", Self.old)
      try program.file("new.txt", "Quite another text.\n")
      let input = line(#"{"start":8,"end":29,"exact":"“We will not resign,”"}"#)
      let run = try run(program, input)
      let anchoring = #","anchoring":{"state":"orphaned","confidence":0.00}}"#
      #expect(run.status == 0 && run.output == input.dropLast() + anchoring + "\n")
    }
  }

  @Test func `offsets of another copy give way to the words`() throws {
    try withProgram { program in
      try program.file("old.txt", Self.old)
      try program.file("new.txt", Self.new)
      let run = try run(
        program,
        line(
          #"{"start":0,"end":4,"exact":"Ana Ruiz","prefix":"will not resign,” said ","suffix":"."}"#
        ))
      let target = run.lines.first?["target"] as? [String: Any]
      #expect(target?["start"] as? Int == 42 && target?["exact"] as? String == "Ana Ruiz")
    }
  }

  @Test(arguments: [
    ("nonsense", "not-json"), ("[1]", "not-an-object"), ("{}", "no-target"),
    (#"{"target":{"prefix":"a"}}"#, "no-target"), (#"{"target":{"start":1}}"#, "no-target"),
    (#"{"target":{"start":5,"end":4}}"#, "bad-offsets"),
    (#"{"target":{"start":0,"end":1000000}}"#, "bad-offsets"),
    (#"{"target":{"start":0.5,"end":1}}"#, "bad-offsets"),
    (#"{"target":{"start":-1,"end":"x","exact":"y"}}"#, "bad-offsets"),
  ])
  func `a bad line is told with its code and stops nothing`(bad: String, code: String) throws {
    try withProgram { program in
      try program.file("old.txt", Self.old)
      try program.file("new.txt", Self.new)
      let good = line(#"{"start":8,"end":29}"#)
      let run = try run(program, "\(bad)\n\(good)\n")
      #expect(run.status == 1 && run.lines.count == 1)
      #expect(run.errors.hasPrefix("hearsay: -:1: ") && run.errors.hasSuffix("[\(code)]\n"))
    }
  }

  @Test func `a text that cannot be read is the end`() throws {
    try withProgram { program in
      try program.file("old.txt", Self.old)
      let missing = try run(program, "{}\n")
      #expect(missing.status == 66 && missing.errors.hasSuffix("[not-found]\n"))
      try program.file("new.txt", bytes: [0xE9, 0x0A])
      let broken = try run(program, "{}\n")
      #expect(broken.status == 65 && broken.output.isEmpty)
      #expect(try program.run(["reanchor", "--from", "old.txt"]).status == 64)
    }
  }
}
