internal import HearsayStore
internal import HearsaySync
internal import HearsayWorkspace
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What a sync in the background came to.
enum SyncNote: Sendable {
  /// It went through.
  case done(sent: Int, received: [String: Int], problems: [SyncReport.Problem])
  /// It stopped.
  case failed(SyncFailure)
}

/// Synchronises the stores of open documents on a thread of its own, every half minute.
///
/// It has its own connection to each store, so that what it brings is noticed like what any other
/// process brings. The thread is started with the first store that has a remote one; without one
/// nothing is loaded and nothing runs.
final class BackgroundSync: Sendable {
  /// Seconds between two syncs.
  static let interval = 30.0

  private let stores = Mutex<(locations: Set<StoreLocation>, isRunning: Bool)>(([], false))
  private let told: @Sendable (SyncNote) -> Void

  /// A sync that tells what it did.
  init(told: @escaping @Sendable (SyncNote) -> Void) { self.told = told }

  /// Takes a store into care, if it has a remote one.
  func add(_ location: StoreLocation) {
    let isKnown = stores.withLock { $0.locations.contains(location) }
    guard !isKnown, let store = try? AnnotationStore.existing(at: location.database),
      !store.isReadOnly, (try? store.remoteAddress()) != nil
    else { return }
    let isFirst = stores.withLock { state in
      state.locations.insert(location)
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if isFirst { DedicatedThread.start { [self] in run() } }
  }

  private func run() {
    while true {
      for location in stores.withLock({ $0.locations }) { synchronise(location) }
      Waiting.pause(seconds: BackgroundSync.interval)
    }
  }

  private func synchronise(_ location: StoreLocation) {
    do {
      guard let store = try AnnotationStore.existing(at: location.database) else { return }
      let report = try RemoteSync(store).run()
      told(.done(sent: report.sent, received: report.received, problems: report.problems))
    } catch is RemoteSync.IsRunning {
      // Somebody else does it.
    } catch {
      told(.failed(SyncFailure(error)))
    }
  }
}
