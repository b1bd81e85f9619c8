public import HearsayJSON

/// What progress is shown under: a number or a string.
public typealias ProgressToken = RequestID

/// Params of `window/workDoneProgress/cancel`.
public struct WorkDoneProgressCancelParams: Hashable, Sendable, Decodable {
  /// What the progress is shown under.
  public let token: ProgressToken
}

/// The request `window/workDoneProgress/create`.
public enum WorkDoneProgressCreateRequest {
  /// The request's body.
  public static func body(id: RequestID, token: ProgressToken) -> [UInt8] {
    OutgoingMessage.call("window/workDoneProgress/create", id: id) { writer in
      writer.object { writer in
        writer.key("token")
        token.write(to: &writer)
      }
    }
  }
}

/// One step of work that is shown.
public enum WorkDoneProgress: Hashable, Sendable {
  /// It begins.
  case begin(title: String, isCancellable: Bool)
  /// It has come so far: 0 to 100.
  case report(message: String, percentage: Int)
  /// It is over.
  case end(message: String?)

  /// The body of `$/progress`.
  public func body(token: ProgressToken) -> [UInt8] {
    ProgressNotification.body(token: token) { writer in
      writer.object { writer in
        writer.key("kind")
        switch self {
        case .begin(let title, let isCancellable):
          writer.string("begin")
          writer.key("title")
          writer.string(title)
          writer.key("cancellable")
          writer.bool(isCancellable)
          writer.key("percentage")
          writer.number(0)
        case .report(let message, let percentage):
          writer.string("report")
          writer.key("message")
          writer.string(message)
          writer.key("percentage")
          writer.number(percentage)
        case .end(let message):
          writer.string("end")
          if let message {
            writer.key("message")
            writer.string(message)
          }
        }
      }
    }
  }
}

/// The notification `$/progress`.
public enum ProgressNotification {
  /// The body with the value that `value` writes.
  public static func body(
    token: ProgressToken, value: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    withoutActuallyEscaping(value) { value in
      OutgoingMessage.call("$/progress") { writer in
        writer.object { writer in
          writer.key("token")
          token.write(to: &writer)
          writer.key("value")
          value(&writer)
        }
      }
    }
  }
}
