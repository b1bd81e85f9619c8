internal import FoundationEssentials
public import HearsayStore
public import HearsaySync

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One store of annotations and the remote store it is synchronised with.
///
/// Everything here blocks on disk and network; it belongs on a thread of its own.
public struct RemoteSync: Sendable {
  /// Another process is synchronising the same store.
  public struct IsRunning: Error {}

  private let store: AnnotationStore
  private let environment: [String: String]

  /// The sync of a store; credentials are looked for in the given environment.
  ///
  /// - Parameter environment: nil for the process's own.
  public init(_ store: AnnotationStore, environment: [String: String]? = nil) {
    self.store = store
    self.environment = environment ?? ProcessInfo.processInfo.environment
  }

  /// Sends and fetches.
  ///
  /// - Throws: ``HearsaySync/RemoteError``, ``HearsaySync/SyncError``, ``HearsayStore/StoreError``,
  ///   ``IsRunning``.
  public func run(
    allowsMassDeletion: Bool = false, progress: @escaping (SyncEngine.Progress) -> Void = { _ in }
  ) throws -> SyncReport {
    var options = SyncEngine.Options()
    options.allowsMassDeletion = allowsMassDeletion
    return try alone {
      let report = try engine(options, progress).synchronize()
      try SyncReplica(store: store).setNote("last", RemoteSync.now())
      return report
    }
  }

  /// Writes a snapshot, so that newcomers read one object instead of all logs.
  public func compact() throws -> SnapshotName {
    try alone { try engine(SyncEngine.Options(), { _ in }).compact() }
  }

  /// The devices that write to the remote store, and when each last said how far it had read, in
  /// seconds since 1970 by its own clock.
  public func devices() throws -> [(lane: Lane, seen: Int?)] {
    let remote = try open()
    let lanes = try remote.list(RemoteKeys.logs).compactMap { RemoteKeys.lane(ofFolder: $0) }
    let keys = lanes.map { RemoteKeys.acknowledgement(of: $0) }
    let cards = try remote.get(keys, limit: Acknowledgement.readLimit)
    return zip(lanes, cards).map { lane, card in (lane, card.flatMap { Acknowledgement($0) }?.time)
    }
  }

  /// Sets up the sync: makes a folder a store, or asks a bucket whether it is there.
  public static func setUp(
    _ store: AnnotationStore, address: RemoteAddress, member: String,
    environment: [String: String]? = nil
  ) throws {
    let environment = environment ?? ProcessInfo.processInfo.environment
    var random = SystemRandomNumberGenerator()
    guard let lane = Lane(member: member, device: DeviceID(using: &random)) else {
      throw RemoteError(
        .badAddress,
        """
        a member's name has 1 to 32 of a-z, 0-9, - and _, and begins with no sign; say it with --member
        """)
    }
    switch address {
    case .folder(let path): try FolderStore(path: path).create()
    case .bucket:
      _ = try open(address, environment).get([RemoteKeys.team], limit: 4 << 20)
    }
    try store.setRemote(address, lane: lane)
  }

  private func engine(
    _ options: SyncEngine.Options, _ progress: @escaping (SyncEngine.Progress) -> Void
  ) throws -> SyncEngine {
    SyncEngine(
      replica: SyncReplica(store: store), remote: try open(), options: options,
      now: RemoteSync.now,
      mint: {
        var random = SystemRandomNumberGenerator()
        return DeviceID(using: &random)
      }, progress: progress)
  }

  private func open() throws -> any RemoteStore {
    guard let address = try store.remoteAddress() else { throw StoreError.noRemote }
    return try RemoteSync.open(try RemoteAddress(address), environment)
  }

  private static func open(
    _ address: RemoteAddress, _ environment: [String: String]
  ) throws -> any RemoteStore {
    switch address {
    case .folder(let path): return FolderStore(path: path)
    case .bucket(let bucket):
      var limits = TransportLimits()
      limits.certificates = ["HEARSAY_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"]
        .compactMap { environment[$0] }.first { !$0.isEmpty }
      let source = CredentialSource(environment: environment)
      return try S3Store(
        bucket, limits: limits, credentials: { try source.credentials() },
        pause: { Waiting.pause(seconds: $0) })
    }
  }

  private static func now() -> Int { Int(Date.now.timeIntervalSince1970) }

  /// Does something while no other process synchronises the store.
  private func alone<Value>(_ body: () throws -> Value) throws -> Value {
    let file = openFile("\(store.path).sync", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw StoreError.notWritable(path: store.path, reason: "no lock can be made beside it")
    }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw IsRunning() }
    return try body()
  }
}

/// Opens a file; a name of its own, since the sync opens stores.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
