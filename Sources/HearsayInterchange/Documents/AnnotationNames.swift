internal import HearsayModel
internal import HearsayText

/// Identities of annotations: those that were given, and those that document, kind and place make.
struct AnnotationNames {
  private let prefix: String
  /// Identities that were given, by the quotation's span.
  private let given: [ByteSpan: String]

  /// The names in one document.
  init(_ document: AnnotatedDocument) {
    prefix = String(document.record.sha256.prefix(16))
    var given: [ByteSpan: String] = [:]
    for annotation in document.annotations where annotation.kind == .quotation {
      if let id = annotation.id { given[annotation.span] = id }
    }
    self.given = given
  }

  /// The identity that kind and place in code points make.
  func made(_ kind: AnnotationKind, _ start: Int, _ end: Int) -> String {
    "\(prefix)-\(kind.rawValue)-\(start)-\(end)"
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
