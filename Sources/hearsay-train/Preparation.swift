import HearsayAnalysis

/// A paragraph ready for labelling: tagged, with its gold labels.
final class PreparedParagraph {
  let gold: GoldParagraph
  let traits: TokenTraits
  private(set) var clauses: ClauseTraits
  /// Labels of all gold spans; where spans overlap the first stays.
  private(set) var labels: [UInt8]
  /// Whether a token is the anchor of a gold cue.
  private(set) var anchors: [Bool]

  /// Where it stands in the corpus.
  var place: Int { gold.document << 32 | gold.start }

  convenience init(_ gold: GoldParagraph, tagger: any FeatureScorer) {
    let traits = TokenTraits(gold.input)
    WordTagger.tag(traits, gold.input, tagger)
    self.init(gold, traits)
  }

  init(_ gold: GoldParagraph, _ traits: TokenTraits) {
    self.gold = gold
    self.traits = traits
    clauses = ClauseTraits(gold.input, traits)
    labels = Array(repeating: 0, count: gold.input.tokens.count)
    anchors = Array(repeating: false, count: gold.input.tokens.count)
    for attribution in gold.attributions {
      for span in attribution.cue {
        mark(span, AttributionLabel.cue)
      }
      if let anchor = anchor(of: attribution) { anchors[anchor] = true }
    }
    for attribution in gold.attributions {
      for span in attribution.source { mark(span, AttributionLabel.source) }
      for span in attribution.content { mark(span, AttributionLabel.content) }
    }
  }

  private func mark(_ span: Range<Int>, _ first: Int) {
    guard span.allSatisfy({ labels[$0] == 0 }) else { return }
    AttributionLabel.mark(&labels, span, first)
  }

  /// The word that a cue hangs on: its first verb of speech, else its first verb that is no
  /// auxiliary, else its last noun or adjective, else its first word.
  func anchor(of attribution: GoldAttribution) -> Int? {
    guard let cue = attribution.cue.first else { return nil }
    let tokens = gold.input.tokens
    func tag(_ place: Int) -> WordTag { WordTag(rawValue: traits.tag[place]) ?? .sign }
    if let said = cue.first(where: { tokens[$0].has([.cueVerb, .weakCueVerb]) && tag($0).isVerb }) {
      return said
    }
    if let verb = cue.first(where: { tag($0).isVerb && !tokens[$0].has(.auxiliary) }) {
      return verb
    }
    let noun = cue.last { tag($0) == .noun || tag($0) == .adjective }
    return noun ?? cue.first { tag($0).isVerb } ?? cue.lowerBound
  }

  /// The features of all tokens for the first model.
  func firstFeatures(_ body: (UnsafePointer<UInt32>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: AttributionFeatures.count) { buffer in
      guard let features = buffer.baseAddress else { return }
      for place in 0..<traits.count {
        AttributionFeatures.write(traits, clauses, at: place, into: features)
        body(UnsafePointer(features))
      }
    }
  }
}
