import HearsayAnalysis
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

/// What holds for speakers however many people an article names; every article is made by rule.
@Suite struct SpeakerLawTests {
  private static func findings(_ text: String) throws -> Findings {
    DocumentAnalysis(
      try Text(validating: Array(text.utf8)), analyzer: EmbeddedAnalyzer.shared
    ).findings
  }

  /// A name of letters alone, another for each number.
  private static func name(_ number: Int) -> String {
    var rest = number
    var letters = "B"
    for _ in 0..<4 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26)))
      rest /= 26
    }
    return letters
  }

  @Test(arguments: [
    "“We stay,” Ruiz said.", "“We stay,” the minister said.", "“We stay,” Minister Ruiz said.",
    "“We stay,” he said.",
  ])
  func `of a thousand of one name a few are candidates`(_ sentence: String) throws {
    let text = (0..<1_000).map { number in
      "Minister \(SpeakerLawTests.name(number)) Ruiz came.\n\n\(sentence)\n\n"
    }.joined()
    let quotations = try SpeakerLawTests.findings(text).quotations
    #expect(quotations.count == 1_000)
    #expect(quotations.allSatisfy { $0.candidates.count <= 8 })
  }

  @Test func `what a speaker rests on stands before it or is the speaker's name`() throws {
    var generator = ArticleGenerator(seed: 900)
    for _ in 0..<20 {
      let bytes = generator.article(ofAbout: 3_000)
      let analysis = DocumentAnalysis(
        try Text(validating: bytes), analyzer: EmbeddedAnalyzer.shared)
      for quotation in analysis.findings.quotations {
        if let antecedent = quotation.evidence.antecedent, let source = quotation.source {
          #expect(antecedent.start <= source.start)
        }
        if let speaker = quotation.speaker, let place = analysis.introduction(of: speaker) {
          #expect(place.end <= bytes.count)
        }
      }
    }
  }

  @Test(arguments: [
    ("Sergey", "Sergei"), ("Zelensky", "Zelenskyy"), ("Zelensky", "Zelenskiy"),
    ("Yuri", "Iurii"), ("Aleksandr", "Alexander"), ("Şahin", "Sahin"), ("Müller", "Mueller"),
    ("Medvedev", "Medvedyev"), ("O’Brien", "O\u{27}Brien"), ("Smirnov", "Smirnoff"),
  ])
  func `two spellings of a surname are one speaker`(_ first: String, _ second: String) throws {
    let text = "Ana \(first) came late. “We will stay,” \(second) said."
    let quotation = try #require(try SpeakerLawTests.findings(text).quotations.first)
    #expect(quotation.speaker?.name == "Ana \(first)")
  }
}
