import HearsayAnalysis
import HearsayProtocol
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayServer

@Suite("Positions in every unit")
struct PositionTests {
  static let texts = [
    "", "a", "\r\n", "plain\nlines\n", "é “x” 🎉🎉\r\nzwei\rdrei 👩‍👩‍👧 ende\n\n",
    "\u{FEFF}mark\u{2028}still line one\r\r\n\n", String(repeating: "🎉ab“", count: 9_000),
  ]

  @Test("The cursor agrees with the text, forward, backward and by leaps", arguments: texts)
  func cursor(_ string: String) {
    let text = Text(string)
    let step = max(1, text.byteCount / 500)
    let forward = Array(stride(from: 0, through: text.byteCount, by: step))
    let leaps = forward.enumerated().sorted {
      ($0.offset * 7_919 % 101, $0.offset) < ($1.offset * 7_919 % 101, $1.offset)
    }
    for unit in TextUnit.allCases {
      for order in [forward, forward.reversed(), leaps.map(\.element)] {
        var cursor = PositionCursor(text, unit: unit)
        for byte in order where text.byte(at: byte).map({ $0 & 0xC0 != 0x80 }) ?? true {
          let expected = text.position(ofByte: byte, in: unit)
          let found = cursor.position(ofByte: byte)
          #expect(
            found == Position(line: expected.line, character: expected.column),
            "byte \(byte), \(unit)")
        }
      }
    }
  }
}

/// Numbers that are the same for the same seed.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// A text as the protocol describes it, slow and plain, to compare with.
struct PlainText {
  var scalars: [Unicode.Scalar] = []

  /// Index of the scalar at a position; clamps, rounds down.
  func index(_ position: Position, _ unit: TextUnit) -> Int {
    var index = 0
    for _ in 0..<max(0, position.line) {
      while index < scalars.count, scalars[index] != "\n", scalars[index] != "\r" { index += 1 }
      guard index < scalars.count else { return index }
      let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      index += isPair ? 2 : 1
    }
    var column = 0
    while index < scalars.count, scalars[index] != "\n", scalars[index] != "\r" {
      let width =
        switch unit {
        case .utf8: String(scalars[index]).utf8.count
        case .utf16: String(scalars[index]).utf16.count
        case .utf32: 1
        }
      guard column + width <= position.character else { break }
      column += width
      index += 1
    }
    return index
  }

  mutating func apply(_ change: DidChangeTextDocumentParams.ContentChange, _ unit: TextUnit) {
    guard let range = change.range else {
      scalars = Array(change.text.unicodeScalars)
      return
    }
    let edges = [index(range.start, unit), index(range.end, unit)].sorted()
    scalars.replaceSubrange(edges[0]..<edges[1], with: change.text.unicodeScalars)
  }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

@Suite("Changes one by one equal the whole text")
struct ChangeTests {
  static let pieces = [
    "", "x", "\n", "\r", "\r\n", "🎉", "“Ja,” sagt Öz.", "\n\n", "e\u{301}", "\u{FFFD}",
    String(repeating: "word ", count: 900),
  ]

  @Test("Random changes in random units", arguments: 0..<30)
  func random(_ seed: Int) throws {
    var numbers = Numbers(seed: seed + 1)
    let unit = try #require(TextUnit.allCases.randomElement(using: &numbers))
    let driver = SessionDriver(
      capabilities: #"{"general":{"positionEncodings":["\#(unit.rawValue)"]}}"#)
    var plain = PlainText()
    plain.scalars = Array("eins\r\nzwei 🎉\rdrei\n".unicodeScalars)
    driver.open(plain.string)
    for version in 2..<25 {
      var changes: [String] = []
      for _ in 0..<Int.random(in: 0...3, using: &numbers) {
        let change = ChangeTests.change(&numbers)
        plain.apply(change, unit)
        changes.append(ChangeTests.json(change))
      }
      driver.send(
        #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
          + #""version":\#(version)},"contentChanges":[\#(changes.joined(separator: ","))]}}"#)
      let document = try #require(driver.session.documents["file:///a.txt"])
      #expect(document.analysis.text == Text(plain.string), "version \(version)")
      #expect(document.version == version)
    }
  }

  static func change(
    _ numbers: inout Numbers
  ) -> DidChangeTextDocumentParams.ContentChange {
    let text = pieces.randomElement(using: &numbers) ?? ""
    if Int.random(in: 0..<8, using: &numbers) == 0 {
      return .init(range: nil, text: text)
    }
    func position(_ numbers: inout Numbers) -> Position {
      Position(
        line: Int.random(in: 0...5, using: &numbers),
        character: Int.random(in: 0...14, using: &numbers))
    }
    let start = position(&numbers)
    return .init(range: LSPRange(start: start, end: position(&numbers)), text: text)
  }

  static func json(_ change: DidChangeTextDocumentParams.ContentChange) -> String {
    let text = SessionDriver.json(change.text)
    guard let range = change.range else { return #"{"text":\#(text)}"# }
    func json(_ position: Position) -> String {
      #"{"line":\#(position.line),"character":\#(position.character)}"#
    }
    return #"{"range":{"start":\#(json(range.start)),"end":\#(json(range.end))},"text":\#(text)}"#
  }
}
