internal import HearsayAnalysis
internal import HearsayModel

/// Lays given values over settings and remembers what could not be used.
///
/// Keys it does not know are passed over, so that an older program can read newer settings.
public struct SettingsReader: Sendable {
  /// The settings so far.
  public private(set) var settings: Settings
  /// What could not be used, in the order of the keys' names.
  public private(set) var problems: [SettingsProblem] = []

  /// The codes a severity can be given for.
  public static let severityCodes: Set<String> = Set(
    [
      "quotation", "scare", "date", "outlet", "note", "needs-review", "orphaned", "conflict",
      "disagreement",
    ]
      + Problem.Code.allCases.map(\.rawValue))

  /// A reader that starts from settings already known.
  public init(over settings: Settings = Settings()) {
    self.settings = settings
  }

  /// Takes over what a table gives; null gives nothing.
  ///
  /// A table with a table `hearsay` inside is read from there, since some clients send a section
  /// under its name.
  public mutating func apply(_ value: SettingValue) {
    switch value {
    case .null: return
    case .object(let members):
      if case .object? = members["hearsay"], let inner = members["hearsay"] {
        apply(inner)
        return
      }
      for key in members.keys.sorted() { apply(members[key] ?? .null, to: key) }
    case .array(let elements) where elements.isEmpty:
      // An empty table, as languages without a separate type for it write one.
      return
    default:
      report(.notATable, "settings", "The settings are no table.")
    }
  }

  private mutating func apply(_ value: SettingValue, to key: String) {
    if case .null = value { return }
    switch key {
    case "positionEncoding":
      if let choice: Settings.PositionEncodingChoice = choice(value, key) {
        settings.positionEncoding = choice
      }
    case "maxDiagnostics":
      if let number = number(value, key, in: 0...1_000_000) {
        if number == number.rounded() {
          settings.maxDiagnostics = Int(number)
        } else {
          report(.unknownValue, key, "\(key) must be a whole number.")
        }
      }
    case "minimumConfidence":
      if let number = number(value, key, in: 0...1) { settings.minimumConfidence = number }
    case "author": applyAuthor(value)
    case "exclude": applyExclude(value)
    case "maxIndexedFiles":
      if let number = number(value, key, in: 0...200_000) {
        settings.maxIndexedFiles = Int(number)
      }
    case "date": applyDate(value)
    case "dayMonthOrder": applyOrder(value)
    case "kinds": applyKinds(value)
    case "severity": applySeverities(value)
    default: break
    }
  }

  private mutating func applyAuthor(_ value: SettingValue) {
    guard case .string(let name) = value, name.contains(where: { !$0.isWhitespace }) else {
      report(.wrongType, "author", "author must be a name.")
      return
    }
    settings.author = name
  }

  private mutating func applyExclude(_ value: SettingValue) {
    var patterns: [String] = []
    if case .array(let elements) = value {
      for case .string(let pattern) in elements { patterns.append(pattern) }
      if patterns.count == elements.count, patterns.count <= 1_000 {
        settings.exclude = patterns
        return
      }
    }
    report(.wrongType, "exclude", "exclude must be a list of patterns such as \"drafts/\".")
  }

  private mutating func applyDate(_ value: SettingValue) {
    guard case .string(let text) = value else {
      report(.wrongType, "date", "date must be a string such as 2024-03-01.")
      return
    }
    if text.isEmpty {
      settings.date = nil
    } else if AnalysisOptions.isDate(text) {
      settings.date = text
    } else {
      report(.unknownValue, "date", "date must look like 2024-03-01.")
    }
  }

  private mutating func applyOrder(_ value: SettingValue) {
    if case .string("auto") = value {
      settings.dayMonthOrder = nil
    } else if case .string(let text) = value, let order = DayMonthOrder(rawValue: text) {
      settings.dayMonthOrder = order
    } else {
      report(
        .unknownValue, "dayMonthOrder", "dayMonthOrder must be day-first, month-first or auto.")
    }
  }

  private mutating func applyKinds(_ value: SettingValue) {
    guard case .array(let elements) = value else {
      report(.wrongType, "kinds", "kinds must be a list of quotation, date, outlet.")
      return
    }
    settings.kinds = []
    for element in elements {
      if let kind: Settings.Kind = choice(element, "kinds") { settings.kinds.insert(kind) }
    }
  }

  private mutating func applySeverities(_ value: SettingValue) {
    guard case .object(let members) = value else {
      report(.wrongType, "severity", "severity must be a table from code to level.")
      return
    }
    for (code, value) in members.sorted(by: { $0.key < $1.key }) {
      guard SettingsReader.severityCodes.contains(code) else {
        report(.unknownValue, "severity.\(code)", "severity has no code \(code).")
        continue
      }
      if let severity: Settings.Severity = choice(value, "severity.\(code)") {
        settings.severities[code] = severity
      }
    }
  }

  /// One of the names a setting knows.
  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: SettingValue, _ key: String
  ) -> Choice? where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    guard case .string(let text) = value else {
      report(.wrongType, key, "\(key) must be one of \(names).")
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    report(.unknownValue, key, "\(key) must be one of \(names), not \(text).")
    return nil
  }

  private mutating func number(
    _ value: SettingValue, _ key: String, in range: ClosedRange<Double>
  ) -> Double? {
    let limits = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
    guard case .number(let number) = value else {
      report(.wrongType, key, "\(key) must be a number from \(limits).")
      return nil
    }
    if range.contains(number) { return number }
    report(.unknownValue, key, "\(key) must be a number from \(limits).")
    return nil
  }

  private mutating func report(_ code: SettingsProblem.Code, _ key: String, _ message: String) {
    problems.append(SettingsProblem(code, setting: key, message: message))
  }
}
