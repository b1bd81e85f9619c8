import Foundation
import Testing

/// A file that cannot be annotated, and the code its line must end in.
struct BadFile: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let code: String
  /// What its line says.
  var words = ""
  var testDescription: String { code + " " + name }
}

@Suite struct BadInputTests {
  static let files = [
    BadFile(name: "latin1.txt", bytes: Array("caf".utf8) + [0xE9, 0x0A], code: "not-utf8"),
    BadFile(name: "cut.txt", bytes: [0x61, 0xF0, 0x9F, 0x8C], code: "not-utf8"),
    BadFile(name: "surrogate.txt", bytes: [0xED, 0xA0, 0x80], code: "not-utf8"),
    BadFile(
      name: "utf16le.txt", bytes: [0xFF, 0xFE, 0x61, 0x00], code: "not-utf8",
      words: "is UTF-16, not UTF-8; convert it first: iconv -f UTF-16 -t UTF-8"),
    BadFile(
      name: "utf16be.txt", bytes: [0xFE, 0xFF, 0x00, 0x61], code: "not-utf8",
      words: "is UTF-16, not UTF-8; convert it first: iconv -f UTF-16 -t UTF-8"),
    BadFile(
      name: "utf16wide.txt", bytes: [0xFF, 0xFE, 0xE9, 0x01], code: "not-utf8", words: "UTF-16"),
    BadFile(
      name: "utf32le.txt", bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], code: "not-utf8",
      words: "is UTF-32, not UTF-8"),
    BadFile(
      name: "utf32be.txt", bytes: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], code: "not-utf8",
      words: "is UTF-32, not UTF-8"),
    BadFile(name: "nul.txt", bytes: [0x61, 0x00, 0x62], code: "binary"),
    BadFile(name: "image.txt", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0, 0], code: "binary"),
  ]

  @Test(arguments: files)
  func `one bad file has one line and stops nothing`(bad: BadFile) throws {
    try withProgram { program in
      try program.file("f/" + bad.name, bytes: bad.bytes)
      try program.file("f/good.txt", "“We will stay,” said Ana Ruiz.\n")
      let run = try program.run(["annotate", "--kinds", "quotation", "f"])
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("hearsay: f/\(bad.name): "))
      #expect(run.errors.hasSuffix("[\(bad.code)]\n"))
      #expect(bad.words.isEmpty || run.errors.contains(bad.words), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.lines.count == 1, "the good file is annotated")
    }
  }

  @Test func `what is not there is told with its code`() throws {
    try withProgram { program in
      let run = try program.run(["annotate", "none.txt"])
      #expect(run.status == 66 && run.errors.hasSuffix("[not-found]\n"))
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "empty"), withIntermediateDirectories: true)
      let empty = try program.run(["annotate", "empty"])
      #expect(empty.status == 66 && empty.errors.contains("[no-input]"))
      let device = try program.run(["annotate", "/dev/null"])
      #expect(device.status == 1 && device.errors.hasSuffix("[not-a-file]\n"))
    }
  }

  @Test(arguments: [["import"], ["agree", "good.jsonl"], ["reanchor", "--from", "a.txt", "--to"]])
  func `what another program wrote as UTF-16 is told as such`(arguments: [String]) throws {
    try withProgram { program in
      try program.file("a.txt", "“We will stay,” said Ana Ruiz.\n")
      let lines = try program.run(["annotate", "a.txt"]).output
      try program.file("good.jsonl", lines)
      let wide = Array(lines.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      try program.file("wide.jsonl", bytes: [0xFF, 0xFE] + wide)
      let run = try program.run(arguments + ["wide.jsonl"])
      #expect(run.status == 65 && run.output.isEmpty, "\(run.errors)")
      #expect(run.errors.hasPrefix("hearsay: wide.jsonl: is UTF-16, not UTF-8"))
      #expect(run.errors.hasSuffix("[not-utf8]\n"))
    }
  }

  @Test func `an empty file is no failure`() throws {
    try withProgram { program in
      try program.file("e.txt", "")
      let run = try program.run(["annotate", "e.txt"])
      #expect(run.status == 0 && run.output.isEmpty && run.errors.contains("[empty]"))
      let quiet = try program.run(["annotate", "--quiet", "e.txt"])
      #expect(quiet.status == 0 && quiet.errors.isEmpty)
    }
  }

  @Test func `a byte order mark is no part of the text`() throws {
    try withProgram { program in
      try program.file("b.txt", bytes: [0xEF, 0xBB, 0xBF] + Array("“No,” she said.".utf8))
      let run = try program.run(["annotate", "--kinds", "quotation", "b.txt"])
      #expect((run.lines.first?["target"] as? [String: Any])?["start"] as? Int == 0)
    }
  }

  @Test(arguments: ["2024-13-01", "2024-02-30", "March", ""])
  func `a date that is none is a mistake of usage`(date: String) throws {
    try withProgram { program in
      try program.file("a.txt", "“No,” she said.")
      let run = try program.run(["annotate", "--date", date, "a.txt"])
      #expect(run.status == 64 && run.output.isEmpty)
    }
  }

  @Test func `no path at all is a mistake of usage`() throws {
    try withProgram { program in
      for arguments in [["annotate"], ["annotate", "--jobs", "0", "a.txt"], ["annotat"]] {
        let run = try program.run(arguments)
        #expect(run.status == 64, "\(arguments)")
      }
    }
  }
}
