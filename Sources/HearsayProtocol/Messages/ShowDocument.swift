internal import HearsayJSON

/// The request `window/showDocument`.
public enum ShowDocumentRequest {
  /// The request's body: the client shows a document and goes to it.
  public static func body(id: RequestID, uri: String) -> [UInt8] {
    OutgoingMessage.call("window/showDocument", id: id) { writer in
      writer.object { writer in
        writer.key("uri")
        writer.string(uri)
        writer.key("takeFocus")
        writer.bool(true)
      }
    }
  }
}
