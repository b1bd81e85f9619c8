import HearsayJSON
import Testing

/// JSON with places: what is read, and where it is wrong.
@Suite struct JSONReaderTests {
  @Test func `values are read with their places`() throws {
    let text = #"{"a": [1, -2.5e1, true, null], "é\n\u00e9\ud83c\udf09": "x"}"#
    let node = try JSONReader.read(Array(text.utf8))
    #expect(node["a"]?.elements.map(\.number) == [1, -25, nil, nil])
    #expect(node["a"]?.elements[2].bool == true)
    #expect(node.members.last?.key == "é\né🌉")
    #expect(node["a"]?.range == 6..<29)
    #expect(node.members.first?.keyRange == 1..<4)
  }

  @Test(arguments: [
    ("", JSONReadError.Reason.unexpectedEnd, 0), ("{", .unexpectedEnd, 1),
    ("[1,", .unexpectedEnd, 3),
    ("[1 2]", .noComma, 3), ("{a: 1}", .noKey, 1), (#"{"a" 1}"#, .noColon, 5), ("[}", .noValue, 1),
    ("tru", .noValue, 0), ("1 2", .rest, 2), ("\"a\nb\"", .badString, 2), (#""\x""#, .badString, 1),
    ("+1", .noValue, 0), (".5", .noValue, 0), ("1e999", .noValue, 0), (#""\u12"#, .badString, 1),
  ])
  func `what is no JSON says why and where`(
    text: String, reason: JSONReadError.Reason, offset: Int
  ) {
    #expect(throws: JSONReadError(reason: reason, offset: offset)) {
      try JSONReader.read(Array(text.utf8))
    }
  }

  @Test func `nesting has an end, and any bytes are survived`() {
    #expect(throws: JSONReadError.self) {
      try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 100_000))
    }
    var state: UInt64 = 7
    let signs = Array(#"{}[]",:\u00e9 tfn0-.e"#.utf8) + [0xFF, 0xC3, 0x0A]
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(signs[Int((state >> 33) % UInt64(signs.count))])
      }
      _ = try? JSONReader.read(bytes)
    }
  }
}
