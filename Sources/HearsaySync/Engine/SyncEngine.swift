/// Sends what is new here and fetches what is new elsewhere, one step at a time.
///
/// It may be stopped between any two steps and started again: every step is a transaction of the
/// local store or a request that may be repeated. Blocking; for a thread of its own.
public final class SyncEngine {
  /// What a caller may decide.
  public struct Options: Sendable {
    /// Whether deleting more than a tenth of the annotations is allowed this time.
    public var allowsMassDeletion = false
    /// Operations by others after which the device says how far it has read.
    public var acknowledgeEvery = 200
    /// Own segments after which superfluous ones are looked for.
    public var collectEvery = 64
    /// Segments of one log that are fetched at once, at most.
    public var window = 8

    /// The usual decisions.
    public init() {}
  }

  /// Logs that are asked for at once, so that memory stays bounded.
  static let lanesAtOnce = 16

  /// What happens while a sync goes on.
  public enum Progress: Sendable {
    /// Operations were sent.
    case sent(Int)
    /// Operations were received.
    case received(Int)
  }

  let replica: any LocalReplica
  let remote: any RemoteStore
  let options: Options
  /// Seconds since 1970; nothing but the patience with silent devices depends on it.
  let now: () -> Int
  /// A device nobody has met.
  let mint: () -> DeviceID
  let progress: (Progress) -> Void
  /// What was done so far.
  public internal(set) var report = SyncReport()
  var team: TeamFile?

  /// An engine between a local and a remote store.
  public init(
    replica: any LocalReplica, remote: any RemoteStore, options: Options = Options(),
    now: @escaping () -> Int, mint: @escaping () -> DeviceID,
    progress: @escaping (Progress) -> Void = { _ in }
  ) {
    self.replica = replica
    self.remote = remote
    self.options = options
    self.now = now
    self.mint = mint
    self.progress = progress
  }

  /// Sends, fetches, and says how far it has read.
  ///
  /// - Throws: ``RemoteError``, ``SyncError`` or what the local store throws. What was done until
  ///   then holds, and the next sync goes on from there.
  public func synchronize() throws -> SyncReport {
    report = SyncReport()
    let mayWrite = try readTeam()
    if mayWrite {
      try send()
    } else if try replica.ownLog().unsent > 0 {
      throw SyncError.readerMayNotWrite(member: try replica.ownLog().lane.member)
    }
    try pull()
    if mayWrite {
      try acknowledgeReading()
      try collectWhenDue()
    }
    return report
  }

  /// Verifies the end of the own log and sends what was not sent yet.
  package func send() throws {
    try verifyOwnLog()
    try push()
  }

  /// Reads who is in the team; whether this member may write.
  func readTeam() throws -> Bool {
    guard let bytes = try remote.get(RemoteKeys.team, limit: TeamFile.readLimit) else {
      return true
    }
    guard let team = TeamFile(bytes) else { throw SyncError.badTeamFile }
    self.team = team
    let member = try replica.ownLog().lane.member
    guard let role = team.role(of: member) else { throw SyncError.notInTeam(member: member) }
    return role != .reader
  }

  /// Throws where a number of deletions is more than a tenth of what was there.
  ///
  /// Ten may always go.
  func guardDeletions(_ count: Int, of total: Int, lanes: [Lane], isOwn: Bool) throws {
    guard !options.allowsMassDeletion, count > 10, count * 10 > total else { return }
    throw SyncError.massDeletion(count: count, of: total, lanes: lanes, isOwn: isOwn)
  }
}
