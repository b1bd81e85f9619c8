/// Gives equal words equal numbers, so that comparing two texts compares integers.
///
/// Words are equal where Unicode calls them canonically equivalent, whatever their normal form.
struct TokenInterner: Sendable {
  /// The number of no word of the texts.
  static let unknown: Int32 = -1

  private var numbers: [String: Int32] = [:]

  /// How many different words there are.
  var count: Int { numbers.count }

  /// The number of a folded word, a new one where it was not seen before.
  mutating func number(of word: String) -> Int32 {
    if let known = numbers[word] { return known }
    let fresh = Int32(truncatingIfNeeded: numbers.count)
    numbers[word] = fresh
    return fresh
  }

  /// The number of a folded word, or ``unknown``.
  func knownNumber(of word: String) -> Int32 { numbers[word] ?? TokenInterner.unknown }
}
