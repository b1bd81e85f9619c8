import Foundation
import Testing

private let article = "🌉 “We will rebuild the bridge,” said Ana Ruiz, the mayor, on Tuesday.\n"
private let other =
  "Publish date 12 Feb 2024\n\nTASS has a story. “We will not come to the bridge,” said Kai Osei.\n"

@Suite struct ExportFormatTests {
  @Test(arguments: ["brat", "tei", "uima-cas", "uima-cas-json", "html"])
  func `files keep their folders and no two share a name`(format: String) throws {
    try withProgram { program in
      for name in ["in/a.txt", "in/sub/a.txt", "in/a.md", "in/INDEX.txt"] {
        try program.file(name, article)
      }
      let run = try program.run(["annotate", "--format", format, "--output", "out", "in"])
      #expect(run.status == 0 && run.output.isEmpty)
      let all = try FileManager.default.subpathsOfDirectory(
        atPath: program.folder.appending(path: "out").path)
      let stems = Set(
        all.filter { $0.hasPrefix("in/") && $0.contains(".") }.map {
          String($0.prefix { $0 != "." })
        })
      #expect(stems == ["in/INDEX", "in/a", "in/a-2", "in/sub/a"])
      #expect(!all.contains { $0.hasSuffix(".part") })
    }
  }

  @Test func `an import from nowhere, or into nowhere, is refused before anything is planned`()
    throws
  {
    try withProgram { program in
      try program.file("in.jsonl", "{}\n")
      for arguments in [["import", "gone.jsonl"], ["import", "in.jsonl", "--root", "nowhere"]] {
        let run = try program.run(arguments)
        #expect(run.status == 66 && run.errors.contains("[not-found]"), "\(run.errors)")
      }
      #expect(program.content(".hearsay/annotations.sqlite") == nil)
    }
  }

  @Test func `a folder format of several documents needs a folder`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      try program.file("b.txt", article)
      for format in ["brat", "html"] {
        let run = try program.run(["annotate", "--format", format, "a.txt", "b.txt"])
        #expect(run.status == 64 && run.errors.contains("--output FOLDER"))
      }
      let page = try program.run(["annotate", "--format", "html", "a.txt"])
      #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>"))
      let table = try program.run(["annotate", "--format", "sqlite", "a.txt"])
      #expect(table.status == 64)
    }
  }

  @Test func `what is not carried is told and can be kept`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let run = try program.run(
        ["annotate", "--format", "csv", "--quiet", "--loss-report", "loss.json", "a.txt"])
      #expect(run.status == 0 && run.errors.contains("date annotation 1"))
      #expect(run.errors.hasSuffix("[loss]\n"))
      let report = try #require(program.content("loss.json"))
      #expect(report.contains(#"{"kind":"date","what":"annotation","count":1}"#))
      let lines = try program.run(["annotate", "a.txt"])
      #expect(lines.errors.isEmpty, "jsonl carries everything")
    }
  }

  @Test(arguments: [
    (["--speaker", "ana ruiz"], ["Ana Ruiz"]), (["--speaker", "kai-osei"], ["Kai Osei"]),
    (["--outlet", "TASS"], ["Kai Osei"]), (["--from", "2024-02-12"], ["Kai Osei"]),
    (["--until", "2024-02-11"], []), (["--status", "accepted"], []), (["--confidence", "1"], []),
    (["--author", "hearsay"], ["Ana Ruiz", "Kai Osei"]), (["--author", "Mia"], []),
  ])
  func `filters choose articles and annotations`(
    options: [String], speakers: [String]
  ) throws {
    try withProgram { program in
      try program.file("a.txt", article)
      try program.file("b.txt", other)
      let run = try program.run(
        ["annotate", "--kinds", "quotation"] + options + ["a.txt", "b.txt"])
      let names = run.lines.compactMap { line in
        ((line["quotation"] as? [String: Any])?["speaker"] as? [String: Any])?["name"] as? String
      }
      #expect(run.status == 0 && Set(names) == Set(speakers))
    }
  }

  @Test(arguments: [
    ["--from", "2024-13-01"], ["--from", "2024-03-01", "--until", "2024-02-01"],
    ["--confidence", "2"], ["--status", "done"], ["--format", "docx"],
    ["--kinds", ""], ["--status", ","],
  ])
  func `an option with no meaning is a mistake of usage`(options: [String]) throws {
    try withProgram { program in
      try program.file("a.txt", article)
      #expect(try program.run(["annotate"] + options + ["a.txt"]).status == 64)
    }
  }

  @Test(arguments: ["jsonl", "csv", "html", "brat", "sqlite"])
  func `a full disk is told and leaves nothing half`(format: String) throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let output = format == "html" || format == "brat" ? "/dev/full/x" : "/dev/full"
      let run = try program.run(["annotate", "--format", format, "--output", output, "a.txt"])
      #expect(run.status == 74, "\(run.errors)")
      #expect(run.errors.contains("[output]"))
    }
  }

  @Test func `rows come back with their ids, and a bad one stops nothing`() throws {
    try withProgram { program in
      let rows = """
        {"id":7,"text":"“We will stay,” said Ana Ruiz on Monday.","date":"2024-03-07"}
        {"id":"x","text":null}

        nothing
        {"id":"last","text":"“No,” Kai Osei said.","extra":[1]}
        """
      let run = try program.run(
        ["annotate", "--input-format", "jsonl", "--jobs", "2", "-"], input: rows)
      let found = run.lines.map { line -> String in
        if let error = line["error"] as? [String: Any] {
          return "\(error["code"] ?? "") \(error["line"] ?? "")"
        }
        return (line["document"] as? [String: Any])?["id"] as? String ?? ""
      }
      #expect(found == ["7", "7", "bad-row 2", "bad-row 4", "last"])
      #expect(run.status == 1 && run.errors.split(separator: "\n").count == 2)
      let values = run.lines.compactMap { ($0["date"] as? [String: Any])?["value"] as? String }
      #expect(values == ["2024-03-04"])
    }
  }

  @Test func `an interruption leaves complete files and says so`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = ["annotate", "--input-format", "jsonl", "--output", "o.jsonl", "-"]
      process.currentDirectoryURL = program.folder
      let (stdin, stderr) = (Pipe(), Pipe())
      process.standardInput = stdin
      process.standardError = stderr
      try process.run()
      // The output's unfinished twin is there once the program listens for signals.
      while try FileManager.default.contentsOfDirectory(atPath: program.folder.path).count < 2 {
        guard process.isRunning else { break }
      }
      process.interrupt()
      process.waitUntilExit()
      let errors = String(
        decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(errors.contains("o.jsonl was not written [interrupted]"))
      #expect(process.terminationStatus == 130)
      let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      #expect(left == ["a.txt"])
    }
  }
}

