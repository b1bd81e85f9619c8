import Foundation
import HearsayProtocol

/// A JSON value to look into; what is not there is missing, and a missing value has nothing inside.
struct JSONValue {
  private let value: LSPAny?

  private init(_ value: LSPAny?) { self.value = value }

  /// The value a text holds.
  init(_ text: String) {
    value = try? JSONDecoder().decode(LSPAny.self, from: Data(text.utf8))
  }

  /// A member of an object.
  subscript(_ name: String) -> JSONValue { JSONValue(value?[name]) }

  /// Whether nothing stands here.
  var isMissing: Bool { value == nil }

  /// The elements of an array.
  var elements: [JSONValue] {
    if case .array(let elements)? = value { elements.map { JSONValue($0) } } else { [] }
  }

  /// The whole numbers of an array.
  var numbers: [Int] { elements.map(\.number) }

  /// A string's text, empty for all else.
  var text: String { value?.text ?? "" }

  /// A whole number, −1 for all else.
  var number: Int { value?.whole ?? -1 }

  /// A position as `LINE:CHARACTER`.
  var place: String { "\(self["line"].number):\(self["character"].number)" }

  /// A range as `LINE:CHARACTER-LINE:CHARACTER`.
  var range: String { "\(self["start"].place)-\(self["end"].place)" }

  /// The value as JSON.
  var json: String {
    guard let value else { return "" }
    var writer = JSONText()
    writer.write(value)
    return writer.text
  }
}

/// Writes JSON for tests.
private struct JSONText {
  var text = ""

  mutating func write(_ value: LSPAny) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += "\(value)"
    case .number: text += "\(value.whole ?? 0)"
    case .string(let value): text += SessionDriver.json(value)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        write(element)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { text += "," }
        text += SessionDriver.json(member.key) + ":"
        write(member.value)
      }
      text += "}"
    }
  }
}
