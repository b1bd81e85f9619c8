public import HearsayJSON

extension LSPAny {
  /// Writes the value; members of objects in the order of their names.
  public func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .string(let value): writer.string(value)
    case .number(let value):
      if let whole = Int(exactly: value) {
        writer.number(whole)
      } else {
        writer.raw(bytes: Array(value.isFinite ? "\(value)".utf8 : "0".utf8))
      }
    case .array(let elements):
      writer.array { writer in
        for element in elements { element.write(to: &writer) }
      }
    case .object(let members):
      writer.object { writer in
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
          writer.member(name) { value.write(to: &$0) }
        }
      }
    }
  }

  /// A member of an object, or nil.
  public subscript(_ name: String) -> LSPAny? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text of a string, or nil.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number that fits, or nil.
  public var whole: Int? {
    if case .number(let value) = self { Int(exactly: value) } else { nil }
  }

  /// A position, as `{"line":…, "character":…}`, or nil.
  public var position: Position? {
    guard let line = self["line"]?.whole, let character = self["character"]?.whole else {
      return nil
    }
    return Position(line: line, character: character)
  }
}
