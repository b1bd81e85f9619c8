public import HearsayJSON

/// The name of a request, a number or a string; it is echoed with the type it came with.
public enum RequestID: Hashable, Sendable {
  /// A whole number.
  case number(Int)
  /// A string, which may look like a number and is still none.
  case string(String)

  /// Writes the id as a JSON value.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let value): writer.number(value)
    case .string(let value): writer.string(value)
    }
  }
}

extension RequestID: Decodable {
  /// Reads a number or a string; anything else is a type mismatch.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }
}
