import HearsayJSON
import Testing

/// What the writer must make of a string.
struct Escape: Sendable {
  let text: String
  let json: String
}

@Suite struct JSONWriterTests {
  @Test(arguments: [
    Escape(text: "", json: #""""#),
    Escape(text: "a\"b\\c", json: #""a\"b\\c""#),
    Escape(text: "\n\r\t\u{0}\u{1F}", json: #""\n\r\t\u0000\u001f""#),
    Escape(text: "🌉é/", json: #""🌉é/""#),
  ])
  func `strings are escaped as RFC 8259 asks`(escape: Escape) {
    var json = JSONWriter()
    json.string(escape.text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == escape.json)
  }

  @Test func `what was written is handed over once`() {
    var json = JSONWriter(reserving: 2)
    for text in ["first", "2"] {
      json.array { $0.string(text) }
      #expect(String(decoding: json.bytes, as: UTF8.self) == "[\"\(text)\"]")
      #expect(String(decoding: json.finish(), as: UTF8.self) == "[\"\(text)\"]")
      #expect(json.bytes.isEmpty)
    }
  }

  @Test(arguments: [0, 63, 64, 65, 300, 5_000])
  func `what takes more room than was reserved is whole`(length: Int) {
    let text = String(repeating: "é", count: length)
    let bytes = JSONWriter.bytes(reserving: 100) { json in
      json.string(text)
      json.number(length)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "\"\(text)\",\(length)")
  }

  @Test(arguments: [
    "abcd", "abc\"", "\u{1}bcd", "abcdefg", "abcde\\g", "abcdef\"", "ab\"", "é\u{2}é",
  ])
  func `short strings are escaped wherever the sign stands`(text: String) {
    var json = JSONWriter()
    json.string(text)
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\u{1}": "\\u0001"
      case "\u{2}": "\\u0002"
      default: String(scalar)
      }
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(escaped.joined())\"")
  }

  @Test(arguments: [0, 7, 10, 99, 100, 12_345, -1, -120, Int.max, Int.min])
  func `whole numbers are written as Swift writes them`(number: Int) {
    var json = JSONWriter()
    json.number(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
  }

  @Test(arguments: [
    (0.255, "0.26"), (-0.5, "-0.50"), (123_456.0, "123456.00"), (1e300, "1e+300"),
    (-1e19, "-1e+19"), (.infinity, "null"), (.nan, "null"),
  ])
  func `a decimal is JSON, whatever the number`(number: Double, text: String) {
    var json = JSONWriter()
    json.decimal(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }

  @Test func `members and elements are parted by commas`() {
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.array { json in
        json.number(1)
        json.null()
        json.object { _ in }
        json.array { _ in }
      }
      json.key("b")
      json.decimal(0.25)
      json.key("c")
      json.bool(true)
    }
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(text == #"{"a":[1,null,{},[]],"b":0.25,"c":true}"#)
  }
}
