/// Finds the attributions of a paragraph by what was learnt from annotated news.
///
/// Word classes first; then one pass that labels contents, sources and cues; then, for every word
/// on which a cue may hang, a labelling of its surroundings for that cue alone, which ties source,
/// cue and content together; where that one is in doubt, a choice among its best labellings. What
/// only the first pass found stays where it is quoted or sure.
package struct AttributionTagger: Sendable {
  private let model: AttributionModel
  private let effort: AnalysisEffort

  /// Words on which a cue hangs with a lesser chance are no candidates; chosen on dev, where
  /// everything below 0.3 only costs time.
  package static let anchorThreshold: Float = 0.3
  /// A content without cue stays where its words have this mean chance, or are quoted.
  package static let contentThreshold: Float = 0.7
  /// Labellings that are compared; chosen on dev.
  static let listLength = 8
  /// A labelling with a greater chance is not put in doubt; chosen on dev.
  static let certainty: Float = 0.8

  /// A tagger with weights; nothing is read before it is asked.
  package init(_ model: AttributionModel, effort: AnalysisEffort = .full) {
    self.model = model
    self.effort = effort
  }

  /// Whether quotations are worth a look inside.
  var looksInside: Bool { effort == .full }

  /// The attributions inside of a content, in tokens of its paragraph: what a quoted person says
  /// that another said.
  func attributions(inside content: Range<Int>, of input: ParagraphInput) -> [TaggedAttribution] {
    attributions(ParagraphInput(content, of: input)).map { $0.shifted(by: content.lowerBound) }
  }

  /// The attributions, in no particular order, where the marks are still to be paired.
  package func attributions(_ input: ParagraphInput) -> [TaggedAttribution] {
    attributions(input, StretchMap.of(input))
  }

  /// The attributions, in no particular order.
  func attributions(
    _ input: ParagraphInput, _ map: StretchMap, room: FastRoom? = nil
  ) -> [TaggedAttribution] {
    if effort == .fast {
      return FastTagger(model)?.attributions(input, map, room ?? FastRoom()) ?? []
    }
    return attributions(input, TokenTraits(input, map: map))
  }

  private func attributions(
    _ input: ParagraphInput, _ traits: TokenTraits
  ) -> [TaggedAttribution] {
    guard !input.tokens.isEmpty else { return [] }
    WordTagger.tag(traits, input, model.words)
    let clauses = ClauseTraits(input, traits)
    let pass = FirstPass(emissions(traits, clauses), model.firstChain)
    let context = CueFeatures.Context(traits, clauses, pass)
    let kept = byCue(input, context)
    return kept
      + AttributionTagger.leftOver(context, beside: kept).map { attribution in
        var result = attribution
        result.confidence = model.calibrated(Float(attribution.confidence))
        return result
      }
  }

  /// One attribution for each cue that has one.
  private func byCue(
    _ input: ParagraphInput, _ context: CueFeatures.Context
  ) -> [TaggedAttribution] {
    let anchors = AttributionTagger.candidates(
      context.p.anchors, threshold: AttributionTagger.anchorThreshold)
    guard !anchors.isEmpty else { return [] }
    var sums = LabelChain.Sums()
    var shared = SharedScores(tokenCount: context.t.count)
    var scores: [SIMD16<Float>] = []
    let found = anchors.compactMap { anchor in
      let window = CueWindow.range(
        around: anchor, input, context.t, context.c, reach: CueWindow.reach)
      shared.fill(window, context, model.second)
      emissions(context, anchor, window, shared, into: &scores)
      return best(context, anchor, window, scores, &sums)
    }
    return TaggedAttribution.select(found)
  }

  /// The words on which a cue may hang: in a text that is nothing but cues, a twenty-fourth of its
  /// words, the likeliest.
  package static func candidates(_ chances: [Float], threshold: Float) -> [Int] {
    let all = chances.indices.filter { chances[$0] >= threshold }
    let most = chances.count / 24 + 8
    guard all.count > most else { return all }
    return all.sorted { (chances[$0], $1) > (chances[$1], $0) }.prefix(most).sorted()
  }

  /// Scores of all tokens for the first pass.
  private func emissions(_ traits: TokenTraits, _ clauses: ClauseTraits) -> [SIMD16<Float>] {
    let count = AttributionFeatures.count
    return [SIMD16<Float>](unsafeUninitializedCapacity: traits.count) { scores, size in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { buffer in
        guard let features = buffer.baseAddress else { return }
        for token in 0..<traits.count {
          AttributionFeatures.write(traits, clauses, at: token, into: features)
          scores.initializeElement(at: token, to: model.first.score(features, count))
          size = token + 1
        }
      }
    }
  }

  /// What tokens bring to every cue's scores, made for those that are in a window.
  private struct SharedScores {
    private(set) var scores: [SIMD16<Float>]
    private var isKnown: [Bool]

    init(tokenCount: Int) {
      scores = Array(repeating: SIMD16(), count: tokenCount)
      isKnown = Array(repeating: false, count: tokenCount)
    }

    /// Makes what is missing in a window.
    mutating func fill(_ window: Range<Int>, _ context: CueFeatures.Context, _ table: WeightTable) {
      let count = AttributionFeatures.count
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { buffer in
        guard let features = buffer.baseAddress else { return }
        for token in window where !isKnown[token] {
          AttributionFeatures.write(context.t, context.c, at: token, into: features)
          scores[token] = table.score(features, count)
          isKnown[token] = true
        }
      }
    }
  }

  /// Scores of a window's tokens for one cue.
  private func emissions(
    _ context: CueFeatures.Context, _ anchor: Int, _ window: Range<Int>, _ shared: SharedScores,
    into scores: inout [SIMD16<Float>]
  ) {
    scores.removeAll(keepingCapacity: true)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: CueFeatures.count) { buffer in
      guard let features = buffer.baseAddress else { return }
      for token in window {
        CueFeatures.write(context, at: token, anchor: anchor, into: features)
        scores.append(
          shared.scores[token] + model.second.score(features, CueFeatures.count))
      }
    }
  }

  /// The best labelling of a cue's window, or nil where that is none.
  private func best(
    _ context: CueFeatures.Context, _ anchor: Int, _ window: Range<Int>,
    _ scores: [SIMD16<Float>], _ sums: inout LabelChain.Sums
  ) -> TaggedAttribution? {
    let chain = model.secondChain
    chain.forward(scores[...], into: &sums)
    let best = chain.best(scores[...])
    let chance = VectorMath.exp(best.score - sums.logTotal)
    if chance >= AttributionTagger.certainty {
      chain.backward(into: &sums, downTo: anchor - window.lowerBound)
      let cue = LabelChain.marginal(sums, anchor - window.lowerBound)
      return attribution(
        CandidateFeatures.Spans(best.labels, from: window.lowerBound),
        model.calibrated(cue[9] + cue[10] + cue[11] + cue[12]))
    }
    chain.backward(into: &sums, downTo: 0)
    var list = chain.list(scores[...], sums, count: AttributionTagger.listLength)
    if !list.contains(where: \.isNothing) {
      let nothing = Array(repeating: UInt8(0), count: window.count)
      list.append(.init(labels: nothing, score: chain.score(nothing[...], scores[...])))
    }
    return choose(list, context, anchor, window, sums.logTotal)
  }

  private func choose(
    _ list: [LabelChain.Candidate], _ context: CueFeatures.Context, _ anchor: Int,
    _ window: Range<Int>, _ logTotal: Float
  ) -> TaggedAttribution? {
    var writer = CandidateFeatures(context, anchor: anchor)
    let scored = list.map { candidate in
      let spans = CandidateFeatures.Spans(candidate.labels, from: window.lowerBound)
      let score =
        model.choice.score(writer.features(of: spans, in: window))
        + model.baseWeight * AttributionTagger.opinion(candidate.score - logTotal)
      return (spans: spans, score: score)
    }
    guard let best = scored.max(by: { $0.score < $1.score }) else { return nil }
    var something: Float = 0
    var nothing: Float = 0
    for (spans, score) in scored {
      let power = VectorMath.exp(score - best.score)
      if spans.content.isEmpty { nothing += power } else { something += power }
    }
    return attribution(best.spans, model.calibrated(something / (something + nothing)))
  }

  /// The second model's opinion of a labelling, of the logarithm of its chance.
  package static func opinion(_ logChance: Float) -> Float { max(-8, logChance) }

  private func attribution(
    _ spans: CandidateFeatures.Spans, _ confidence: Double
  ) -> TaggedAttribution? {
    guard !spans.content.isEmpty, spans.cue != nil else { return nil }
    return TaggedAttribution(
      content: spans.content, source: spans.source, cue: spans.cue, confidence: confidence)
  }

  /// Contents of the first pass that nothing touches, with the nearest source and cue of their
  /// sentence: quoted ones, and the sure.
  package static func leftOver(
    _ context: CueFeatures.Context, beside kept: [TaggedAttribution]
  ) -> [TaggedAttribution] {
    let (traits, clauses, pass) = (context.t, context.c, context.p)
    let sources = AttributionLabel.spans(pass.labels, AttributionLabel.source)
    let cues = AttributionLabel.spans(pass.labels, AttributionLabel.cue)
    func nearest(_ spans: [Range<Int>], _ content: Range<Int>) -> Range<Int>? {
      spans.filter { clauses.number[$0.lowerBound] == clauses.number[content.lowerBound] }
        .min {
          abs($0.lowerBound - content.lowerBound) < abs($1.lowerBound - content.lowerBound)
        }
    }
    return AttributionLabel.spans(pass.labels, AttributionLabel.content).compactMap { span in
      guard !kept.contains(where: { $0.touches(span) }) else { return nil }
      let mean = span.reduce(Float(0)) { $0 + pass.contents[$1] } / Float(span.count)
      let isQuoted = span.allSatisfy { traits.isQuoted($0) }
      guard isQuoted || mean >= contentThreshold else { return nil }
      return TaggedAttribution(
        content: [span], source: nearest(sources, span), cue: nearest(cues, span),
        confidence: Double(mean))
    }
  }
}

/// How carefully attributions are looked for.
public enum AnalysisEffort: Sendable {
  /// All passes: what an editor shows.
  case full
  /// A small model in one pass over the sentences that may credit anybody, without a look inside of
  /// quotations; for large collections.
  case fast
}
