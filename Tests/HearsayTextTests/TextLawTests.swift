import HearsayTestSupport
import Testing

@testable import HearsayText

/// Compares a text with the naive one at some places of it, everything it can be asked.
private func expectEqual(
  _ text: Text, _ naive: NaiveText, at places: some Sequence<Int>,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let same =
    text.byteCount == naive.bytes.count && text.lineCount == naive.lineStarts.count
    && text.scalarCount == naive.count(in: .utf32)
    && TextUnit.allCases.allSatisfy { text.count(in: $0) == naive.count(in: $0) }
  #expect(same, sourceLocation: sourceLocation)
  var failure: String?
  for place in places where failure == nil {
    failure =
      offsetFailure(text, naive, at: place) ?? positionFailure(text, naive, at: place)
      ?? columnFailure(text, naive, at: place)
  }
  #expect(failure == nil, sourceLocation: sourceLocation)
}

/// What is wrong with offsets at a byte, taken as a byte and as an offset in every unit.
private func offsetFailure(_ text: Text, _ naive: NaiveText, at place: Int) -> String? {
  for unit in TextUnit.allCases {
    let offset = text.offset(ofByte: place, in: unit)
    guard offset == naive.offset(ofByte: place, in: unit) else {
      return "byte \(place) is at \(offset) in \(unit)"
    }
    let byte = text.byte(ofOffset: place, in: unit)
    guard byte == naive.byte(ofOffset: place, in: unit) else {
      return "offset \(place) in \(unit) is byte \(byte)"
    }
    let scalarStart = naive.byte(ofOffset: place, in: .utf8)
    guard text.byte(ofOffset: offset, in: unit) == scalarStart else {
      return "byte \(place) is not where it was after a way through \(unit)"
    }
  }
  let byte = naive.bytes.indices.contains(place) ? naive.bytes[place] : nil
  return text.byte(at: place) == byte ? nil : "another byte at \(place)"
}

/// What is wrong with the line and columns of a byte.
private func positionFailure(_ text: Text, _ naive: NaiveText, at place: Int) -> String? {
  let clamped = min(max(0, place), naive.bytes.count)
  let line = naive.lines[clamped]
  guard text.line(ofByte: place) == line else { return "byte \(place) on another line" }
  guard text.lineStart(line) == naive.lineStarts[line] else { return "line \(line) starts wrong" }
  guard text.lineEnd(line) == naive.lineEnds[line] else { return "line \(line) ends wrong" }
  for unit in TextUnit.allCases {
    let position = text.position(ofByte: place, in: unit)
    let column =
      naive.offset(ofByte: place, in: unit)
      - naive.offset(ofByte: naive.lineStarts[line], in: unit)
    guard position == LinePosition(line: line, column: column) else {
      return "byte \(place) at \(position) in \(unit)"
    }
    // Between the CR and the LF of one break there is no place an editor could name.
    let back = min(naive.byte(ofOffset: place, in: .utf8), naive.lineEnds[line])
    guard text.byte(of: position, in: unit) == back else {
      return "byte \(place) is not where it was after a way through \(position)"
    }
  }
  return nil
}

/// What is wrong with columns that no scalar begins at: inside one, past the end, negative.
private func columnFailure(_ text: Text, _ naive: NaiveText, at place: Int) -> String? {
  let line = naive.lines[min(max(0, place), naive.bytes.count)]
  let start = naive.lineStarts[line]
  let end = naive.lineEnds[line]
  for unit in TextUnit.allCases {
    let origin = naive.offset(ofByte: start, in: unit)
    let length = naive.offset(ofByte: end, in: unit) - origin
    for column in [-1, 0, 1, place - start, length - 1, length, length + 1, Int.max, Int.min] {
      let byte = text.byte(of: LinePosition(line: line, column: column), in: unit)
      let inside = min(max(0, column), length)
      guard byte == naive.byte(ofOffset: origin + inside, in: unit) else {
        return "column \(column) of line \(line) in \(unit) is byte \(byte)"
      }
    }
  }
  return nil
}

