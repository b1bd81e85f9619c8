internal import HearsayModel
internal import HearsayText

/// Reads brat's standoff: our own labels, and attribution corpora that mark content, source and cue.
public enum BratReader {
  /// The annotations of one document.
  ///
  /// - Parameters:
  ///   - path: the document's path, without brat's ending.
  ///   - text: content of the `.txt` file.
  ///   - annotations: content of the `.ann` file.
  public static func read(path: String, text: [UInt8], annotations: [UInt8]) -> ImportedSet {
    var set = ImportedSet()
    guard let words = try? Text(validating: text) else {
      set.problems.append(ImportProblem(.badFile, at: path, "the text is not UTF-8"))
      return set
    }
    var file = BratFile(path: path, text: words)
    var number = 0
    for line in annotations.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = String(decoding: line, as: UTF8.self)
      if line.hasSuffix("\r") { line.removeLast() }
      guard !line.isEmpty else { continue }
      do throws(ImportProblem) {
        try file.take(line)
      } catch {
        set.problems.append(
          ImportProblem(error.code, at: "\(path).ann line \(number)", error.message))
      }
    }
    var document = ImportedDocument(path: path, text: text)
    document.annotations = file.annotations()
    set.documents = [document]
    return set
  }
}

/// The lines of one `.ann` file.
private struct BratFile {
  private struct Bound {
    let label: String
    let place: ImportedPlace
  }

  private let path: String
  private let text: Text
  private var bounds: [String: Bound] = [:]
  private var order: [String] = []
  private var relations: [(label: String, from: String, to: String)] = []
  private var attributes: [String: [String: String]] = [:]
  private var notes: [String: [String: String]] = [:]

  init(path: String, text: Text) {
    self.path = path
    self.text = text
  }

  mutating func take(_ line: String) throws(ImportProblem) {
    let columns = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard columns.count >= 2, let id = columns.first, let sign = id.first else {
      throw ImportProblem(.badRow, at: path, "a tab is missing")
    }
    let words = columns[1].split(separator: " ")
    switch sign {
    case "T": try bound(String(id), columns)
    case "R":
      guard words.count == 3, let from = words[1].split(separator: ":").last,
        let to = words[2].split(separator: ":").last
      else { throw ImportProblem(.badRow, at: path, "a relation needs two arguments") }
      relations.append((String(words[0]), String(from), String(to)))
    case "E": try event(words)
    case "A", "M":
      guard words.count >= 2 else {
        throw ImportProblem(.badRow, at: path, "an attribute needs a target")
      }
      let value = words.count > 2 ? words[2...].joined(separator: " ") : "true"
      attributes[String(words[1]), default: [:]][String(words[0])] = value
    case "#":
      guard words.count == 2 else {
        throw ImportProblem(.badRow, at: path, "a note needs a target")
      }
      let value = columns.count > 2 ? BratText.unescaped(columns[2]) : ""
      notes[String(words[1]), default: [:]][String(words[0])] = value
    case "*", "N": break
    default: throw ImportProblem(.badRow, at: path, "lines that begin with \(sign) are not known")
    }
  }

  private mutating func bound(_ id: String, _ columns: [Substring]) throws(ImportProblem) {
    guard let space = columns[1].firstIndex(of: " ") else {
      throw ImportProblem(.badRow, at: path, "a text-bound annotation needs offsets")
    }
    let label = String(columns[1][..<space])
    var pieces: [Range<Int>] = []
    for piece in columns[1][space...].split(separator: ";") {
      let ends = piece.split(separator: " ").compactMap { Int($0) }
      guard ends.count == 2, 0 <= ends[0], ends[0] < ends[1], ends[1] <= text.scalarCount else {
        throw ImportProblem(.badPlace, at: path, "offsets \(piece) are not in the text")
      }
      pieces.append(ends[0]..<ends[1])
    }
    guard let first = pieces.first, let last = pieces.last else {
      throw ImportProblem(.badRow, at: path, "a text-bound annotation needs offsets")
    }
    if columns.count > 2 {
      let words = pieces.map(words).joined(separator: " ")
      guard words == columns[2] else {
        throw ImportProblem(
          .badPlace, at: path, "the text there is “\(words)”, not “\(columns[2])”")
      }
    }
    let hull = first.lowerBound..<max(last.upperBound, first.upperBound)
    bounds[id] = Bound(label: label, place: ImportedPlace(hull, exact: self.words(hull)))
    order.append(id)
  }

