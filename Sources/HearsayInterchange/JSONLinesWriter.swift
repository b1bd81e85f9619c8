internal import HearsayJSON
public import HearsayModel
public import HearsayText

/// Writes findings as JSON lines, one annotation a line, in reading order.
///
/// The keys are the contract of `Schemas/annotation.schema.json`. Offsets count Unicode code points
/// from the beginning of the text, half-open; `exact` is the text between them.
public struct JSONLinesWriter {
  private let place: CodePointPlaces
  private let documentJSON: [UInt8]
  private let creatorJSON: [UInt8]
  private let idPrefix: String

  /// A writer for the findings of one document.
  public init(text: Text, document: DocumentRecord, creator: CreatorRecord) {
    place = CodePointPlaces(text)
    idPrefix = String(document.sha256.prefix(16))
    documentJSON = Self.json(document, place)
    creatorJSON = Self.json(creator)
  }

  /// The lines of all findings of the given kinds, as suggestions.
  public func lines(_ findings: Findings, kinds: Set<AnnotationKind>) -> [UInt8] {
    lines(AnnotationSet(findings: findings), kinds: kinds)
  }

  /// The lines of a document's annotations of the given kinds.
  public func lines(_ set: AnnotationSet, kinds: Set<AnnotationKind>) -> [UInt8] {
    let findings = set.findings
    var writer = JSONWriter(reserving: 1 << 16)
    var order: [(span: ByteSpan, kind: AnnotationKind, index: Int)] = []
    if kinds.contains(.quotation) {
      order += findings.quotations.enumerated().map { ($1.span, .quotation, $0) }
    }
    if kinds.contains(.date) {
      order += findings.dates.enumerated().map { ($1.span, .date, $0) }
    }
    if kinds.contains(.outlet) {
      order += findings.outlets.enumerated().map { ($1.span, .outlet, $0) }
    }
    if kinds.contains(.note) {
      order += findings.notes.enumerated().map { ($1.span, .note, $0) }
    }
    order.sort { $0.span < $1.span }
    for (span, kind, index) in order {
      let stored = set.decided[AnnotationKey(kind, span)]
      writer.object { json in
        head(&json, kind, span, stored)
        switch kind {
        case .quotation: body(&json, findings.quotations[index])
        case .date: body(&json, findings.dates[index])
        case .outlet: body(&json, findings.outlets[index])
        case .note: note(&json, findings.notes[index].text)
        }
        if kind != .note, let text = stored?.note { note(&json, text) }
        if let stored { tail(&json, stored) } else { tail(&json, kind, findings, index) }
      }
      writer.endLine()
    }
    return writer.bytes
  }

  // MARK: - Parts of a line

  private func head(
    _ json: inout JSONWriter, _ kind: AnnotationKind, _ span: ByteSpan, _ stored: StoredAnnotation?
  ) {
    let start = place.offset(span.start)
    let end = place.offset(span.end)
    json.key("id")
    json.string(stored?.id.text ?? id(kind, start, end))
    json.key("kind")
    json.string(kind.rawValue)
    json.key("document")
    json.raw(bytes: documentJSON)
    json.key("target")
    json.object { json in
      range(&json, start, end, span)
      json.key("prefix")
      json.string(utf8: place.before(span))
      json.key("suffix")
      json.string(utf8: place.behind(span))
      json.key("segments")
      json.array { json in
        json.object { json in
          json.key("start")
          json.number(start)
          json.key("end")
          json.number(end)
        }
      }
    }
  }

  private func id(_ kind: AnnotationKind, _ start: Int, _ end: Int) -> String {
    "\(idPrefix)-\(kind.rawValue)-\(start)-\(end)"
  }

  /// The identity of the quotation that this one is a part of.
  private func parent(_ json: inout JSONWriter, _ span: ByteSpan?) {
    guard let span else {
      json.null()
      return
    }
    json.string(id(.quotation, place.offset(span.start), place.offset(span.end)))
  }

  private func range(_ json: inout JSONWriter, _ start: Int, _ end: Int, _ span: ByteSpan) {
    json.key("start")
    json.number(start)
    json.key("end")
    json.number(end)
    json.key("exact")
    json.string(utf8: place.bytes(span))
  }

  private func stretch(_ json: inout JSONWriter, _ span: ByteSpan?) {
    guard let span else {
      json.null()
      return
    }
    json.object { json in
      range(
        &json, place.offset(span.start),
        place.offset(span.end), span)
    }
  }

