internal import HearsayJSON

/// What a snapshot covers and which parts it has.
///
/// Written after its parts, so that who can read it can read them.
public struct SnapshotManifest: Hashable, Sendable {
  /// Bytes of operations after which a part takes no more.
  static let partBytes = 4 << 20
  /// Bytes that are read of a part at most: an operation kept as digits has twice its length.
  static let partLimit = partBytes + 2 * Operation.maximumBytes + 1_024
  /// Bytes that are read of a manifest at most.
  static let readLimit = 16 << 20

  /// The lane that wrote it.
  public let lane: Lane
  /// How far it covers each lane.
  public let covers: [Lane: LanePosition]
  /// The digest of each part, in order.
  public let parts: [ContentDigest]

  /// The manifest whose members are known.
  init(lane: Lane, covers: [Lane: LanePosition], parts: [ContentDigest]) {
    self.lane = lane
    self.covers = covers
    self.parts = parts
  }

  /// Its name.
  public var name: SnapshotName {
    SnapshotName(
      lane: lane, operations: covers.values.reduce(0) { $0 + $1.operation },
      digest: ContentDigest(of: bytes))
  }

  /// The bytes to be written.
  public var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("v")
      json.number(Operation.version)
      json.key("lane")
      json.string(lane.description)
      json.key("covers")
      json.object { json in
        for (lane, position) in covers.sorted(by: { $0.key < $1.key }) {
          json.key(text: lane.description)
          position.write(into: &json)
        }
      }
      json.key("parts")
      json.array { json in for part in parts { json.string(part.description) } }
    }
    json.endLine()
    return json.bytes
  }

  /// The manifest that bytes hold, or nil for none.
  init?(_ bytes: [UInt8]) {
    guard let node = try? JSONReader.read(bytes), node["v"]?.whole == Operation.version,
      let lane = (node["lane"]?.string).flatMap({ Lane($0) }),
      let covers = LanePosition.positions(of: node["covers"])
    else { return nil }
    let parts = (node["parts"]?.elements ?? []).map { $0.string.flatMap { ContentDigest($0) } }
    self.init(lane: lane, covers: covers, parts: parts.compactMap(\.self))
    guard self.parts.count == parts.count else { return nil }
  }

  /// Whether it covers at least what another covers.
  func covers(_ other: SnapshotManifest) -> Bool {
    other.covers.allSatisfy { $0.value.operation <= covers[$0.key]?.operation ?? 0 }
  }
}

extension LanePosition {
  /// Writes `[operation, digest, segment]`.
  func write(into json: inout JSONWriter) {
    json.array { json in
      json.number(operation)
      json.string(digest.description)
      json.number(segment)
    }
  }

  /// The position `[operation, digest, segment]` names, or nil.
  init?(_ node: JSONNode) {
    let elements = node.elements
    guard elements.count == 3, let operation = elements[0].whole, operation >= 0,
      let digest = elements[1].string.flatMap({ ContentDigest($0) }),
      let segment = elements[2].whole, segment >= 0
    else { return nil }
    self.init(operation: operation, digest: digest, segment: segment)
  }

  /// Positions by lane; nil where one cannot be read.
  static func positions(of node: JSONNode?) -> [Lane: LanePosition]? {
    var result: [Lane: LanePosition] = [:]
    for member in node?.members ?? [] {
      guard let lane = Lane(member.key), let position = LanePosition(member.value) else {
        return nil
      }
      result[lane] = position
    }
    return result
  }
}
