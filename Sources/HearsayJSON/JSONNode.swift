/// A JSON value that knows where it stands, so that a mistake in it can be shown at its place.
public struct JSONNode: Hashable, Sendable {
  /// What the value is.
  public enum Value: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// Any number.
    case number(Double)
    /// A string, escapes read.
    case string(String)
    /// An array.
    case array([JSONNode])
    /// An object, its members in the order of the text.
    case object([Member])
  }

  /// One member of an object.
  public struct Member: Hashable, Sendable {
    /// The key, escapes read.
    public let key: String
    /// The key's bytes in the text, quotes included.
    public let keyRange: Range<Int>
    /// The value.
    public let value: JSONNode
  }

  /// What the value is.
  public let value: Value
  /// The value's bytes in the text.
  public let range: Range<Int>

  /// The value of the last member with a key, or nil for none and for what is no object.
  public subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The string it is, or nil.
  public var string: String? {
    if case .string(let text) = value { return text }
    return nil
  }

  /// The number it is, or nil.
  public var number: Double? {
    if case .number(let number) = value { return number }
    return nil
  }

  /// The truth value it is, or nil.
  public var bool: Bool? {
    if case .bool(let flag) = value { return flag }
    return nil
  }

  /// The elements it holds; none for what is no array.
  public var elements: [JSONNode] {
    if case .array(let elements) = value { return elements }
    return []
  }

  /// The members it holds; none for what is no object.
  public var members: [Member] {
    if case .object(let members) = value { return members }
    return []
  }
}

/// Why bytes are no JSON.
public struct JSONReadError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Sendable {
    /// The text ends inside a value.
    case unexpectedEnd = "the text ends inside a value"
    /// Something else stands where a value must be.
    case noValue = "a value is missing here"
    /// Something else stands where a key must be.
    case noKey = "a key in double quotes is missing here"
    /// The colon behind a key is missing.
    case noColon = "a colon is missing here"
    /// Neither a comma nor the closing bracket.
    case noComma = "a comma or the closing bracket is missing here"
    /// An escape that JSON does not know, or a control character.
    case badString = "this string is not written as JSON wants it"
    /// Bytes that are no UTF-8.
    case notUTF8 = "these bytes are no UTF-8"
    /// More levels than are read.
    case tooDeep = "the values are nested too deeply"
    /// Something behind the value.
    case rest = "something follows after the value"
  }

  /// What is wrong.
  public let reason: Reason
  /// The byte at which it is wrong.
  public let offset: Int

  /// Something wrong at a byte.
  public init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
