public import HearsayModel
public import HearsayStore
internal import HearsayText

/// The history and what is ignored, as lines for people.
public enum HistoryReport {
  /// One step: what was done and, indented, what changed.
  public static func lines(_ entry: HistoryEntry, showsPath: Bool) -> [String] {
    var head =
      "\(entry.sequence)  \(entry.stamp.time)  \(entry.stamp.author)  \(entry.verb.rawValue)"
    if let refers = entry.refers { head += " of \(refers)" }
    if entry.isUndone { head += " (undone)" }
    if showsPath, let path = entry.path { head += "  \(path)" }
    return [head] + lines(entry.changes)
  }

  /// One step that came by sync: who made it, and whose device it came from.
  public static func lines(_ step: ReceivedStep, showsPath: Bool) -> [String] {
    let device = step.device.prefix(8)
    let source = step.member.map { "\($0) (\(device))" } ?? String(device)
    var head =
      "-  \(step.stamp.time)  \(step.stamp.author)  \(step.verb.rawValue) by sync from \(source)"
    if showsPath, let path = step.path { head += "  \(path)" }
    return [head] + lines(step.changes)
  }

  /// The steps made here and those that came by sync, by their times; each of the two kinds in its
  /// own order, whatever its clocks said.
  public static func lines(
    _ entries: [HistoryEntry], _ received: [ReceivedStep], showsPath: Bool
  ) -> [String] {
    var result: [String] = []
    var rest = received[...]
    for entry in entries {
      while let step = rest.first, step.stamp.time < entry.stamp.time {
        result += lines(step, showsPath: showsPath)
        rest.removeFirst()
      }
      result += lines(entry, showsPath: showsPath)
    }
    return result + rest.flatMap { lines($0, showsPath: showsPath) }
  }

  private static func lines(_ changes: [FieldChange]) -> [String] {
    changes.filter { $0.field != .creation && $0.field != .decision }
      .map { "      \(line($0))" }
  }

  /// Something that is ignored, beginning with its id.
  public static func line(_ ignore: Ignore, path: String?) -> String {
    let code = ignore.code ?? "everything"
    let place = path.map { " in \($0)" } ?? ""
    let what: String
    switch ignore.scope {
    case .finding(let target): what = "\(code) on \(marked(target.exact)) at one place\(place)"
    case .speaker(let id): what = "\(code) said by \(id)\(place)"
    case .words(let words): what = "\(code) on \(marked(words))\(place)"
    case .project: what = "\(code) in the whole project"
    }
    return "\(ignore.id.text)  \(what) (\(ignore.decision.author), \(ignore.decision.time))"
  }

  private static func line(_ change: FieldChange) -> String {
    let (before, after) = (words(change.before), words(change.after))
    var field = change.field.rawValue
    if case .speaker(let id) = change.subject { field += " of \(id)" }
    switch (change.before, change.after) {
    case (nil, _): return "\(field): \(after)"
    case (_, nil): return "\(field): no longer \(before)"
    default: return "\(field): \(before) → \(after)"
    }
  }

  private static func words(_ value: FieldValue?) -> String {
    switch value {
    case nil: "nothing"
    case .text(let text)?: oneLine(text)
    case .number(let number)?: "\(number)"
    case .target(let target)?:
      "\(marked(target.exact)) (bytes \(target.span.start)–\(target.span.end))"
    case .stretch(let stretch)?: marked(stretch.exact)
    case .speaker(let speaker)?: speaker.name
    case .stamp(let stamp)?: "\(stamp.author), \(stamp.time)"
    }
  }

  /// Words in quotation marks, unless they bring marks of their own.
  private static func marked(_ words: String) -> String {
    let line = oneLine(words)
    return line.hasPrefix("“") ? line : "“\(line)”"
  }

  /// A text on one line, control characters as spaces, cut to 80 characters.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      line.append(isControl ? " " : scalar)
    }
    let whole = String(line)
    return whole.count > 80 ? whole.prefix(79) + "…" : whole
  }
}
