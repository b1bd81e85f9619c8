import HearsaySync
import HearsayTestSupport
import HearsayText
import Testing

@Suite struct DocumentNameTests {
  @Test func `who has the later text only finds what was decided on the earlier one`() throws {
    let remote = MemoryStore()
    let (ana, ben) = (try SyncScratch("ana"), try SyncScratch("ben"))
    let (earlier, later) = (Text("She sad no.\n"), Text("She said no.\n"))
    try ana.note("first", on: earlier, path: "article.txt")
    _ = try ana.sync(remote)
    try ana.note("second", on: later, path: "article.txt")
    #expect(try ana.sync(remote).sent == 2)
    #expect(try ben.sync(remote).problems.isEmpty)
    #expect(try ben.notes(on: later) == ["first", "second"])
    #expect(try ben.notes(on: earlier) == ["first", "second"])
    // What is known is not told again.
    try ana.note("third", on: later, path: "article.txt")
    #expect(try ana.sync(remote).sent == 1)
    try ben.note("fourth", on: later, path: "other.txt")
    #expect(try ben.sync(remote).sent == 1)
    _ = try ana.sync(remote)
    #expect(try ana.notes(on: later) == ["first", "second", "third", "fourth"])
    let everything = remote.objects.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(!everything.contains(".txt"))
  }
}
