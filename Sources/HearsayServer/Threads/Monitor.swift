#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A value that threads share and wait on: a mutex with a condition.
///
/// `Mutex` of Synchronization has no way to wait, so this one lives on the C library's.
///
/// Proof for `@unchecked Sendable`: `value` is touched only between lock and unlock of `mutex`,
/// which `withLock` and `wait` alone do; both addresses are set once and freed in `deinit`, when no
/// other reference is left.
final class Monitor<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  /// A monitor around a first value.
  init(_ value: Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    #if canImport(Darwin)
      pthread_cond_init(condition, nil)
    #else
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(condition, &attributes)
      pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs `body` alone on the value, then wakes everybody who waits.
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Waits until `body` has a result; it runs alone on the value, now and after every change.
  func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    while true {
      if let result = body(&value) { return result }
      pthread_cond_wait(condition, mutex)
    }
  }

  /// As `wait`, but gives up after some milliseconds and returns nil then, whatever becomes of the
  /// clock on the wall.
  func wait<Result>(
    atMostMilliseconds limit: Int, _ body: (inout Value) -> Result?
  ) -> Result? {
    let deadline = ContinuousClock.now + .milliseconds(limit)
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    while true {
      if let result = body(&value) { return result }
      if !pause(until: deadline) { return body(&value) }
    }
  }

  /// Waits for a change with the mutex held; false where there was none in time.
  private func pause(until deadline: ContinuousClock.Instant) -> Bool {
    let (seconds, attoseconds) = max(deadline - .now, .zero).components
    var time = timespec()
    #if !canImport(Darwin)
      clock_gettime(CLOCK_MONOTONIC, &time)
    #endif
    time.tv_sec += Int(seconds)
    time.tv_nsec += Int(attoseconds / 1_000_000_000)
    if time.tv_nsec >= 1_000_000_000 {
      time.tv_sec += 1
      time.tv_nsec -= 1_000_000_000
    }
    #if canImport(Darwin)
      return pthread_cond_timedwait_relative_np(condition, mutex, &time) == 0
    #else
      return pthread_cond_timedwait(condition, mutex, &time) == 0
    #endif
  }
}