@Suite struct ImportTests {
  /// An export of decisions on an article, and the project it came from.
  private func decided(_ program: Program) throws -> String {
    try program.file("p/.hearsay.toml", "author = \"Mia\"\n")
    try program.file("p/a.txt", article)
    let run = try program.run(["annotate", "p/a.txt"])
    return run.output.replacing("\"suggested\"", with: "\"accepted\"").replacing(
      "\"path\":\"p/a.txt\"", with: "\"path\":\"a.txt\"")
  }

  @Test func `the same import a second time changes nothing`() throws {
    try withProgram { program in
      try program.file("in.jsonl", try decided(program))
      let arguments = ["import", "in.jsonl", "--root", "p"]
      let dry = try program.run(arguments + ["--dry-run"])
      #expect(dry.output == "dry run: nothing was written\na.txt: 2 decided\n")
      #expect(try program.run(arguments).output == "a.txt: 2 decided\n")
      #expect(try program.run(arguments).output == "a.txt: 2 unchanged\n")
      let back = try program.run(["export", "p/a.txt"])
      #expect(back.lines.map { $0["status"] as? String } == ["accepted", "accepted"])
      #expect(try program.run(["undo", "p/a.txt"]).output.contains("import"))
      let after = try program.run(["export", "p/a.txt"])
      #expect(after.lines.map { $0["status"] as? String } == ["suggested", "suggested"])
    }
  }

  @Test func `words that moved are found, words that changed wait for a person`() throws {
    try withProgram { program in
      try program.file("in.jsonl", try decided(program))
      try program.file("p/a.txt", "A new first line.\n\n" + article)
      let moved = try program.run(["import", "in.jsonl", "--root", "p"])
      #expect(moved.output == "a.txt: 2 decided\n", "\(moved.errors)")
      try program.file("p/a.txt", "Nothing of it is left.\n")
      let gone = try program.run(["import", "in.jsonl", "--root", "p"])
      #expect(gone.output == "a.txt: 2 not found\n")
    }
  }

  @Test func `what did not come in is told, however quiet`() throws {
    try withProgram { program in
      try program.file("in.jsonl", try decided(program))
      try program.file("p/a.txt", "Nothing of it is left.\n")
      let run = try program.run(["import", "in.jsonl", "--root", "p", "--quiet"])
      #expect(run.status == 0 && run.output.isEmpty)
      #expect(run.errors == "hearsay: a.txt: 2 not found; not brought in [loss]\n")
    }
  }

  @Test func `what an export leaves out for a person to settle is told, however quiet`() throws {
    try withProgram { program in
      try program.file("in.jsonl", try decided(program))
      #expect(try program.run(["import", "in.jsonl", "--root", "p", "--quiet"]).errors.isEmpty)
      try program.file("p/a.txt", article.replacing("rebuild the", with: "rebuild a"))
      let run = try program.run(["export", "--quiet", "p/a.txt"])
      #expect(run.status == 0 && run.errors.hasSuffix("[needs-review]\n"), "\(run.errors)")
    }
  }

