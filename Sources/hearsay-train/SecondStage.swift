import HearsayAnalysis

/// A paragraph with what the first model found in it.
final class PassedParagraph {
  let prepared: PreparedParagraph
  let pass: FirstPass
  var gold: [GoldAttribution] { prepared.gold.attributions }
  var context: CueFeatures.Context { .init(prepared.traits, prepared.clauses, pass) }
  /// Words on which a cue may hang.
  var candidates: [Int] {
    AttributionTagger.candidates(pass.anchors, threshold: SecondStage.anchorThreshold)
  }

  init(_ prepared: PreparedParagraph, _ model: LabelTrainer.Model) {
    self.prepared = prepared
    pass = FirstPass(FirstStage.emissions(prepared, model.rows), model.chain)
  }

  /// The stretch in which a cue's labels are sought.
  func window(_ anchor: Int) -> Range<Int> {
    CueWindow.range(
      around: anchor, prepared.gold.input, prepared.traits, prepared.clauses,
      reach: SecondStage.reach)
  }

  /// The gold attribution whose cue holds a word.
  func gold(at anchor: Int) -> GoldAttribution? {
    gold.first { $0.cue.contains { $0.contains(anchor) } }
  }
}

/// Builds training sequences for the second model: one for each candidate cue.
enum SecondStage {
  static let width = AttributionFeatures.count
  /// Words on which a cue hangs with so small a chance are learnt from too, though none of them is
  /// looked at when the model serves: wrong ones teach what is no cue.
  static let anchorThreshold: Float = 0.05
  /// Sentences on either side of the cue's that are learnt from.
  static let reach = 2
  /// Labellings of a cue among which the choice is learnt.
  static let listLength = 12
  static let ownWidth = CueFeatures.count

  /// The labels of the attribution whose cue holds the anchor; all outside where there is none.
  static func labels(_ paragraph: PassedParagraph, _ anchor: Int, _ window: Range<Int>) -> [UInt8] {
    var labels = Array(repeating: UInt8(0), count: window.count)
    guard let attribution = paragraph.gold(at: anchor) else { return labels }
    func mark(_ spans: [Range<Int>], _ first: Int) {
      for span in spans {
        let inside = span.clamped(to: window)
        guard !inside.isEmpty else { continue }
        let local =
          (inside.lowerBound - window.lowerBound)..<(inside.upperBound - window.lowerBound)
        if local.allSatisfy({ labels[$0] == 0 }) { AttributionLabel.mark(&labels, local, first) }
      }
    }
    mark(attribution.cue, AttributionLabel.cue)
    mark(attribution.source, AttributionLabel.source)
    mark(attribution.content, AttributionLabel.content)
    return labels
  }

  /// The features that a window's tokens have for one cue.
  static func ownFeatures(
    _ context: CueFeatures.Context, _ anchor: Int, _ window: Range<Int>,
    _ body: (UnsafePointer<UInt32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ownWidth) { buffer in
      guard let features = buffer.baseAddress else { return }
      for token in window {
        CueFeatures.write(context, at: token, anchor: anchor, into: features)
        body(UnsafePointer(features))
      }
    }
  }

  /// The features that were seen often enough.
  static func index(_ paragraphs: [PassedParagraph], seen: Int) -> FeatureIndex {
    var index = FeatureIndex()
    for paragraph in paragraphs {
      paragraph.prepared.firstFeatures { features in
        for place in 0..<width { index.see(features[place]) }
      }
      for anchor in paragraph.candidates {
        ownFeatures(paragraph.context, anchor, paragraph.window(anchor)) { features in
          for place in 0..<ownWidth { index.see(features[place]) }
        }
      }
    }
    index.keep(seen: seen)
    return index
  }

  /// One sequence a candidate.
  static func sequences(
    _ paragraphs: [PassedParagraph], _ index: FeatureIndex
  ) -> [LabelledSequence] {
    paragraphs.flatMap { paragraph -> [LabelledSequence] in
      var shared: [UInt32] = []
      paragraph.prepared.firstFeatures { features in
        for place in 0..<width { shared.append(index.number(features[place])) }
      }
      let numbers = SharedNumbers(shared)
      return paragraph.candidates.map { anchor in
        let window = paragraph.window(anchor)
        var own: [UInt32] = []
        own.reserveCapacity(window.count * ownWidth)
        ownFeatures(paragraph.context, anchor, window) { features in
          for place in 0..<ownWidth { own.append(index.number(features[place])) }
        }
        return LabelledSequence(
          shared: numbers, origin: window.lowerBound, numbers: own,
          labels: labels(paragraph, anchor, window))
      }
    }
  }

  /// The best labellings of a paragraph's candidates.
  static func lists(
    _ paragraph: PassedParagraph, _ rows: some FeatureScorer, _ chain: LabelChain
  ) -> [CandidateList] {
    let anchors = paragraph.candidates
    guard !anchors.isEmpty else { return [] }
    let shared = FirstStage.emissions(paragraph.prepared, rows)
    var sums = LabelChain.Sums()
    return anchors.map { anchor in
      let window = paragraph.window(anchor)
      var emissions = Array(shared[window])
      var place = 0
      ownFeatures(paragraph.context, anchor, window) { features in
        emissions[place] += rows.score(features, ownWidth)
        place += 1
      }
      chain.sums(emissions[...], into: &sums)
      var list = chain.list(emissions[...], sums, count: listLength)
      if !list.contains(where: \.isNothing) {
        let nothing = Array(repeating: UInt8(0), count: window.count)
        list.append(.init(labels: nothing, score: chain.score(nothing[...], emissions[...])))
      }
      return CandidateList(
        anchor: anchor, window: window, labels: list.map(\.labels),
        logChances: list.map { $0.score - sums.logTotal })
    }
  }
}

/// The best labellings of one candidate cue, best first.
struct CandidateList: Sendable {
  let anchor: Int
  let window: Range<Int>
  let labels: [[UInt8]]
  /// The logarithm of each one's chance.
  let logChances: [Float]

  /// The spans of one labelling.
  func spans(_ place: Int) -> CandidateFeatures.Spans {
    CandidateFeatures.Spans(labels[place], from: window.lowerBound)
  }
}
