/// What one sync did, in numbers and names.
public struct SyncReport: Hashable, Sendable {
  /// Something about another device's log that is told, and never passed over.
  public struct Problem: Hashable, Sendable {
    /// The stable codes.
    public enum Code: String, Sendable {
      /// A segment or snapshot cannot be read, or a later version wrote it.
      case unreadable = "sync-unreadable"
      /// A segment or snapshot is not what its digest says.
      case damaged = "sync-damaged"
      /// A log goes on from something else than what was read before.
      case rewritten = "sync-rewritten"
      /// Somebody writes who is not in the team, or only reads.
      case stranger = "sync-stranger"
      /// Lines that are no operations; kept, not applied.
      case poison = "sync-poison"
      /// Operations of a later version; kept, not applied.
      case unknown = "sync-later-version"
      /// The remote store had acknowledged what it no longer has; it was sent again.
      case forgotten = "sync-store-forgot"
      /// This store was a copy of another; it goes on under a new name.
      case copied = "sync-copied-store"
    }

    /// What is wrong.
    public let code: Code
    /// Whose log it is about.
    public let lane: Lane
    /// The segment, or zero for none in particular.
    public let segment: Int
    /// How often.
    public let count: Int
  }

  /// Operations sent.
  public internal(set) var sent = 0
  /// Segments sent.
  public internal(set) var segments = 0
  /// Operations received, by author.
  public internal(set) var received: [String: Int] = [:]
  /// Snapshots read.
  public internal(set) var snapshots = 0
  /// Own segments replaced by stubs.
  public internal(set) var collected = 0
  /// What has to be told.
  public internal(set) var problems: [Problem] = []

  /// A sync that did nothing.
  public init() {}

  /// Notes a problem, counting equal ones.
  mutating func note(_ code: Problem.Code, _ lane: Lane, _ segment: Int = 0, count: Int = 1) {
    problems.append(Problem(code: code, lane: lane, segment: segment, count: count))
  }
}

/// Why a sync stopped before anything was harmed.
public enum SyncError: Error, Hashable, Sendable {
  /// More than a tenth of the annotations would go; an analyst has to allow it.
  case massDeletion(count: Int, of: Int, lanes: [Lane], isOwn: Bool)
  /// The member may only read.
  case readerMayNotWrite(member: String)
  /// The member is not in the team file.
  case notInTeam(member: String)
  /// The team file cannot be read.
  case badTeamFile
  /// What is asked for is for a maintainer.
  case notMaintainer(member: String)
  /// A name that cannot stand in keys: see ``Lane/isMember(_:)``.
  case badMember(String)
  /// The store writes for another member already.
  case otherMember(member: String)
  /// No device, or more than one, is called so.
  case unknownDevice(String)
  /// The device is this one.
  case ownDevice
}
