internal import HearsayAnalysis
internal import HearsayProtocol

/// What reaches the session, in the order it happened.
enum InputEvent: Sendable {
  /// A message of the client; a request comes with its ticket.
  case message(IncomingMessage, ticket: RequestTicket?)
  /// The store has answered.
  case store(StoreEvent)
  /// A part of an open document was read with all care.
  case refined(uri: String, Refinement)
  /// The index has come further.
  case index(IndexEvent)
  /// The client is gone: end of input, closed output or a dead parent.
  case disconnected
}

/// The bounded queue between the reader and the session.
///
/// The reader waits when it is full; the session takes everything there is at once, because waking
/// a thread for each message costs more than the message.
final class InputQueue: Sendable {
  /// Most events that wait.
  private static let capacity = 4_096

  private let events = Monitor<[InputEvent]>([])

  /// Adds events in order, waiting for room.
  func append(_ batch: [InputEvent]) {
    guard !batch.isEmpty else { return }
    events.wait { events -> Void? in
      guard events.count < InputQueue.capacity else { return nil }
      events += batch
      return ()
    }
  }

  /// Adds the news that the client is gone, without waiting for room.
  func disconnect() {
    events.withLock { $0.append(.disconnected) }
  }

  /// Adds what another thread of the server has done, without waiting for room: there is never much
  /// of it on its way.
  func append(_ event: InputEvent) {
    events.withLock { $0.append(event) }
  }

  /// Takes all that waits; where nothing does, waits for it, but no longer than some milliseconds.
  func takeAll(atMostMilliseconds limit: Int) -> [InputEvent] {
    let taken = events.wait(atMostMilliseconds: limit) { events -> [InputEvent]? in
      guard !events.isEmpty else { return nil }
      defer { events = [] }
      return events
    }
    return taken ?? []
  }
}
