import HearsayAnalysis
import HearsayProtocol
import HearsayText
import Testing

@testable import HearsayServer

/// Tokens, hints, folds, selections and links, written back into the article as marks.
@Suite("How a document looks")
struct ViewTests {
  static let article = """
    Ana Ruiz is the mayor of Porto Lindo.

    “The bridge 🌊 stays shut,” she said on 5 March 2024. “It moved,
    and it moves.” Reuters reported that.

    """

  static func driver(
    _ text: String = article, capabilities: String = "{}", findings: FindingsSource = .analysis
  ) -> SessionDriver {
    let driver = SessionDriver(findings: findings)
    driver.send(#"{"id":1,"method":"initialize","params":{"capabilities":\#(capabilities)}}"#)
    driver.open(text)
    return driver
  }

  static func ask(
    _ driver: SessionDriver, _ method: String, _ more: String = "", uri: String = "file:///a.txt"
  ) -> JSONValue {
    let answer =
      driver.send(
        #"{"id":2,"method":"\#(method)","params":{"textDocument":{"uri":"\#(uri)"}\#(more)}}"#
      ).last ?? ""
    return JSONValue(answer)["result"]
  }

  static func at(_ line: Int, _ character: Int) -> String {
    #","position":{"line":\#(line),"character":\#(character)}"#
  }

  /// The words of tokens with type and bits, one a line, as the legend of our own names has it.
  static func words(_ data: [Int], in text: String, unit: TextUnit = .utf16) -> [String] {
    let text = Text(text)
    let legend = SemanticTokensLegend(for: ClientProfile(nil))
    var (line, column) = (0, 0)
    return stride(from: 0, to: data.count, by: 5).map { index in
      line += data[index]
      column = data[index] == 0 ? column + data[index + 1] : data[index + 1]
      let start = text.byte(of: LinePosition(line: line, column: column), in: unit)
      let end = text.byte(
        of: LinePosition(line: line, column: column + data[index + 2]), in: unit)
      let bits = legend.modifiers.enumerated().filter { data[index + 4] & (1 << $0.offset) != 0 }
      return ([legend.types[data[index + 3]]] + bits.map(\.element)).joined(separator: ".")
        + " " + text.string(in: ByteSpan(start, end))
    }
  }

  @Test(arguments: TextUnit.allCases)
  func `tokens cover what is said, cut at lines and around what stands inside`(unit: TextUnit) {
    let driver = ViewTests.driver(
      capabilities: #"{"general":{"positionEncodings":["\#(unit.rawValue)"]}}"#)
    let data = ViewTests.ask(driver, "textDocument/semanticTokens/full")["data"].numbers
    #expect(
      ViewTests.words(data, in: ViewTests.article, unit: unit) == [
        "quotation.direct “The bridge 🌊 stays shut,”", "source she", "cue said",
        "date 5 March 2024", "quotation.direct “It moved,", "quotation.direct and it moves.”",
        "source Reuters", "cue reported", "quotation.indirect that",
      ])
  }

  @Test func `a range gives the tokens of its lines`() {
    let driver = ViewTests.driver()
    let data = ViewTests.ask(
      driver, "textDocument/semanticTokens/range",
      #","range":{"start":{"line":0,"character":0},"end":{"line":1,"character":0}}"#)
    #expect(data["data"].numbers == [])
    let later = ViewTests.ask(
      driver, "textDocument/semanticTokens/range",
      #","range":{"start":{"line":2,"character":0},"end":{"line":2,"character":9}}"#)
    #expect(
      ViewTests.words(later["data"].numbers, in: ViewTests.article).first
        == "quotation.direct “The bridge 🌊 stays shut,”")
  }

  @Test(arguments: 1...30)
  func `deltas lead from each answer to the next`(seed: UInt64) {
    let driver = ViewTests.driver("“Wir 🎉,” Ana Ruiz said on Tuesday, TASS. “Nein,” she said.")
    var generator = ArticleEdits(seed: seed)
    var text = "“Wir 🎉,” Ana Ruiz said on Tuesday, TASS. “Nein,” she said."
    let first = ViewTests.ask(driver, "textDocument/semanticTokens/full")
    var known = first["data"].numbers
    var id = first["resultId"].text
    for version in 2...8 {
      text = generator.edited(text)
      driver.send(
        #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
          + #""version":\#(version)},"contentChanges":[{"text":\#(SessionDriver.json(text))}]}}"#)
      let delta = ViewTests.ask(
        driver, "textDocument/semanticTokens/full/delta", #","previousResultId":"\#(id)""#)
      for edit in delta["edits"].elements {
        let start = edit["start"].number
        known.replaceSubrange(
          start..<(start + edit["deleteCount"].number), with: edit["data"].numbers)
      }
      id = delta["resultId"].text
      let fresh = ViewTests.driver(text)
      #expect(
        known == ViewTests.ask(fresh, "textDocument/semanticTokens/full")["data"].numbers, "\(text)"
      )
    }
    let lost = ViewTests.ask(
      driver, "textDocument/semanticTokens/full/delta", #","previousResultId":"nobody's""#)
    #expect(lost["data"].numbers == known)
  }

  static let legends: [(capabilities: String, types: [String])] = [
    ("{}", ["quotation", "date", "outlet", "source", "cue"]),
    (
      #"{"textDocument":{"semanticTokens":{"tokenTypes":["namespace","class","keyword","string","#
        + #""number"]}}}"#, ["string", "number", "namespace", "class", "keyword"]
    ),
    (
      #"{"textDocument":{"semanticTokens":{"tokenTypes":["type","function","string","cue"]}}}"#,
      ["string", "date", "type", "type", "cue"]
    ),
  ]

  @Test(arguments: legends.indices)
  func `types fall back to standard ones that the client has colours for`(index: Int) {
    let driver = SessionDriver()
    let answer =
      driver.send(
        #"{"id":1,"method":"initialize","params":{"capabilities":\#(ViewTests.legends[index].0)}}"#
      ).first ?? ""
    let provider = JSONValue(answer)["result"]["capabilities"]["semanticTokensProvider"]
    #expect(provider["legend"]["tokenTypes"].elements.map(\.text) == ViewTests.legends[index].types)
  }

  static let screen =
    #","range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}"#

  @Test func `a hint tells who speaks where the words do not, and leads to the name`() {
    let hints = ViewTests.ask(ViewTests.driver(), "textDocument/inlayHint", ViewTests.screen)
    #expect(
      hints.elements.map { $0["label"].elements.first?["value"].text } == [
        "— Ana Ruiz", "— Ana Ruiz",
      ])
    #expect(hints.elements.map { $0["position"].place } == ["2:27", "3:14"])
    let part = hints.elements.first?["label"].elements.first
    #expect(part?["location"]["range"].range == "0:0-0:8")
    #expect(part?["location"]["uri"].text == "file:///a.txt")
  }

  @Test func `a name in full beside the words needs no hint`() {
    let driver = ViewTests.driver("“The bridge stays shut,” Ana Ruiz said. “It moved,” said Ruiz.")
    let hints = ViewTests.ask(driver, "textDocument/inlayHint", ViewTests.screen)
    #expect(hints.elements.map { $0["position"].place } == ["0:51"])
  }

  @Test func `a hint's link is looked up later where the client can wait`() {
    let driver = ViewTests.driver(
      capabilities:
        #"{"textDocument":{"inlayHint":{"resolveSupport":{"properties":["label.location"]}}}}"#)
    let hint = ViewTests.ask(driver, "textDocument/inlayHint", ViewTests.screen).elements[0]
    #expect(hint["label"].elements[0]["location"].isMissing)
    func resolved() -> JSONValue {
      JSONValue(
        driver.send(#"{"id":3,"method":"inlayHint/resolve","params":\#(hint.json)}"#).last ?? ""
      )["result"]
    }
    #expect(resolved()["label"].elements[0]["location"]["range"].range == "0:0-0:8")
    #expect(resolved()["position"].place == "2:27")
    driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
        + #""version":2},"contentChanges":[{"range":{"start":{"line":0,"character":0},"#
        + #""end":{"line":0,"character":0}},"text":"\n"}]}}"#)
    #expect(resolved().json == hint.json, "no place of another version")
  }

  @Test(arguments: ["null", "7", "{}", #"{"data":{"uri":"file:///a.txt"}}"#, #"{"data":[]}"#])
  func `a hint nobody gave comes back as it was`(hint: String) {
    let answer =
      ViewTests.driver().send(#"{"id":3,"method":"inlayHint/resolve","params":\#(hint)}"#).last
      ?? ""
    #expect(answer.hasSuffix(#""result":\#(hint)}"#) || answer.contains("-32602"))
  }

  @Test func `utterances of several lines and furniture fold`() {
    let text =
      ViewTests.article + "\nShare on Facebook\n\nLeave a comment\n"
    let folds = ViewTests.ask(ViewTests.driver(text), "textDocument/foldingRange")
    #expect(
      folds.elements.map { "\($0["kind"].text) \($0["startLine"].number)-\($0["endLine"].number)" }
        == ["region 2-3", "comment 5-7"])
    #expect(folds.elements[0]["startCharacter"].number == 0)
    let limited = ViewTests.driver(
      text,
      capabilities: #"{"textDocument":{"foldingRange":{"rangeLimit":1,"lineFoldingOnly":true}}}"#)
    let one = ViewTests.ask(limited, "textDocument/foldingRange")
    #expect(one.elements.count == 1 && one.elements[0]["startCharacter"].isMissing)
  }

  @Test func `a selection grows from word to sentence, quotation, paragraph and document`() {
    let driver = ViewTests.driver()
    let answer = ViewTests.ask(
      driver, "textDocument/selectionRange", #","positions":[{"line":2,"character":5}]"#)
    var ranges: [String] = []
    var next = answer.elements[0]
    while !next.isMissing {
      ranges.append(next["range"].range)
      next = next["parent"]
    }
    #expect(ranges == ["2:5-2:11", "2:1-2:26", "2:0-2:27", "2:0-2:53", "2:0-3:37", "0:0-4:0"])
  }

  @Test func `a selection in an empty document is the place itself`() {
    let answer = ViewTests.ask(
      ViewTests.driver(""), "textDocument/selectionRange",
      #","positions":[{"line":0,"character":0},{"line":7,"character":7}]"#)
    #expect(answer.elements.map { $0["range"].range } == ["0:0-0:0", "0:0-0:0"])
  }

  @Test func `addresses lead where they say, outlets to their entry`() {
    let text = "Rain fell, TASS reported (https://example.org/a_(b)). See http://x.org/1.\n"
    let driver = ViewTests.driver(text)
    let links = ViewTests.ask(driver, "textDocument/documentLink")
    #expect(links.elements.map { $0["range"].range } == ["0:11-0:15", "0:26-0:50", "0:58-0:72"])
    #expect(
      links.elements.map { $0["target"].text } == [
        "", "https://example.org/a_(b", "http://x.org/1",
      ])
    let unchanged =
      driver.send(
        #"{"id":3,"method":"documentLink/resolve","params":\#(links.elements[0].json)}"#
      ).last ?? ""
    #expect(JSONValue(unchanged)["result"]["data"]["outlet"].text == "tass")
  }

  @Test func `a document that is not open has nothing to show`() {
    let driver = ViewTests.driver()
    for method in [
      "semanticTokens/full", "foldingRange", "documentLink", "documentHighlight",
      "prepareCallHierarchy",
    ] {
      let answer = ViewTests.ask(
        driver, "textDocument/\(method)", ViewTests.at(0, 0), uri: "file:///b.txt")
      #expect(answer.json == "null", "\(method)")
    }
  }
}
