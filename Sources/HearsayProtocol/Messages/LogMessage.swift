internal import HearsayJSON

/// Who must act on a log line.
public enum MessageType: Int, Hashable, Sendable, CaseIterable {
  /// A defect of the server.
  case error = 1
  /// Bad input, or a setting that cannot be read.
  case warning = 2
  /// Something to know.
  case info = 3
  /// Everything else.
  case log = 4
}

/// Params of `window/logMessage`.
public struct LogMessageParams: Hashable, Sendable {
  /// Who must act.
  public let type: MessageType
  /// One sentence, with its stable code in brackets at the end.
  public let message: String

  /// A sentence for the client's log.
  public init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }

  /// The notification's body.
  public func body() -> [UInt8] {
    OutgoingMessage.call("window/logMessage") { writer in
      writer.object { writer in
        writer.key("type")
        writer.number(type.rawValue)
        writer.key("message")
        writer.string(message)
      }
    }
  }
}
