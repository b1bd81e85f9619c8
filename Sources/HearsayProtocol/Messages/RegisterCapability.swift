internal import HearsayJSON

/// The request `client/registerCapability` for one method without options.
public enum RegistrationRequest {
  /// The request's body; the method's name is also the registration's id.
  public static func body(id: RequestID, method: String) -> [UInt8] {
    OutgoingMessage.call("client/registerCapability", id: id) { writer in
      writer.object { writer in
        writer.key("registrations")
        writer.array { writer in
          writer.object { writer in
            writer.key("id")
            writer.string(method)
            writer.key("method")
            writer.string(method)
          }
        }
      }
    }
  }
}
