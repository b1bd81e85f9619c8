internal import FoundationEssentials
public import HearsayStore
public import HearsaySync

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
      try store.noteSync(at: RemoteSync.now())
      return report
    }
  }

  /// Takes a device out of those that are waited for before a log is shortened.
  ///
  /// - Parameter name: `MEMBER.DEVICE`, or as many of the device's first digits, 8 at least, as tell
  ///   it from the others.
  /// - Returns: the device.
  public func retire(_ name: String) throws -> Lane {
    let lanes = try open().list(RemoteKeys.logs).compactMap { RemoteKeys.lane(ofFolder: $0) }
    let found = lanes.filter { lane in
      let digits = lane.device.description
      return lane.description == name || (name.utf8.count >= 8 && digits.hasPrefix(name))
    }
    guard found.count == 1 else { throw SyncError.unknownDevice(name) }
    try alone { try engine(SyncEngine.Options(), { _ in }).retire(found[0]) }
    return found[0]
  }

  /// Writes a snapshot, so that newcomers read one object instead of all logs.
  public func compact() throws -> SnapshotName {
    try alone { try engine(SyncEngine.Options(), { _ in }).compact() }
  }

  /// The devices that write to the remote store, and what each last said of how far it had read.
  public func devices() throws -> [(lane: Lane, card: Acknowledgement?)] {
    let remote = try open()
    let lanes = try remote.list(RemoteKeys.logs).compactMap { RemoteKeys.lane(ofFolder: $0) }
    let keys = lanes.map { RemoteKeys.acknowledgement(of: $0) }
    let cards = try remote.get(keys, limit: Acknowledgement.readLimit)
    return zip(lanes, cards).map { ($0, $1.flatMap { Acknowledgement($0) }) }
  }

  /// Sets up the sync: makes a folder a store, or asks a bucket whether it is there.
  ///
  /// - Parameters:
  ///   - member: nil for the one the store writes for, else the user's name.
  ///   - patience: How many seconds a sync that is going on is waited for.
  /// - Returns: the member.
  /// - Throws: ``HearsaySync/SyncError/badMember(_:)``,
  ///   ``HearsaySync/SyncError/otherMember(member:)``, and what ``run(allowsMassDeletion:progress:)``
  ///   throws.
  @discardableResult
  public static func setUp(
    _ store: AnnotationStore, address: RemoteAddress, member: String?,
    environment: [String: String]? = nil, patience: Double = 10
  ) throws -> String {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let known = try store.syncMember()
    let name = member ?? known ?? environment["USER"]?.lowercased() ?? ""
    var random = SystemRandomNumberGenerator()
    guard let lane = Lane(member: name, device: DeviceID(using: &random)) else {
      throw SyncError.badMember(name)
    }
    if let known, known != name { throw SyncError.otherMember(member: known) }
    switch address {
    case .folder(let path): try FolderStore(path: path).create()
    case .bucket:
      _ = try open(address, environment).get([RemoteKeys.team], limit: 4 << 20)
    }
    // A sync that is going on would note of the old remote store what is meant of the new one.
    try RemoteSync(store, environment: environment).alone(patience: patience) {
      try store.setRemote(address, lane: lane)
    }
    return name
  }

  private func engine(
    _ options: SyncEngine.Options, _ progress: @escaping (SyncEngine.Progress) -> Void
  ) throws -> SyncEngine {
    let address = try address()
    return SyncEngine(
      replica: SyncReplica(store: store, address: address),
      remote: try RemoteSync.open(address, environment), options: options,
      now: RemoteSync.now,
      mint: {
        var random = SystemRandomNumberGenerator()
        return DeviceID(using: &random)
      }, progress: progress)
  }

  private func open() throws -> any RemoteStore {
    try RemoteSync.open(try address(), environment)
  }

  private func address() throws -> RemoteAddress {
    guard let address = try store.remoteAddress() else { throw StoreError.noRemote }
    return try RemoteAddress(address)
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
  ///
  /// - Parameter patience: How many seconds that is waited for.
  private func alone<Value>(patience: Double = 0, _ body: () throws -> Value) throws -> Value {
    guard let lock = FileLock(file: "\(store.path).sync", permissions: 0o600) else {
      throw StoreError.notWritable(path: store.path, reason: "no lock can be made beside it")
    }
    let deadline = ContinuousClock.now + .seconds(patience)
    while !lock.takeAtOnce() {
      guard ContinuousClock.now < deadline else { throw IsRunning() }
      Waiting.pause(seconds: 0.05)
    }
    return try withExtendedLifetime(lock) { try body() }
  }
}
