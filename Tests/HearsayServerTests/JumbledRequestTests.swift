import HearsayTestSupport
import Testing

@testable import HearsayServer

@Suite struct JumbledRequestTests {
  private static let article =
    "KYIV, March 5 (Reuters) - “We wait 😀,” Ana Ruiz said on Tuesday.\r\nTASS wrote: “We go.”\n"

  /// A request about a place of the open article.
  private static func request(_ method: String, _ rest: String = "") -> String {
    #"{"id":7,"method":"\#(method)","params":{"textDocument":{"uri":"file:///x/a.txt"}\#(rest)}}"#
  }

  private static let position = #","position":{"line":0,"character":45}"#
  private static let range =
    #","range":{"start":{"line":0,"character":6},"end":{"line":1,"character":9}}"#
  private static let item =
    #"{"id":7,"method":"METHOD","params":{"item":{"name":"Ana Ruiz","kind":13,"uri":"#
    + #""file:///x/a.txt","range":{"start":{"line":0,"character":40},"end":{"line":0,"#
    + #""character":48}},"selectionRange":{"start":{"line":0,"character":40},"end":{"line":0,"#
    + #""character":48}}}}}"#

  /// A command about a place of the open article.
  private static func command(_ name: String, _ arguments: String = "") -> String {
    let place = #"{"start":{"line":0,"character":26},"end":{"line":0,"character":38}}"#
    return #"{"id":7,"method":"workspace/executeCommand","params":{"command":"hearsay.\#(name)","#
      + #""arguments":["file:///x/a.txt",\#(place)\#(arguments)]}}"#
  }

  private static let messages =
    ["documentSymbol", "diagnostic", "codeLens", "foldingRange", "documentLink"].map {
      request("textDocument/\($0)")
    }
    + [
      "hover", "completion", "definition", "prepareTypeHierarchy", "documentHighlight",
      "prepareCallHierarchy", "prepareRename",
    ].map { request("textDocument/\($0)", position) }
    + ["inlayHint", "semanticTokens/range"].map { request("textDocument/\($0)", range) }
    + [
      "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls", "typeHierarchy/supertypes",
      "typeHierarchy/subtypes",
    ].map { item.replacing("METHOD", with: $0) }
    + [
      request("textDocument/semanticTokens/full"),
      request("textDocument/semanticTokens/full/delta", #","previousResultId":"1""#),
      request("textDocument/selectionRange", #","positions":[{"line":0,"character":30}]"#),
      request("textDocument/rename", position + #","newName":"Ana Riva""#),
      request("textDocument/references", position + #","context":{"includeDeclaration":true}"#),
      request("textDocument/codeAction", range + #","context":{"diagnostics":[]}"#),
      command("accept"), command("setType", #","mixed""#), command("setNote", #","check""#),
      command("setBoundaries", #","0-9#1""#), command("addQuotation"), command("undo"),
      command("adjudicate", #","date","1""#), command("place", #","0-3#1""#),
      #"{"id":7,"method":"workspace/symbol","params":{"query":"ana"}}"#,
      #"{"method":"workspace/didChangeConfiguration","params":{"settings":{"maxDiagnostics":3}}}"#,
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///x/a.txt","#
        + #""version":2},"contentChanges":[{"range":{"start":{"line":0,"character":3},"#
        + #""end":{"line":1,"character":2}},"text":"“So\r"},{"text":"“It is,” she said."}]}}"#,
    ]

  @Test(arguments: 0..<8)
  func `requests that were tampered with are answered, and the next one is too`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let encodings = [#"["utf-8"]"#, #"["utf-16"]"#, #"["utf-32"]"#]
    let driver = SessionDriver(
      capabilities: #"{"general":{"positionEncodings":\#(random.pick(encodings))}}"#)
    for _ in 0..<60 {
      driver.open(JumbledRequestTests.article, uri: "file:///x/a.txt")
      let message = Array(random.pick(JumbledRequestTests.messages).utf8)
      driver.send(String(decoding: TokenJumble.jumbled(message, using: &random), as: UTF8.self))
    }
    driver.open(JumbledRequestTests.article, uri: "file:///x/b.txt")
    let symbols = driver.send(
      JumbledRequestTests.request("textDocument/documentSymbol").replacing("a.txt", with: "b.txt"))
    #expect(symbols.contains { $0.contains(#""id":7"#) })
  }
}
