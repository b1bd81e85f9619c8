extension SyncEngine {
  /// Reads every other log from where it is known to its end.
  ///
  /// The next number is asked for until it is not there; a listing only tells of devices nobody has
  /// met. Each segment is applied together with the move in the log.
  func pull() throws {
    let own = try replica.ownLog().lane
    var positions = try replica.positions()
    let listed = try remote.list(RemoteKeys.logs).compactMap { RemoteKeys.lane(ofFolder: $0) }
    if positions.isEmpty, try bootstrap() { positions = try replica.positions() }
    var lanes = Set(positions.keys).union(listed)
    lanes.remove(own)
    var guardian = DeletionGuard(base: try replica.visibleAnnotations())
    var open: [(lane: Lane, window: Int)] = lanes.filter(isMember).sorted().map { ($0, 1) }
    while !open.isEmpty {
      var next: [(lane: Lane, window: Int)] = []
      for start in stride(from: 0, to: open.count, by: SyncEngine.lanesAtOnce) {
        let some = Array(open[start...].prefix(SyncEngine.lanesAtOnce))
        let asked = positions
        for (entry, bodies) in zip(some, try fetch(some, asked)) {
          // A snapshot that another log led to may have moved this one on.
          let isStale = positions[entry.lane] != asked[entry.lane]
          let goesOn =
            try isStale
            || take(bodies, lane: entry.lane, positions: &positions, guardian: &guardian)
          if goesOn { next.append((entry.lane, min(options.window, entry.window * 2))) }
        }
      }
      open = next
    }
  }

  /// Whether a lane's member may write here; a stranger is told of.
  private func isMember(_ lane: Lane) -> Bool {
    guard let team, team.role(of: lane.member) ?? .reader == .reader else { return true }
    report.note(.stranger, lane)
    return false
  }

  /// The next segments of each log, several of each where few logs go on.
  private func fetch(
    _ open: [(lane: Lane, window: Int)], _ positions: [Lane: LanePosition]
  ) throws -> [[[UInt8]?]] {
    let width = open.count > options.window ? 1 : max(1, options.window / open.count)
    let keys = open.map { lane, window in
      let last = (positions[lane] ?? .start).segment
      return (1...min(window, width)).map { RemoteKeys.segment(last + $0, of: lane) }
    }
    let flat = try remote.get(keys.flatMap(\.self), limit: Segment.readLimit)
    var rest = flat[...]
    return keys.map { list in
      defer { rest = rest.dropFirst(list.count) }
      return Array(rest.prefix(list.count))
    }
  }

  /// Applies what came of one log, in order; whether more is to be asked for.
  private func take(
    _ bodies: [[UInt8]?], lane: Lane, positions: inout [Lane: LanePosition],
    guardian: inout DeletionGuard
  ) throws -> Bool {
    for body in bodies {
      guard let body else { return false }
      let position = positions[lane] ?? .start
      if let stub = Stub(body) {
        guard try follow(stub, past: position, of: lane) else { return false }
        positions = try replica.positions()
        return true
      }
      do {
        let segment = try Segment(body, lane: lane, after: position)
        try apply(segment, &guardian)
        positions[lane] = segment.after
      } catch let error as SegmentError {
        report.note(.init(error), lane, position.segment + 1)
        return false
      }
    }
    return true
  }

  private func apply(_ segment: Segment, _ guardian: inout DeletionGuard) throws {
    let deleted = Set(segment.operations.filter { $0.deletion == true }.map(\.subject))
    if !deleted.isEmpty {
      let count = try replica.countVisible(deleted, before: guardian.mark)
      guardian.note(count, lane: segment.lane)
      try guardDeletions(
        guardian.deleted, of: guardian.total, lanes: guardian.lanes.sorted(), isOwn: false)
    }
    try replica.apply(segment.operations, positions: [segment.lane: segment.after])
    count(segment)
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
