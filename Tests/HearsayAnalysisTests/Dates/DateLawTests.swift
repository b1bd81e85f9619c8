import HearsayAnalysis
import HearsayModel
import HearsayText
import Testing

/// Laws that hold for any bytes.
@Suite struct DateLawTests {
  @Test(arguments: 0..<400) func anyWords(_ seed: UInt64) {
    var soup = Soup(seed: seed)
    verify(soup.words(count: 60))
  }

  @Test(arguments: 0..<400) func anyBytes(_ seed: UInt64) {
    var soup = Soup(seed: seed)
    verify(soup.bytes(count: 300))
  }

  @Test(arguments: 0..<200) func sameWordsSameMentions(_ seed: UInt64) {
    var soup = Soup(seed: seed)
    let bytes = soup.words(count: 40)
    let reader = DateReader()
    let first = reader.finder.find(in: ParagraphInput(bytes, tokenizer: reader.tokenizer))
    let second = DateReader().finder.find(in: ParagraphInput(bytes, tokenizer: reader.tokenizer))
    #expect(first == second)
  }

  @Test(arguments: [
    "the last 2 the 10 may in ", "the end of ", "5pm ", "noon ", "this past ", "early ", "Monday, ",
    "a-", "1,1,", "more than about ", "the year-", "May 3, ", "12 - ", "the week of ", "every ",
    "nineteen ", "1/", "2020-01-01T", "date12",
  ])
  func repetitionNeitherNestsNorSlows(_ words: String) {
    let reader = DateReader()
    let bytes = Array(String(repeating: words, count: 20_000 / words.utf8.count).utf8)
    let mentions = reader.finder.find(in: ParagraphInput(bytes, tokenizer: reader.tokenizer))
    #expect(mentions.allSatisfy { $0.span.end <= bytes.count })
  }

  private func verify(_ bytes: [UInt8]) {
    let reader = DateReader()
    let mentions = reader.finder.find(in: ParagraphInput(bytes, tokenizer: reader.tokenizer))
    var end = 0
    for mention in mentions {
      #expect(mention.span.start >= end && !mention.span.isEmpty)
      end = mention.span.end
      let words = String(decoding: bytes[mention.span.range], as: UTF8.self).lowercased()
      for preposition in ["on ", "in ", "by ", "since "] {
        #expect(!words.hasPrefix(preposition), "\(words)")
      }
      #expect(!words.hasPrefix("at ") || words.hasPrefix("at least") || words.hasPrefix("at most"))
      _ = DocumentDateFinder.fromMention(mention)
    }
    #expect(end <= bytes.count)
    for date in [nil, "2020-02-29", "0001-01-01", "9999-12-31", "nonsense"] as [String?] {
      var context = DateContext()
      let document = date.map { DocumentDate(value: $0, evidence: .analyst) }
      let found = DateNormalizer(documentDate: document, dayMonthOrder: nil)
        .resolve(mentions, context: &context)
      #expect(found.expressions.map(\.span) == mentions.map(\.span))
      #expect(found.problems.count == found.expressions.count { $0.gap != nil })
      for expression in found.expressions {
        #expect(TimeExpression.isValue(expression.value), "\(expression.value)")
        if date == nil { #expect(expression.anchor == nil) }
      }
    }
  }
}

/// Words and bytes out of a seed.
struct Soup {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  /// So many words, numbers and signs of time expressions in no order.
  mutating func words(count: Int) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<count {
      text += Soup.vocabulary[next(Soup.vocabulary.count)].utf8
      if next(5) > 0 { text.append(next(12) == 0 ? 0x0A : 0x20) }
    }
    return text
  }

  /// So many bytes; most of them print, some are no UTF-8.
  mutating func bytes(count: Int) -> [UInt8] {
    (0..<count).map { _ in
      switch next(6) {
      case 0: UInt8(next(256))
      case 1: UInt8(0x30 + next(10))
      case 2: Array(" .,-/:'T".utf8)[next(8)]
      default: UInt8(0x20 + next(95))
      }
    }
  }

  private static let vocabulary =
    ("the a an this last next past coming recent previous following that same current latest "
    + "early mid late earlier later ago before end of beginning in on at by until since from to "
    + "and or year years month months week day days quarter half decade century weekend hour "
    + "minutes season period time first second third 3rd two twenty four half couple several few "
    + "hundred thousand 1 2 12 31 99 1990 2014 2024 9999 0000 1990s '80s 00s 03.12.2021 1.5 1,000 "
    + "3/4/2021 25/12/2021 2024-03-03 20220212T1840Z 99999999 18:40 24:00 5pm p.m. a.m. noon "
    + "midnight morning night tonight today yesterday tomorrow Monday Fridays Sat May March Sept. "
    + "December Easter Christmas Thanksgiving summer fall fiscal every each daily annually now "
    + "recently soon about nearly over more than less at least up to old -old year-earlier "
    + "two-year mid-1990s twenty-four New Year's Day GMT EST - – / : , . ( ) “ ” ’ ’s Date: "
    + "Published: Updated: date12 999999999999999999999 2147483648 will said would "
    + "BC B.C. 480 c. circa twenty-first later earlier that six o'clock Uhr am März vor der die und "
    + "billion other per night of the week-long century's").split(
      separator: " "
    ).map(String.init)
}

@Suite("Values of TIMEX3")
struct DateValueTests {
  @Test(arguments: [
    "2024", "199X", "19", "BC0044", "2024-03", "2024-XX", "2024-02-29", "XXXX-02-29", "2024-XX-31",
    "BC0044-03-15", "2024-W53", "2024-W10-WE", "2024-W10-7", "2024-Q4", "2024-H2", "2024-SU",
    "2024-03-05T09:30", "2024-03-05TMO", "P3D", "PT2H", "PXY", "PAST_REF",
  ])
  func `what there is`(value: String) { #expect(TimeExpression.isValue(value)) }

  @Test(arguments: [
    "", "soon", "2024-13", "2024-00", "2023-02-29", "2023-04-31", "2024-01-00", "2024-XX-32",
    "XXXX-02-30", "2024-W54", "2024-W00", "2024-W10-8", "2024-Q5", "2024-H3", "5 March", "P", "PD",
  ])
  func `what there is not`(value: String) { #expect(!TimeExpression.isValue(value)) }

  @Test(arguments: [
    ("2024", true), ("2024-03", true), ("2024-02-29", true), ("2023-02-29", false),
    ("0000", false), ("199X", false), ("BC0044", false), ("2024-Q1", false), ("2024-13", false),
    ("2024-03-05T09:30", false), ("24-03-05", false),
  ])
  func `days of the calendar`(value: String, isDay: Bool) {
    #expect(TimeExpression.isCalendarDate(value) == isDay)
  }
}
