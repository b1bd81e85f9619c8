public import HearsaySync

/// A local store in memory: each call is a transaction, and what it holds survives a kill.
public final class MemoryReplica: LocalReplica {
  private var lane: Lane
  private var head = LanePosition.start
  private var acknowledged = LanePosition.start
  private var own: [Operation] = []
  private var ends: [Int] = []
  /// The last operations of the segments that wait.
  private var pending: [Int] = []
  private var known: [Lane: LanePosition] = [:]
  private var notes: [String: Int] = [:]
  /// All operations, by annotation or document, in the order they came.
  private var operations: [String: [Operation]] = [:]
  /// Annotations in the order they came.
  private var order: [String: Int] = [:]
  /// Operations a segment takes at most.
  private let segmentSize: Int

  /// An empty store of a member's device.
  public init(lane: Lane, segmentSize: Int = Segment.maximumOperations) {
    self.lane = lane
    self.segmentSize = segmentSize
  }

  /// A copy, as somebody makes one with a copied file.
  public init(copyOf other: MemoryReplica) {
    lane = other.lane
    head = other.head
    acknowledged = other.acknowledged
    own = other.own
    ends = other.ends
    pending = other.pending
    known = other.known
    notes = other.notes
    operations = other.operations
    order = other.order
    segmentSize = other.segmentSize
  }

  /// The annotations and documents there are operations on, in order.
  public var subjects: [String] { operations.keys.sorted() }

  /// The operations on an annotation.
  public func operations(on subject: String) -> [Operation] { operations[subject] ?? [] }

  /// What an annotation is.
  public func state(of subject: String) -> AnnotationState {
    AnnotationState(merging: operations(on: subject))
  }

  /// Notes what an analyst did; the parents are filled in.
  public func record(_ parts: OperationParts) {
    var parts = parts
    if parts.kind != .alias { parts.parents = state(of: parts.subject).heads }
    append(parts)
  }

  /// Puts a line into the log that is no operation, or one of a later version.
  public func record(line: (OperationID, ContentDigest) -> [UInt8]) {
    let id = OperationID(device: lane.device, number: head.operation + 1)
    append(Operation(line: line(id, head.digest), id: id))
  }

  private func append(_ parts: OperationParts) {
    let id = OperationID(device: lane.device, number: head.operation + 1)
    append(Operation(parts, id: id, previous: head.digest))
  }

  private func append(_ operation: Operation) {
    own.append(operation)
    head = LanePosition(
      operation: operation.id.number, digest: operation.digest, segment: head.segment)
    insert(operation)
  }

  private func insert(_ operation: Operation) {
    var list = operations[operation.subject] ?? []
    if let place = list.firstIndex(where: { $0.id == operation.id }) {
      guard list[place].kind == .was, operation.kind != .was else { return }
      list[place] = operation
    } else {
      list.append(operation)
    }
    operations[operation.subject] = list
    if order[operation.subject] == nil { order[operation.subject] = order.count }
  }
}

extension MemoryReplica {
  /// As ``LocalReplica`` wants it.
  public func ownLog() -> OwnLog {
    OwnLog(lane: lane, head: head, acknowledged: acknowledged)
  }

  /// As ``LocalReplica`` wants it.
  public func positions() -> [Lane: LanePosition] { known }

  /// As ``LocalReplica`` wants it.
  public func seal() -> [SealedSegment] {
    if pending.isEmpty {
      var end = acknowledged.operation
      while end < head.operation, pending.count < MemoryReplica.sealedAtOnce {
        end = min(head.operation, end + segmentSize)
        pending.append(end)
      }
    }
    return sealed()
  }

  /// Segments that are frozen together at most.
  private static let sealedAtOnce = 3

  /// The segments that wait to be acknowledged.
  private func sealed() -> [SealedSegment] {
    var before = acknowledged
    return pending.map { end in
      let segment = Segment(
        lane: lane, after: before, operations: Array(own[before.operation..<end]))
      before = segment.after
      return SealedSegment(segment)
    }
  }

  /// As ``LocalReplica`` wants it.
  public func acknowledge(_ number: Int) {
    for segment in sealed() where segment.number <= number {
      acknowledged = segment.after
      ends.append(acknowledged.operation)
      pending.removeFirst()
    }
    head = LanePosition(
      operation: head.operation, digest: head.digest, segment: acknowledged.segment)
  }

  /// As ``LocalReplica`` wants it.
  public func segment(_ number: Int) -> SealedSegment? {
    guard 1...max(1, ends.count) ~= number, !ends.isEmpty else { return nil }
    let start = number > 1 ? ends[number - 2] : 0
    let slice = own[start..<ends[number - 1]]
    let before = LanePosition(
      operation: start, digest: start > 0 ? own[start - 1].digest : .none, segment: number - 1)
    return SealedSegment(Segment(lane: lane, after: before, operations: Array(slice)))
  }

  /// As ``LocalReplica`` wants it.
  public func ownOperations(from number: Int, count: Int) -> [Operation] {
    Array(own.dropFirst(number - 1).prefix(count))
  }

  /// As ``LocalReplica`` wants it.
  public func apply(_ operations: [Operation], positions: [Lane: LanePosition]) {
    operations.forEach(insert)
    known.merge(positions) { $0.operation > $1.operation ? $0 : $1 }
  }

  /// As ``LocalReplica`` wants it.
  public func remint(as lane: Lane, known position: LanePosition, shared: Int) {
    let old = self.lane
    let moved = Array(own.dropFirst(shared))
    var names: [OperationID: OperationID] = [:]
    for (index, operation) in moved.enumerated() {
      names[operation.id] = OperationID(device: lane.device, number: index + 1)
      operations[operation.subject]?.removeAll { $0.id == operation.id }
    }
    self.lane = lane
    known[old] = position
    (own, ends, pending, notes) = ([], [], [], [:])
    (head, acknowledged) = (.start, .start)
    for operation in moved {
      append(
        operation.renamed(
          names[operation.id] ?? operation.id, previous: head.digest, parent: { names[$0] ?? $0 }))
    }
  }

  /// As ``LocalReplica`` wants it.
  public func eachSubject(
    coveredBy numbers: [DeviceID: Int], _ body: ([Operation]) throws -> Void
  ) throws {
    for subject in subjects {
      let covered = operations(on: subject).filter { $0.id.number <= numbers[$0.id.device] ?? 0 }
      if !covered.isEmpty { try body(covered) }
    }
  }

  /// As ``LocalReplica`` wants it.
  public func visibleAnnotations() -> (count: Int, mark: Int) {
    (operations.keys.count { state(of: $0).isVisible }, order.count)
  }

  /// As ``LocalReplica`` wants it.
  public func countVisible(_ annotations: Set<String>, before mark: Int) -> Int {
    annotations.count { order[$0] ?? mark < mark && state(of: $0).isVisible }
  }

  /// As ``LocalReplica`` wants it.
  public func unsentDeletions() -> Int {
    own.dropFirst(acknowledged.operation).count { $0.deletion == true }
  }

  /// As ``LocalReplica`` wants it.
  public func note(_ name: String) -> Int? { notes[name] }

  /// As ``LocalReplica`` wants it.
  public func setNote(_ name: String, _ value: Int) { notes[name] = value }
}
