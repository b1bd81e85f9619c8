public import HearsayJSON

/// Bodies of the messages a server sends.
public enum OutgoingMessage {
  /// A response with the result that `result` writes.
  public static func response(
    _ id: RequestID, result: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("jsonrpc")
      writer.string("2.0")
      writer.key("id")
      id.write(to: &writer)
      writer.key("result")
      result(&writer)
    }
    return writer.finish()
  }

  /// A response that says why there is no result; without an id where none could be read.
  public static func failure(_ id: RequestID?, _ error: ResponseError) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("jsonrpc")
      writer.string("2.0")
      writer.key("id")
      if let id { id.write(to: &writer) } else { writer.null() }
      writer.key("error")
      writer.object { writer in
        writer.key("code")
        writer.number(error.code.rawValue)
        writer.key("message")
        writer.string(error.message)
      }
    }
    return writer.finish()
  }

  /// A notification, or with an id a request to the client, with the params that `params` writes.
  public static func call(
    _ method: StaticString, id: RequestID? = nil, reserving capacity: Int = 512,
    params: ((inout JSONWriter) -> Void)?
  ) -> [UInt8] {
    var writer = JSONWriter(reserving: capacity)
    writer.object { writer in
      writer.key("jsonrpc")
      writer.string("2.0")
      if let id {
        writer.key("id")
        id.write(to: &writer)
      }
      writer.key("method")
      writer.string(method.description)
      if let params {
        writer.key("params")
        params(&writer)
      }
    }
    return writer.finish()
  }
}
