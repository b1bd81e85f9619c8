import HearsayTestSupport
import Testing

@testable import HearsaySync

@Suite struct SegmentTests {
  private static let lane = Lane(member: "ana", device: DeviceID(high: 1, low: 2))

  private func replica(_ edits: Int, size: Int = 1_000) throws -> MemoryReplica {
    let replica = MemoryReplica(lane: try #require(SegmentTests.lane), segmentSize: size)
    for number in 0..<edits {
      var parts = OperationParts(.edit, "n\(number % 3)")
      parts.fields = [.init(name: "note", value: Array("\"“a” \\n \(number)\"".utf8))]
      parts.tags = [.init(name: "t", isAdded: number % 2 == 0)]
      parts.author = "Ana Ruiz"
      parts.time = "2024-03-05T10:00:00Z"
      replica.record(parts)
    }
    return replica
  }

  /// The first segment that waits, as others read it.
  private func read(_ replica: MemoryReplica) throws -> Segment {
    let sealed = try #require(replica.seal().first)
    return try Segment(sealed.bytes, lane: replica.ownLog().lane, after: .start)
  }

  @Test func `what is written is read again, byte for byte`() throws {
    let replica = try replica(5)
    let sealed = try #require(replica.seal().first)
    let segment = try read(replica)
    #expect(segment.bytes == sealed.bytes)
    #expect(segment.after == sealed.after)
    #expect(
      String(decoding: segment.operations[0].line, as: UTF8.self) == """
        {"v":1,"op":"edit","id":"00000000000000010000000000000002.1","ann":"n0","parents":[],\
        "set":{"note":"“a” \\n 0"},"tags":{"add":["t"],"remove":[]},"author":"Ana Ruiz",\
        "at":"2024-03-05T10:00:00Z","prev":""}
        """)
  }

  @Test func `every changed, missing or doubled byte is noticed`() throws {
    let segment = try read(try replica(4))
    let bytes = segment.bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      let read = try? Segment(changed, lane: segment.lane, after: .start)
      #expect(read == nil, "byte \(index)")
      let short = try? Segment(Array(bytes[..<index]), lane: segment.lane, after: .start)
      #expect(short == nil, "cut at \(index)")
    }
  }

  @Test func `a log that goes on from something else is told`() throws {
    let first = try replica(4, size: 2)
    _ = first.seal()
    first.acknowledge(1)
    let second = try #require(first.seal().first)
    let lane = first.ownLog().lane
    let other = LanePosition(operation: 2, digest: ContentDigest(of: [1]), segment: 1)
    #expect(throws: SegmentError.rewritten) {
      try Segment(second.bytes, lane: lane, after: other)
    }
    #expect(throws: SegmentError.unreadable) {
      try Segment(second.bytes, lane: lane, after: .start)
    }
  }

  @Test(arguments: [
    (#"{"v":1,"op":"edit","id":"ID","ann":"a","parents":[],"colour":"red"}"#, Operation.Kind.edit),
    (#"{"v":1,"op":"paint","id":"ID","ann":"a","parents":[]}"#, .unknown),
    (#"{"v":2,"op":"edit","id":"ID","ann":"a","parents":[],"set":7}"#, .unknown),
    (#"{"v":1,"op":"edit","id":"ID","ann":"a","parents":["x"]}"#, .poison),
    (#"{"v":1,"op":"edit","id":"ID","ann":"a","set":[]}"#, .poison),
    (#"{"v":1,"op":"edit","id":"ID","set":{}}"#, .poison),
    (#"{"v":1,"op":"edit","id":"00000000000000010000000000000002.9","ann":"a"}"#, .poison),
    ("no JSON at all", .poison), ("", .poison),
  ])
  func `what is not understood is kept and handed on`(
    line: String, kind: Operation.Kind
  ) throws {
    let replica = try replica(1)
    replica.record { id, _ in
      Array(line.replacing("ID", with: id.description).utf8)
    }
    replica.record(OperationParts(.edit, "behind"))
    let read = try read(replica)
    #expect(read.operations.map(\.kind) == [.edit, kind, .edit])
    let middle = read.operations[1]
    #expect(middle.line == replica.ownOperations(from: 2, count: 1)[0].line)
    // In a snapshot too.
    let kept = kind == .poison ? KeptLine.line(middle) : middle.line
    #expect(Operation(line: kept) == middle)
    #expect(Compaction.compact([middle]) == [middle])
  }

  /// Lines as this program writes them, and what may stand in them.
  static let plainLines = [
    #"{"v":1,"op":"edit","id":"ID","ann":"n0","parents":[],"set":{"note":"“a” \n 0","x":[1,{"y":-0.5}],"z":null},"author":"Ana","at":"2024","prev":""}"#,
    #"{"v":1,"op":"edit","id":"ID","ann":"n0","parents":["ID","ID"],"del":true,"author":"Ana","at":"2024","prev":"DIGEST"}"#,
    #"{"v":1,"op":"edit","id":"ID","ann":"n0","parents":["ID"],"set":{"a":1,"a":true},"del":false,"author":"","at":"","prev":"DIGEST"}"#,
    #"{"v":1,"op":"edit","id":"ID","ann":"n0","parents":[],"author":"Ana","at":"2024","prev":""}"#,
  ]

  @Test(arguments: plainLines)
  func `what is read straight from the bytes is what JSON says`(form: String) throws {
    let id = OperationID(device: DeviceID(high: 1, low: 2), number: 12)
    let line = Array(
      form.replacing("ID", with: id.description)
        .replacing("DIGEST", with: ContentDigest(of: [1]).description).utf8)
    #expect(PlainOperation.parts(of: line, id: id) == Operation.partsByJSON(line, id))
    #expect(PlainOperation.parts(of: line, id: id) != nil)
    var random = SplitMix64(seed: 11)
    let signs = Array(#"{}[]",:\0aé1.-+eEutn #"#.utf8)
    for _ in 0..<4_000 {
      var changed = line
      let place = random.below(changed.count)
      switch random.below(3) {
      case 0: changed[place] = random.pick(signs)
      case 1: changed.insert(random.pick(signs), at: place)
      default: changed.remove(at: place)
      }
      guard let plain = PlainOperation.parts(of: changed, id: id) else { continue }
      #expect(
        plain == Operation.partsByJSON(changed, id), "\(String(decoding: changed, as: UTF8.self))")
    }
  }
}