/// Short texts with everything that breaks readers of text.
private let nasty = [
  "", "a", "\n", "\r", "\r\n", "\n\r", "\r\r\n\n", "a\r\nb", "a\rb\nc\r\nd", "\u{FEFF}a",
  "a\u{FEFF}",
  "é", "e\u{301}\u{323}", "🌊", "🌊🌉a", "👩‍👩‍👧 said", "a🌊\r\n🌉b\r", "\u{10FFFF}\u{FFFF}\u{7FF}\u{800}",
  "\u{0}\u{0}\r\u{0}\n", "“We will not,” said Ana.\r\n\r\n🌊 «Нет»\r日本語\n",
  "\u{2028}\u{2029}\u{85}x",
  "e\u{301}\r\n\u{301}\n🇵🇹\u{200D}", "𝔘\r𝔫\n𝔦\r\n", "\r\n\r\n\r\n", "a\u{D7FF}\u{E000}b",
]

@Suite struct TextLawTests {
  @Test(arguments: nasty)
  func `every byte of a nasty text converts as the naive one`(string: String) {
    let naive = NaiveText(Array(string.utf8))
    expectEqual(Text(string), naive, at: -2...(naive.bytes.count + 2))
  }

  @Test(
    arguments: [2_047, 2_048, 2_049, 2_050], ["a", "é", "“", "🌊", "\r", "\n", "\r\n", "\r\r\n"])
  func `chunk edges are nowhere to be seen`(length: Int, piece: String) {
    for lead in 0..<4 {
      var bytes = Array(repeating: UInt8(ascii: "x"), count: lead)
      while bytes.count < length { bytes += Array(piece.utf8) }
      bytes += Array("\nz🌊\r\nend".utf8)
      let naive = NaiveText(bytes)
      let text = Text(String(decoding: bytes, as: UTF8.self))
      let near = text.sums.flatMap { ($0.bytes - 5)...($0.bytes + 5) }
      expectEqual(text, naive, at: near)
    }
  }

  @Test(arguments: 0..<12)
  func `long random articles convert as the naive one`(seed: UInt64) {
    var generator = ArticleGenerator(seed: seed)
    let bytes = generator.article(ofAbout: 9_000)
    let places = (0..<150).map { _ in generator.random.below(bytes.count + 1) }
    expectEqual(
      Text(String(decoding: bytes, as: UTF8.self)), NaiveText(bytes), at: places + [bytes.count])
  }

  @Test func `stretches outside are cut off`() {
    let text = Text("a🌊b")
    #expect(text.string(in: ByteSpan(1, 5)) == "🌊")
    #expect(text.bytes(in: ByteSpan(-4, 2)) == Array("a🌊b".utf8[...].prefix(2)))
    #expect(text.bytes(in: ByteSpan(5, 99)) == [UInt8(ascii: "b")])
    #expect(text.bytes(in: ByteSpan(7, 99)).isEmpty)
    #expect(Text().allBytes.isEmpty)
  }

  @Test func `lines outside are the nearest place`() {
    let text = Text("a\nb🌊")
    for unit in TextUnit.allCases {
      #expect(text.byte(of: LinePosition(line: -1, column: 3), in: unit) == 0)
      #expect(text.byte(of: LinePosition(line: 2, column: 0), in: unit) == 7)
      #expect(text.byte(of: LinePosition(line: Int.max, column: Int.max), in: unit) == 7)
    }
    #expect(text.lineStart(9) == 7)
    #expect(text.lineEnd(9) == 7)
    #expect(text.lineEnd(-1) == 1)
  }
}

