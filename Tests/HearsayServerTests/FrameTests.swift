import HearsayProtocol
import Testing

@Suite("Frames are cut whatever the pieces")
struct FrameTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let stream: String
    let bodies: [String]

    init(_ name: String, _ stream: String, _ bodies: [String]) {
      testDescription = name
      self.stream = stream
      self.bodies = bodies
    }
  }

  static let cases = [
    Case("plain", "Content-Length: 2\r\n\r\n{}", ["{}"]),
    Case("lower case without space", "content-length:2\r\n\r\n{}", ["{}"]),
    Case("upper case", "CONTENT-LENGTH: 2\r\n\r\n{}", ["{}"]),
    Case(
      "type before length", "Content-Type: a/b; charset=utf8\r\nContent-Length: 2\r\n\r\n{}",
      ["{}"]),
    Case("type after length", "Content-Length: 2\r\nContent-Type: a/b\r\n\r\n{}", ["{}"]),
    Case("line feeds alone", "Content-Length: 2\n\n{}", ["{}"]),
    Case("two in one", "Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", ["{}", "[1]"]),
    Case("empty body", "Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}", ["", "{}"]),
    Case("no length", "X: 1\r\n\r\nContent-Length: 2\r\n\r\n{}", ["{}"]),
    Case("negative length", "Content-Length: -5\r\n\r\nContent-Length: 2\r\n\r\n{}", ["{}"]),
    Case("length is no number", "Content-Length: x\r\n\r\nContent-Length: 2\r\n\r\n{}", ["{}"]),
    Case("garbage before", "oh no Content-Length: 2\r\n\r\n{}", ["{}"]),
    Case(
      "length too short", "Content-Length: 1\r\n\r\n{}Content-Length: 2\r\n\r\n[]", ["{", "[]"]),
    Case(
      "huge length",
      "Content-Length: 99999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n{}", ["{}"]),
    Case(
      "body with the header's words",
      "Content-Length: 18\r\n\r\nContent-Length: 9\nContent-Length: 2\r\n\r\n{}",
      ["Content-Length: 9\n", "{}"]),
  ]

  @Test("A stream in pieces of any size gives the same bodies", arguments: cases)
  func bodies(_ item: Case) {
    for size in [1, 2, 7, 1_000] {
      var decoder = FrameDecoder()
      var found: [String] = []
      let bytes = Array(item.stream.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        for frame in decoder.append(bytes[start..<min(bytes.count, start + size)]) {
          if case .body(let body) = frame { found.append(String(decoding: body, as: UTF8.self)) }
        }
      }
      #expect(found == item.bodies, "pieces of \(size)")
    }
  }

  @Test("A body over the limit is passed over and told")
  func oversized() {
    var decoder = FrameDecoder(bodyLimit: 4)
    let frames = decoder.append(
      Array("Content-Length: 6\r\n\r\n123456Content-Length: 2\r\n\r\n{}".utf8))
    #expect(frames == [.oversized(byteCount: 6), .body(Array("{}".utf8))])
  }

  @Test("A stream that never becomes a header is not kept")
  func endless() {
    var decoder = FrameDecoder()
    for _ in 0..<100 { #expect(decoder.append(Array(repeating: 0x41, count: 9_000)).isEmpty) }
    let rest = Array("\r\n\r\nContent-Length: 2\r\n\r\n{}".utf8)
    #expect(decoder.append(rest) == [.body(Array("{}".utf8))])
  }
}
