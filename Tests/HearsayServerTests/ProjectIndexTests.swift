import Foundation
import HearsayAnalysis
import HearsayModel
import HearsayStore
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayServer
@testable import HearsayWorkspace

/// A project's folder on the disk, with its index and a client.
final class ProjectFixture {
  let folder: String
  let cache: String
  let finder: StoreFinder

  init() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())").path
    folder = scratch + "/news"
    cache = scratch + "/cache"
    finder = StoreFinder(home: scratch, userFolder: scratch + "/user")
    try FileManager.default.createDirectory(
      atPath: folder + "/.hearsay", withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(
      at: URL(filePath: folder).deletingLastPathComponent())
  }

  /// Writes a file; its time is another one each time.
  func write(_ text: String, to path: String) throws {
    let file = URL(filePath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(folder)/\(path)")
  }

  func uri(_ path: String) -> String { DocumentURI.uri(ofPath: "\(folder)/\(path)") }

  /// What reads files for an index.
  func reader(_ settings: any SettingsSource = FixedSettings()) -> IndexedFileReader {
    IndexedFileReader(
      analyzer: SessionDriver.analyzer, settings: settings,
      decisions: DecisionStore(finder: finder))
  }

  /// Brings an index up to date, as a server would.
  @discardableResult
  func refresh(
    _ index: ProjectIndex, excludes: [String] = [], maximumFiles: Int = 100,
    stopAfter: Int = .max, fingerprint: String = "test",
    settings: any SettingsSource = FixedSettings(), reader: IndexedFileReader? = nil
  ) -> ProjectIndex.Outcome {
    let reader = reader ?? self.reader(settings)
    var refresh = ProjectIndex.Refresh(
      reader: reader, excludes: ExcludePatterns(excludes), maximumFiles: maximumFiles,
      fingerprint: fingerprint, cacheFolder: cache)
    let read = Counter()
    refresh.progress = { done, _ in read.set(done) }
    refresh.isCancelled = { read.value >= stopAfter }
    return index.refresh(refresh)
  }

  /// A client that has opened the folder; its server has the index.
  func driver(capabilities: String = "{}") -> SessionDriver {
    let driver = SessionDriver(findings: .analysis, folder: folder)
    driver.indexes(into: cache)
    driver.send(
      #"{"id":1,"method":"initialize","params":{"capabilities":\#(capabilities),"#
        + #""rootUri":"\#(DocumentURI.uri(ofPath: folder))"}}"#)
    driver.send(#"{"method":"initialized","params":{}}"#)
    return driver
  }
}

/// A number that closures share.
final class Counter: Sendable {
  private let number = Monitor(0)
  var value: Int { number.withLock { $0 } }
  func set(_ value: Int) { number.withLock { $0 = value } }
}

@Suite("The index of a project")
struct ProjectIndexTests {
  static let ruiz = "Ana Ruiz is the mayor.\n\n“The river 🌊 has moved,” Ruiz said. TASS saw it.\n"
  static let other = "Dmitri Okafor came.\n\n“We wait,” he said.\n\n“He is right,” said Ana Ruiz.\n"

  private func known(_ index: ProjectIndex, _ id: String) -> [String] {
    index.hits(id, names: CanonicalNames(), without: []).map { hit in
      let places = hit.document.sayings(of: hit.person).map { saying in
        "\(saying.range.start.line):\(saying.range.start.column(in: .utf16))"
      }
      return "\(URL(filePath: hit.path).lastPathComponent) \(places.joined(separator: " "))"
    }
  }

  @Test func `files come, change and go, and only what changed is read`() throws {
    let project = try ProjectFixture()
    try project.write(Self.ruiz, to: "a.txt")
    try project.write(Self.other, to: "sub/b.md")
    try project.write(Self.ruiz, to: "c.html")
    try project.write(Self.ruiz, to: ".hidden/d.txt")
    let index = ProjectIndex(root: project.folder)
    #expect(project.refresh(index).read == 2)
    #expect(known(index, "ana-ruiz") == ["a.txt 2:0", "b.md 4:0"])
    #expect(project.refresh(index) == .init(read: 0, known: 2, isCut: false, hasChanged: false))
    try project.write("\n" + Self.ruiz, to: "a.txt")
    #expect(project.refresh(index).read == 1)
    #expect(known(index, "ana-ruiz") == ["a.txt 3:0", "b.md 4:0"])
    try project.remove("sub/b.md")
    #expect(project.refresh(index) == .init(read: 0, known: 1, isCut: false, hasChanged: true))
    #expect(known(index, "dmitri-okafor") == [])
  }

  @Test func `what a folder sets for its articles has these read again, and no others`() throws {
    let project = try ProjectFixture()
    try project.write(Self.ruiz, to: "a.txt")
    try project.write(Self.other, to: "sub/b.txt")
    let index = ProjectIndex(root: project.folder)
    #expect(project.refresh(index, settings: ProjectSettings()).read == 2)
    try project.write("date = \"2024-03-05\"\n", to: "sub/.hearsay.toml")
    #expect(project.refresh(index, settings: ProjectSettings()).read == 1)
    #expect(project.refresh(index, settings: ProjectSettings()).read == 0)
    try project.remove("sub/.hearsay.toml")
    #expect(project.refresh(index, settings: ProjectSettings()).read == 1)
  }

  @Test func `everything is read again when what it depends on is another`() throws {
    let project = try ProjectFixture()
    try project.write(Self.ruiz, to: "a.txt")
    try project.write(Self.other, to: "b.txt")
    let index = ProjectIndex(root: project.folder)
    #expect(project.refresh(index).read == 2)
    #expect(project.refresh(index, fingerprint: "other settings").read == 2)
    #expect(project.refresh(index, fingerprint: "other settings").read == 0)
    #expect(known(index, "ana-ruiz") == ["a.txt 2:0", "b.txt 4:0"])
  }

  @Test func `one person's new name leaves another's alone`() {
    let ana = Speaker(name: "Ana", kind: .person).id
    let bob = Speaker(name: "Bob", kind: .person).id
    let names = CanonicalNames([ana: "Maria", bob: "Ana"])
    let changes = names.changes(renaming: "Ana", to: "Robert")
    #expect(
      changes == [FieldChange(.speaker(bob), .name, from: .text("Ana"), to: .text("Robert"))])
  }

  @Test func `after a restart nothing is read again, and a cache that is nonsense is made anew`()
    throws
  {
    let project = try ProjectFixture()
    try project.write(Self.ruiz, to: "a.txt")
    try project.write(Self.other, to: "b.txt")
    project.refresh(ProjectIndex(root: project.folder))
    let again = ProjectIndex(root: project.folder)
    #expect(project.refresh(again).read == 0)
    #expect(known(again, "ana-ruiz") == ["a.txt 2:0", "b.txt 4:0"])
    let files = try FileManager.default.contentsOfDirectory(atPath: project.cache)
    for name in files {
      try Data("nonsense".utf8).write(to: URL(filePath: "\(project.cache)/\(name)"))
    }
    let third = ProjectIndex(root: project.folder)
    #expect(project.refresh(third).read == 2)
    #expect(known(third, "ana-ruiz").count == 2)
  }

  @Test func `places are those of the text on the disk, also before the index knows it`() throws {
    let project = try ProjectFixture()
    try project.write(Self.ruiz, to: "a.txt")
    let index = ProjectIndex(root: project.folder)
    project.refresh(index)
    try project.write("\n\n\n" + Self.ruiz, to: "a.txt")
    #expect(known(index, "ana-ruiz") == ["a.txt 5:0"])
    try project.remove("a.txt")
    #expect(known(index, "ana-ruiz") == [])
  }

  @Test func `a run that is stopped keeps what it read and goes on later`() throws {
    let project = try ProjectFixture()
    for number in 0..<6 { try project.write(Self.ruiz, to: "\(number).txt") }
    let index = ProjectIndex(root: project.folder)
    #expect(project.refresh(index, stopAfter: 2).known == 2)
    #expect(project.refresh(index).read == 4)
  }

  @Test func `a file that is no text is told once, by every server that comes upon it`() throws {
    let project = try ProjectFixture()
    try project.write(Self.ruiz, to: "a.txt")
    let path = URL(filePath: "\(project.folder)/latin.txt")
    try Data("Ana Ruiz war hier. \u{201C}Sch".utf8 + [0xF6] + "n\u{201D}, sagte sie.".utf8)
      .write(to: path)
    for _ in 0..<2 {
      let index = ProjectIndex(root: project.folder)
      let told = project.refresh(index).unreadable
      #expect(told == [.init(path: "latin.txt", error: .notUTF8(offset: 25))])
      #expect(known(index, "ana-ruiz") == ["a.txt 2:0"])
      #expect(project.refresh(index).unreadable == [])
    }
    let driver = project.driver()
    func told() -> Int {
      driver.runIndex().filter {
        $0.contains("latin.txt is not UTF-8") && $0.contains("[not-utf8]")
      }
      .count
    }
    #expect(told() == 1)
    driver.send(#"{"method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}"#)
    #expect(told() == 0)
  }

  @Test func `decisions that could not be read once are known to the next refresh`() throws {
    let project = try ProjectFixture()
    try project.write(Self.ruiz, to: "a.txt")
    let client = DecisionClient(
      Self.ruiz, folder: project.folder, findings: .analysis, uri: project.uri("a.txt"))
    client.decide("setSpeaker", #"{"line":2,"character":3}"#, #""Zed Zulu""#)
    let index = ProjectIndex(root: project.folder)
    let reader = project.reader()
    #expect(reader.version(of: "\(project.folder)/a.txt") != 0)
    let (store, away) = ("\(project.folder)/.hearsay", "\(project.folder)/.away")
    try FileManager.default.moveItem(atPath: store, toPath: away)
    try project.write("no database", to: ".hearsay/\(StoreLocation.fileName)")
    project.refresh(index, reader: reader)
    #expect(known(index, "zed-zulu") == [])
    try project.remove(".hearsay")
    try FileManager.default.moveItem(atPath: away, toPath: store)
    for index in [index, ProjectIndex(root: project.folder)] {
      project.refresh(index)
      #expect(known(index, "zed-zulu") == ["a.txt 2:0"])
    }
  }

  @Test func `limits and excludes hold`() throws {
    let project = try ProjectFixture()
    for name in ["a.txt", "drafts/b.txt", "drafts/keep.txt", "x/drafts/c.txt", "old.tmp.txt"] {
      try project.write(Self.ruiz, to: name)
    }
    let index = ProjectIndex(root: project.folder)
    #expect(project.refresh(index, excludes: ["drafts/", "*.tmp.txt"]).known == 1)
    #expect(project.refresh(index, excludes: ["/drafts/*", "!keep.txt"]).known == 4)
    #expect(
      project.refresh(index, maximumFiles: 2)
        == .init(
          read: 1, known: 2, isCut: true, hasChanged: true))
  }

  @Test func `neither the home folder nor the root is indexed`() {
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    #expect(!ProjectIndex.mayIndex("/"))
    #expect(!ProjectIndex.mayIndex(home))
    #expect(!ProjectIndex.mayIndex(URL(filePath: home).deletingLastPathComponent().path))
    #expect(!ProjectIndex.mayIndex("relative"))
    #expect(ProjectIndex.mayIndex(FileManager.default.temporaryDirectory.path + "/x"))
  }

  static let patterns: [(pattern: [String], path: String, isFolder: Bool, isOut: Bool)] = [
    (["a"], "a", false, true), (["a"], "x/a", false, true), (["a"], "ab", false, false),
    (["/a"], "x/a", false, false), (["x/a"], "x/a", false, true), (["x/a"], "y/x/a", false, false),
    (["a/"], "a", false, false), (["a/"], "x/a", true, true), (["*.md"], "x/y.md", false, true),
    (["*.md"], "x.mdx", false, false), (["a*b*c"], "aXbYc", false, true),
    (["a*b*c"], "aXbY", false, false), (["?.txt"], "a.txt", false, true),
    (["[a-c].txt"], "b.txt", false, true), (["[!a-c].txt"], "b.txt", false, false),
    (["[a.txt"], "[a.txt", false, true), (["**/x"], "x", false, true),
    (["a/**/x"], "a/b/c/x", false, true), (["a/**/x"], "a/x", false, true),
    (["a/**"], "a/b/c", false, true), (["# a"], "# a", false, false), ([""], "a", false, false),
    (["*", "!a"], "a", false, false), (["!a", "*"], "a", false, true), (["a  "], "a", false, true),
    (["\\#a"], "#a", false, true), (["**"], "a/b", false, true), (["/"], "a", false, false),
  ]

  @Test(arguments: patterns.indices)
  func `a pattern means what it means to git`(index: Int) {
    let (pattern, path, isFolder, isOut) = Self.patterns[index]
    #expect(
      ExcludePatterns(pattern).leavesOut(path, isFolder: isFolder) == isOut, "\(pattern) \(path)")
  }

  @Test(arguments: 1...40)
  func `an entry comes back as it was, and no bytes can break it`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let text = try Text(validating: generator.article(ofAbout: 3_000))
    let analysis = DocumentAnalysis(text, analyzer: SessionDriver.analyzer)
    let document = IndexedDocument(analysis.findings, of: analysis)
    #expect(IndexedDocument(document.bytes) == document)
    for unit in TextUnit.allCases {
      for (saying, quotation) in zip(
        document.sayings, analysis.findings.quotations.filter { $0.type != .scare })
      {
        let place = text.position(ofByte: quotation.span.end, in: unit)
        #expect(saying.range.end.line == place.line)
        #expect(saying.range.end.column(in: unit) == place.column)
      }
    }
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var bytes = document.bytes
      guard !bytes.isEmpty else { break }
      bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      if random.one(in: 3) { bytes.removeLast(random.below(bytes.count)) }
      _ = IndexedDocument(bytes)
    }
  }
}
