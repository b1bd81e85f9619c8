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
  private let creator: CreatorRecord?
  private let creatorJSON: [UInt8]
  private let names: AnnotationNames
  private let annotations: [AnnotationRecord]

  /// A writer for one document.
  init(_ document: AnnotatedDocument) {
    place = TextPlaces(document.text)
    names = AnnotationNames(document)
    annotations = document.annotations
    documentJSON = Self.json(document.record, place)
    creator = annotations.first?.creator
    creatorJSON = creator.map { Self.json($0) } ?? []
  }

  /// The lines of all annotations.
  func lines() -> [UInt8] {
    var writer = JSONWriter(reserving: 1 << 16)
    annotations.withUnsafeBufferPointer { annotations in
      for index in annotations.indices { line(&writer, annotations[index]) }
    }
    return writer.finish()
  }

  private func line(_ json: inout JSONWriter, _ annotation: AnnotationRecord) {
    json.begin("{")
    head(&json, annotation)
    switch annotation.body {
    case .quotation(let quotation): body(&json, quotation)
    case .date(let date): body(&json, date)
    case .outlet(let outlet): body(&json, outlet)
    case .note(_, let text): note(&json, text)
    }
    if let remark = annotation.note, annotation.kind != .note { note(&json, remark) }
    tail(&json, annotation)
    json.end("}")
    json.endLine()
  }

  // MARK: - Parts of a line

  private func head(_ json: inout JSONWriter, _ annotation: AnnotationRecord) {
    let span = annotation.span
    let start = place.offset(span.start)
    let end = place.offset(span.end)
    if let id = annotation.id {
      json.key("id")
      json.string(id)
    } else {
      names.write(annotation.kind, start, end, to: &json)
    }
    json.begin("\"kind\":")
    json.string(annotation.kind.rawValue)
    json.begin("\"document\":")
    json.raw(bytes: documentJSON)
    json.begin("\"target\":{")
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

  /// The identity of the quotation that this one is a part of.
  private func parent(_ json: inout JSONWriter, _ span: ByteSpan?) {
    guard let span else { return json.null() }
    json.string(names.quotation(span, place))
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
    json.object { json in
      range(
        &json, place.offset(span.start),
        place.offset(span.end), span)
    }
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
    parent(&json, quotation.parent)
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
    json.end("}")
    json.begin("\"altered\":")
    json.bool(quotation.isAltered)
    json.begin("\"unclosed\":")
    json.bool(quotation.isUnclosed)
    json.end("}")
  }

  private func speaker(_ json: inout JSONWriter, _ speaker: Speaker?) {
    guard let speaker else {
      json.null()
      return
    }
    json.begin("{\"id\":")
    json.string(speaker.id)
    json.begin("\"name\":")
    json.string(speaker.name)
    json.begin("\"kind\":")
    json.string(speaker.kind.rawValue)
    json.begin("\"role\":")
    optional(&json, speaker.role)
    json.end("}")
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

  private func tail(_ json: inout JSONWriter, _ annotation: AnnotationRecord) {
    json.begin("\"status\":")
    json.string(annotation.status.rawValue)
    json.begin("\"confidence\":")
    json.decimal(annotation.confidence)
    let isUsual = annotation.creator == creator
    json.begin("\"creator\":")
    json.raw(bytes: isUsual ? creatorJSON : Self.json(annotation.creator))
    json.begin("\"created\":")
    json.string(annotation.creator.created)
    if let decision = annotation.decision {
      json.key("decision")
      json.object { json in
        json.key("author")
        json.string(decision.author)
        json.key("time")
        json.string(decision.time)
      }
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

  private static func json(_ creator: CreatorRecord) -> [UInt8] {
    var json = JSONWriter()
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
