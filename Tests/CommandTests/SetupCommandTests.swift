import Foundation
import Testing

@Suite struct SetupCommandTests {
  @Test func `what is printed is the file, what is written is the same`() throws {
    try withProgram { program in
      let printed = try program.run(["setup", "kate"])
      let path = ".config/kate/lspclient/settings.json"
      #expect(printed.status == 0 && program.content(path) == nil)
      let written = try program.run(["setup", "kate", "--write"])
      #expect(written.status == 0 && written.output.contains("written: "))
      let file = try #require(program.content(path))
      #expect(printed.output == "==> \(program.folder.path)/\(path) <==\n\(file)")
      #expect(try program.run(["setup", "kate", "--write"]).output.contains("as it should be: "))
      #expect(try program.run(["setup", "kate", "--remove"]).output.contains("removed: "))
      #expect(program.content(path) == nil)
    }
  }

  @Test func `an editor nobody knows and options that exclude each other are usage errors`() throws
  {
    try withProgram { program in
      let unknown = try program.run(["setup", "nano"])
      #expect(unknown.status == 64 && unknown.errors.contains("neovim"))
      #expect(try program.run(["setup"]).status == 64)
      #expect(try program.run(["setup", "kate", "--write", "--remove"]).status == 64)
    }
  }

  @Test func `a file that cannot be changed has a sentence and a code`() throws {
    try withProgram { program in
      let path = try program.file(".config/kate/lspclient/settings.json", "// mine\n{}")
      let run = try program.run(["setup", "kate", "--write"])
      #expect(run.status == 65 && run.errors.contains("[setup-by-hand]"))
      #expect(program.content(path) == "// mine\n{}")
    }
  }
}

@Suite struct DoctorCommandTests {
  /// The codes of what is not fine, in order, editors left out: which there are, the machine decides.
  private func codes(_ run: Program.Run) throws -> [String] {
    let report = try #require(run.lines.first)
    let findings = try #require(report["findings"] as? [[String: Any]])
    let wrong = findings.contains { $0["state"] as? String == "wrong" }
    #expect(report["healthy"] as? Bool == !wrong && run.status == (wrong ? 1 : 0))
    return findings.filter { $0["area"] as? String != "editors" }.compactMap {
      $0["code"] as? String
    }
  }

  /// A project of its own, so that no store of the machine's user is looked at.
  private func withProject(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.file(".hearsay.toml", "author = \"ana\"\n")
      try program.file("bin/unused", "")
      try body(program)
    }
  }

  @Test func `a good installation is well, in words and as JSON`() throws {
    try withProject { program in
      let link = program.folder.appending(path: "bin/hearsay").path
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: Program.executable.path)
      let path = ["PATH": "\(program.folder.path)/bin:/usr/bin:/bin"]
      #expect(try codes(program.run(["doctor", "--json"], environment: path)) == [])
      let words = try program.run(["doctor"], environment: path)
      #expect(words.status == 0 && words.output.hasSuffix("all is well\n"))
      #expect(words.output.contains("✓ server    started, a sample opened"))
    }
  }

  @Test func `mistakes in settings and overlay are wrong, with their places`() throws {
    try withProject { program in
      try program.file(".hearsay.toml", "author = \"ana\"\nkinds = 3\n")
      try program.file(".hearsay/outlets.json", "{\"mute\": [\"tass\",\n \"tas\"]}")
      let run = try program.run(["doctor", "--json"])
      #expect(
        try codes(run) == ["not-on-path", "setting-wrong-type", "overlay-unknown-id"])
      #expect(run.output.contains(".hearsay.toml:2:") && run.output.contains("outlets.json:2:2:"))
    }
  }

  @Test func `a store that is damaged or something else is wrong`() throws {
    try withProject { program in
      try program.file(".hearsay/annotations.sqlite", String(repeating: "no database ", count: 99))
      #expect(try codes(program.run(["doctor", "--json"])) == ["not-on-path", "store-corrupt"])
    }
  }

  @Test func `a remote store that is gone is wrong, unless it is not asked`() throws {
    try withProject { program in
      let remote = program.folder.appending(path: "remote")
      let address = "file://\(remote.path)"
      #expect(try program.run(["sync", "init", address, "--member", "ana"]).status == 0)
      #expect(try codes(program.run(["doctor", "--json"])) == ["not-on-path"])
      try FileManager.default.removeItem(at: remote)
      let found = try codes(program.run(["doctor", "--json"]))
      #expect(found.count == 2 && found[0] == "not-on-path")
      #expect(try codes(program.run(["doctor", "--json", "--offline"])) == ["not-on-path"])
    }
  }
}
