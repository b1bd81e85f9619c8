internal import HearsayProtocol
internal import Synchronization

/// The right to answer one request, which can be used once.
final class RequestTicket: Sendable {
  /// The request's id.
  let id: RequestID
  /// The request's method.
  let method: String
  private let open = Mutex(true)

  /// The right to answer a request.
  init(id: RequestID, method: String) {
    self.id = id
    self.method = method
  }

  /// Whether nobody has answered yet; work for a closed ticket is wasted.
  var isOpen: Bool { open.withLock { $0 } }

  /// Takes the right to answer; true for exactly one caller.
  func claim() -> Bool {
    open.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
  }
}

/// The tickets of requests that wait or run, found by id.
///
/// Shared by the reader, which cancels, and whoever answers.
final class RequestLedger: Sendable {
  private let tickets = Mutex<[RequestID: RequestTicket]>([:])

  /// Opens a ticket for a request.
  func open(_ id: RequestID, method: String) -> RequestTicket {
    let ticket = RequestTicket(id: id, method: method)
    tickets.withLock { $0[id] = ticket }
    return ticket
  }

  /// The open ticket of a request, or nil.
  func ticket(_ id: RequestID) -> RequestTicket? {
    tickets.withLock { $0[id] }
  }

  /// Forgets a ticket that was answered.
  func forget(_ ticket: RequestTicket) {
    tickets.withLock { tickets in
      if tickets[ticket.id] === ticket { tickets[ticket.id] = nil }
    }
  }
}
