/// How often words point to each country.
///
/// A text points to few, so that a sorted list is quicker than a dictionary to fill and to copy.
struct CountryCounts: Hashable, Sendable {
  /// A country and how often words point to it.
  struct Entry: Hashable, Sendable {
    let country: CountryCode
    fileprivate(set) var count: Int
  }

  /// In the order of the countries, so that equal counts are equal lists.
  private(set) var entries: [Entry] = []

  /// Whether no country is counted.
  var isEmpty: Bool { entries.isEmpty }

  /// A country's count.
  subscript(country: CountryCode) -> Int {
    let place = place(of: country)
    return place < entries.count && entries[place].country == country ? entries[place].count : 0
  }

  /// Adds to a country's count, no further than a limit.
  mutating func add(_ count: Int, of country: CountryCode, limit: Int = .max) {
    let place = place(of: country)
    if place < entries.count, entries[place].country == country {
      entries[place].count = min(limit, entries[place].count + count)
    } else {
      entries.insert(Entry(country: country, count: min(limit, count)), at: place)
    }
  }

  /// The place of the first entry that is not before a country.
  private func place(of country: CountryCode) -> Int {
    var place = 0
    while place < entries.count, entries[place].country < country { place += 1 }
    return place
  }
}
