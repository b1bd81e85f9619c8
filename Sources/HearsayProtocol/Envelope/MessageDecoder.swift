internal import FoundationEssentials

/// Turns message bodies into messages; whatever the bytes are, there is one.
public struct MessageDecoder: Sendable {
  /// A decoder; it keeps no state between messages.
  public init() {}

  /// Decodes one body.
  ///
  /// Unpaired surrogate escapes and bytes that are no UTF-8 become U+FFFD, of the same length in
  /// UTF-16 units, because editors send them and the rest of the text is still good.
  public func decode(_ body: [UInt8]) -> IncomingMessage {
    let first = body.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    if first == UInt8(ascii: "[") {
      return .invalid(nil, ResponseError(.invalidRequest, "Batches are not accepted."))
    }
    if let message = envelope(body) { return message }
    if let repaired = JSONRepair.repaired(body), let message = envelope(repaired) {
      return message
    }
    return refusal(body)
  }

  private func envelope(_ body: [UInt8]) -> IncomingMessage? {
    try? JSONDecoder().decode(Envelope.self, from: Data(body)).message
  }

  /// Why a body that could not be decoded is refused, as precisely as can be told.
  private func refusal(_ body: [UInt8]) -> IncomingMessage {
    let data = Data(body)
    if let head = try? JSONDecoder().decode(EnvelopeHead.self, from: data) {
      let reason = "A number or string in the params cannot be read."
      if let id = head.id {
        return .request(id, .malformed(method: head.method, reason: reason))
      }
      return .notification(.malformed(method: head.method, reason: reason))
    }
    if (try? JSONDecoder().decode(AnyJSON.self, from: data)) != nil {
      return .invalid(nil, ResponseError(.invalidRequest, "The message is no JSON object."))
    }
    return .invalid(nil, ResponseError(.parseError, "The message is no JSON."))
  }
}

/// Method and id of a message whose params cannot be decoded.
private struct EnvelopeHead: Decodable {
  let id: RequestID?
  let method: String
}

/// Accepts every JSON value and keeps nothing of it.
private struct AnyJSON: Decodable {
  init(from decoder: any Decoder) throws {}
}
