import Foundation
import Testing

@Suite struct OutletsTests {
  @Test func `a note by name, domain and part of a line`() throws {
    try withProgram { program in
      for query in ["RT", "rt.com", "https://www.rt.com/news/1"] {
        let run = try program.run(["outlets", query])
        #expect(run.status == 0 && run.output.hasPrefix("RT · broadcaster · RU\n"))
        #expect(run.output.contains("\n  Editorial control: not recorded\n"))
      }
      let dated = try program.run(["outlets", "RT", "--date", "2022-02-12"])
      #expect(!dated.output.contains("Ofcom"))
    }
  }

  @Test func `the record as JSON`() throws {
    try withProgram { program in
      let run = try program.run(["outlets", "--json", "ABC"])
      #expect(run.lines.count == 3)
      for line in run.lines {
        let outlet = try #require(line["outlet"] as? [String: Any])
        #expect((outlet["id"] as? String)?.hasPrefix("abc-") == true)
      }
    }
  }

  @Test func `who is not known is told, with what is near`() throws {
    try withProgram { program in
      let run = try program.run(["outlets", "Ruters"])
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errors.contains("“Reuters”") && run.errors.hasSuffix("[unknown-outlet]\n"))
      #expect(try program.run(["outlets"]).status == 64)
      #expect(try program.run(["outlets", "RT", "--date", "2022"]).status == 64)
    }
  }

  @Test func `an overlay is checked, and a good one is in force`() throws {
    try withProgram { program in
      let folder = program.folder.appending(path: ".hearsay")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try program.file(".hearsay/outlets.json", "{\"mute\": [\"tass\",\n \"tas\"]}")
      let bad = try program.run(["outlets", "check", ".hearsay/outlets.json"])
      #expect(bad.status == 65)
      #expect(bad.errors.hasPrefix(".hearsay/outlets.json:2:2: No outlet has the id “tas”."))
      try program.file(".hearsay/outlets.json", "{\"mute\": [\"tass\"]}")
      #expect(try program.run(["outlets", "check"]).status == 0)
      try program.file("a.txt", "Rain fell, TASS reported. Rain fell, AFP reported.\n")
      let run = try program.run(["annotate", "--kinds", "outlet", "a.txt"])
      #expect(run.lines.count == 1 && run.output.contains("\"afp\""))
      #expect(try program.run(["outlets", "check", "none.json"]).status == 66)
    }
  }
}
