internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// Identities of annotations: those that were given, and those that document, kind and place make.
struct AnnotationNames {
  private let prefix: String
  /// The prefix as it stands in a JSON string.
  private let prefixJSON: [UInt8]
  /// Identities that were given, by the quotation's span.
  private let given: [ByteSpan: String]

  /// The names in one document.
  init(_ document: AnnotatedDocument) {
    prefix = String(Substring(document.record.sha256.utf8.prefix(16)))
    var json = JSONWriter()
    json.string(prefix)
    prefixJSON = Array(json.bytes.dropFirst().dropLast())
    var given: [ByteSpan: String] = [:]
    let annotations = document.annotations
    for index in annotations.indices {
      guard let id = annotations[index].id, annotations[index].kind == .quotation else { continue }
      given[annotations[index].span] = id
    }
    self.given = given
  }

  /// The identity that kind and place in code points make.
  func made(_ kind: AnnotationKind, _ start: Int, _ end: Int) -> String {
    "\(prefix)-\(kind.rawValue)-\(start)-\(end)"
  }

  /// Writes the identity that kind and place in code points make.
  func write(_ kind: AnnotationKind, _ start: Int, _ end: Int, to json: inout JSONWriter) {
    json.begin("\"")
    json.goOn(with: prefixJSON)
    switch kind {
    case .quotation: json.goOn(with: "-quotation-")
    case .date: json.goOn(with: "-date-")
    case .outlet: json.goOn(with: "-outlet-")
    case .note: json.goOn(with: "-note-")
    }
    json.number(start)
    json.goOn(with: "-")
    json.number(end)
    json.end("\"")
  }

  /// Writes the identity of the quotation at a span; `place` counts code points.
  func write(quotation span: ByteSpan, _ place: TextPlaces, to json: inout JSONWriter) {
    if !given.isEmpty, let id = given[span] { return json.string(id) }
    let range = place.range(span)
    write(.quotation, range.lowerBound, range.upperBound, to: &json)
  }

  /// The identity of an annotation; `place` counts code points.
  func of(_ annotation: AnnotationRecord, _ place: TextPlaces) -> String {
    if let id = annotation.id { return id }
    let range = place.range(annotation.span)
    return made(annotation.kind, range.lowerBound, range.upperBound)
  }

  /// The identity of the quotation at a span; `place` counts code points.
  func quotation(_ span: ByteSpan, _ place: TextPlaces) -> String {
    if let id = given[span] { return id }
    let range = place.range(span)
    return made(.quotation, range.lowerBound, range.upperBound)
  }
}
