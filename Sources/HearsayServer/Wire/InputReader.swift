internal import HearsayProtocol

/// Reads the client's bytes, cuts and decodes messages and hands them to the session in batches.
///
/// Runs on a thread of its own. What must not wait behind other work is acted on here: a cancel
/// answers its request at once, and `exit` and the end of input start the countdown to the end.
struct InputReader: Sendable {
  private static let chunkSize = 1 << 16

  /// Where bytes are read from.
  let descriptor: Int32
  /// Where messages go.
  let queue: InputQueue
  /// Where the answer to a cancelled request goes.
  let outbox: Outbox
  /// Where a request gets its ticket.
  let ledger: RequestLedger
  /// Gets every message that could be decoded, or nil.
  let wireLog: WireLog?
  /// Called when the client has asked for the shutdown.
  let sawShutdown: @Sendable () -> Void
  /// Called when nothing more will come, before the session learns it.
  let ending: @Sendable () -> Void

  /// Reads until `exit` or the end of input.
  func run() {
    var frames = FrameDecoder()
    let decoder = MessageDecoder()
    while true {
      let bytes = FileDescriptor.read(descriptor, atMost: InputReader.chunkSize)
      guard !bytes.isEmpty else { break }
      var batch: [InputEvent] = []
      for frame in frames.append(bytes) {
        let message = decode(frame, with: decoder)
        if let event = event(for: message) { batch.append(event) }
        if case .notification(.exit) = message {
          ending()
          queue.append(batch)
          return
        }
      }
      queue.append(batch)
    }
    ending()
    queue.disconnect()
  }

  private func decode(_ frame: Frame, with decoder: MessageDecoder) -> IncomingMessage {
    switch frame {
    case .oversized(let byteCount):
      return .invalid(
        nil, ResponseError(.invalidRequest, "A message of \(byteCount) bytes is too large."))
    case .body(let body):
      let message = decoder.decode(body)
      if case .invalid = message { return message }
      wireLog?.record(.clientToServer, body)
      return message
    }
  }

  /// The event to queue for a message, or nil where it is already dealt with.
  func event(for message: IncomingMessage) -> InputEvent? {
    switch message {
    case .notification(.cancel(let params)):
      cancel(params.id)
      return nil
    case .request(let id, let request):
      if case .shutdown = request { sawShutdown() }
      return .message(message, ticket: ledger.open(id, method: request.method))
    case .notification(.shutdown):
      sawShutdown()
      return .message(message, ticket: nil)
    default:
      return .message(message, ticket: nil)
    }
  }

  private func cancel(_ id: RequestID) {
    guard let ticket = ledger.ticket(id), ticket.isCancellable else { return }
    outbox.answer(
      ticket, in: ledger,
      OutgoingMessage.failure(id, ResponseError(.requestCancelled, "Cancelled by the client.")))
  }
}

extension RequestTicket {
  /// Whether a cancel is honoured; what changes the session's life runs to its end.
  var isCancellable: Bool { method != "initialize" && method != "shutdown" }
}
