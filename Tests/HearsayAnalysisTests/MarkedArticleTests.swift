import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

@Suite struct MarkedArticleTests {
  @Test func `marks are taken out of the text`() throws {
    let article = try MarkedArticle(
      "🌊 {{content q1 =direct:Ana Ruiz|“No,”}} {{source q1|Ana {{cue q1|Ruiz}}}}.")
    #expect(String(decoding: article.bytes, as: UTF8.self) == "🌊 “No,” Ana Ruiz.")
    #expect(
      article.marks == [
        .init(.content, identity: "q1", value: "direct:Ana Ruiz", ByteSpan(5, 14)),
        .init(.source, identity: "q1", ByteSpan(15, 23)),
        .init(.cue, identity: "q1", ByteSpan(19, 23)),
      ])
  }

  @Test(arguments: [
    "plain", "", "}", "{ {", "{{date|a}}b{{date|c}}", "{{date|{{outlet|a}} b}}",
    "{{content q1 =direct:Ana Ruiz|“No,”}} {{source q1|Ana}} {{cue q1|said}}, {{content q1|“x”}}",
    "{{content q1|a}} {{content q2|b}} {{source q1|{{source q2|c}}}}",
    "\r\n{{problem =x:a,b|\u{0}}}",
    "{{furniture|}}a",
  ])
  func `what is written in canonical form stays as it is`(notation: String) throws {
    #expect(try MarkedArticle(notation).notation == notation)
  }

  @Test(arguments: [
    (
      "{{source b|x}} {{content b|y}} {{content a|z}}",
      "{{source q1|x}} {{content q1|y}} {{content q2|z}}"
    ),
    ("{{source b|x}} {{content a|y}}", "{{source q2|x}} {{content q1|y}}"),
    ("{{content|x}} {{content|y}}", "{{content q1|x}} {{content q2|y}}"),
    ("{{date d =2024|x}}", "{{date =2024|x}}"),
    ("{{date|{{date|x}}}}", "{{date|x}}"),
    ("{{outlet|{{date|x}}}}", "{{date|{{outlet|x}}}}"),
  ])
  func `there is one form for all ways to say the same`(notation: String, canonical: String) throws
  {
    #expect(try MarkedArticle(notation).notation == canonical)
  }

  @Test(arguments: [
    ("a {{date|b", MarkedArticle.NotationError.unclosedMark(offset: 2)),
    ("ab}}", .unopenedMark(offset: 2)),
    ("{{date b}}", .malformedMark(offset: 0)),
    ("a{{dates|b}}", .malformedMark(offset: 1)),
    ("{{date a b|c}}", .malformedMark(offset: 0)),
    ("{{|c}}", .malformedMark(offset: 0)),
    ("{{date {{cue|c}}}}", .malformedMark(offset: 0)),
  ])
  func `slips of the pen are found`(notation: String, error: MarkedArticle.NotationError) {
    #expect(throws: error) { try MarkedArticle(notation) }
  }

  @Test func `marks that cross are shown in pieces`() {
    let article = MarkedArticle(
      bytes: Array("abcdef".utf8),
      marks: [.init(.date, ByteSpan(0, 4)), .init(.outlet, ByteSpan(2, 6))])
    #expect(article.notation == "{{date|ab{{outlet|cd}}}}{{outlet+|ef}}")
  }
}

@Suite struct MarkedComparisonTests {
  private static let findings: Findings = {
    var findings = Findings()
    let speaker = Speaker(name: "Ana Ruiz", kind: .person)
    findings.quotations = [
      Quotation(
        span: ByteSpan(0, 2), type: .direct, source: ByteSpan(3, 4), cue: ByteSpan(5, 6),
        speaker: speaker),
      Quotation(span: ByteSpan(7, 9), type: .direct, speaker: speaker, utterance: 0),
    ]
    findings.dates = [TimeExpression(span: ByteSpan(10, 11), kind: .date, value: "2024", rule: "r")]
    findings.outlets = [
      OutletMention(
        span: ByteSpan(12, 13), outletID: nil, name: "T", role: .mention, candidates: ["a", "b"],
        rule: "r")
    ]
    return findings
  }()

  private func compare(_ notation: String) throws -> MarkedComparison {
    let expectation = try MarkedArticle(notation)
    return MarkedComparison(
      Self.findings, with: expectation, kinds: Set(expectation.marks.map(\.kind)))
  }

  @Test(arguments: [
    "{{content x|Aa}} S C {{content x|Bb}} D T",
    "{{content x =direct|Aa}} {{source x|S}} {{cue x|C}} {{content x =direct:Ana Ruiz|Bb}} D T",
    "Aa S C Bb {{date|D}} T", "Aa S C Bb {{date =2024|D}} T", "Aa S C Bb {{date =DATE:2024|D}} T",
    "Aa S C Bb D {{outlet|T}}", "Aa S C Bb D {{outlet =?a,b|T}}",
    "Aa S C Bb D {{outlet =?a,b:mention|T}}",
  ])
  func `what is said is true`(notation: String) throws {
    let comparison = try compare(notation)
    #expect(comparison.found == comparison.expected)
  }

  @Test(arguments: [
    ("{{content x|Aa}} S C {{content y|Bb}} D T", "{{content q1|Aa}} S C {{content q1|Bb}} D T"),
    (
      "{{content x =mixed|Aa}} S C {{content x|Bb}} D T",
      "{{content q1 =direct:Ana Ruiz|Aa}} S C {{content q1|Bb}} D T"
    ),
    (
      "{{content x =direct:|Aa}} S C Bb D T",
      "{{content q1 =direct:Ana Ruiz|Aa}} S C {{content q1 =direct:Ana Ruiz|Bb}} D T"
    ),
    ("Aa {{source|S}} C Bb {{date =2023|D}} T", "Aa {{source q1|S}} C Bb {{date =2024|D}} T"),
    ("Aa S C Bb D{{date| }}T", "Aa S C Bb {{date =2024|D}} T"),
  ])
  func `what is not so is shown as it is`(notation: String, found: String) throws {
    let comparison = try compare(notation)
    #expect(comparison.found == found)
    #expect(!comparison.agrees)
  }
}
