internal import HearsayJSON

/// What lies where a segment was, or an older snapshot, that a snapshot has made superfluous.
///
/// Nothing is ever taken away, it is replaced by this line of some hundred bytes, so that who still
/// wanted to read it learns of the snapshot from the very key it asks for. No listing, clock or
/// shared pointer has to be right for that.
public struct Stub: Hashable, Sendable {
  /// The snapshot that says it all.
  public let snapshot: SnapshotName

  /// Points to a snapshot.
  public init(snapshot: SnapshotName) { self.snapshot = snapshot }

  /// The line.
  public var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("v")
      json.number(Operation.version)
      json.key("gone")
      json.bool(true)
      json.key("snapshot")
      json.string(snapshot.description)
    }
    json.endLine()
    return json.bytes
  }

  /// The stub that bytes hold, or nil.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count < 1_024, let node = try? JSONReader.read(bytes),
      node["gone"]?.bool == true,
      let snapshot = (node["snapshot"]?.string).flatMap({ SnapshotName($0) })
    else { return nil }
    self.init(snapshot: snapshot)
  }
}

/// The name of a snapshot: who wrote it, how many operations it covers, and what it says.
///
/// Since the name depends on the content, what lies under it can only ever be the one thing.
public struct SnapshotName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The lane that wrote it.
  public let lane: Lane
  /// Operations it covers, over all lanes.
  public let operations: Int
  /// The digest of the manifest.
  public let digest: ContentDigest

  /// The name of a manifest's bytes.
  init(lane: Lane, operations: Int, digest: ContentDigest) {
    self.lane = lane
    self.operations = operations
    self.digest = digest
  }

  /// The name `MEMBER.DEVICE.COUNT.DIGEST`, or nil.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, let lane = Lane("\(parts[0]).\(parts[1])"),
      parts[2].utf8.count >= 8, let operations = Int(parts[2]), operations >= 0,
      let digest = ContentDigest(parts[3]), digest != .none
    else { return nil }
    self.init(lane: lane, operations: operations, digest: digest)
  }

  /// How it is written.
  public var description: String { "\(lane).\(RemoteKeys.padded(operations)).\(digest)" }

  /// The order in which it is sorted.
  public static func < (left: SnapshotName, right: SnapshotName) -> Bool {
    left.operations == right.operations
      ? left.digest.description < right.digest.description : left.operations < right.operations
  }
}
