import Dispatch
import Foundation
import GRDB
import Testing

@testable import HearsayStore

/// What an index keeps between two runs, and when it is given up.
@Suite("The cache of an index")
struct IndexCacheTests {
  private static let entry = IndexCache.Entry(
    path: "a.txt", size: 3, modified: 7, decisions: 0, bytes: [1, 2, 3])

  private static func written(_ path: String) {
    IndexCache(path: path, fingerprint: "1").write([entry])
  }

  @Test(
    "A cache is read again by whoever asks for the same, and made anew for all others",
    arguments: [("1", 1), ("2", 0)])
  func fingerprint(_ fingerprint: String, _ kept: Int) throws {
    let scratch = try ScratchStore()
    Self.written(scratch.path)
    let found = IndexCache(path: scratch.path, fingerprint: fingerprint).entries()
    #expect(found.map(\.bytes) == Array(repeating: Self.entry.bytes, count: kept))
  }

  @Test(
    "A file that is no cache is replaced",
    arguments: [
      Data("SQLite format 3\0".utf8) + Data(repeating: 7, count: 5_000), Data("words".utf8),
    ])
  func damaged(_ bytes: Data) throws {
    let scratch = try ScratchStore()
    try bytes.write(to: URL(filePath: scratch.path))
    Self.written(scratch.path)
    #expect(IndexCache(path: scratch.path, fingerprint: "1").entries().map(\.path) == ["a.txt"])
  }

  @Test("What one program knows never stands under another's name")
  func takenOver() throws {
    let scratch = try ScratchStore()
    let old = IndexCache(path: scratch.path, fingerprint: "1")
    old.write([Self.entry])
    let new = IndexCache(path: scratch.path, fingerprint: "2")
    old.write([Self.entry])
    #expect(new.entries().isEmpty)
    new.write([Self.entry])
    old.write([], forgetting: [Self.entry.path])
    #expect(old.entries().isEmpty)
    #expect(new.entries().map(\.path) == [Self.entry.path])
  }

  @Test("Several that make one cache at the same moment all keep what they know in it")
  func together() throws {
    for _ in 0..<20 {
      let scratch = try ScratchStore()
      let path = scratch.path
      let names = (0..<6).map { "\($0).txt" }
      DispatchQueue.concurrentPerform(iterations: names.count) { number in
        let entry = IndexCache.Entry(
          path: names[number], size: 3, modified: 7, decisions: 0, bytes: [1])
        IndexCache(path: path, fingerprint: "1").write([entry])
      }
      #expect(IndexCache(path: path, fingerprint: "1").entries().map(\.path) == names)
    }
  }
}
