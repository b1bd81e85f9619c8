internal import HearsayAgreement
internal import HearsayInterchange
internal import HearsayModel
internal import HearsayText

/// One document as several annotators have it.
struct ComparedDocument {
  let name: String
  /// The document's annotations by annotator, rejected ones left out, in the order of ``continuum``.
  let annotations: [[ImportedAnnotation]]
  /// Their places, the kind as category.
  let continuum: Continuum
  /// The text, where one of them has it.
  let text: Text?

  init(name: String, _ documents: [ImportedDocument]) {
    self.name = name
    text = documents.lazy.compactMap(\.text).first.flatMap { try? Text(validating: $0) }
    annotations = documents.map { document in
      document.annotations.filter { $0.status != .rejected && !$0.place.range.isEmpty }.sorted {
        ($0.place.range.lowerBound, $0.place.range.upperBound, $0.kind.rawValue)
          < ($1.place.range.lowerBound, $1.place.range.upperBound, $1.kind.rawValue)
      }
    }
    let units = annotations.map { list in
      list.map { annotation in
        AgreementUnit(
          start: annotation.place.range.lowerBound, end: annotation.place.range.upperBound,
          category: annotation.kind.rawValue)
      }
    }
    // Without the text: as far as the last annotation and the words behind it reach.
    let reach = annotations.joined().map {
      $0.place.range.upperBound + $0.place.suffix.unicodeScalars.count
    }.max()
    continuum = Continuum(length: max(text?.scalarCount ?? 0, reach ?? 0), units: units)
  }
}

/// The annotations of one kind in one document, those taken for the same together.
struct AlignedDocument {
  private let document: ComparedDocument
  private let kind: AnnotationKind
  /// Groups; in each, one place an annotator.
  private let groups: [[ImportedAnnotation?]]

  init(_ document: ComparedDocument, kind: AnnotationKind) {
    self.document = document
    self.kind = kind
    let lists = document.annotations.map { $0.filter { $0.kind == kind } }
    let continuum = document.continuum.keeping([kind.rawValue])
    groups = UnitAlignment(continuum).groups.map { group in
      group.enumerated().map { annotator, unit in unit.map { lists[annotator][$0] } }
    }
  }

  /// What annotations of a kind say, by name.
  private static func names(_ kind: AnnotationKind) -> [String] {
    switch kind {
    case .quotation: ["type", "speaker"]
    case .date: ["value"]
    case .outlet: ["outlet", "role"]
    case .note: []
    }
  }

  /// What an annotation says; nobody credited is a value like any other.
  private static func value(_ annotation: ImportedAnnotation, _ name: String) -> String {
    switch (annotation.content, name) {
    case (.quotation(let quotation), "type"): quotation.type.rawValue
    case (.quotation(let quotation), _): quotation.speaker?.name ?? "–"
    case (.date(_, let value, _, _), _): value
    case (.outlet(_, _, let role), "role"): role.rawValue
    case (.outlet(let id, let name, _), _): id ?? name
    case (.note(let text), _): text
    }
  }

  /// Agreement on what aligned annotations of a kind say.
  static func attributes(
    _ documents: [AlignedDocument], _ kind: AnnotationKind
  ) -> [AgreementPanel.Attribute] {
    names(kind).map { name in
      let rows = documents.flatMap { document in
        document.groups.map { $0.map { $0.map { value($0, name).lowercased() } } }
      }
      return AgreementPanel.Attribute(
        kind: kind, name: name, agreement: NominalAgreement(rows))
    }
  }

  /// Groups in which somebody is missing, or something differs.
  func disagreements(_ annotators: [String]) -> [Disagreement] {
    groups.compactMap { group in
      let present = group.compactMap(\.self)
      guard let first = present.first else { return nil }
      var reasons: [String] = []
      if present.count < group.count { reasons.append("missing") }
      if Set(present.map(\.place.range)).count > 1 { reasons.append("boundaries") }
      for name in AlignedDocument.names(kind)
      where Set(present.map { AlignedDocument.value($0, name).lowercased() }).count > 1 {
        reasons.append(name)
      }
      guard !reasons.isEmpty else { return nil }
      return disagreement(first, group, reasons, annotators)
    }
  }

  private func disagreement(
    _ first: ImportedAnnotation, _ group: [ImportedAnnotation?], _ reasons: [String],
    _ annotators: [String]
  ) -> Disagreement {
    let position = document.text.map { text in
      let byte = text.byte(ofOffset: first.place.range.lowerBound, in: .utf32)
      return text.position(ofByte: byte, in: .utf32)
    }
    return Disagreement(
      document: document.name, kind: kind.rawValue, range: first.place.range,
      line: position.map { $0.line + 1 }, column: position.map { $0.column + 1 },
      reasons: reasons,
      opinions: zip(annotators, group).map { name, annotation in
        Disagreement.Opinion(
          annotator: name, annotation: annotation,
          values: annotation.map { annotation in
            AlignedDocument.names(kind).map { ($0, AlignedDocument.value(annotation, $0)) }
          } ?? [])
      })
  }
}
