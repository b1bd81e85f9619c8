import HearsayAnalysis
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

@Suite struct DocumentReadingTests {
  @Test(arguments: 800..<824, [nil, "2024-03-05"] as [String?])
  func `a text read once tells what one kept for edits tells`(seed: UInt64, date: String?) throws {
    var generator = ArticleGenerator(seed: seed)
    let text = try Text(
      validating: generator.article(ofAbout: [0, 300, 2_000, 6_000][Int(seed % 4)]))
    let options = AnalysisOptions(date: date, fileName: "herald_2024-02-07_river.txt")
    for analyzer in [EmbeddedAnalyzer.shared, EmbeddedAnalyzer.fast] {
      let kept = DocumentAnalysis(text, options: options, analyzer: analyzer)
      let read = DocumentReading(text, options: options, analyzer: analyzer)
      #expect(read.findings == kept.findings)
      #expect(read.date == kept.date)
      #expect(read.outletChain == kept.outletChain)
    }
  }
}
