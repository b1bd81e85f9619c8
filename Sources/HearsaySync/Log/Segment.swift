internal import HearsayJSON

/// A piece of a device's log as it lies in a remote store: a header line, then one line an
/// operation.
///
/// Once written, its bytes never change.
public struct Segment: Hashable, Sendable {
  /// Operations a segment may have.
  public static let maximumOperations = 1_000
  /// Bytes of operations after which a segment takes no more.
  public static let maximumBytes = 1 << 20
  /// Bytes that are read of one at most: the operations, one more of the longest, the header.
  static let readLimit = maximumBytes + Operation.maximumBytes + (64 << 10)

  /// Whose log it is.
  public let lane: Lane
  /// Its number in the log, from 1.
  public let number: Int
  /// Where the log stood before it.
  public let before: LanePosition
  /// Its operations in order; never empty.
  public let operations: [Operation]

  /// A segment of operations that follow a position.
  public init(lane: Lane, after before: LanePosition, operations: [Operation]) {
    self.lane = lane
    number = before.segment + 1
    self.before = before
    self.operations = operations
  }

  /// Where the log stands after it.
  public var after: LanePosition {
    LanePosition(
      operation: before.operation + operations.count,
      digest: operations.last?.digest ?? before.digest, segment: number)
  }

  /// The bytes to be written: the same whenever they are asked for.
  public var bytes: [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(operations.reduce(0) { $0 + $1.line.count + 1 })
    for operation in operations {
      lines += operation.line
      lines.append(0x0A)
    }
    return SealedSegment(
      lane: lane, after: before, count: operations.count, lines: lines, head: after.digest
    ).bytes
  }
}

/// A frozen piece of this device's own log: bytes that never change again.
public struct SealedSegment: Hashable, Sendable {
  /// Where the log stands after it.
  public let after: LanePosition
  /// How many operations it has.
  public let count: Int
  /// The bytes to be written.
  public let bytes: [UInt8]
  /// Its number in the log, from 1.
  public var number: Int { after.segment }

  /// A segment of lines that follow a position.
  ///
  /// - Parameters:
  ///   - lines: `count` operations, each with its line break.
  ///   - head: the digest of the last of them.
  public init(
    lane: Lane, after before: LanePosition, count: Int, lines: [UInt8], head: ContentDigest
  ) {
    after = LanePosition(
      operation: before.operation + count, digest: head, segment: before.segment + 1)
    self.count = count
    var json = JSONWriter(reserving: 512 + lines.count)
    json.object { json in
      json.key("v")
      json.number(Operation.version)
      json.key("segment")
      json.number(before.segment + 1)
      json.key("lane")
      json.string(lane.description)
      json.key("first")
      json.number(before.operation + 1)
      json.key("count")
      json.number(count)
      json.key("prev")
      json.string(before.digest.description)
      json.key("head")
      json.string(head.description)
    }
    json.endLine()
    json.raw(bytes: lines)
    bytes = json.bytes
  }

  /// The segment that operations make.
  public init(_ segment: Segment) {
    after = segment.after
    count = segment.operations.count
    bytes = segment.bytes
  }
}

extension JSONNode {
  /// The largest number that is read: more than a log can count, and few enough that all those of an
  /// object can be added up.
  private static let largest = Double(1 << 40)

  /// The whole number it is, or nil.
  var whole: Int? {
    number.flatMap { $0.magnitude <= JSONNode.largest ? Int(exactly: $0) : nil }
  }
}
