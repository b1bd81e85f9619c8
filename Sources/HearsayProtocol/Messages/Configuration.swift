internal import HearsayJSON

/// The request `workspace/configuration`, asked for one section.
public enum ConfigurationRequest {
  /// The request's body; the answer is an array with one value, which may be null.
  public static func body(id: RequestID, section: String) -> [UInt8] {
    OutgoingMessage.call("workspace/configuration", id: id) { writer in
      writer.object { writer in
        writer.key("items")
        writer.array { writer in
          writer.object { writer in
            writer.key("section")
            writer.string(section)
          }
        }
      }
    }
  }
}
