/// What an element of a rule can write down while it is matched.
enum DateField: Int, CaseIterable, Sendable {
  case year, shortYear, yearShift, spokenYear, prefix, half, quarter, season, month, day, weekday
  case holiday, part, hour, minute, meridiem, clock, zone, pointer, dayShift
  case count, andHalf, unit, sign, origin, grain, direction, modifier, first, second, third, era
  case compact, frame, ordinal

  private static let names: [String: DateField] = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// The field with a name, or nil.
  static func named(_ name: some StringProtocol) -> DateField? { names[String(name)] }
}

/// The fields that a rule has written down so far.
struct DateDraft: Sendable {
  private var values = DateDraft.blank
  private static let none = Int32.min
  /// Nothing written down; shared until something is.
  private static let blank = [Int32](repeating: none, count: DateField.allCases.count)

  /// A field's number, or nil.
  subscript(_ field: DateField) -> Int32? {
    let value = values[field.rawValue]
    return value == DateDraft.none ? nil : value
  }

  /// The stored number of a field, to put back later.
  @inline(__always)
  func raw(_ index: Int) -> Int32 { values[index] }

  /// Puts a stored number back.
  @inline(__always)
  mutating func setRaw(_ index: Int, _ value: Int32) { values[index] = value }

  /// Writes a number down.
  mutating func set(_ field: DateField, _ value: Int32) { values[field.rawValue] = value }
}
