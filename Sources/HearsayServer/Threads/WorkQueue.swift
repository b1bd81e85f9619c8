/// Runs pieces of work one after the other on a thread of its own.
final class WorkQueue: Sendable {
  private struct State: Sendable {
    var work: [@Sendable () -> Void] = []
    var isClosed = false
    var isBusy = false
  }

  private let state = Monitor(State())

  /// A queue whose thread runs until it is closed.
  init() {
    let state = state
    DedicatedThread.start {
      while let work = WorkQueue.take(from: state) {
        for piece in work { piece() }
        state.withLock { $0.isBusy = false }
      }
    }
  }

  private static func take(from state: Monitor<State>) -> [@Sendable () -> Void]? {
    state.wait { state -> [@Sendable () -> Void]?? in
      if state.isClosed { return .some(nil) }
      guard !state.work.isEmpty else { return nil }
      defer { state.work = [] }
      state.isBusy = true
      return state.work
    }
  }

  /// Adds a piece of work.
  func run(_ piece: @escaping @Sendable () -> Void) {
    state.withLock { $0.work.append(piece) }
  }

  /// Waits until nothing is left to do, or for some milliseconds.
  func drain(atMostMilliseconds limit: Int) {
    _ = state.wait(atMostMilliseconds: limit) { $0.work.isEmpty && !$0.isBusy ? () : nil }
  }

  /// Ends the thread after the work it has already taken.
  func close() {
    state.withLock { $0.isClosed = true }
  }
}
