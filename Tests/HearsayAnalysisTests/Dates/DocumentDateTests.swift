import HearsayAnalysis
import HearsayModel
import Testing

/// The article's own date, and what cannot be decided without it.
@Suite struct DocumentDateTests {
  /// A line with the date and the evidence it gives.
  @Test(arguments: [
    ("Publish date12 Feb 2022 - 18:40", "2022-02-12", DateEvidence.publishLine),
    ("Published: 3 March 2024", "2024-03-03", .publishLine),
    ("Date: 12 Feb 2022", "2022-02-12", .publishLine),
    ("Posted on Sat, 12 Feb 2022", "2022-02-12", .publishLine),
    ("date: 2022-02-12", "2022-02-12", .frontMatter),
    ("Jan. 21, 2022 (EIRNS)—Ministers met again in Oslo.", "2022-01-21", .publishLine),
    ("LISBON, February 12, 2022. /TASS/. Ministers met.", "2022-02-12", .publishLine),
    ("Ru-Main, 03.12.2021", "2021-12-03", .publishLine),
    ("3 March 2024", "2024-03-03", .publishLine),
  ])
  func linesThatDateAnArticle(_ line: String, _ date: String, _ evidence: DateEvidence) {
    let found = DateReader().mentions(line).compactMap(DocumentDateFinder.fromMention)
    #expect(found.first == DocumentDate(value: date, evidence: evidence))
  }

  @Test(arguments: [
    "He was born on 3 March 2024 in Oslo.", "On March 3, 2024, he left (Reuters reported it).",
    "The date was 3 March, not 4 March.", "LISBON, February 12. /TASS/. Ministers met.",
    "March 3, 2024, was a quiet day.",
  ])
  func sentencesDateNoArticle(_ line: String) {
    #expect(DateReader().mentions(line).compactMap(DocumentDateFinder.fromMention).isEmpty)
  }

  @Test func anUpdateLineIsWeaker() {
    #expect(DateReader().mentions("Updated: 3 March 2024").first?.isUpdate == true)
    #expect(DateReader().mentions("Published: 3 March 2024").first?.isUpdate == false)
  }

  @Test(arguments: [
    ("2022-02-12-lavrov.txt", "2022-02-12"), ("20220212_x.txt", "2022-02-12"),
    ("note_2022.02.12.md", "2022-02-12"), ("lavrov.txt", nil), ("99999999.txt", nil),
    ("000_25138ed2b126407e.txt", nil), ("2022-13-45.txt", nil), ("", nil), ("2022-02-1", nil),
  ])
  func fileNames(_ name: String, _ date: String?) {
    #expect(DocumentDateFinder.fromFileName(name)?.value == date)
  }

  @Test(arguments: [
    ("It was due 25/12/2021.", DayMonthOrder.dayFirst), ("It was due 12/25/2021.", .monthFirst),
    ("It was due 03.12.2021.", .dayFirst), ("It was due 03/04/2021.", nil),
    ("It was due 3 April 2021.", nil),
  ])
  func orderOfDayAndMonth(_ text: String, _ order: DayMonthOrder?) {
    #expect(DateReader().mentions(text).first.flatMap(DayMonthOrder.evidence) == order)
  }

  @Test func anOpenOrderIsAProblemWithBothReadings() {
    var context = DateContext()
    let mentions = DateReader().mentions("It was due 03/04/2021.")
    let found = DateNormalizer(documentDate: nil, dayMonthOrder: nil)
      .resolve(mentions, context: &context)
    #expect(found.expressions.map(\.value) == ["2021"])
    #expect(found.expressions.map(\.gap) == [.dayMonthOrder])
    #expect(found.problems.map(\.choices) == [["2021-04-03", "2021-03-04"]])
    #expect(
      DateReader().lines("Due 03/04/2021.", order: .monthFirst) == ["DATE 2021-03-04 03/04/2021"])
    #expect(
      DateReader().lines("Due 03/04/2021.", order: .dayFirst) == ["DATE 2021-04-03 03/04/2021"])
  }

  @Test func aWeekdayWithoutTheArticlesDateIsAProblem() {
    var context = DateContext()
    let mentions = DateReader().mentions("He spoke on Tuesday for two hours in 2014.")
    let found = DateNormalizer(documentDate: nil, dayMonthOrder: nil)
      .resolve(mentions, context: &context)
    #expect(found.expressions.map(\.gap) == [.noAnchor, nil, nil])
    #expect(found.problems.map(\.span) == [mentions[0].span])
  }

  @Test func theAnchorIsNamedWhereItWasUsed() {
    var context = DateContext()
    let mentions = DateReader().mentions("He spoke on Tuesday of 2014 and yesterday.")
    let normalizer = DateNormalizer(
      documentDate: DocumentDate(value: "2022-02-12", evidence: .fileName), dayMonthOrder: nil)
    let found = normalizer.resolve(mentions, context: &context)
    #expect(found.expressions.map(\.anchor) == ["2022-02-12", nil, "2022-02-12"])
  }
}
