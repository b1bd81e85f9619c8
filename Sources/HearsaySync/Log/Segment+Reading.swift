internal import HearsayJSON

/// Why what lies at a segment's place is not the next piece of the log.
public enum SegmentError: Error, Hashable, Sendable {
  /// It is no segment, or one a later version wrote.
  case unreadable
  /// It ends too early, or a line was changed.
  case damaged
  /// It does not follow what was read before: the log was rewritten.
  case rewritten
}

extension Segment {
  /// Reads and verifies what follows a position in a lane's log.
  ///
  /// The digests are followed from the last operation known to the one the header names, so that a
  /// missing, changed or foreign line is found wherever it stands.
  public init(
    _ bytes: [UInt8], lane: Lane, after position: LanePosition
  ) throws(SegmentError) {
    var lines = Lines(bytes)
    guard let first = lines.next(), let node = try? JSONReader.read(first),
      node["v"]?.number == Double(Operation.version)
    else { throw .unreadable }
    guard node["segment"]?.whole == position.segment + 1,
      node["lane"]?.string == lane.description, let count = node["count"]?.whole, count > 0,
      let head = (node["head"]?.string).flatMap({ ContentDigest($0) })
    else { throw .unreadable }
    guard node["first"]?.whole == position.operation + 1,
      node["prev"]?.string == position.digest.description
    else { throw .rewritten }
    var operations: [Operation] = []
    operations.reserveCapacity(min(count, Segment.maximumOperations))
    var digest = position.digest
    while let line = lines.next() {
      let id = OperationID(device: lane.device, number: position.operation + operations.count + 1)
      let operation = Operation(line: line, id: id)
      if let previous = operation.previous, previous != digest { throw .damaged }
      digest = operation.digest
      operations.append(operation)
    }
    guard operations.count == count, digest == head, lines.isWhole else { throw .damaged }
    self.init(lane: lane, after: position, operations: operations)
  }
}

/// Lines of bytes, one after the other, without their line breaks.
struct Lines: IteratorProtocol, Sequence {
  private let bytes: [UInt8]
  private var start = 0

  /// The lines of bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the last line ended with a line break.
  var isWhole: Bool { bytes.last == 0x0A }

  /// The next line; nil after the last.
  mutating func next() -> [UInt8]? {
    guard start < bytes.count else { return nil }
    let first = start
    let line = bytes.withUnsafeBufferPointer { buffer in
      let rest = UnsafeBufferPointer(rebasing: buffer[first...])
      return Array(rest[..<(rest.firstIndex(of: 0x0A) ?? rest.count)])
    }
    start += line.count + 1
    return line
  }
}
