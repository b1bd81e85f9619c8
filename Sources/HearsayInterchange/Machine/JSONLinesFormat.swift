internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// JSON lines, one annotation a line, in reading order.
///
/// The keys are the contract of `Schemas/annotation.schema.json`. Offsets count Unicode code points
/// from the beginning of the text, half-open; `exact` is the text between them.
public struct JSONLinesFormat: AnnotationFormat {
  /// The format.
  public init() {}

  /// A line for each annotation; nothing is left out.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.part = JSONLinesWriter(document).lines()
    return rendition
  }
}

/// Writes the annotations of one document as JSON lines.
struct JSONLinesWriter {
  private let place: TextPlaces
  private let documentJSON: [UInt8]
  /// Who made the first annotation, and nearly always all of them.
  private let usual: CreatorRecord?
  private let usualJSON: [UInt8]
  private let names: AnnotationNames
  private let annotations: [AnnotationRecord]

  /// A writer for one document.
  init(_ document: AnnotatedDocument) {
    place = TextPlaces(document.text)
    names = AnnotationNames(document)
    annotations = document.annotations
    documentJSON = Self.json(document.record, place)
    usual = annotations.first?.creator
    usualJSON = usual.map { Self.json($0) } ?? []
  }

  /// The lines of all annotations.
  func lines() -> [UInt8] {
    // A line is seldom longer.
    JSONWriter.bytes(reserving: annotations.count * 1200) { writer in
      for annotation in annotations { line(&writer, annotation) }
    }
  }

  private func line(_ json: inout JSONWriter, _ annotation: AnnotationRecord) {
    head(&json, annotation.kind, annotation.span, id: annotation.id)
    switch annotation.body {
    case .quotation(let quotation): body(&json, quotation)
    case .date(let date): body(&json, date)
    case .outlet(let outlet): body(&json, outlet)
    case .note(_, let text): note(&json, text)
    }
    if let remark = annotation.note, annotation.kind != .note { note(&json, remark) }
    json.begin("\"status\":")
    json.string(annotation.status.rawValue)
    json.begin("\"confidence\":")
    json.decimal(annotation.confidence)
    json.raw(bytes: annotation.creator == usual ? usualJSON : Self.json(annotation.creator))
    if let decision = annotation.decision { self.decision(&json, decision) }
    json.end("}")
    json.endLine()
  }

  // MARK: - Parts of a line

  private func head(
    _ json: inout JSONWriter, _ kind: AnnotationKind, _ span: ByteSpan, id: String?
  ) {
    let start = place.offset(span.start)
    let end = place.offset(span.end)
    json.begin("{\"id\":")
    if let id {
      json.string(id)
    } else {
      names.write(kind, start, end, to: &json)
    }
    switch kind {
    case .quotation: json.begin("\"kind\":\"quotation\",\"document\":")
    case .date: json.begin("\"kind\":\"date\",\"document\":")
    case .outlet: json.begin("\"kind\":\"outlet\",\"document\":")
    case .note: json.begin("\"kind\":\"note\",\"document\":")
    }
    json.goOn(with: documentJSON)
    json.goOn(with: ",\"target\":{")
    range(&json, start, end, span)
    json.begin("\"prefix\":")
    json.string(utf8: place.before(span))
    json.begin("\"suffix\":")
    json.string(utf8: place.behind(span))
    json.begin("\"segments\":[{\"start\":")
    json.number(start)
    json.begin("\"end\":")
    json.number(end)
    json.end("}]}")
  }

  private func note(_ json: inout JSONWriter, _ text: String) {
    json.key("note")
    json.object { json in
      json.key("text")
      json.string(text)
    }
  }

  private func range(_ json: inout JSONWriter, _ start: Int, _ end: Int, _ span: ByteSpan) {
    json.begin("\"start\":")
    json.number(start)
    json.begin("\"end\":")
    json.number(end)
    json.begin("\"exact\":")
    json.string(utf8: place.bytes(span))
  }

  private func stretch(_ json: inout JSONWriter, _ span: ByteSpan?) {
    guard let span else {
      json.null()
      return
    }
    json.begin("{")
    range(&json, place.offset(span.start), place.offset(span.end), span)
    json.end("}")
  }

  private func body(_ json: inout JSONWriter, _ quotation: Quotation) {
    json.begin("\"quotation\":{\"type\":")
    json.string(quotation.type.rawValue)
    json.begin("\"speaker\":")
    speaker(&json, quotation.speaker)
    json.begin("\"source\":")
    stretch(&json, quotation.source)
    json.begin("\"cue\":")
    stretch(&json, quotation.cue)
    json.begin("\"parent\":")
    if let parent = quotation.parent {
      names.write(quotation: parent, place, to: &json)
    } else {
      json.null()
    }
    json.begin("\"utterance\":\"u")
    json.number(place.offset(quotation.utterance))
    json.end("\"")
    json.begin("\"candidates\":[")
    for candidate in quotation.candidates { speaker(&json, candidate) }
    json.end("]")
    json.begin("\"evidence\":{\"rule\":")
    json.string(quotation.evidence.rule.rawValue)
    json.begin("\"resolution\":")
    json.string(quotation.evidence.resolution.rawValue)
    json.goOn(with: quotation.isAltered ? "},\"altered\":true" : "},\"altered\":false")
    json.end(quotation.isUnclosed ? ",\"unclosed\":true}" : ",\"unclosed\":false}")
  }

  private func speaker(_ json: inout JSONWriter, _ speaker: Speaker?) {
    guard let speaker else {
      json.null()
      return
    }
    json.begin("{\"id\":")
    speaker.withIdentifier { json.string(utf8: $0) }
    json.begin("\"name\":")
    json.string(speaker.name)
    json.begin("\"kind\":")
    json.string(speaker.kind.rawValue)
    json.begin("\"role\":")
    optional(&json, speaker.role)
    json.end("}")
  }

  private func body(_ json: inout JSONWriter, _ date: TimeExpression) {
    json.begin("\"date\":{\"type\":")
    json.string(date.kind.rawValue)
    json.begin("\"value\":")
    json.string(date.value)
    json.begin("\"anchor\":")
    optional(&json, date.anchor)
    json.begin("\"mod\":")
    optional(&json, date.modifier)
    json.begin("\"alternatives\":")
    strings(&json, date.alternatives)
    json.begin("\"gap\":")
    optional(&json, date.gap?.rawValue)
    json.begin("\"rule\":")
    json.string(date.rule)
    json.end("}")
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

  private func decision(_ json: inout JSONWriter, _ decision: DecisionStamp) {
    json.key("decision")
    json.object { json in
      json.key("author")
      json.string(decision.author)
      json.key("time")
      json.string(decision.time)
    }
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

  /// `creator` and `created`, without the brackets of an object.
  private static func json(_ creator: CreatorRecord) -> [UInt8] {
    var json = JSONWriter()
    json.key("creator")
    json.object { json in
      json.key("type")
      json.string(creator.type.rawValue)
      json.key("name")
      json.string(creator.name)
      if let version = creator.version {
        json.key("version")
        json.string(version)
      }
    }
    json.key("created")
    json.string(creator.created)
    return json.bytes
  }

  private static func json(_ document: DocumentRecord, _ place: TextPlaces) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      if let id = document.id {
        json.key("id")
        json.string(id)
      }
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
}
