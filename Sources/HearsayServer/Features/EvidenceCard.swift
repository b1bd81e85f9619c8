internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Something a hover shows.
protocol HoverCard: Sendable {
  /// The card as the client can show it.
  func rendered(as markup: MarkupKind) -> String
}

/// What is known about one annotation and what it rests on, in lines with a label.
struct EvidenceCard: HoverCard, Hashable {
  /// One line: what it is about, and what is known.
  struct Line: Hashable {
    /// What it is about.
    let label: String
    /// What is known.
    let value: String
  }

  /// What the annotation is.
  let title: String
  /// What is known about it.
  private(set) var lines: [Line] = []

  /// A card without lines.
  init(title: String) {
    self.title = title
  }

  /// Adds a line where there is something to say.
  mutating func add(_ label: String, _ value: String?) {
    if let value, !value.isEmpty { lines.append(Line(label: label, value: value)) }
  }

  /// The card as the client can show it.
  func rendered(as markup: MarkupKind) -> String {
    switch markup {
    case .plaintext:
      ([title] + lines.map { "\($0.label): \($0.value)" }).joined(separator: "\n")
    case .markdown:
      "**\(Markdown.escaped(title))**\n\n"
        + lines.map { "- \($0.label): \(Markdown.escaped($0.value))" }.joined(separator: "\n")
    }
  }
}

extension EvidenceCard {
  /// The card of a quotation.
  ///
  /// - Parameter introduction: Where the document gives the speaker's full name, or nil.
  init(_ quotation: Quotation, in text: Text, introduction: ByteSpan? = nil) {
    self.init(title: Wording.name(of: quotation.type).capitalizedFirst)
    add("Speaker", quotation.speaker?.name ?? EvidenceCard.unknownSpeaker(quotation))
    add("Role", quotation.speaker?.role)
    let source = quotation.source.map { Wording.excerpt(of: $0, in: text, limit: 120) }
    add("Source", source.map { "“\($0)”" })
    add("Cue", quotation.cue.map { "“\(Wording.excerpt(of: $0, in: text, limit: 120))”" })
    var grounds: [String] = []
    if let sentence = Wording.sentence(for: quotation.evidence.rule) { grounds.append(sentence) }
    let place = (quotation.evidence.antecedent ?? introduction)
      .flatMap { $0 == quotation.source ? nil : EvidenceCard.place($0, in: text) }
    let resolution = quotation.evidence.resolution
    if let sentence = Wording.sentence(for: resolution, resolvedTo: place) {
      grounds.append("\(source.map { "“\($0)”" } ?? "the source") \(sentence)")
    }
    add("Rests on", grounds.joined(separator: "; "))
    add("Could also be", Wording.list(quotation.candidates.map(\.name)))
    if quotation.isAltered { add("Note", "words in brackets or left out") }
    if quotation.isUnclosed { add("Note", "the closing mark is missing") }
    addStatus(quotation.confidence)
  }

  /// The card of a time expression.
  init(_ date: TimeExpression) {
    self.init(title: Wording.name(of: date.kind).capitalizedFirst)
    add("Value", date.value)
    add("Type", date.kind.rawValue)
    add("Modifier", date.modifier)
    add("Counted from", date.anchor)
    add("Incomplete", date.gap.map { Wording.sentence(for: $0) })
    add("Could also be", Wording.list(date.alternatives))
    add("Rule", date.rule)
    addStatus(date.confidence)
  }

  /// The card of a problem.
  init(_ problem: Problem) {
    self.init(title: Wording.sentence(for: problem))
    add("What to do", Wording.advice(for: problem.code))
    add("Code", problem.code.rawValue)
  }

  /// The card of a note.
  init(_ note: Note) {
    self.init(title: "Note")
    add("Text", note.text)
  }

  /// The card of an annotation whose place a person has to look at.
  init(_ unsettled: UnsettledAnnotation, in text: Text) {
    let isHere = unsettled.span != nil
    self.init(title: isHere ? "Does this annotation still hold?" : "The annotated words are gone")
    add("Words then", "“\(Wording.excerpt(unsettled.annotation.target.exact, limit: 240))”")
    add("Words now", unsettled.span.map { "“\(Wording.excerpt(of: $0, in: text, limit: 240))”" })
    addReview(unsettled.annotation)
  }

  /// Replaces the status of a suggestion by who decided what, and when.
  mutating func addReview(_ stored: StoredAnnotation) {
    lines.removeAll { $0.label == "Status" }
    add("Status", stored.status.rawValue)
    add("Decided by", "\(stored.decision.author), \(stored.decision.time)")
    if stored.creation != stored.decision {
      add("First by", "\(stored.creation.author), \(stored.creation.time)")
    }
    if stored.kind != .note { add("Remark", stored.note) }
  }

  /// Adds how sure the suggestion is, 0…1, and that nobody has decided on it.
  mutating func addStatus(_ confidence: Double) {
    let percent = Int((max(0, min(1, confidence)) * 100).rounded())
    add("Confidence", "\(percent) %")
    add("Status", "suggested")
  }

  /// The words of a mention and the line they stand in, counted from one.
  private static func place(_ span: ByteSpan, in text: Text) -> String {
    let words = Wording.excerpt(of: span, in: text)
    return "“\(words)” (line \(text.line(ofByte: span.start) + 1))"
  }

  private static func unknownSpeaker(_ quotation: Quotation) -> String {
    guard quotation.candidates.isEmpty else { return "not decided" }
    return quotation.source == nil ? "nobody is credited" : "not named in this document"
  }
}

extension String {
  /// The same string with its first letter in upper case.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
