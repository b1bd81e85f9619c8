internal import HearsayText

/// Finds attributions in one pass over the sentences that hold a word which may credit, or marks.
struct FastTagger {
  private let model: AttributionModel
  private let table: FastTable

  /// A tagger with weights; nil where they hold none for it.
  init?(_ model: AttributionModel) {
    guard let table = model.fast else { return nil }
    self.model = model
    self.table = table
  }

  /// The attributions of a paragraph, in no particular order.
  func attributions(
    _ input: ParagraphInput, _ map: StretchMap, _ room: FastRoom
  ) -> [TaggedAttribution] {
    var found: [TaggedAttribution] = []
    FastSentences.forEach(input, map, room) { places, count in
      read(places, count, room, &found)
    }
    return found
  }

  private func read(
    _ places: UnsafePointer<FastPlace>, _ count: Int, _ room: FastRoom,
    _ found: inout [TaggedAttribution]
  ) {
    let chain = model.fastChain
    let (columns, scores) = (room.columns, room.scores)
    FastFeatures.forEach(places, count) { index, features in
      let score = table.score(features)
      let column = index == 0 ? chain.first(score) : chain.next(columns[index - 1], score)
      (columns + index).initialize(to: column)
      (scores + index).initialize(to: score)
    }
    let read = UnsafeBufferPointer(start: scores, count: count)
    chain.spans(UnsafeBufferPointer(start: columns, count: count), read, into: &room.spans)
    for content in room.spans where content.kind == FastChain.content {
      found.append(attribution(content, room.spans, places, read))
    }
  }

  private func attribution(
    _ content: FastChain.Span, _ spans: [FastChain.Span], _ places: UnsafePointer<FastPlace>,
    _ scores: UnsafeBufferPointer<SIMD8<Int16>>
  ) -> TaggedAttribution {
    func tokens(_ span: FastChain.Span) -> Range<Int> {
      Int(places[span.first].token)..<Int(places[span.last].token) + 1
    }
    return TaggedAttribution(
      content: [tokens(content)],
      source: FastTagger.nearest(FastChain.source, content, spans).map(tokens),
      cue: FastTagger.nearest(FastChain.cue, content, spans).map(tokens),
      confidence: confidence(content, scores))
  }

  /// The span of a kind that begins nearest to a content, the earlier of two; `spans` stand in
  /// falling order.
  private static func nearest(
    _ kind: Int, _ content: FastChain.Span, _ spans: [FastChain.Span]
  ) -> FastChain.Span? {
    var best: FastChain.Span?
    var least = Int.max
    for span in spans where span.kind == kind {
      let distance = abs(span.first - content.first)
      if distance <= least { (best, least) = (span, distance) }
    }
    return best
  }

  /// How far a content's words stand above what is outside, as a chance.
  private func confidence(
    _ span: FastChain.Span, _ scores: UnsafeBufferPointer<SIMD8<Int16>>
  ) -> Double {
    var sum = 0
    for index in span.first...span.last { sum += Int(scores[index][FastLabel.inside]) }
    let mean = Float(sum) / Float(span.last - span.first + 1) / FastTable.unit
    let (slope, offset) = model.fastCalibration
    return Double(VectorMath.logistic(slope * mean + offset))
  }
}
