internal import HearsayProtocol

/// What waits to be written to the client, in order.
///
/// Diagnostics of a document that were not yet written are replaced by newer ones in their place,
/// so that a slow client never has to read what is stale.
final class Outbox: Sendable {
  private enum Item: Sendable {
    case message([UInt8])
    case diagnostics(uri: String)
  }

  private struct State: Sendable {
    var items: [Item] = []
    /// Index of the first item not yet taken.
    var first = 0
    var diagnostics: [String: [UInt8]] = [:]
    var isClosed = false
    var isWriting = false

    /// The next body to write, or nil.
    mutating func next() -> [UInt8]? {
      guard first < items.count else { return nil }
      let item = items[first]
      first += 1
      if first == items.count || first > 1_024 {
        items.removeFirst(first)
        first = 0
      }
      switch item {
      case .message(let body): return body
      case .diagnostics(let uri): return diagnostics.removeValue(forKey: uri)
      }
    }
  }

  private let state = Monitor(State())

  /// Adds a message body.
  func send(_ body: [UInt8]) {
    state.withLock { state in
      if !state.isClosed { state.items.append(.message(body)) }
    }
  }

  /// Adds a document's diagnostics, or replaces those that still wait.
  func publish(uri: String, _ body: [UInt8]) {
    state.withLock { state in
      guard !state.isClosed else { return }
      if state.diagnostics.updateValue(body, forKey: uri) == nil {
        state.items.append(.diagnostics(uri: uri))
      }
    }
  }

  /// Answers a request, unless somebody has answered it.
  func answer(_ ticket: RequestTicket, in ledger: RequestLedger, _ body: [UInt8]) {
    guard ticket.claim() else { return }
    ledger.forget(ticket)
    send(body)
  }

  /// Takes the next body; waits where there is none, nil after the box was closed and emptied.
  func take() -> [UInt8]? {
    state.withLock { $0.isWriting = false }
    return state.wait { state -> [UInt8]?? in
      if let body = state.next() {
        state.isWriting = true
        return .some(body)
      }
      return state.isClosed ? .some(nil) : nil
    }
  }

  /// Takes everything that waits without waiting.
  func takeAll() -> [[UInt8]] {
    state.withLock { state in
      var bodies: [[UInt8]] = []
      while let body = state.next() { bodies.append(body) }
      return bodies
    }
  }

  /// Accepts nothing more; with `discarding` also drops what still waits.
  func close(discarding: Bool = false) {
    state.withLock { state in
      state.isClosed = true
      guard discarding else { return }
      state.items = []
      state.first = 0
      state.diagnostics = [:]
      state.isWriting = false
    }
  }

  /// Waits some milliseconds for everything to be written.
  func waitUntilWritten(atMostMilliseconds limit: Int) {
    _ = state.wait(atMostMilliseconds: limit) { state -> Void? in
      state.first == state.items.count && !state.isWriting ? () : nil
    }
  }
}
