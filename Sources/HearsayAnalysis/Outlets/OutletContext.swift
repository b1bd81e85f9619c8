/// What the paragraphs so far tell a later one: how often they point to each country.
struct OutletContext: Hashable, Sendable {
  /// How often the text so far points to each country, up to a limit.
  private(set) var countries = CountryCounts()

  /// Adds a paragraph's cues; counts stop at a limit, so that an early edit in a long text soon
  /// makes no difference.
  mutating func add(_ cues: CountryCounts) {
    for cue in cues.entries {
      countries.add(cue.count, of: cue.country, limit: OutletContext.limit)
    }
  }

  private static let limit = 12
}
