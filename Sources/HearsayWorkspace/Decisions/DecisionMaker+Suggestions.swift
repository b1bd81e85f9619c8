public import HearsayModel
internal import HearsayText

/// Suggestions as annotations that can be stored.
extension DecisionMaker {
  /// What would be stored of a suggestion; nil where there is none of that name.
  func annotation(of key: AnnotationKey) -> StoredAnnotation? {
    let body: AnnotationBody
    let confidence: Double
    switch key.kind {
    case .quotation:
      guard let found = set.findings.quotations.first(where: { $0.span == key.span }) else {
        return nil
      }
      body = .quotation(
        QuotationBody(
          type: found.type, speaker: found.speaker, source: stretch(found.source),
          cue: stretch(found.cue)))
      confidence = found.confidence
    case .date:
      guard let found = set.findings.dates.first(where: { $0.span == key.span }) else {
        return nil
      }
      body = .date(DateBody(type: found.kind, value: found.value, anchor: found.anchor))
      confidence = found.confidence
    case .outlet:
      guard let found = set.findings.outlets.first(where: { $0.span == key.span }) else {
        return nil
      }
      body = .outlet(OutletBody(outletID: found.outletID, name: found.name, role: found.role))
      confidence = found.confidence
    case .note: return nil
    }
    return StoredAnnotation(
      id: .now(), target: AnnotationTarget(key.span, in: text, textHash: textHash),
      origin: stretch(key.span), body: body, status: .suggested,
      confidence: (confidence * 100).rounded() / 100, creation: stamp)
  }

  private func stretch(_ span: ByteSpan?) -> QuotedStretch? {
    span.map { QuotedStretch($0, in: text) }
  }

  /// A speaker by name: the one the document knows by it, else a new person.
  public func speaker(named name: String) -> Speaker {
    let wanted = Speaker(name: name, kind: .person)
    return set.findings.quotations.lazy.flatMap { [$0.speaker].compactMap { $0 } + $0.candidates }
      .first { $0.id == wanted.id } ?? wanted
  }
}
