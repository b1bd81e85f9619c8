import Foundation
import HearsayTestSupport
import Testing

@testable import HearsaySync

@Suite struct FolderStoreTests {
  /// A folder that is gone when the test is over.
  private final class Scratch {
    let path = "\(NSTemporaryDirectory())/hearsay-\(UUID().uuidString)"
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test func `a folder keeps what is written, and refuses what is there`() throws {
    let scratch = Scratch()
    let store = FolderStore(path: scratch.path)
    try store.create()
    #expect(try store.put("log/a.1/00000001.jsonl", [1, 2], ifAbsent: true))
    #expect(try !store.put("log/a.1/00000001.jsonl", [3], ifAbsent: true))
    #expect(try store.get(["log/a.1/00000001.jsonl", "log/x"], limit: 9) == [[1, 2], nil])
    #expect(try store.put("log/a.1/seen.json", [3], ifAbsent: false))
    #expect(try store.put("log/a.1/seen.json", [], ifAbsent: false))
    #expect(try store.list("log/") == ["log/a.1/"])
    #expect(try store.list("log/a.1/") == ["log/a.1/00000001.jsonl", "log/a.1/seen.json"])
    #expect(try store.list("none/") == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/temporary") == [])
  }

  @Test func `an empty place where a share should be is no store`() throws {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path, withIntermediateDirectories: true)
    let error = #expect(throws: RemoteError.self) {
      try FolderStore(path: scratch.path).get(["team.json"], limit: 9)
    }
    #expect(error?.code == .noContainer)
  }

  @Test func `what is longer than it may be is not read`() throws {
    let scratch = Scratch()
    let store = FolderStore(path: scratch.path)
    try store.create()
    _ = try store.put("log/a", [1, 2, 3], ifAbsent: true)
    let error = #expect(throws: RemoteError.self) { try store.get(["log/a"], limit: 2) }
    #expect(error?.code == .tooLarge)
  }

  @Test(arguments: 0..<12)
  func `the model converges over a folder`(seed: UInt64) throws {
    let scratch = Scratch()
    let store = FolderStore(path: scratch.path)
    try store.create()
    let model = try ReplicaModel(seed: seed, remote: store)
    try model.run()
    #expect(model.difference() == nil)
  }
}

@Suite struct AddressTests {
  @Test(arguments: [
    ("file:///srv/team/", "file:///srv/team"),
    ("file:///srv/my%20team", "file:///srv/my team"),
    ("s3+https://s3.example.org/desk/politics", "s3+https://s3.example.org/desk/politics/"),
    ("s3+https://h:9000/desk?region=eu-1", "s3+https://h:9000/desk/?region=eu-1"),
    ("s3+http://127.0.0.1:18333/desk", "s3+http://127.0.0.1:18333/desk/"),
    ("s3+http://[::1]:18333/desk", "s3+http://[::1]:18333/desk/"),
    ("s3+http://localhost/desk", "s3+http://localhost/desk/"),
  ])
  func `an address is read`(text: String, again: String) throws {
    #expect(try RemoteAddress(text).description == again)
  }

  @Test(arguments: [
    ("file://host/share", RemoteError.Code.badAddress), ("https://h/desk", .badAddress),
    ("s3+https://h", .badAddress), ("s3+https://key:secret@h/desk", .badAddress),
    ("s3+https://h/desk/a b", .badAddress), ("s3+https://h/desk/../x", .badAddress),
    ("s3+https://h/desk?x=1", .badAddress), ("s3+http://example.org/desk", .plainText),
    ("s3+http://127.0.0.1.example.org/desk", .plainText),
    ("s3+http://localhostile/desk", .plainText),
    ("file:///srv/%zz", .badAddress),
  ])
  func `a bad address is refused, and says why`(text: String, code: RemoteError.Code) {
    let error = #expect(throws: RemoteError.self) { try RemoteAddress(text) }
    #expect(error?.code == code)
    #expect(error?.detail.contains("secret") == false)
  }

  @Test(
    arguments: [
      ("https://www.Example.org/a/b/?utm_source=x&id=2&fbclid=y#top", "url:example.org/a/b?id=2"),
      ("HTTP://example.org", "url:example.org"),
      ("https://example.org/?b=1&a=2", "url:example.org?a=2&b=1"),
      ("ftp://example.org/a", nil), ("no address", nil),
    ] as [(String, String?)])
  func `a page has one name, however it was reached`(address: String, alias: String?) {
    #expect(PageAddress.alias(of: address) == alias)
  }
}

