internal import HearsayJSON

/// The request `workspace/applyEdit`.
public enum ApplyEditRequest {
  /// The request's body: the client replaces a range of a document.
  public static func body(id: RequestID, uri: String, range: LSPRange, text: String) -> [UInt8] {
    OutgoingMessage.call("workspace/applyEdit", id: id) { writer in
      writer.object { writer in
        writer.key("edit")
        writer.object { writer in
          writer.key("changes")
          writer.object { writer in
            writer.member(uri) { writer in
              writer.array { writer in
                writer.object { writer in
                  writer.key("range")
                  range.write(to: &writer)
                  writer.key("newText")
                  writer.string(text)
                }
              }
            }
          }
        }
      }
    }
  }
}
