internal import HearsayJSON

/// Params of `window/showMessage`.
public struct ShowMessageParams: Hashable, Sendable {
  /// Who must act.
  public let type: MessageType
  /// One sentence, with its stable code in brackets at the end.
  public let message: String

  /// A sentence for the user.
  public init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }

  /// The notification's body.
  public func body() -> [UInt8] {
    OutgoingMessage.call("window/showMessage") { writer in
      writer.object { writer in
        writer.key("type")
        writer.number(type.rawValue)
        writer.key("message")
        writer.string(message)
      }
    }
  }
}
