internal import HearsayProtocol

/// Writes what waits in the outbox, one frame at a time, on a thread of its own.
struct OutputWriter: Sendable {
  /// Where bytes are written to.
  let descriptor: Int32
  /// Where messages come from.
  let outbox: Outbox
  /// Gets every message before it is written, or nil.
  let wireLog: WireLog?
  /// Called when the client does not read any more.
  let disconnected: @Sendable () -> Void

  /// Writes until the outbox is closed or the client is gone.
  func run() {
    while let body = outbox.take() {
      wireLog?.record(.serverToClient, body)
      guard FileDescriptor.write(MessageFrame.encode(body), to: descriptor) else {
        outbox.close(discarding: true)
        disconnected()
        return
      }
    }
  }
}
