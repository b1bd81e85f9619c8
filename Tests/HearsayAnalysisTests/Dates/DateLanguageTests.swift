import HearsayAnalysis
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

/// A language is data: words, patterns and rules in a file.
@Suite struct DateLanguageTests {
  @Test func everyLineOfEveryFileCanBeRead() {
    #expect(EmbeddedAnalyzer.dateLanguages.count >= 2)
    for language in EmbeddedAnalyzer.dateLanguages { #expect(language.problems == []) }
  }

  /// An invented language with numbers behind their unit and the past in a word before it.
  static let invented = """
    # words
    [words]
    marker: lo nu
    month 5: maiu
    units 3: dinas
    ago: ante
    ones 2: bi
    [patterns]
    amount = unit=<units> ( count=<num> | count=<ones> )
    [rules]
    month-day calendar
      month=<month>.cap day=<num:1-31>.d12 ( <comma> year=<num>.year )?
    ago shift sign=-1
      ante $amount
    duration duration
      $amount
    duration none
      $amount bi
    """

  static func lines(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let tokenizer = Tokenizer(lexicon: Lexicon([]))
    let finder = DateFinder(languages: [DateLanguage(Array(invented.utf8))])
    var context = DateContext()
    let normalizer = DateNormalizer(
      documentDate: DocumentDate(value: "2024-06-12", evidence: .analyst), dayMonthOrder: nil)
    return normalizer.resolve(
      finder.find(in: ParagraphInput(bytes, tokenizer: tokenizer)), context: &context
    ).expressions.map {
      "\($0.value) \(String(decoding: bytes[$0.span.range], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("Lo nu Maiu 3, 2020.", ["2020-05-03 Maiu 3, 2020"]), ("Lo nu Maiu 32.", []),
    ("Ante dinas 4 lo.", ["2024-06-08 Ante dinas 4"]), ("Lo dinas bi nu.", ["P2D dinas bi"]),
    ("Lo dinas 4 bi nu.", []), ("Lo maiu 3.", []),
  ])
  func anInventedLanguage(_ text: String, _ expected: [String]) {
    #expect(DateLanguageTests.lines(text) == expected)
  }

  @Test(arguments: [
    "[rules]\nno-such-rule calendar\n  <num>", "[rules]\nyear nothing\n  <num>",
    "[rules]\nyear calendar\n  $nobody", "[rules]\nyear calendar\n  <nobody>",
    "[rules]\nyear calendar\n  field=<num>", "[rules]\nyear calendar\n  <num>.odd",
    "[rules]\nyear calendar\n  ( <num>", "[rules]\nyear calendar x=1\n  <num>",
    "[rules]\n  <num>", "[words]\nmonth", "[words]\nmonth x: y", "[patterns]\na", "lost",
    "[endings]\nplural", "[rules]\nyear calendar\n  {year=x}",
  ])
  func aLineThatMakesNoSenseIsTold(_ file: String) {
    #expect(DateLanguage(Array(file.utf8)).problems.count >= 1)
  }

  @Test(arguments: [
    ("He said so on 3 May and it was late.", "3 May"),
    ("Er sagte das am 3. Mai und es war spät.", "3. Mai"), ("3 May", "3 May"),
  ])
  func aParagraphIsReadInTheLanguageOfItsWords(_ text: String, _ expected: String) {
    let found = DateReader().expressions(text, date: "2024-06-12")
    let bytes = Array(text.utf8)
    #expect(found.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == [expected])
  }
}

/// What a text that narrates counts from.
@Suite struct DateNarrationTests {
  private static let history =
    "It fell in 1702.\n\nIt rose in 1703.\n\nIt fell in 1704.\n\nIt rose in 1705.\n\n"
  private static let question = "In March it fell again.\n"

  private static func analysis(_ text: String) -> DocumentAnalysis {
    DocumentAnalysis(
      Text(text), options: AnalysisOptions(date: "2024-06-12"), analyzer: EmbeddedAnalyzer.rules)
  }

  @Test func anEditMakesATextNarrateAndReport() throws {
    var analysis = Self.analysis(Self.question)
    #expect(analysis.findings.dates.map(\.value) == ["2024-03"])
    try analysis.replace(ByteSpan(0, 0), with: Array(Self.history.utf8))
    #expect(analysis.findings.dates.map(\.value).last == "1705-03")
    let report = "He said so last week.\n\n"
    try analysis.replace(ByteSpan(0, 0), with: Array((report + report).utf8))
    #expect(analysis.findings.dates.map(\.value).last == "2024-03")
    let whole = Self.analysis(report + report + Self.history + Self.question)
    #expect(analysis.findings == whole.findings)
  }

  @Test func theAnalystsDateAndOrderComeFirst() {
    let text = "Published: 3 March 2023\n\nHe left yesterday, on 03/04/2021. She came 25/12/2020.\n"
    func values(_ options: AnalysisOptions) -> [String] {
      DocumentAnalysis(Text(text), options: options, analyzer: EmbeddedAnalyzer.rules)
        .findings.dates.dropFirst().map(\.value)
    }
    #expect(values(AnalysisOptions()) == ["2023-03-02", "2021-04-03", "2020-12-25"])
    #expect(
      values(AnalysisOptions(date: "2022-01-05", dayMonthOrder: .monthFirst)) == [
        "2022-01-04", "2021-03-04", "2020-12-25",
      ])
  }
}
