import HearsayAnalysis

/// Builds training sequences for the first model.
enum FirstStage {
  static let width = AttributionFeatures.count

  /// The features that were seen often enough.
  static func index(_ paragraphs: [PreparedParagraph], seen: Int) -> FeatureIndex {
    var index = FeatureIndex()
    for paragraph in paragraphs {
      paragraph.firstFeatures { features in
        for place in 0..<width { index.see(features[place]) }
      }
    }
    index.keep(seen: seen)
    return index
  }

  /// One sequence a paragraph.
  static func sequences(_ paragraphs: [PreparedParagraph], _ index: FeatureIndex)
    -> [LabelledSequence]
  {
    paragraphs.map { paragraph in
      var numbers: [UInt32] = []
      numbers.reserveCapacity(paragraph.traits.count * width)
      paragraph.firstFeatures { features in
        for place in 0..<width { numbers.append(index.number(features[place])) }
      }
      return LabelledSequence(
        shared: SharedNumbers(numbers), labels: paragraph.labels, anchors: paragraph.anchors)
    }
  }

  /// The scores of a paragraph's tokens.
  static func emissions(_ paragraph: PreparedParagraph, _ scorer: some FeatureScorer) -> [SIMD16<
    Float
  >] {
    var result: [SIMD16<Float>] = []
    result.reserveCapacity(paragraph.traits.count)
    paragraph.firstFeatures { result.append(scorer.score($0, width)) }
    return result
  }
}
