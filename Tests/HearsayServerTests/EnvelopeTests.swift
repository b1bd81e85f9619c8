import HearsayProtocol
import Testing

@Suite("Every body becomes a message or a refusal")
struct EnvelopeTests {
  /// A message in a few words.
  static func summary(_ body: [UInt8]) -> String {
    switch MessageDecoder().decode(body) {
    case .request(let id, let request): "request \(id) \(words(request))"
    case .notification(let notification): "notification \(words(notification))"
    case .response(let id, let result): "response \(id) \(result.map { "\($0)" } ?? "failed")"
    case .invalid(let id, let error): "\(error.code) \(id.map { "\($0)" } ?? "null")"
    }
  }

  static func words(_ request: ClientRequest) -> String {
    if case .malformed(let method, let reason) = request { return "malformed \(method): \(reason)" }
    if case .unknown(let method) = request { return "unknown \(method)" }
    return request.method
  }

  static func words(_ notification: ClientNotification) -> String {
    switch notification {
    case .malformed(let method, let reason): "malformed \(method): \(reason)"
    case .unknown(let method): "unknown \(method)"
    case .didOpen(let params): "open \(params.textDocument.text.utf16.count)"
    case .cancel(let params): "cancel \(params.id)"
    default: "known"
    }
  }

  @Test(
    "Bodies and what they mean",
    arguments: [
      (#"{"id":1,"method":"a/b"}"#, "request number(1) unknown a/b"),
      (#"{"id":"1","method":"a/b"}"#, #"request string("1") unknown a/b"#),
      (#"{"id":1,"method":"$/x","params":[]}"#, "request number(1) unknown $/x"),
      (#"{"method":"$/x"}"#, "notification unknown $/x"),
      (#"{"id":null,"method":"a/b"}"#, "notification unknown a/b"),
      (#"{"id":1.5,"method":"a/b"}"#, "invalidRequest null"),
      (#"{"id":[1],"method":"a/b"}"#, "invalidRequest null"),
      (#"{"id":1,"method":7}"#, "invalidRequest number(1)"),
      (#"{"id":44}"#, "invalidRequest number(44)"),
      (#"{}"#, "invalidRequest null"),
      (#"{"id":3,"result":null}"#, "response number(3) null"),
      (#"{"id":3,"result":[null]}"#, "response number(3) array([HearsayProtocol.LSPAny.null])"),
      (#"{"id":3,"error":{"code":1,"message":"m"}}"#, "response number(3) failed"),
      (#"[{"id":1,"method":"a/b"}]"#, "invalidRequest null"),
      ("7", "invalidRequest null"),
      ("{not json", "parseError null"),
      ("", "parseError null"),
      (#"{"id":1,"method":"shutdown"}"#, "request number(1) shutdown"),
      (#"{"method":"shutdown"}"#, "notification known"),
      (#"{"method":"$/cancelRequest","params":{"id":"a"}}"#, #"notification cancel string("a")"#),
      (
        #"{"id":1,"method":"textDocument/hover","params":{"nope":1}}"#,
        "request number(1) malformed textDocument/hover: params.textDocument is missing."
      ),
      (
        #"{"id":1,"method":"textDocument/hover"}"#,
        "request number(1) malformed textDocument/hover: params is missing."
      ),
      (
        #"{"id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"a"},"#
          + #""position":{"line":1.5,"character":0}}}"#,
        "request number(1) malformed textDocument/hover: "
          + "A number or string in the params cannot be read."
      ),
      (#"{"id":1,"method":"initialize","params":{}}"#, "request number(1) initialize"),
    ])
  func meaning(_ body: String, _ expected: String) {
    #expect(EnvelopeTests.summary(Array(body.utf8)) == expected)
  }

  @Test(
    "An unpaired surrogate becomes one replacement character, a pair stays",
    arguments: [
      (#"\ud83c"#, 1), (#"\uDF89"#, 1), (#"a\ud83cb"#, 3), (#"\ud83c\udf89"#, 2),
      (#"\ud83c\ud83c\udf89"#, 3), (#"\\ud83c"#, 6), (#"\n\udf89\"\ud83c"#, 4),
    ])
  func surrogates(_ text: String, _ units: Int) {
    let body =
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"a","languageId":"t","#
      + #""version":1,"text":"\#(text)"}}}"#
    #expect(EnvelopeTests.summary(Array(body.utf8)) == "notification open \(units)")
  }

  @Test("Bytes that are no UTF-8 become replacement characters")
  func brokenUTF8() {
    var body = Array(#"{"id":1,"method":"textDocument/hover","params":""#.utf8)
    body += [0xFF, 0xC3]
    body += Array(#""}"#.utf8)
    #expect(EnvelopeTests.summary(body).hasPrefix("request number(1) malformed"))
  }

  @Test("Deep nesting is refused, not fatal", arguments: [#"{"a":"#, #"{"params":["#])
  func nesting(_ opening: String) {
    let body = String(repeating: opening, count: 100_000)
    #expect(EnvelopeTests.summary(Array(body.utf8)) == "parseError null")
    let closed = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    let message = #"{"id":1,"method":"a/b","params":"# + closed + "}"
    #expect(EnvelopeTests.summary(Array(message.utf8)) == "parseError null")
  }
}