  private func body(_ json: inout JSONWriter, _ quotation: Quotation) {
    json.key("quotation")
    json.object { json in
      json.key("type")
      json.string(quotation.type.rawValue)
      json.key("speaker")
      speaker(&json, quotation.speaker)
      json.key("source")
      stretch(&json, quotation.source)
      json.key("cue")
      stretch(&json, quotation.cue)
      json.key("parent")
      parent(&json, quotation.parent)
      json.key("utterance")
      json.string("u\(place.offset(quotation.utterance))")
      json.key("candidates")
      json.array { json in
        for candidate in quotation.candidates { speaker(&json, candidate) }
      }
      json.key("evidence")
      json.object { json in
        json.key("rule")
        json.string(quotation.evidence.rule.rawValue)
        json.key("resolution")
        json.string(quotation.evidence.resolution.rawValue)
      }
      json.key("altered")
      json.bool(quotation.isAltered)
      json.key("unclosed")
      json.bool(quotation.isUnclosed)
    }
  }

  private func speaker(_ json: inout JSONWriter, _ speaker: Speaker?) {
    guard let speaker else {
      json.null()
      return
    }
    json.object { json in
      json.key("id")
      json.string(speaker.id)
      json.key("name")
      json.string(speaker.name)
      json.key("kind")
      json.string(speaker.kind.rawValue)
      json.key("role")
      optional(&json, speaker.role)
    }
  }

  private func body(_ json: inout JSONWriter, _ date: TimeExpression) {
    json.key("date")
    json.object { json in
      json.key("type")
      json.string(date.kind.rawValue)
      json.key("value")
      json.string(date.value)
      json.key("anchor")
      optional(&json, date.anchor)
      json.key("mod")
      optional(&json, date.modifier)
      json.key("alternatives")
      strings(&json, date.alternatives)
      json.key("gap")
      optional(&json, date.gap?.rawValue)
      json.key("rule")
      json.string(date.rule)
    }
  }

  private func body(_ json: inout JSONWriter, _ outlet: OutletMention) {
    json.key("outlet")
    json.object { json in
      json.key("id")
      optional(&json, outlet.outletID)
      json.key("name")
      json.string(outlet.name)
      json.key("role")
      json.string(outlet.role.rawValue)
      json.key("candidates")
      strings(&json, outlet.candidates)
      OutletJSON(place).decision(&json, outlet.decision)
      json.key("rule")
      json.string(outlet.rule)
    }
  }

  private func note(_ json: inout JSONWriter, _ text: String) {
    json.key("note")
    json.object { json in
      json.key("text")
      json.string(text)
    }
  }

  /// What a person decided: status, who made it, who decided last.
  private func tail(_ json: inout JSONWriter, _ stored: StoredAnnotation) {
    json.key("status")
    json.string(stored.status.rawValue)
    json.key("confidence")
    json.decimal(stored.confidence ?? 1)
    json.key("creator")
    json.object { json in
      json.key("type")
      json.raw("\"person\"")
      json.key("name")
      json.string(stored.creation.author)
    }
    json.key("created")
    json.string(stored.creation.time)
    json.key("decision")
    json.object { json in
      json.key("author")
      json.string(stored.decision.author)
      json.key("time")
      json.string(stored.decision.time)
    }
  }

  private func tail(
    _ json: inout JSONWriter, _ kind: AnnotationKind, _ findings: Findings, _ index: Int
  ) {
    json.key("status")
    json.raw("\"suggested\"")
    json.key("confidence")
    switch kind {
    case .quotation: json.decimal(findings.quotations[index].confidence)
    case .date: json.decimal(findings.dates[index].confidence)
    case .outlet: json.decimal(findings.outlets[index].confidence)
    case .note: json.decimal(1)
    }
    json.key("creator")
    json.raw(bytes: creatorJSON)
  }

  private func optional(_ json: inout JSONWriter, _ value: String?) {
    if let value { json.string(value) } else { json.null() }
  }

  private func strings(_ json: inout JSONWriter, _ values: [String]) {
    json.array { json in
      for value in values { json.string(value) }
    }
  }

  // MARK: - What every line repeats

  private static func json(_ document: DocumentRecord, _ place: CodePointPlaces) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("path")
      json.string(document.path)
      json.key("uri")
      if let uri = document.uri { json.string(uri) } else { json.null() }
      json.key("sha256")
      json.string(document.sha256)
      json.key("date")
      if let date = document.date { json.string(date.value) } else { json.null() }
      json.key("dateEvidence")
      if let date = document.date { json.string(date.evidence.rawValue) } else { json.null() }
      OutletJSON(place).document(&json, document)
    }
    return json.bytes
  }

  /// The creator's object and the time behind it.
  private static func json(_ creator: CreatorRecord) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("type")
      json.raw("\"software\"")
      json.key("name")
      json.raw("\"hearsay\"")
      json.key("version")
      json.string(creator.version)
    }
    json.key("created")
    json.string(creator.created)
    return json.bytes
  }
}
