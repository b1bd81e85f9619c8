/// The class of a word, as far as attribution needs it.
///
/// Open classes are told apart, names by what they name; words of closed classes are their own class
/// anyway and share one tag.
package enum WordTag: UInt32, CaseIterable, Sendable {
  /// Common noun.
  case noun
  /// Part of a person's name.
  case person
  /// Part of an organisation's name.
  case organisation
  /// Part of another name.
  case name
  /// Verb in the past tense.
  case past
  /// Finite verb in the present tense.
  case present
  /// Verb in its base form.
  case base
  /// Verb in -ing.
  case gerund
  /// Past participle.
  case participle
  /// Adjective.
  case adjective
  /// Adverb.
  case adverb
  /// Preposition, particle, subordinating word.
  case preposition
  /// Article, demonstrative, possessive.
  case determiner
  /// Pronoun, modal, conjunction and other words of closed classes.
  case function
  /// Number in digits.
  case number
  /// Punctuation, marks and symbols.
  case sign

  /// Whether it is a verb of any form.
  package var isVerb: Bool {
    rawValue >= WordTag.past.rawValue && rawValue <= WordTag.participle.rawValue
  }
  /// Whether it is a finite verb.
  var isFinite: Bool { self == .past || self == .present }
}

/// Gives every token its word class, from left to right in one pass.
///
/// A linear model over the word, its neighbours, its letters and the two tags before.
package struct WordTagger {
  /// Templates of one token.
  package static let featureCount = 22

  /// Tags all tokens and completes `backbone`.
  package static func tag(
    _ traits: TokenTraits, _ input: ParagraphInput, _ scorer: some FeatureScorer
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: featureCount) { buffer in
      guard let features = buffer.baseAddress else { return }
      for index in 0..<traits.count {
        let tag: WordTag
        switch input.tokens[index].kind {
        case .number: tag = .number
        case .mark, .punctuation, .symbol: tag = .sign
        case .word:
          WordTagger.features(traits, at: index, into: features)
          tag = best(scorer.score(features, featureCount))
        }
        set(tag, at: index, traits, input.tokens[index])
      }
    }
  }

  /// Notes a tag, given or found.
  @inline(__always)
  package static func set(_ tag: WordTag, at index: Int, _ traits: TokenTraits, _ token: Token) {
    traits.tag[index] = tag.rawValue
    let isClosed =
      tag.rawValue >= WordTag.preposition.rawValue && tag != .number || token.has(.auxiliary)
    traits.backbone[index] = isClosed ? traits.word[index] : tag.rawValue
  }

  /// The column with the highest score; the first of equals.
  @inline(__always)
  package static func best(_ scores: SIMD16<Float>) -> WordTag {
    var best = 0
    for column in 1..<WeightTable.columns where scores[column] > scores[best] { best = column }
    return WordTag(rawValue: UInt32(best)) ?? .noun
  }

  /// The features of one token; the tags before it must be known.
  @inline(__always)
  package static func features(
    _ traits: TokenTraits, at i: Int, into places: UnsafeMutablePointer<UInt32>
  ) {
    var writer = FeatureWriter(places)
    let word = traits.word
    let shape = traits.shape[i]
    let before = traits.tag[i - 1]
    writer.add(word[i])
    writer.add(word[i], shape)
    writer.add(word[i - 1])
    writer.add(word[i + 1])
    writer.add(word[i - 2])
    writer.add(word[i + 2])
    writer.add(word[i - 1], word[i])
    writer.add(word[i], word[i + 1])
    writer.add(word[i - 1], word[i + 1])
    writer.add(traits.stem[i])
    writer.add(traits.suffix[i], shape)
    writer.add(traits.ending[i], shape)
    writer.add(traits.lexical[i], shape)
    writer.add(before, traits.suffix[i])
    writer.add(before, word[i])
    writer.add(before, traits.tag[i - 2])
    writer.add(before, traits.tag[i - 2], traits.suffix[i])
    writer.add(before, word[i + 1])
    writer.add(traits.suffix[i + 1], traits.suffix[i])
    writer.add(traits.shape[i + 1], shape, before)
    writer.add(traits.suffix[i - 1], traits.suffix[i], traits.suffix[i + 1])
    writer.add(traits.lexical[i + 1], traits.lexical[i - 1], shape)
  }
}
