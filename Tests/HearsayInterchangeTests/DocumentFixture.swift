import HearsayInterchange
import HearsayModel
import HearsayText

/// A document with one annotation of each kind, made up so that every field has a value.
struct DocumentFixture {
  /// Emoji, CRLF, a combining mark, a split utterance, words nested in others.
  static let text =
    "🌊 “We will re\u{301}sign,” said Zoe\u{308} Ruiz,\r\non Monday, “now.” TASS said “it <b>moved</b>”.\r\n"

  /// The bytes of some words.
  static func span(_ words: String, in text: String = text) -> ByteSpan {
    let all = Array(text.utf8)
    let part = Array(words.utf8)
    let start = (0...(all.count - part.count)).first { all[$0...].starts(with: part) } ?? 0
    return ByteSpan(start, start + part.count)
  }

  /// Who made what follows.
  static let program = CreatorRecord(version: "0.0.1", created: "2026-01-02T03:04:05Z")
  static let person = CreatorRecord(
    .person, name: "Kai \"K\" Osei", version: nil, created: "2026-02-03T04:05:06Z")

  /// The document; `status` is that of all its annotations.
  static func document(_ status: ReviewStatus = .suggested, path: String = "a.txt")
    -> AnnotatedDocument
  {
    let speaker = Speaker(name: "Zoe\u{308} Ruiz", kind: .person, role: "mayor")
    let first = span("“We will re\u{301}sign,”")
    let (source, cue) = (span("Zoe\u{308} Ruiz"), span("said"))
    let outer = span("it <b>moved</b>")
    let bodies: [AnnotationRecord.Body] = [
      .quotation(
        Quotation(
          span: first, type: .direct, source: source, cue: cue, speaker: speaker, confidence: 0.9)),
      .quotation(
        Quotation(
          span: span("“now.”"), type: .mixed, source: source, cue: cue, speaker: speaker,
          utterance: first.start, confidence: 0.8)),
      .quotation(
        Quotation(span: span("“it <b>moved</b>”"), type: .indirect, confidence: 0.7)),
      .quotation(
        Quotation(
          span: outer, type: .scare, parent: span("“it <b>moved</b>”"), confidence: 0.6)),
      .date(
        TimeExpression(
          span: span("Monday"), kind: .date, value: "2026-01-05", modifier: "START",
          anchor: "2026-01-07", rule: "weekday", confidence: 0.5)),
      .outlet(
        OutletMention(
          span: span("TASS"), outletID: "tass", name: "TASS", role: .reportedBy, rule: "said",
          confidence: 0.95)),
      .note(span("on Monday"), "=1+1\tlook\nhere \\ ]]> <i>"),
    ]
    let record = DocumentRecord(
      path: path, uri: "file:///x/\(path)", sha256: String(repeating: "ab", count: 32),
      date: DocumentDate(value: "2026-01-07", evidence: .analyst))
    return AnnotatedDocument(
      text: Text(text), record: record,
      annotations: bodies.enumerated().map { index, body in
        AnnotationRecord(
          body, id: "id-\(index)", status: status, creator: status == .suggested ? program : person,
          note: body.kind == .note || index > 1 ? nil : "a remark, “quoted”")
      })
  }
}

/// An imported annotation in words, so that two formats can be compared.
struct ImportedLine: CustomStringConvertible {
  let description: String

  init(_ annotation: ImportedAnnotation, fields: Set<String>) {
    var parts = ["\(annotation.kind.rawValue) \(annotation.place.range)"]
    func add(_ name: String, _ value: (any CustomStringConvertible)?) {
      if fields.contains(name), let value { parts.append("\(name)=\(value)") }
    }
    add("id", annotation.id)
    add("exact", annotation.place.exact)
    add("status", annotation.status.rawValue)
    add("note", annotation.note)
    add("creator", annotation.creator.flatMap { $0.type == .person ? $0.name : nil })
    switch annotation.content {
    case .quotation(let quotation):
      add("type", quotation.type.rawValue)
      add("speaker", quotation.speaker?.name)
      add("role", quotation.speaker?.role)
      add("source", quotation.source?.range)
      add("cue", quotation.cue?.range)
      add("parent", quotation.parent)
      add("utterance", quotation.utterance)
    case .date(let kind, let value, let anchor, let modifier):
      add("timex", "\(kind.rawValue) \(value)")
      add("anchor", anchor)
      add("modifier", modifier)
    case .outlet(let id, let name, let role):
      add("outlet", "\(id ?? "–") \(role.rawValue)")
      add("outletName", name)
    case .note(let text): add("text", text)
    }
    description = parts.joined(separator: "; ")
  }
}