@Suite struct CredentialTests {
  private func code(_ environment: [String: String]) -> RemoteError? {
    do {
      _ = try CredentialSource(environment: environment).credentials()
      return nil
    } catch {
      return error
    }
  }

  @Test func `what is missing is named`() {
    #expect(code([:])?.code == .noCredentials)
    #expect(code(["HEARSAY_S3_ACCESS_KEY": "a"])?.detail.contains("HEARSAY_S3_SECRET_KEY") == true)
    #expect(code(["AWS_SECRET_ACCESS_KEY": "b"])?.detail.contains("AWS_ACCESS_KEY_ID") == true)
    #expect(code(["HEARSAY_S3_ACCESS_KEY": "a", "HEARSAY_S3_SECRET_KEY": "b"]) == nil)
  }

  @Test func `a file that others may read is refused`() throws {
    let path = "\(NSTemporaryDirectory())/hearsay-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "access_key = a\nsecret_key = hush\n".write(
      toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(code(["HEARSAY_S3_CREDENTIALS": path])?.detail.contains("chmod 600") == true)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let found = try CredentialSource(environment: ["HEARSAY_S3_CREDENTIALS": path]).credentials()
    #expect(found == S3Credentials(accessKey: "a", secretKey: "hush"))
    #expect(!"\(found)".contains("hush"))
    var dumped = ""
    dump(found, to: &dumped)
    #expect(!dumped.contains("hush"))
  }

  @Test func `a command's credentials are taken, its failure is told`() {
    let command = "printf {\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\"}"
    let environment = ["PATH": "/usr/bin:/bin", "HEARSAY_S3_CREDENTIAL_COMMAND": command]
    #expect(code(environment) == nil)
    #expect(code(["HEARSAY_S3_CREDENTIAL_COMMAND": "false"])?.code == .noCredentials)
    #expect(code(["HEARSAY_S3_CREDENTIAL_COMMAND": "printf no"])?.code == .noCredentials)
  }
}

@Suite struct EngineTests {
  private func member(_ name: String, _ low: UInt64, size: Int = 3) throws -> MemoryReplica {
    let lane = try #require(Lane(member: name, device: DeviceID(high: 0, low: low)))
    return MemoryReplica(lane: lane, segmentSize: size)
  }

  private func sync(
    _ replica: MemoryReplica, _ store: any RemoteStore, allows: Bool = false
  ) throws -> SyncReport {
    var options = SyncEngine.Options()
    options.allowsMassDeletion = allows
    options.acknowledgeEvery = 1
    let engine = SyncEngine(
      replica: replica, remote: store, options: options, now: { 1_700_000_000 },
      mint: { DeviceID(high: 9, low: 9) })
    return try engine.synchronize()
  }

  private func note(_ subject: String, by author: String, deletes: Bool = false) -> OperationParts {
    var parts = OperationParts(.edit, subject)
    parts.author = author
    if deletes {
      parts.deletion = true
    } else {
      parts.fields = [.init(name: "note", value: [0x31])]
    }
    return parts
  }

  @Test func `a store that forgets is found out, and gets it again`() throws {
    let store = MemoryStore()
    let ana = try member("ana", 1)
    for number in 0..<7 { ana.record(note("n\(number)", by: "Ana")) }
    _ = try sync(ana, store)
    let lane = ana.ownLog().lane
    store.forget(RemoteKeys.segment(2, of: lane))
    store.forget(RemoteKeys.segment(3, of: lane))
    let report = try sync(ana, store)
    #expect(report.problems == [.init(code: .forgotten, lane: lane, segment: 2, count: 2)])
    let ben = try member("ben", 2)
    #expect(try sync(ben, store).received == ["Ana": 7])
  }

