/// What a frame decoder cut out of the stream.
public enum Frame: Hashable, Sendable {
  /// The body of one message, not yet looked at.
  case body([UInt8])
  /// A body of `byteCount` bytes that was announced, passed over and is larger than accepted.
  case oversized(byteCount: Int)
}

/// Cuts a byte stream into message bodies, as the base protocol frames them.
///
/// Bytes may arrive in any pieces. Header names are read in any letter case and order; headers
/// other than `Content-Length` are passed over. Whatever is no header is skipped up to the next
/// `Content-Length`, so that one bad frame costs that frame and not the connection.
public struct FrameDecoder: Sendable {
  private enum State {
    case header
    case body(byteCount: Int)
    case skipping(byteCount: Int, rest: Int)
  }

  /// Longest header block in bytes; what is longer cannot be a header.
  static let headerLimit = 16_384

  private let bodyLimit: Int
  private var state = State.header
  /// Bytes not yet consumed begin at `start`.
  private var buffer: [UInt8] = []
  private var start = 0

  /// A decoder that accepts bodies up to `bodyLimit` bytes.
  public init(bodyLimit: Int = 256 << 20) {
    self.bodyLimit = bodyLimit
  }

  /// Takes bytes from the stream and returns the frames they complete, in order.
  public mutating func append(_ bytes: some Collection<UInt8>) -> [Frame] {
    buffer.append(contentsOf: bytes)
    var frames: [Frame] = []
    while let progress = step() {
      if let frame = progress.frame { frames.append(frame) }
    }
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    return frames
  }

  /// One step of the state machine, or nil where more bytes are needed.
  private mutating func step() -> (frame: Frame?, Void)? {
    let available = buffer.count - start
    switch state {
    case .header:
      return readHeader() ? (nil, ()) : nil
    case .body(let byteCount):
      guard available >= byteCount else {
        buffer.reserveCapacity(start + byteCount)
        return nil
      }
      let body = Array(buffer[start..<(start + byteCount)])
      start += byteCount
      state = .header
      return (.body(body), ())
    case .skipping(let byteCount, let rest):
      let skipped = min(available, rest)
      start += skipped
      guard skipped == rest else {
        state = .skipping(byteCount: byteCount, rest: rest - skipped)
        return nil
      }
      state = .header
      return (.oversized(byteCount: byteCount), ())
    }
  }

  /// Reads one header block; false where it is not complete yet.
  private mutating func readHeader() -> Bool {
    guard let end = HeaderBlock.end(in: buffer[start...]) else {
      if buffer.count - start > FrameDecoder.headerLimit {
        start = buffer.count - HeaderBlock.keptTail
      }
      return false
    }
    let block = HeaderBlock(buffer[start..<end])
    start = end
    guard let length = block.contentLength else { return true }
    if length <= bodyLimit {
      state = .body(byteCount: length)
    } else {
      state = .skipping(byteCount: length, rest: length)
    }
    return true
  }
}
