import Dispatch
import Foundation
import Synchronization
import Testing

/// Imports of one file at the same moment bring it in once.
@Suite struct ImportTogetherTests {
  private static let note =
    #"{"kind":"note","document":{"path":"a.txt"},"target":{"start":21,"end":29,"exact":"Ana Ruiz","#
    + #""prefix":"“We will stay,” said ","suffix":".\n"},"note":{"text":"see"},"#
    + #""status":"authored"}"#

  @Test func `one adds and the others find it there`() throws {
    try withProgram { program in
      try program.file("a.txt", "“We will stay,” said Ana Ruiz.\n")
      try program.file("n.jsonl", Self.note + "\n")
      for _ in 0..<3 {
        try? FileManager.default.removeItem(at: program.folder.appending(path: ".hearsay"))
        try program.file(".hearsay/made", "")
        let outputs = Mutex<[String]>([])
        let shared = program
        DispatchQueue.concurrentPerform(iterations: 3) { _ in
          let output = try? shared.run(["import", "n.jsonl"]).output
          outputs.withLock { $0.append(output ?? "failed") }
        }
        #expect(
          outputs.withLock { $0.sorted() }
            == ["a.txt: 1 added\n", "a.txt: 1 unchanged\n", "a.txt: 1 unchanged\n"])
        #expect(try program.run(["export", "--kinds", "note", "a.txt"]).lines.count == 1)
      }
    }
  }
}
