/// A year, month or day as the registry writes it: `2024`, `2024-03`, `2024-03-05`.
struct RegistryDate: Hashable, Sendable, Comparable {
  private let year: Int
  /// 1…12, or nil.
  private let month: Int?
  /// 1…31, or nil.
  private let day: Int?

  /// The date of a text, or nil where it is none.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, widths).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    guard (1...12).contains(month ?? 1), (1...31).contains(day ?? 1) else { return nil }
  }

  /// Months since year 0 at the latest that the date can mean.
  private var lastMonth: Int { year * 12 + (month ?? 12) - 1 }
  /// Months since year 0 at the earliest that the date can mean.
  private var firstMonth: Int { year * 12 + (month ?? 1) - 1 }

  /// Whether the other date lies more than so many months from this one, either way.
  func isFurther(than months: Int, from other: RegistryDate) -> Bool {
    let distance = max(other.firstMonth - lastMonth, firstMonth - other.lastMonth)
    if distance != months { return distance > months }
    guard let day, let otherDay = other.day else { return false }
    return other.firstMonth > firstMonth ? otherDay > day : otherDay < day
  }

  /// Whether this date is certainly later than another: all it can mean lies behind it.
  func isAfter(_ other: RegistryDate) -> Bool { first > other.last }

  /// Whether this date is certainly earlier than another.
  func isBefore(_ other: RegistryDate) -> Bool { last < other.first }

  private var first: Int { (year * 12 + (month ?? 1)) * 32 + (day ?? 1) }
  private var last: Int { (year * 12 + (month ?? 12)) * 32 + (day ?? 31) }

  /// By the first day that each can mean.
  static func < (left: RegistryDate, right: RegistryDate) -> Bool { left.first < right.first }
}
