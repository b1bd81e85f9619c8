/// Puts a message body into a frame.
public enum MessageFrame {
  /// The header for `body` and the body, ready to be written in one piece.
  public static func encode(_ body: [UInt8]) -> [UInt8] {
    let header = "Content-Length: \(body.count)\r\n\r\n"
    var frame: [UInt8] = []
    frame.reserveCapacity(header.utf8.count + body.count)
    frame.append(contentsOf: header.utf8)
    frame.append(contentsOf: body)
    return frame
  }
}
