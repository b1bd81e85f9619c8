import HearsayAnalysis
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

/// What holds of every quotation in any text.
@Suite struct ParaphraseLawTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `quotations nest or keep apart, and parents are there`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let text = try Text(validating: generator.article(ofAbout: 1_500))
    let findings = DocumentAnalysis(text, analyzer: EmbeddedAnalyzer.shared).findings
    let spans = Set(findings.quotations.map(\.span))
    for quotation in findings.quotations {
      for other in findings.quotations where other.type != .scare || quotation.type != .scare {
        let (a, b) = (quotation.span, other.span)
        let isCut = a.start < b.start && b.start < a.end && a.end < b.end
        #expect(!isCut, "\(text.string(in: a)) | \(text.string(in: b))")
      }
      guard let parent = quotation.parent else { continue }
      #expect(spans.contains(parent))
      #expect(parent.start <= quotation.span.start && quotation.span.end <= parent.end)
      #expect(parent != quotation.span)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `confidence is a chance`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let text = try Text(validating: generator.article(ofAbout: 1_500))
    for quotation in DocumentAnalysis(text, analyzer: EmbeddedAnalyzer.shared).findings.quotations {
      #expect(quotation.confidence >= 0 && quotation.confidence <= 1)
    }
  }
}
