public import HearsayText
internal import TOMLKit

/// A file of settings as text, with what it gives and the places of its mistakes.
public struct SettingsFile: Sendable {
  /// A mistake at its place.
  public struct Mistake: Hashable, Sendable {
    /// What is wrong.
    public let problem: SettingsProblem
    /// Where, in bytes: the key, or in broken TOML the rest of the line.
    public let span: ByteSpan
  }

  /// The text.
  public let text: Text
  /// What it gives; nil where it is no TOML.
  public let settings: Settings?
  /// What is wrong with what it gives.
  public let problems: [SettingsProblem]
  /// Everything that is wrong, keys that nobody knows included, in the order of the text.
  public let mistakes: [Mistake]

  /// The keys that mean something, in the order of the documentation.
  public static let keys = [
    "author", "date", "dayMonthOrder", "kinds", "minimumConfidence", "maxDiagnostics",
    "positionEncoding", "exclude", "maxIndexedFiles", "severity",
  ]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - path: Named where the text is no TOML.
  ///   - before: The last good settings; of a key with a mistake the value stays.
  public init(_ text: Text, path: String, before: Settings = Settings()) {
    self.text = text
    let places = SettingsPlaces(text)
    do {
      try SettingsSyntax.check(text.allBytes)
      let table = try TOMLTable(string: text.string(in: ByteSpan(0, text.byteCount)))
      var reader = SettingsReader()
      reader.apply(SettingValue(table))
      var settings = reader.settings
      for problem in reader.problems { settings.keep(problem.setting, of: before) }
      self.settings = settings
      problems = reader.problems
      var mistakes = problems.map { Mistake(problem: $0, span: places.span(of: $0.setting)) }
      for key in table.keys where !SettingsFile.keys.contains(key) && key != "hearsay" {
        let problem = SettingsProblem(
          .unknownKey, setting: key, message: "There is no setting \(key).")
        mistakes.append(Mistake(problem: problem, span: places.span(of: key)))
      }
      self.mistakes = mistakes.sorted {
        ($0.span, $0.problem.setting) < ($1.span, $1.problem.setting)
      }
    } catch {
      settings = nil
      let place = SettingsFile.place(of: error)
      let reason = place.map { "line \($0.line): \($0.reason)" }
      let problem = SettingsProblem(
        .unreadable, setting: path, message: "\(path): \(reason ?? "it is no TOML.")")
      problems = [problem]
      let line = max(0, (place?.line ?? 1) - 1)
      let start = text.lineStart(line)
      mistakes = [
        Mistake(problem: problem, span: ByteSpan(start, max(start, text.lineEnd(line))))
      ]
    }
  }

  /// The line at which a text is no TOML, and why.
  private static func place(of error: any Error) -> SettingsSyntaxError? {
    if let error = error as? SettingsSyntaxError { return error }
    return (error as? TOMLParseError).map {
      SettingsSyntaxError(line: $0.source.begin.line, reason: $0.description)
    }
  }
}

/// Where keys stand in TOML that could be read.
///
/// Lines are enough: a key begins one, alone, quoted or behind the name of its table.
private struct SettingsPlaces {
  private var spans: [String: ByteSpan] = [:]

  init(_ text: Text) {
    var table = ""
    for line in 0..<text.lineCount {
      let start = text.lineStart(line)
      let all = text.string(in: ByteSpan(start, text.lineEnd(line)))
      let indent = all.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let words = all.utf8.dropFirst(indent)
      if words.first == UInt8(ascii: "[") {
        let name = words.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        table = SettingsPlaces.bare(String(Substring(name)))
        note(table, ByteSpan(start + indent, start + indent + name.count + 2))
      } else if let equals = words.firstIndex(of: UInt8(ascii: "=")) {
        let key = String(Substring(words[..<equals]))
        let name = SettingsPlaces.bare(key)
        let width = key.utf8.reversed().drop { $0 == 0x20 || $0 == 0x09 }.count
        let span = ByteSpan(start + indent, start + indent + width)
        note(table.isEmpty ? name : "\(table).\(name)", span)
      }
    }
  }

  private mutating func note(_ name: String, _ span: ByteSpan) {
    // In a section of its own, as editors have it, keys are the same.
    let name = name.hasPrefix("hearsay.") ? String(name.dropFirst(8)) : name
    if spans[name] == nil { spans[name] = span }
  }

  /// A key without quotes and white space.
  private static func bare(_ key: String) -> String {
    String(key.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" })
  }

  /// Where a setting stands; its table where it stands inside of one, else the first line.
  func span(of setting: String) -> ByteSpan {
    if let span = spans[setting] { return span }
    let table = setting.split(separator: ".").first.map(String.init) ?? ""
    return spans[table] ?? ByteSpan(0, 0)
  }
}

extension Settings {
  /// Takes over the value that a setting had before; a code of `severity` keeps its own alone.
  fileprivate mutating func keep(_ setting: String, of before: Settings) {
    switch setting {
    case "author": author = before.author
    case "date": date = before.date
    case "dayMonthOrder": dayMonthOrder = before.dayMonthOrder
    case "kinds": kinds = before.kinds
    case "exclude": exclude = before.exclude
    case "maxIndexedFiles": maxIndexedFiles = before.maxIndexedFiles
    case "minimumConfidence": minimumConfidence = before.minimumConfidence
    case "maxDiagnostics": maxDiagnostics = before.maxDiagnostics
    case "positionEncoding": positionEncoding = before.positionEncoding
    case "severity": severities = before.severities
    default:
      guard setting.hasPrefix("severity.") else { return }
      let code = String(setting.dropFirst("severity.".count))
      severities[code] = before.severities[code]
    }
  }
}
