import HearsayTestSupport

/// Edits that a writer of news might make, from a seed.
struct ArticleEdits {
  private var random: SplitMix64
  private static let pieces = [
    "“Ja,” Ana Ruiz said. ", "x", "\n\n", "🌊", "on Tuesday", "“", "”", " TASS reported. ",
    "she said", "\r\n",
  ]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// The text with one edit.
  mutating func edited(_ text: String) -> String {
    var characters = Array(text)
    let start = random.below(characters.count + 1)
    let end = min(characters.count, start + (random.one(in: 2) ? 0 : random.below(12)))
    let piece = random.one(in: 4) ? "" : random.pick(ArticleEdits.pieces)
    characters.replaceSubrange(start..<end, with: Array(piece))
    return String(characters)
  }
}
