/// Finds the attributions of a paragraph by what was learnt from annotated news.
///
/// Word classes first; then one pass that labels contents, sources and cues; then, for every word
/// on which a cue may hang, a labelling of its surroundings for that cue alone, which ties source,
/// cue and content together; where that one is in doubt, a choice among its best labellings. What
/// only the first pass found stays where it is quoted or sure.
package struct AttributionTagger: Sendable {
  private let model: AttributionModel
  private let effort: AnalysisEffort

  /// Words on which a cue hangs with a lesser chance are no candidates.
  package static let anchorThreshold: Float = 0.05
  /// A content without cue stays where its words have this mean chance, or are quoted.
  package static let contentThreshold: Float = 0.7
  /// Labellings that are compared.
  package static let listLength = 12
  /// A labelling with a greater chance is not put in doubt.
  package static let certainty: Float = 0.97

  /// A tagger with weights; nothing is read before it is asked.
  package init(_ model: AttributionModel, effort: AnalysisEffort = .full) {
    self.model = model
    self.effort = effort
  }

  /// The same tagger with another effort.
  func replacing(effort: AnalysisEffort) -> AttributionTagger {
    AttributionTagger(model, effort: effort)
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
    attributions(input, TokenTraits(input))
  }

  /// The attributions, in no particular order.
  func attributions(_ input: ParagraphInput, _ map: StretchMap) -> [TaggedAttribution] {
    attributions(input, TokenTraits(input, map: map))
  }

  private func attributions(
    _ input: ParagraphInput, _ traits: TokenTraits
  ) -> [TaggedAttribution] {
    guard !input.tokens.isEmpty else { return [] }
    WordTagger.tag(traits, input, model.words)
    let clauses = ClauseTraits(input, traits)
    let (first, second) = emissions(traits, clauses)
    let pass = FirstPass(first, model.firstChain)
    let context = CueFeatures.Context(traits, clauses, pass)
    let kept = effort == .fast ? [] : byCue(input, context, second)
    return kept
      + AttributionTagger.leftOver(context, beside: kept, isAll: effort == .fast).map {
        attribution in
        var result = attribution
        result.confidence = model.calibrated(Float(attribution.confidence))
        return result
      }
  }

  /// One attribution for each cue that has one.
  private func byCue(
    _ input: ParagraphInput, _ context: CueFeatures.Context, _ shared: [SIMD16<Float>]
  ) -> [TaggedAttribution] {
    var sums = LabelChain.Sums()
    var found: [TaggedAttribution] = []
    for anchor in AttributionTagger.candidates(context.p.anchors) {
      let window = CueWindow.range(around: anchor, input, context.t, context.c)
      let scores = emissions(context, anchor, window, shared)
      if let attribution = best(context, anchor, window, scores, &sums) {
        found.append(attribution)
      }
    }
    return TaggedAttribution.select(found)
  }

  /// The words on which a cue may hang: in a text that is nothing but cues, a twenty-fourth of its words, the likeliest.
  package static func candidates(_ chances: [Float]) -> [Int] {
    let all = chances.indices.filter { chances[$0] >= anchorThreshold }
    let most = chances.count / 24 + 8
    guard all.count > most else { return all }
    return all.sorted { (chances[$0], $1) > (chances[$1], $0) }.prefix(most).sorted()
  }

  /// Scores of all tokens for the first pass, and what they bring to every cue's.
  private func emissions(
    _ traits: TokenTraits, _ clauses: ClauseTraits
  ) -> (first: [SIMD16<Float>], second: [SIMD16<Float>]) {
    var first: [SIMD16<Float>] = []
    var second: [SIMD16<Float>] = []
    first.reserveCapacity(traits.count)
    if effort == .full { second.reserveCapacity(traits.count) }
    let count = AttributionFeatures.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { buffer in
      guard let features = buffer.baseAddress else { return }
      for token in 0..<traits.count {
        AttributionFeatures.write(traits, clauses, at: token, into: features)
        first.append(model.first.score(features, count))
        if effort == .full { second.append(model.second.score(features, count)) }
      }
    }
    return (first, second)
  }

  /// Scores of a window's tokens for one cue.
  private func emissions(
    _ context: CueFeatures.Context, _ anchor: Int, _ window: Range<Int>,
    _ shared: [SIMD16<Float>]
  ) -> [SIMD16<Float>] {
    var scores = Array(shared[window])
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: CueFeatures.count) { buffer in
      guard let features = buffer.baseAddress else { return }
      for token in window {
        CueFeatures.write(context, at: token, anchor: anchor, into: features)
        scores[token - window.lowerBound] += model.second.score(features, CueFeatures.count)
      }
    }
    return scores
  }

  /// The best labelling of a cue's window, or nil where that is none.
  private func best(
    _ context: CueFeatures.Context, _ anchor: Int, _ window: Range<Int>,
    _ scores: [SIMD16<Float>], _ sums: inout LabelChain.Sums
  ) -> TaggedAttribution? {
    let chain = model.secondChain
    chain.sums(scores[...], into: &sums)
    let best = chain.best(scores[...])
    let chance = VectorMath.exp(best.score - sums.logTotal)
    if chance >= AttributionTagger.certainty {
      let cue = LabelChain.marginal(sums, anchor - window.lowerBound)
      return attribution(
        best.labels, window, model.calibrated(cue[9] + cue[10] + cue[11] + cue[12]))
    }
    var list = chain.list(scores[...], sums, count: AttributionTagger.listLength)
    if !list.contains(where: { !$0.labels.contains { $0 != 0 } }) {
      let nothing = Array(repeating: UInt8(0), count: window.count)
      list.append(.init(labels: nothing, score: chain.score(nothing[...], scores[...])))
    }
    return choose(list, context, anchor, window, sums.logTotal)
  }

  private func choose(
    _ list: [LabelChain.Candidate], _ context: CueFeatures.Context, _ anchor: Int,
    _ window: Range<Int>, _ logTotal: Float
  ) -> TaggedAttribution? {
    var best = (score: -Float.infinity, place: 0)
    var scores: [Float] = []
    for (place, candidate) in list.enumerated() {
      let spans = CandidateFeatures.Spans(candidate.labels, from: window.lowerBound)
      let features = CandidateFeatures.of(context, anchor: anchor, window: window, spans)
      let score =
        model.choice.score(features)
        + model.baseWeight * AttributionTagger.opinion(candidate.score - logTotal)
      scores.append(score)
      if score > best.score { best = (score, place) }
    }
    var something: Float = 0
    var nothing: Float = 0
    for (score, candidate) in zip(scores, list) {
      let power = VectorMath.exp(score - best.score)
      let hasContent = candidate.labels.contains { $0 >= 1 && $0 <= 4 }
      if hasContent { something += power } else { nothing += power }
    }
    return attribution(
      list[best.place].labels, window, model.calibrated(something / (something + nothing)))
  }

  /// The second model's opinion of a labelling, of the logarithm of its chance.
  package static func opinion(_ logChance: Float) -> Float { max(-8, logChance) }

  private func attribution(
    _ labels: [UInt8], _ window: Range<Int>, _ confidence: Double
  ) -> TaggedAttribution? {
    let spans = CandidateFeatures.Spans(labels, from: window.lowerBound)
    guard !spans.content.isEmpty, spans.cue != nil else { return nil }
    return TaggedAttribution(
      content: spans.content, source: spans.source, cue: spans.cue, confidence: confidence)
  }

  /// Contents of the first pass that nothing touches, with the nearest source and cue of their
  /// sentence: quoted ones, and the sure, or all.
  package static func leftOver(
    _ context: CueFeatures.Context, beside kept: [TaggedAttribution], isAll: Bool = false
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
      guard isAll || isQuoted || mean >= contentThreshold else { return nil }
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
  /// One pass over the words, without a second look at each cue and inside of quotations; for large
  /// collections.
  case fast
}
