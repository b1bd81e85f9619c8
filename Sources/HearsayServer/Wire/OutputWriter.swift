internal import HearsayProtocol

/// Writes what waits in the outbox, one frame at a time, on a thread of its own.
struct OutputWriter: Sendable {
  let descriptor: Int32
  let outbox: Outbox
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