@Suite struct TextEditLawTests {
  @Test(arguments: 0..<10)
  func `edits do to a text what they do to its bytes`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    var bytes = generator.article(ofAbout: seed % 4 == 0 ? 20 : 7_000)
    var text = try Text(validating: bytes)
    for _ in 0..<30 {
      let edit = generator.edit(of: bytes)
      let before = text
      let bytesBefore = bytes
      edit.apply(to: &bytes)
      try text.replace(edit.span, with: edit.replacement)
      #expect(text.allBytes == bytes)
      #expect(before.allBytes == bytesBefore)
      let end = edit.span.start + edit.replacement.count
      let near = [edit.span.start - 1, edit.span.start, edit.span.start + 1, end, end + 1]
      let anywhere = (0..<4).map { _ in generator.random.below(bytes.count + 1) }
      expectEqual(text, NaiveText(bytes), at: near + anywhere + [bytes.count])
      try #require(try text == Text(validating: bytes))
    }
  }

  @Test(arguments: ["\r", "\n", "\r\n", "🌊", "x", ""])
  func `an edit at a chunk's edge joins and parts line breaks`(piece: String) throws {
    for lead in 1_497...1_501 {
      for tail in ["\n", "\r\n", "\r", "a"] {
        // 3000 bytes fall into two chunks of 1500.
        var bytes = Array(repeating: UInt8(ascii: "a"), count: lead) + Array("\r\(tail)".utf8)
        bytes += Array(repeating: UInt8(ascii: "b"), count: 3_000 - bytes.count)
        for place in 1_497...1_503 {
          for length in 0...2 {
            var expected = bytes
            let span = ByteSpan(place, place + length)
            expected.replaceSubrange(span.range, with: Array(piece.utf8))
            var text = try Text(validating: bytes)
            try text.replace(span, with: Array(piece.utf8))
            try #require(try text == Text(validating: expected))
          }
        }
      }
    }
  }

  @Test func `a text typed sign by sign stays in few chunks`() throws {
    var text = Text()
    for index in 0..<6_000 {
      try text.replace(ByteSpan(index / 2, index / 2), with: [UInt8(ascii: "a")])
    }
    #expect(text.byteCount == 6_000)
    #expect(text.chunks.count < 30)
  }

  @Test func `chunks keep their invariants`() throws {
    var generator = ArticleGenerator(seed: 99)
    var bytes = generator.article(ofAbout: 12_000)
    var text = try Text(validating: bytes)
    for _ in 0..<150 {
      let edit = generator.edit(of: bytes)
      edit.apply(to: &bytes)
      try text.replace(edit.span, with: edit.replacement)
      for (left, right) in zip(text.chunks, text.chunks.dropFirst()) {
        #expect(!(left.bytes.last == 0x0D && right.bytes.first == 0x0A))
        #expect(right.bytes.first.map(UTF8Scan.isContinuation) == false)
      }
      #expect(text.chunks.allSatisfy { !$0.bytes.isEmpty && $0.bytes.count < 2 * 2_048 })
    }
  }
}

@Suite struct TextErrorTests {
  @Test(
    arguments: [
      ([0x80], 0), ([0x61, 0xBF], 1), ([0xC0, 0x80], 0), ([0x61, 0xC1, 0xBF], 1), ([0xC3], 0),
      ([0x61, 0xC3, 0x61], 1), ([0xE2, 0x82], 0), ([0xE2, 0x82, 0x41], 0), ([0xE0, 0x80, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF, 0x61], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
      ([0x61, 0x62, 0xF4, 0x90, 0x80, 0x80], 2), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0),
      ([0xF0, 0x9F, 0x8C], 0), ([0xC3, 0xA9, 0xF0, 0x9F, 0x8C, 0x61], 2),
      ([0xFE, 0xFF, 0x00, 0x61], 0),
      ([0x00, 0x61, 0xFE], 2),
    ] as [([UInt8], Int)])
  func `bytes that are no UTF-8 are refused where they break`(bytes: [UInt8], offset: Int) {
    #expect(throws: TextError.invalidUTF8(offset: offset)) { try Text(validating: bytes) }
    let padding = Array(repeating: UInt8(ascii: " "), count: 5_000)
    #expect(throws: TextError.invalidUTF8(offset: offset + 5_000)) {
      try Text(validating: padding + bytes)
    }
    var text = Text("a🌊b")
    #expect(throws: TextError.invalidUTF8(offset: offset)) {
      try text.replace(ByteSpan(0, 1), with: bytes)
    }
    #expect(text == Text("a🌊b"))
  }

  @Test(arguments: [
    (ByteSpan(-1, 0), TextError.outOfBounds(offset: -1, count: 6)),
    (ByteSpan(0, 7), .outOfBounds(offset: 7, count: 6)),
    (ByteSpan(Int.min, Int.max), .outOfBounds(offset: Int.min, count: 6)),
    (ByteSpan(2, 5), .insideScalar(offset: 2)), (ByteSpan(1, 4), .insideScalar(offset: 4)),
    (ByteSpan(3, 3), .insideScalar(offset: 3)),
  ])
  func `edges that are no places leave the text unchanged`(span: ByteSpan, error: TextError) {
    var text = Text("a🌊b")
    #expect(throws: error) { try text.replace(span, with: [UInt8(ascii: "x")]) }
    #expect(text == Text("a🌊b"))
    var empty = Text()
    #expect(throws: TextError.outOfBounds(offset: 1, count: 0)) {
      try empty.replace(ByteSpan(0, 1), with: [])
    }
  }

  @Test func `well-formed edges of the encoding are taken`() throws {
    for string in [
      "\u{0}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}",
      "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "",
    ] {
      #expect(try Text(validating: Array(string.utf8)).allBytes == Array(string.utf8))
    }
  }
}
