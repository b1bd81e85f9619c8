import HearsayModel
import HearsayProtocol
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

@Suite("Hover and outline")
struct FeatureTests {
  static func hover(_ driver: SessionDriver, _ character: Int) -> String? {
    driver.send(
      #"{"id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.txt"},"#
        + #""position":{"line":0,"character":\#(character)}}}"#
    ).first
  }

  static func answer(_ kind: String, _ value: String, _ range: (Int, Int)) -> String {
    #"{"jsonrpc":"2.0","id":2,"result":{"contents":{"kind":"\#(kind)","value":"#
      + SessionDriver.json(value) + "}," + DiagnosticTests.range(range.0, range.1) + "}}"
  }

  static let quotationCard = """
    Direct quotation
    Speaker: Ana Ruiz
    Role: mayor
    Source: “Ana Ruiz”
    Cue: “said”
    Rests on: the words that credit follow the quotation; “Ana Ruiz” is the fullest name the \
    document gives
    Confidence: 90 %
    Status: suggested
    """

  @Test(
    "The card on the quotation, on its source and behind its cue",
    arguments: [(2, (0, 9)), (12, (10, 18)), (23, (19, 23))])
  func quotation(_ character: Int, _ range: (Int, Int)) {
    let driver = SessionDriver(capabilities: "{}")
    driver.open(DiagnosticTests.article)
    #expect(
      FeatureTests.hover(driver, character)
        == FeatureTests.answer("plaintext", FeatureTests.quotationCard, range))
  }

  @Test("Markdown where the client lists it")
  func markdown() {
    let driver = SessionDriver(
      capabilities: #"{"textDocument":{"hover":{"contentFormat":["plaintext","markdown"]}}}"#)
    driver.open(DiagnosticTests.article)
    let card = """
      **Date**

      - Value: 2024-03-05
      - Type: DATE
      - Counted from: 2024-03-07
      - Rule: weekday
      - Confidence: 90 %
      - Status: suggested
      """
    #expect(
      FeatureTests.hover(driver, 30) == FeatureTests.answer("markdown", card, (27, 34)))
    #expect(FeatureTests.hover(driver, 25) == #"{"jsonrpc":"2.0","id":2,"result":null}"#)
  }

  @Test(
    "Quoted words cannot become markup",
    arguments: [
      ("a *b* _c_", #"a \*b\* \_c\_"#), ("[x](y)", #"\[x\](y)"#), ("# one", "\\# one"),
      ("- one", #"\- one"#), ("<script> & `x`", #"\<script\> \& \`x\`"#), ("a\nb", "a b"),
    ])
  func escaping(_ text: String, _ expected: String) {
    #expect(Markdown.escaped(text) == expected)
  }

  @Test("The innermost annotation comes first, then the problem it has")
  func order() throws {
    let driver = SessionDriver(capabilities: "{}")
    driver.open("“On Tuesday”")
    let hover = try #require(FeatureTests.hover(driver, 6))
    let titles = ["Date", "Nobody is credited with this quotation.", "Direct quotation"]
    let places = titles.map { title in hover.utf8.count - (hover.span(of: title)?.start ?? 0) }
    #expect(places == places.sorted(by: >))
    #expect(hover.hasSuffix(DiagnosticTests.range(4, 11) + "}}"))
  }

  static let symbols =
    #"{"id":2,"method":"textDocument/documentSymbol","params":{"textDocument":{"#
    + #""uri":"file:///a.txt"}}}"#

  @Test("The outline groups quotations by speaker")
  func tree() {
    let driver = SessionDriver(
      capabilities:
        #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}"#)
    driver.open(DiagnosticTests.article)
    func symbol(
      _ name: String, _ detail: String, _ kind: Int, _ range: (Int, Int), _ children: String = ""
    ) -> String {
      let place = DiagnosticTests.range(range.0, range.1)
      return #"{"name":"\#(name)","detail":"\#(detail)","kind":\#(kind),\#(place),"#
        + place.replacing("\"range\"", with: "\"selectionRange\"")
        + (children.isEmpty ? "" : #","children":[\#(children)]"#) + "}"
    }
    let expected = [
      symbol("Ana Ruiz", "mayor", 5, (0, 9), symbol("“Wir 🎉,”", "direct", 15, (0, 9))),
      symbol("Dates", "1", 3, (27, 34), symbol("Tuesday", "2024-03-05", 14, (27, 34))),
      symbol("Outlets", "1", 3, (36, 40), symbol("TASS", "TASS, agency", 2, (36, 40))),
    ].joined(separator: ",")
    #expect(
      driver.send(FeatureTests.symbols)
        == [#"{"jsonrpc":"2.0","id":2,"result":[\#(expected)]}"#])
  }

  @Test("A flat outline names the speaker as the container")
  func flat() {
    let driver = SessionDriver(capabilities: "{}", options: #"{"kinds":["quotation"]}"#)
    driver.open(DiagnosticTests.article)
    #expect(
      driver.send(FeatureTests.symbols) == [
        #"{"jsonrpc":"2.0","id":2,"result":[{"name":"“Wir 🎉,”","kind":15,"location":{"#
          + #""uri":"file:///a.txt",\#(DiagnosticTests.range(0, 9))},"containerName":"Ana Ruiz"}]}"#
      ])
  }

  @Test("Messages in words")
  func messages() {
    let wording = AnnotationMessage(text: Text("the mayor said"))
    let span = ByteSpan(0, 3)
    let anna = Speaker(name: "Anna", kind: .person)
    let otto = Speaker(name: "Otto", kind: .person)
    let found = [
      wording.message(for: Quotation(span: span, type: .mixed, source: ByteSpan(0, 9))),
      wording.message(for: Quotation(span: span, type: .direct, candidates: [anna, otto])),
      wording.message(for: Quotation(span: span, type: .scare)),
      wording.message(
        for: TimeExpression(
          span: span, kind: .date, value: "XXXX-WXX-2", gap: .noAnchor, rule: "r")),
      wording.message(for: TimeExpression(span: span, kind: .duration, value: "P3D", rule: "r")),
      wording.message(
        for: OutletMention(
          span: span, outletID: nil, name: "Globe", role: .mention, candidates: ["a", "b", "c"],
          rule: "r")),
      Wording.sentence(for: Problem(.unresolvedDate, span, choices: ["2024-01-02", "2024-02-01"])),
    ]
    #expect(
      found == [
        "the mayor said (mixed)", "Anna or Otto said (direct)",
        "words in quotation marks, nobody credited (scare)",
        "XXXX-WXX-2 (the article's date is not known)", "P3D (length of time)",
        "Globe could be a, b or c (mention)", "This date could be 2024-01-02 or 2024-02-01.",
      ])
  }
}
