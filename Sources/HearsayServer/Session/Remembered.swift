internal import Synchronization

/// Something that is made of one state of a document when it is first asked for, and kept for all
/// who look at that state, on whatever thread.
final class Remembered<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// What is remembered, made now if nothing is; two who ask at once may both make it.
  func value(_ make: () -> Value) -> Value {
    if let known = value.withLock({ $0 }) { return known }
    let made = make()
    remember(made)
    return made
  }

  /// Remembers what somebody has made anyway.
  func remember(_ made: Value) {
    value.withLock { $0 = made }
  }
}
