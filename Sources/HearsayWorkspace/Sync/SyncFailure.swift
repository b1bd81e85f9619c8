internal import HearsayStore
public import HearsaySync

/// Why a sync stopped, in one sentence, with its code and the exit status of a command.
public struct SyncFailure: Error, Hashable, Sendable {
  /// Stable code for scripts and searches.
  public let code: String
  /// One sentence for a person, without full stop; never a credential.
  public let reason: String
  /// `sysexits` number.
  public let exitStatus: Int32

  /// What an error of a sync means.
  public init(_ error: any Error) {
    switch error {
    case let error as RemoteError: self.init(error)
    case let error as SyncError: self.init(error)
    case let error as StoreError: self.init(error)
    case is RemoteSync.IsRunning:
      self.init("sync-running", "another program is synchronising this store; try again", 75)
    default: self.init("sync-failed", "\(error)", 74)
    }
  }

  private init(_ code: String, _ reason: String, _ status: Int32) {
    self.code = code
    self.reason = reason
    exitStatus = status
  }

  private init(_ error: RemoteError) {
    let reason =
      switch error.code {
      case .unreachable: "the remote store cannot be reached (\(error.detail))"
      case .busy: "the remote store is busy (\(error.detail)); try again later"
      case .tooSlow: "the remote store takes too long (\(error.detail)); try again"
      case .notSecure: "the remote store cannot prove who it is (\(error.detail)); nothing was sent"
      case .noCredentials: "credentials are missing: \(error.detail)"
      case .wrongCredentials: "the credentials are not accepted: \(error.detail)"
      case .expiredCredentials: "the credentials are no longer accepted: \(error.detail)"
      case .forbidden: "the remote store refuses: \(error.detail)"
      case .redirected: "the remote store is elsewhere: \(error.detail)"
      case .truncated: "an answer ended too early (\(error.detail)); try again"
      case .broken: "the remote store broke off (\(error.detail)); try again later"
      case .forgets: "the remote store does not keep what it acknowledges: \(error.detail)"
      case .noLibrary: "remote stores need the system's libcurl: \(error.detail)"
      case .tooLarge, .badAnswer, .noContainer, .inputOutput, .badAddress, .plainText: error.detail
      }
    self.init(error.code.rawValue, reason, SyncFailure.status(error.code))
  }

  private static func status(_ code: RemoteError.Code) -> Int32 {
    switch code {
    case .unreachable, .noContainer, .noLibrary: 69
    case .busy, .tooSlow, .truncated, .broken: 75
    case .notSecure, .noCredentials, .wrongCredentials, .expiredCredentials, .forbidden,
      .redirected, .plainText:
      77
    case .tooLarge, .badAnswer: 65
    case .forgets, .inputOutput: 74
    case .badAddress: 64
    }
  }

  private init(_ error: SyncError) {
    switch error {
    case .massDeletion(let count, let total, let lanes, let isOwn):
      let who = isOwn ? "here" : "by \(lanes.map(\.member).joined(separator: ", "))"
      self.init(
        "sync-mass-deletion",
        "\(count) of \(total) annotations were deleted \(who); --allow-deletions lets that happen",
        1)
    case .readerMayNotWrite(let member):
      self.init("sync-reader", "\(member) may only read, and decisions wait to be sent", 77)
    case .notInTeam(let member):
      self.init("sync-not-in-team", "\(member) is not in the team file", 77)
    case .badTeamFile: self.init("sync-bad-team-file", "the team file cannot be read", 78)
    case .notMaintainer(let member):
      self.init("sync-not-maintainer", "\(member) is no maintainer in the team file", 77)
    case .badMember(let name):
      self.init(
        "sync-bad-member",
        """
        “\(name)” cannot be a member's name: 1 to 32 of a-z, 0-9, - and _, the first no sign; say \
        another with --member
        """, 64)
    case .otherMember(let member):
      self.init(
        "sync-other-member",
        "this store writes for \(member) already; another member needs a store of their own", 64)
    case .unknownDevice(let name):
      self.init(
        "sync-unknown-device",
        "no device, or more than one, is called \(name); hearsay sync devices names them", 1)
    case .ownDevice:
      self.init("sync-own-device", "that is the device this store writes for; nothing was done", 64)
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .noRemote: self.init(error.code, error.reason, 78)
    case .busy, .conflict, .contested: self.init(error.code, error.reason, 75)
    case .notWritable: self.init(error.code, error.reason, 77)
    case .newer, .foreign, .corrupt: self.init(error.code, error.reason, 65)
    case .unknownID, .nothingToUndo: self.init(error.code, error.reason, 1)
    default: self.init(error.code, error.reason, 74)
    }
  }
}

extension SyncReport.Problem {
  /// One sentence for a person, without full stop.
  public var sentence: String {
    switch code {
    case .unreadable: "segment \(segment) of \(lane) cannot be read; its log waits there"
    case .damaged: "segment \(segment) of \(lane) is damaged; its log waits there"
    case .rewritten:
      "the log of \(lane) was rewritten at segment \(segment); nothing behind it is taken over"
    case .stranger: "\(lane) is no annotator in the team file; its log is not read"
    case .poison:
      "\(count) lines of \(lane), segment \(segment), are no operations; kept, not applied"
    case .unknown:
      "\(count) operations of \(lane), segment \(segment), are of a later version; kept, not applied"
    case .forgotten:
      "the remote store had lost \(count) segments of \(lane) from \(segment) on; they were sent again"
    case .copied:
      "this store is a copy of another, or was set back; it goes on under a new device name"
    }
  }

  /// Whether something of others' is missing here because of it.
  public var isFailure: Bool { [.unreadable, .damaged, .rewritten].contains(code) }
}