  @Test(arguments: ["../secret.txt", "/etc/passwd", "link/secret.txt", "sub/../../secret.txt"])
  func `no name leads out of the folder`(path: String) throws {
    try withProgram { program in
      let lines = try decided(program).replacing("\"path\":\"a.txt\"", with: "\"path\":\"\(path)\"")
      try program.file("in.jsonl", lines)
      try program.file("secret.txt", article)
      try FileManager.default.createSymbolicLink(
        atPath: program.folder.appending(path: "p/link").path,
        withDestinationPath: program.folder.path)
      let run = try program.run(["import", "in.jsonl", "--root", "p"])
      #expect(run.status == 1 && run.errors.contains("[outside-folder]"), "\(run.errors)")
    }
  }
}

@Suite struct AgreeTests {
  @Test func `two exports are compared and differences listed`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let lines = try program.run(["annotate", "a.txt"]).output
      try program.file("kai.jsonl", lines)
      try program.file("mia.jsonl", lines.replacing("\"direct\"", with: "\"mixed\""))
      let run = try program.run(
        ["agree", "--json", "kai.jsonl", "mia.jsonl", "--disagreements", "d.jsonl"])
      #expect(run.status == 0 && run.errors.isEmpty)
      let rows = try #require(run.lines.first?["rows"] as? [[String: Any]])
      #expect((rows[0]["f1Exact"] as? [String: Any])?["value"] as? Double == 1)
      let list = try #require(program.content("d.jsonl"))
      #expect(list.contains(#""reasons":["type"]"#) && list.split(separator: "\n").count == 1)
      let page = try program.run(["agree", "kai.jsonl", "mia.jsonl"])
      #expect(page.output.contains("quotation type"))
    }
  }

  /// A project of an author who accepts some lines.
  private func project(
    _ program: Program, _ name: String, author: String, _ lines: String
  ) throws {
    try program.file("\(name)/.hearsay.toml", "author = \"\(author)\"\n")
    try program.file("\(name)/a.txt", article)
    try program.file("lines.jsonl", lines)
    let run = try program.run(["import", "lines.jsonl", "--root", name])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `projects are compared without an export, and differences go into the project`() throws
  {
    try withProgram { program in
      try program.file("a.txt", article)
      let lines = try program.run(["annotate", "a.txt"]).output.replacing(
        #""status":"suggested""#, with: #""status":"accepted""#)
      try project(program, "kai", author: "kai", lines)
      try project(
        program, "mia", author: "mia", lines.replacing("\"direct\"", with: "\"mixed\""))
      try program.file(".hearsay.toml", "")
      let run = try program.run(["agree", "kai", "mia/.hearsay/annotations.sqlite", "--adjudicate"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.hasPrefix("kai, mia · 1 document"))
      let list = try #require(program.content(".hearsay/disagreements.jsonl"))
      #expect(list.contains(#""reasons":["type"]"#) && list.contains(#""name":"mia""#))
      #expect(list.split(separator: "\n").count == 1)
    }
  }

  @Test func `the authors of one project are compared`() throws {
    try withProgram { program in
      try program.file("a.txt", article)
      let all = try program.run(["annotate", "a.txt"]).output.replacing(
        #""status":"suggested""#, with: #""status":"accepted""#)
      let lines = all.split(separator: "\n")
      let quotations = lines.filter { $0.contains(#""kind":"quotation""#) }
      let others = lines.filter { !$0.contains(#""kind":"quotation""#) }
      try #require(!quotations.isEmpty && !others.isEmpty)
      try project(program, "p", author: "kai", quotations.joined(separator: "\n"))
      let alone = try program.run(["agree", "--by-author", "p"])
      #expect(alone.status == 65 && alone.errors.contains("[one-annotator]"))
      try project(program, "p", author: "mia", others.joined(separator: "\n"))
      let run = try program.run(["agree", "--by-author", "p", "--disagreements", "d.jsonl"])
      #expect(run.output.hasPrefix("kai, mia · 1 document"), "\(run.errors)")
      let list = try #require(program.content("d.jsonl"))
      #expect(list.split(separator: "\n").count == lines.count)
      #expect(try program.run(["agree", "--by-author", "a.txt"]).errors.contains("[no-store]"))
    }
  }

  @Test func `what cannot be compared is told`() throws {
    try withProgram { program in
      try program.file("a.jsonl", "")
      #expect(try program.run(["agree", "a.jsonl"]).status == 64)
      #expect(try program.run(["agree", "a.jsonl", "none.jsonl"]).status == 66)
      let empty = try program.run(["agree", "a.jsonl", "a.jsonl"])
      #expect(empty.status == 65 && empty.errors.contains("[no-common-document]"))
    }
  }
}
