/// What the paragraphs so far tell a later one: how often they point to each country.
struct OutletContext: Hashable, Sendable {
  private(set) var countries: [CountryCode: Int] = [:]

  /// Adds a paragraph's cues; counts stop at a limit, so that an early edit in a long text soon
  /// makes no difference.
  mutating func add(_ cues: [CountryCode: Int]) {
    for (country, count) in cues {
      countries[country] = min(OutletContext.limit, countries[country, default: 0] + count)
    }
  }

  private static let limit = 12
}
