#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A thread of its own for work that blocks, so that the shared pool never does.
enum DedicatedThread {
  /// Stack size in bytes; deep enough for the deepest JSON the decoder accepts.
  private static let stackSize = 8 << 20

  /// What the thread runs, carried through C as an object.
  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts `body` on a new detached thread.
  ///
  /// Where the system gives no thread, `body` runs before the call returns.
  static func start(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let start = Unmanaged.passRetained(Start(body))
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(
        &thread, &attributes, { DedicatedThread.run($0) }, start.toOpaque())
    #else
      var thread = pthread_t()
      let status = pthread_create(
        &thread, &attributes, { argument in argument.flatMap { DedicatedThread.run($0) } },
        start.toOpaque())
    #endif
    pthread_attr_destroy(&attributes)
    if status != 0 { start.takeRetainedValue().body() }
  }

  private static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
}
