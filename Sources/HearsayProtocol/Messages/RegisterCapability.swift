public import HearsayJSON

/// The request `client/registerCapability` for one method.
public enum RegistrationRequest {
  /// The request's body; the method's name is also the registration's id.
  public static func body(
    id: RequestID, method: String, options: ((inout JSONWriter) -> Void)? = nil
  ) -> [UInt8] {
    OutgoingMessage.call("client/registerCapability", id: id) { writer in
      writer.object { writer in
        writer.key("registrations")
        writer.array { writer in
          writer.object { writer in
            writer.key("id")
            writer.string(method)
            writer.key("method")
            writer.string(method)
            if let options {
              writer.key("registerOptions")
              options(&writer)
            }
          }
        }
      }
    }
  }

  /// The body that asks to be told of files that change outside of the editor.
  public static func watching(_ patterns: [String], id: RequestID) -> [UInt8] {
    body(id: id, method: "workspace/didChangeWatchedFiles") { writer in
      writer.object { writer in
        writer.key("watchers")
        writer.array { writer in
          for pattern in patterns {
            writer.object { writer in
              writer.key("globPattern")
              writer.string(pattern)
            }
          }
        }
      }
    }
  }
}
