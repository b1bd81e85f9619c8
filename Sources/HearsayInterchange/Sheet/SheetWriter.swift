internal import HearsayModel
internal import HearsayText

/// Writes a sheet in the notation of ``AnnotationSheet``.
public enum SheetWriter {
  /// What the sheet says about itself.
  private static let introduction = """
    # Hearsay annotation sheet. Edit and save: what you change is stored as your decision.
    #   status   suggested, accepted, rejected; deleted takes back what was decided or added
    #   text     other words move the annotation to them
    #   A new block [quotation], [date], [outlet] or [note] with “text:” adds an annotation.
    #   A block that you remove changes nothing. Lines that begin with # are not read.
    """

  /// The text of a sheet.
  public static func text(of sheet: AnnotationSheet) -> String {
    var lines = [introduction, "article: \(oneLine(sheet.article))"]
    for block in sheet.blocks {
      lines.append("")
      if let comment = block.comment {
        lines += comment.split(separator: "\n").map { "# \(oneLine(String($0)))" }
      }
      lines.append(header(of: block))
      for field in SheetField.fields(of: block.kind) {
        lines.append(contentsOf: self.lines(field, block[field]))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line a block begins with.
  static func header(of block: SheetBlock) -> String {
    var words = [block.kind.rawValue]
    if let place = block.place {
      let number = place.number > 1 ? "/\(place.number)" : ""
      words.append("\(place.position.line + 1):\(place.position.column + 1)\(number)")
    }
    if let id = block.id { words.append(id.text) }
    return "[\(words.joined(separator: " "))]"
  }

  private static func lines(_ field: SheetField, _ value: String) -> [String] {
    let parts = normalised(value).split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty else { return ["\(field.rawValue):"] }
    let rest = parts.dropFirst().map { part in
      part.allSatisfy { $0 == "." } ? "  .\(part)" : "  \(part)"
    }
    return ["\(field.rawValue): \(first)"] + rest
  }

  /// A value as it comes back when it is read: lines without white space at their ends, none empty
  /// at the beginning or end, control characters as spaces.
  public static func normalised(_ value: String) -> String {
    let lines = value.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      SheetReader.trimmed(oneLine(String(line)))
    }
    let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    let start = lines.firstIndex { !$0.isEmpty } ?? end
    return lines[start..<max(start, end)].joined(separator: "\n")
  }

  /// Words on one line, every run of white space one space.
  public static func folded(_ words: String) -> String {
    words.split { $0.isWhitespace }.map { oneLine(String($0)) }.joined(separator: " ")
  }

  private static func oneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.value < 0x20 || scalar.value == 0x7F || 0x80...0x9F ~= scalar.value
        || scalar.value == 0x2028 || scalar.value == 0x2029
      result.append(isControl ? " " : scalar)
    }
    return String(result)
  }
}
