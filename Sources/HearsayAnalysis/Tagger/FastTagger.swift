internal import HearsayText

/// Finds attributions in one pass over the sentences that hold a word which may credit, or marks.
struct FastTagger {
  private let table: FastTable
  private let chain: FastChain
  private let calibration: (slope: Float, offset: Float)

  /// A tagger with weights; nil where they hold none for it.
  init?(_ model: AttributionModel) {
    guard let table = model.fast else { return nil }
    self.table = table
    chain = model.fastChain
    calibration = model.fastCalibration
  }

  /// Runs of sentences, by their place among the paragraph's, that may hold an attribution.
  static func runs(_ input: ParagraphInput, _ map: StretchMap) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (number, sentence) in input.sentences.enumerated() where isLive(sentence, input, map) {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }

  private static func isLive(
    _ sentence: Range<Int>, _ input: ParagraphInput, _ map: StretchMap
  ) -> Bool {
    input.tokens.withUnsafeBufferPointer { tokens in
      for index in sentence
      where tokens[index].has(FastTraits.cues) || tokens[index].reads("according") {
        return true
      }
      return !map.stretches.isEmpty && sentence.contains(where: map.isQuoted)
    }
  }

  /// The attributions of a paragraph, in no particular order.
  func attributions(_ input: ParagraphInput, _ map: StretchMap) -> [TaggedAttribution] {
    var found: [TaggedAttribution] = []
    for run in FastTagger.runs(input, map) {
      let sentences = input.sentences[run]
      guard let first = sentences.first, let last = sentences.last else { continue }
      read(first.lowerBound..<last.upperBound, sentences, input, map, &found)
    }
    return found
  }

  private func read(
    _ range: Range<Int>, _ sentences: ArraySlice<Range<Int>>, _ input: ParagraphInput,
    _ map: StretchMap, _ found: inout [TaggedAttribution]
  ) {
    let count = range.count
    withUnsafeTemporaryAllocation(of: FastChain.Column.self, capacity: count) { columns in
      withUnsafeTemporaryAllocation(of: SIMD8<Int16>.self, capacity: count) { scores in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { labels in
          var column = FastChain.Column()
          FastFeatures.forEach(sentences, input, map) { token, features in
            let score = table.score(features)
            column = token == range.lowerBound ? chain.first(score) : chain.next(column, score)
            columns.initializeElement(at: token - range.lowerBound, to: column)
            scores.initializeElement(at: token - range.lowerBound, to: score)
          }
          chain.labels(UnsafeBufferPointer(columns), into: labels)
          collect(labels, scores, range.lowerBound, sentences, &found)
        }
      }
    }
  }

  /// Spans of one kind with the sentence each begins in.
  private typealias Spans = [(span: Range<Int>, sentence: Int)]

  private func collect(
    _ labels: UnsafeMutableBufferPointer<UInt8>,
    _ scores: UnsafeMutableBufferPointer<SIMD8<Int16>>, _ origin: Int,
    _ sentences: ArraySlice<Range<Int>>, _ found: inout [TaggedAttribution]
  ) {
    var contents: Spans = []
    var sources: Spans = []
    var cues: Spans = []
    var start = 0
    var sentence = sentences.startIndex
    for index in 0..<labels.count where labels[index] != 0 {
      let part = Int(labels[index] - 1) & 3
      if part == 0 || part == 3 { start = index }
      guard part >= 2 else { continue }
      while sentence + 1 < sentences.endIndex, sentences[sentence].upperBound <= origin + start {
        sentence += 1
      }
      let entry = (span: origin + start..<origin + index + 1, sentence: sentence)
      switch labels[index] {
      case ..<5: contents.append(entry)
      case ..<9: sources.append(entry)
      default: cues.append(entry)
      }
    }
    for content in contents {
      let span = content.span
      found.append(
        TaggedAttribution(
          content: [span], source: FastTagger.nearest(sources, content),
          cue: FastTagger.nearest(cues, content),
          confidence: confidence(span.lowerBound - origin..<span.upperBound - origin, scores)))
    }
  }

  private static func nearest(
    _ spans: Spans, _ content: (span: Range<Int>, sentence: Int)
  ) -> Range<Int>? {
    var best: Range<Int>?
    var least = Int.max
    for (span, sentence) in spans where sentence == content.sentence {
      let distance = abs(span.lowerBound - content.span.lowerBound)
      if distance < least { (best, least) = (span, distance) }
    }
    return best
  }

  /// How far a content's words stand above what is outside, as a chance.
  private func confidence(
    _ span: Range<Int>, _ scores: UnsafeMutableBufferPointer<SIMD8<Int16>>
  ) -> Double {
    var sum = 0
    for index in span { sum += Int(scores[index][1]) }
    let mean = Float(sum) / Float(span.count) / FastTable.unit
    return Double(
      VectorMath.logistic(calibration.slope * mean + calibration.offset))
  }
}

/// The fast model's features for training, by the very code that serves them.
package enum FastSequences {
  /// Calls `body` with every run of tokens that is read, and the features of its tokens, one after
  /// the other.
  package static func forEach(_ input: ParagraphInput, _ body: (Range<Int>, [UInt32]) -> Void) {
    let map = StretchMap(of: input)
    for run in FastTagger.runs(input, map) {
      let sentences = input.sentences[run]
      guard let first = sentences.first, let last = sentences.last else { continue }
      var features: [UInt32] = []
      FastFeatures.forEach(sentences, input, map) { _, places in
        features.append(contentsOf: UnsafeBufferPointer(start: places, count: FastFeatures.count))
      }
      body(first.lowerBound..<last.upperBound, features)
    }
  }
}
