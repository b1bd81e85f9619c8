import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayAnalysis

/// The small model for large collections: its chain against every sequence there is, what it finds in
/// plain sentences, and what holds in any text.
@Suite struct FastTaggerTests {
  /// Scores of a short text by column, and a chain, made from a seed; all in sixty-fourths.
  private struct Case {
    let columns: [SIMD8<Int16>]
    let transitions: [Float]

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      func number() -> Int { Int.random(in: -200...200, using: &random) }
      columns = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        var column = SIMD8<Int16>()
        for place in 0..<8 { column[place] = Int16(number()) }
        return column
      }
      transitions = FastLabel.tie(
        (0..<LabelChain.transitionCount).map { _ in Float(number()) / FastTable.unit })
    }

    /// The score of a sequence; the first label has nothing before it.
    func score(_ labels: [UInt8]) -> Float {
      var score: Float = 0
      for (place, label) in labels.enumerated() {
        var columns = SIMD16<Float>()
        for column in 0..<8 { columns[column] = Float(self.columns[place][column]) }
        score += FastLabel.expand(columns)[Int(label)]
        if place > 0 {
          score += transitions[Int(labels[place - 1]) * 16 + Int(label)] * FastTable.unit
        }
      }
      return score
    }

    /// The best score of all sequences that end what they begin.
    func best() -> Float {
      var best = -Float.infinity
      func extend(_ labels: [UInt8]) {
        guard labels.count < columns.count else {
          if AttributionLabel.mayEnd(Int(labels[labels.count - 1])) {
            best = max(best, score(labels))
          }
          return
        }
        for next in 0..<AttributionLabel.count {
          let isAllowed =
            labels.last.map { AttributionLabel.mayFollow(next, Int($0)) }
            ?? AttributionLabel.mayBegin(next)
          if isAllowed { extend(labels + [UInt8(next)]) }
        }
      }
      extend([])
      return best
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `the chain in whole numbers finds the best sequence`(seed: UInt64) {
    let one = Case(seed: seed)
    let chain = FastChain(transitions: one.transitions)
    var columns: [FastChain.Column] = []
    for scores in one.columns {
      columns.append(columns.last.map { chain.next($0, scores) } ?? chain.first(scores))
    }
    var spans: [FastChain.Span] = []
    columns.withUnsafeBufferPointer { columns in
      one.columns.withUnsafeBufferPointer { chain.spans(columns, $0, into: &spans) }
    }
    var labels = Array(repeating: UInt8(0), count: columns.count)
    for span in spans {
      AttributionLabel.mark(&labels, span.first..<span.last + 1, span.kind * 4 - 3)
    }
    #expect(AttributionLabel.mayBegin(Int(labels[0])))
    #expect(
      zip(labels, labels.dropFirst()).allSatisfy { AttributionLabel.mayFollow(Int($1), Int($0)) })
    #expect(one.score(labels) == one.best())
  }

  @Test(arguments: [
    """
    {{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ana Ruiz|that the bridge would \
    stay closed until the river falls}}.
    """,
    """
    {{source q1|Engineers}} {{cue q1|warned}} {{content q1 =indirect:Engineers|that the pillars \
    could give way}}.
    """,
    """
    {{source q1|The ministry}} {{cue q1|announced}} {{content q1 =indirect:ministry|that the road \
    would be widened next year}}.
    """,
    "The bridge is narrow and the river is deep.",
  ])
  func `plain sentences are read in a hurry too`(article: String) {
    expectMarked(article, kinds: .content, .source, .cue, analyzer: EmbeddedAnalyzer.fast)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `what is read in a hurry nests or keeps apart, with a chance`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let text = try Text(validating: generator.article(ofAbout: 1_500))
    let quotations = DocumentAnalysis(text, analyzer: EmbeddedAnalyzer.fast).findings.quotations
    let spans = quotations.map(\.span)
    for quotation in quotations {
      #expect(quotation.confidence >= 0 && quotation.confidence <= 1)
      #expect(quotation.parent.map(spans.contains) ?? true)
      for other in spans where quotation.type != .scare {
        let span = quotation.span
        let isCut = span.start < other.start && other.start < span.end && span.end < other.end
        #expect(!isCut, "\(text.string(in: span)) | \(text.string(in: other))")
      }
    }
  }
}
