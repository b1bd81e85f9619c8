extension SyncEngine {
  /// A log that goes on, and how many of its next segments are asked for.
  private typealias OpenLane = (lane: Lane, window: Int)

  /// Reads every other log from where it is known to its end.
  ///
  /// The next number is asked for until it is not there; a listing only tells of devices nobody has
  /// met. What comes with one question is applied together with the moves in the logs, while the
  /// next is on its way.
  func pull() throws {
    let own = try replica.ownLog().lane
    var positions = try replica.positions()
    let listed = try remote.list(RemoteKeys.logs).compactMap { RemoteKeys.lane(ofFolder: $0) }
    if positions.isEmpty, try bootstrap() { positions = try replica.positions() }
    var lanes = Set(positions.keys).union(listed)
    lanes.remove(own)
    var guardian = DeletionGuard(base: try replica.visibleAnnotations())
    var open: [OpenLane] = lanes.filter(isMember).sorted().map { ($0, 1) }
    var question = ask(&open, positions)
    while let asked = question {
      var batch = Batch()
      for (entry, bodies) in zip(asked.lanes, try asked.bodies())
      where read(bodies, entry.lane, &positions, &batch) {
        open.append((entry.lane, min(options.window, entry.window * 2)))
      }
      if batch.stubs.isEmpty { question = ask(&open, positions) }
      try apply(batch, &guardian)
      guard !batch.stubs.isEmpty else { continue }
      for (lane, stub) in batch.stubs
      where try follow(stub, past: positions[lane] ?? .start, of: lane) { open.append((lane, 1)) }
      positions = try replica.positions()
      question = ask(&open, positions)
    }
  }

  /// Whether a lane's member may write here; a stranger is told of.
  private func isMember(_ lane: Lane) -> Bool {
    guard let team, team.role(of: lane.member) ?? .reader == .reader else { return true }
    report.note(.stranger, lane)
    return false
  }

  /// Asks for the next segments of the first logs, several of each where few logs go on; nil where
  /// none does.
  private func ask(_ open: inout [OpenLane], _ positions: [Lane: LanePosition]) -> Question? {
    guard !open.isEmpty else { return nil }
    let some = Array(open.prefix(SyncEngine.lanesAtOnce))
    open.removeFirst(some.count)
    let width = some.count > options.window ? 1 : max(1, options.window / some.count)
    let keys = some.map { lane, window in
      let last = (positions[lane] ?? .start).segment
      return (1...min(window, width)).map { RemoteKeys.segment(last + $0, of: lane) }
    }
    let answer = remote.begin(keys.flatMap(\.self), limit: Segment.readLimit)
    return Question(lanes: some, counts: keys.map(\.count), answer: answer)
  }

  /// Segments that were asked for and may be on their way.
  private struct Question {
    let lanes: [OpenLane]
    let counts: [Int]
    let answer: RemoteAnswer

    /// What came, by lane.
    func bodies() throws -> [[[UInt8]?]] {
      var rest = try answer()[...]
      return counts.map { count in
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
    }
  }

  /// What came with one question and is not applied yet.
  private struct Batch {
    var segments: [Segment] = []
    /// Logs that go on in a snapshot.
    var stubs: [(Lane, Stub)] = []
  }

  /// Verifies what came of one log, in order; whether more is to be asked for.
  private func read(
    _ bodies: [[UInt8]?], _ lane: Lane, _ positions: inout [Lane: LanePosition],
    _ batch: inout Batch
  ) -> Bool {
    for body in bodies {
      guard let body else { return false }
      let position = positions[lane] ?? .start
      if let stub = Stub(body) {
        batch.stubs.append((lane, stub))
        return false
      }
      do {
        let segment = try Segment(body, lane: lane, after: position)
        batch.segments.append(segment)
        positions[lane] = segment.after
      } catch {
        report.note(.init(error), lane, position.segment + 1)
        return false
      }
    }
    return true
  }

  private func apply(_ batch: Batch, _ guardian: inout DeletionGuard) throws {
    guard !batch.segments.isEmpty else { return }
    var deleted: [Lane: Set<String>] = [:]
    var positions: [Lane: LanePosition] = [:]
    for segment in batch.segments {
      let gone = segment.operations.filter { $0.deletion == true }.map(\.subject)
      if !gone.isEmpty { deleted[segment.lane, default: []].formUnion(gone) }
      positions[segment.lane] = segment.after
    }
    var counted: Set<String> = []
    for (lane, subjects) in deleted.sorted(by: { $0.key < $1.key }) {
      let new = subjects.subtracting(counted)
      counted.formUnion(new)
      guardian.note(try replica.countVisible(new, before: guardian.mark), lane: lane)
    }
    try guardDeletions(
      guardian.deleted, of: guardian.total, lanes: guardian.lanes.sorted(), isOwn: false)
    try replica.apply(batch.segments.flatMap(\.operations), positions: positions)
    batch.segments.forEach(count)
  }

  private func count(_ segment: Segment) {
    let poisoned = segment.operations.count { $0.kind == .poison }
    if poisoned > 0 { report.note(.poison, segment.lane, segment.number, count: poisoned) }
    let unknown = segment.operations.count { $0.kind == .unknown }
    if unknown > 0 { report.note(.unknown, segment.lane, segment.number, count: unknown) }
    for operation in segment.operations {
      let author = operation.author.isEmpty ? segment.lane.member : operation.author
      report.received[author, default: 0] += 1
    }
    progress(.received(segment.operations.count))
  }
}

/// Counts what a pull would delete of what was there when it began.
struct DeletionGuard {
  /// Annotations that were shown at the beginning.
  let total: Int
  /// Tells them from later ones.
  let mark: Int
  /// Deletions so far.
  private(set) var deleted = 0
  /// Who deleted.
  private(set) var lanes: Set<Lane> = []

  /// Nothing deleted yet.
  init(base: (count: Int, mark: Int)) {
    total = base.count
    mark = base.mark
  }

  /// Counts deletions by a lane.
  mutating func note(_ count: Int, lane: Lane) {
    guard count > 0 else { return }
    deleted += count
    lanes.insert(lane)
  }
}

extension SyncReport.Problem.Code {
  /// What a segment's error is called in a report.
  init(_ error: SegmentError) {
    switch error {
    case .unreadable: self = .unreadable
    case .damaged: self = .damaged
    case .rewritten: self = .rewritten
    }
  }
}