  @Test func `deleting more than a tenth asks first, on both sides`() throws {
    let store = MemoryStore()
    let (ana, ben) = (try member("ana", 1, size: 50), try member("ben", 2))
    for number in 0..<60 { ana.record(note("n\(number)", by: "Ana")) }
    _ = try sync(ana, store)
    _ = try sync(ben, store)
    for number in 0..<20 { ana.record(note("n\(number)", by: "Ana", deletes: true)) }
    let lane = ana.ownLog().lane
    #expect(throws: SyncError.massDeletion(count: 20, of: 60, lanes: [lane], isOwn: true)) {
      try sync(ana, store)
    }
    _ = try sync(ana, store, allows: true)
    #expect(throws: SyncError.massDeletion(count: 20, of: 60, lanes: [lane], isOwn: false)) {
      try sync(ben, store)
    }
    #expect(ben.visibleAnnotations().count == 60)
    _ = try sync(ben, store, allows: true)
    #expect(ben.visibleAnnotations().count == 40)
  }

  @Test func `who is not in the team, or only reads, is told`() throws {
    let store = MemoryStore()
    let (ana, eve, rob) = (try member("ana", 1), try member("eve", 2), try member("rob", 3))
    for (replica, name) in [(ana, "Ana"), (eve, "Eve"), (rob, "Rob")] {
      replica.record(note(name, by: name))
    }
    _ = try sync(eve, store)
    let team = """
      {"v":1,"name":"desk","members":[{"member":"ana","role":"annotator"},
      {"member":"rob","role":"reader"}]}
      """
    _ = store.put(RemoteKeys.team, Array(team.utf8), ifAbsent: false)
    #expect(throws: SyncError.notInTeam(member: "eve")) { try sync(eve, store) }
    #expect(throws: SyncError.readerMayNotWrite(member: "rob")) { try sync(rob, store) }
    let report = try sync(ana, store)
    #expect(report.problems.map(\.code) == [.stranger])
    #expect(ana.subjects == ["Ana"])
    _ = store.put(RemoteKeys.team, Array("{}".utf8), ifAbsent: false)
    #expect(throws: SyncError.badTeamFile) { try sync(ana, store) }
  }

  @Test func `a damaged segment stops its own log only, and is told each time`() throws {
    let store = MemoryStore()
    let (ana, ben, cat) = (try member("ana", 1), try member("ben", 2), try member("cat", 3))
    ana.record(note("a", by: "Ana"))
    ben.record(note("b", by: "Ben"))
    _ = try sync(ana, store)
    _ = try sync(ben, store)
    let key = RemoteKeys.segment(1, of: ana.ownLog().lane)
    _ = store.put(key, Array((store.objects[key] ?? []).dropLast(9)), ifAbsent: false)
    for _ in 0..<2 {
      #expect(try sync(cat, store).problems.map(\.code) == [.damaged])
      #expect(cat.subjects == ["b"])
    }
  }

  @Test func `nobody waits for a retired device, and it loses nothing when it comes back`() throws {
    let store = MemoryStore()
    let (ana, cat) = (try member("ana", 1), try member("cat", 3))
    ana.record(note("n0", by: "Ana"))
    _ = try sync(ana, store)
    _ = try sync(cat, store)
    for number in 1..<9 { ana.record(note("n\(number)", by: "Ana")) }
    _ = try sync(ana, store)
    cat.record(note("n0", by: "Cat"))
    let engine = SyncEngine(
      replica: ana, remote: store, now: { 1_700_000_000 }, mint: { DeviceID(high: 9, low: 9) })
    _ = try engine.compact()
    #expect(engine.report.collected == 1)
    #expect(throws: SyncError.ownDevice) { try engine.retire(ana.ownLog().lane) }
    try engine.retire(cat.ownLog().lane)
    _ = try engine.compact()
    #expect(engine.report.collected == 2)
    _ = try sync(cat, store)
    _ = try sync(ana, store)
    #expect(cat.subjects == ana.subjects)
    for subject in ana.subjects { #expect(cat.state(of: subject) == ana.state(of: subject)) }
  }

  @Test func `who is no maintainer writes no snapshot and retires nobody else`() throws {
    let store = MemoryStore()
    let (ana, ben) = (try member("ana", 1), try member("ben", 2))
    for (replica, name) in [(ana, "Ana"), (ben, "Ben")] {
      replica.record(note(name, by: name))
      _ = try sync(replica, store)
    }
    let team = """
      {"v":1,"members":[{"member":"ana","role":"maintainer"},{"member":"ben","role":"annotator"}]}
      """
    _ = store.put(RemoteKeys.team, Array(team.utf8), ifAbsent: false)
    func engine(_ replica: MemoryReplica) -> SyncEngine {
      SyncEngine(replica: replica, remote: store, now: { 0 }, mint: { DeviceID(high: 9, low: 9) })
    }
    #expect(throws: SyncError.notMaintainer(member: "ben")) { try engine(ben).compact() }
    #expect(throws: SyncError.notMaintainer(member: "ben")) {
      try engine(ben).retire(ana.ownLog().lane)
    }
    #expect(try engine(ana).compact().lane == ana.ownLog().lane)
    try engine(ana).retire(ben.ownLog().lane)
  }
}