  private func words(_ range: Range<Int>) -> String {
    text.string(
      in: ByteSpan(
        text.byte(ofOffset: range.lowerBound, in: .utf32),
        text.byte(ofOffset: range.upperBound, in: .utf32)))
  }

  /// An attribution event of a corpus: its roles are relations from the content.
  private mutating func event(_ words: [Substring]) throws(ImportProblem) {
    var content: String?
    var parts: [(String, String)] = []
    for word in words {
      let pair = word.split(separator: ":")
      guard pair.count == 2 else { continue }
      let role = String(pair[0].lowercased().prefix { $0.isLetter })
      if role.hasPrefix("content") { content = content ?? String(pair[1]) }
      if role.hasPrefix("source") { parts.append(("source", String(pair[1]))) }
      if role.hasPrefix("cue") { parts.append(("cue", String(pair[1]))) }
    }
    guard let content else { return }
    for (label, target) in parts { relations.append((label, content, target)) }
  }

  // MARK: - Annotations

  func annotations() -> [ImportedAnnotation] {
    var parts: [String: [String: String]] = [:]
    for relation in relations { parts[relation.from, default: [:]][relation.label] = relation.to }
    var chains = UtteranceChains(parts)
    return order.compactMap { id in
      guard let bound = bounds[id] else { return nil }
      let (attributes, notes) = (attributes[id] ?? [:], notes[id] ?? [:])
      let content: ImportedAnnotation.Content
      switch bound.label.lowercased() {
      case "direct", "mixed", "indirect", "scare", "content":
        content = .quotation(
          quotation(
            id, bound.label.lowercased(), parts, beginningWith: chains.first(of: id)))
      case "date":
        content = .date(
          attributes["timex"].flatMap(TimeExpression.Kind.init(rawValue:)) ?? .date,
          value: notes["Value"] ?? "XXXX", anchor: notes["Anchor"], modifier: notes["Modifier"])
      case "outlet":
        content = .outlet(
          id: notes["Outlet"], name: notes["OutletName"] ?? bound.place.exact ?? "",
          attributes["role"].flatMap(OutletRole.init(rawValue:)) ?? .mention)
      case "note": content = .note(notes["Note"] ?? notes["AnnotatorNotes"] ?? "")
      default: return nil
      }
      var result = ImportedAnnotation(
        id: notes["Id"] ?? id, place: bound.place, content: content)
      // What brat's users add by hand has no status: it is theirs.
      result.status = attributes["status"].flatMap(ReviewStatus.init(rawValue:)) ?? .authored
      result.confidence = notes["Confidence"].flatMap(Double.init)
      result.creator = notes["Creator"].map {
        CreatorRecord(.person, name: $0, version: nil, created: "")
      }
      if result.kind != .note { result.note = notes["AnnotatorNotes"] }
      return result
    }
  }

  private func quotation(
    _ id: String, _ label: String, _ parts: [String: [String: String]], beginningWith first: String
  ) -> ImportedQuotation {
    var result = ImportedQuotation()
    let words = bounds[id]?.place.exact ?? ""
    let hasMarks =
      words.unicodeScalars.first.map { "\"“„«‘'‹「".unicodeScalars.contains($0) } ?? false
    result.type = QuotationType(rawValue: label) ?? (hasMarks ? .direct : .indirect)
    result.source = parts[id]?["source"].flatMap { bounds[$0]?.place }
    result.cue = parts[id]?["cue"].flatMap { bounds[$0]?.place }
    result.parent = parts[id]?["parent"].map { notes[$0]?["Id"] ?? $0 }
    result.utterance = "u\(bounds[first]?.place.range.lowerBound ?? 0)"
    result.speaker = notes[id]?["Speaker"].map { name in
      Speaker(
        name: name,
        kind: attributes[id]?["speaker-kind"].flatMap(Speaker.Kind.init(rawValue:)) ?? .person,
        role: notes[id]?["SpeakerRole"])
    }
    return result
  }
}
