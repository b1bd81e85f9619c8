internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What can be written at a place of a project's settings.
struct SettingsCompletions {
  /// What can be written.
  private(set) var items: [CompletionItem] = []
  private let line: CompletionLine

  /// What can be written in a line of a text.
  init(_ text: Text, _ line: CompletionLine) {
    self.line = line
    let table = SettingsCompletions.table(of: text, before: line.start)
    let indent = line.before.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
    if let equals = line.before.firstIndex(of: "=") {
      let key = line.before[..<equals].filter { !$0.isWhitespace && $0 != "\"" }
      addValues(of: table.isEmpty ? key : "\(table).\(key)", behind: line.before[...equals])
    } else if table == "severity" {
      addKeys(SettingsReader.severityCodes.sorted(), from: indent)
    } else {
      addKeys(SettingsFile.keys.filter { $0 != "severity" }, from: indent)
      items.append(
        CompletionItem(
          "[severity]", kind: .field, detail: SettingsCompletions.detail(of: "severity"),
          range: range(from: indent)))
    }
  }

  /// The table that a byte stands in; empty for none.
  private static func table(of text: Text, before byte: Int) -> String {
    var line = text.line(ofByte: byte)
    while line > 0 {
      line -= 1
      let words = text.string(in: ByteSpan(text.lineStart(line), text.lineEnd(line)))
        .filter { !$0.isWhitespace }
      if words.hasPrefix("["), let end = words.firstIndex(of: "]") {
        return String(words[words.index(after: words.startIndex)..<end])
      }
    }
    return ""
  }

  private func range(from start: Int) -> LSPRange {
    line.range(from: start, to: max(start, line.before.utf8.count))
  }

  private mutating func addKeys(_ keys: [String], from start: Int) {
    for key in keys {
      items.append(
        CompletionItem(
          key, kind: .field, detail: SettingsCompletions.detail(of: key),
          range: range(from: start), text: "\(key) = "))
    }
  }

  /// A few words about a key.
  private static func detail(of key: String) -> String? {
    switch key {
    case "author": "who decides"
    case "exclude": "patterns of files that are not indexed"
    case "maxIndexedFiles": "files in the index at most; 0 for no index"
    case "date": "the article’s date, before the one the text gives"
    case "dayMonthOrder": "which number of 03/04/2021 is the day"
    case "kinds": "what is shown"
    case "minimumConfidence": "0 to 1; what is less sure is not shown"
    case "maxDiagnostics": "pushed at most for one document"
    case "positionEncoding": "for a client that counts otherwise than it says"
    case "severity": "how loudly each code is shown"
    default: nil
    }
  }

  private mutating func addValues(of key: String, behind start: Substring) {
    let values: [String]
    switch key {
    case "dayMonthOrder": values = ["auto", "day-first", "month-first"]
    case "positionEncoding": values = Settings.PositionEncodingChoice.allCases.map(\.rawValue)
    case "kinds":
      let all = Settings.Kind.allCases.map { "\"\($0.rawValue)\"" }
      values = []
      add("[\(all.joined(separator: ", "))]", behind: start)
      addElements(all)
    case _ where key.hasPrefix("severity."): values = Settings.Severity.allCases.map(\.rawValue)
    default: values = []
    }
    for value in values { add("\"\(value)\"", behind: start) }
  }

  private mutating func add(_ value: String, behind start: Substring) {
    items.append(
      CompletionItem(
        value, kind: .enumMember, range: line.range(from: start.utf8.count), text: " \(value)"))
  }

  /// Elements of a list that is open at the cursor.
  private mutating func addElements(_ values: [String]) {
    guard line.before.contains("["), !line.before.contains("]") else { return }
    let start = line.before.utf8.lastIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ",") }
    guard let start else { return }
    let offset = line.before.utf8.distance(from: line.before.utf8.startIndex, to: start) + 1
    items = values.filter { !line.before.contains($0) }.map { value in
      CompletionItem(
        value, kind: .enumMember, range: range(from: offset),
        text: line.before.utf8.last == UInt8(ascii: ",") ? " \(value)" : value)
    }
  }
}
