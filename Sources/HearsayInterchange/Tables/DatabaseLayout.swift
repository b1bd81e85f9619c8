internal import HearsayModel
internal import HearsayText

/// Annotations as the tables of an SQLite database; offsets count code points.
public enum DatabaseLayout {
  /// What a column holds.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case null
    /// A whole number.
    case integer(Int)
    /// Any number.
    case real(Double)
    /// Text.
    case text(String)

    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  }

  /// A row of a table.
  public struct Row: Hashable, Sendable {
    /// The table's name.
    public let table: String
    /// A value for each column, in the order of ``schema``.
    public let values: [Value]
  }

  /// The tables.
  ///
  /// Offsets are half-open and count Unicode code points of the document's text.
  public static let schema = """
    CREATE TABLE documents (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, uri TEXT, sha256 TEXT NOT NULL, date TEXT,
      date_evidence TEXT, registry TEXT, text TEXT NOT NULL) STRICT;
    CREATE TABLE chain (
      document INTEGER NOT NULL REFERENCES documents, position INTEGER NOT NULL,
      outlet TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, evidence TEXT NOT NULL,
      PRIMARY KEY (document, position)) STRICT;
    CREATE TABLE annotations (
      document INTEGER NOT NULL REFERENCES documents, id TEXT NOT NULL, kind TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL, status TEXT NOT NULL,
      confidence REAL NOT NULL, creator TEXT NOT NULL, creator_type TEXT NOT NULL,
      created TEXT NOT NULL, note TEXT, PRIMARY KEY (document, id)) STRICT;
    CREATE TABLE quotations (
      document INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, speaker TEXT,
      speaker_name TEXT, speaker_kind TEXT, speaker_role TEXT, source_start INTEGER,
      source_end INTEGER, source TEXT, cue_start INTEGER, cue_end INTEGER, cue TEXT, parent TEXT,
      utterance INTEGER NOT NULL, PRIMARY KEY (document, id),
      FOREIGN KEY (document, id) REFERENCES annotations) STRICT;
    CREATE TABLE dates (
      document INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
      anchor TEXT, modifier TEXT, PRIMARY KEY (document, id),
      FOREIGN KEY (document, id) REFERENCES annotations) STRICT;
    CREATE TABLE outlets (
      document INTEGER NOT NULL, id TEXT NOT NULL, outlet TEXT, name TEXT NOT NULL,
      role TEXT NOT NULL, candidates TEXT NOT NULL, PRIMARY KEY (document, id),
      FOREIGN KEY (document, id) REFERENCES annotations) STRICT;
    CREATE INDEX quotations_by_speaker ON quotations (speaker);
    """

  private static let carried = CarriedFields(
    Set(CarriedField.allCases).subtracting([.evidence, .flags, .alternatives, .decision]),
    document: Set(CarriedDocumentField.allCases))

  /// The rows of a document, which is number `number` of its export, and what they leave out.
  public static func rows(
    _ document: AnnotatedDocument, number: Int
  ) -> (rows: [Row], loss: LossReport) {
    var loss = carried.loss(document)
    loss.lose(
      "candidates", of: .quotation,
      document.annotations.count { $0.quotation.map { !$0.candidates.isEmpty } ?? false })
    let place = TextPlaces(document.text)
    let names = AnnotationNames(document)
    let record = document.record
    var rows = [
      Row(
        table: "documents",
        values: [
          .integer(number), .text(record.id ?? record.path), Value(record.uri),
          .text(record.sha256), Value(record.date?.value), Value(record.date?.evidence.rawValue),
          Value(record.registry), .text(String(decoding: place.whole, as: UTF8.self)),
        ])
    ]
    for (index, step) in record.chain.steps.enumerated() {
      let evidence = step.evidence.map(\.rawValue).joined(separator: " ")
      rows.append(
        Row(
          table: "chain",
          values: [
            .integer(number), .integer(index), .text(step.outletID), .text(step.name),
            .text(step.role.rawValue), .text(evidence),
          ]))
    }
    for annotation in document.annotations {
      rows += self.rows(annotation, number, place, names)
    }
    return (rows, loss)
  }

  private static func rows(
    _ annotation: AnnotationRecord, _ number: Int, _ place: TextPlaces, _ names: AnnotationNames
  ) -> [Row] {
    let id = names.of(annotation, place)
    let key: [Value] = [.integer(number), .text(id)]
    let range = place.range(annotation.span)
    var note = annotation.note
    if case .note(_, let text) = annotation.body { note = text }
    let row = Row(
      table: "annotations",
      values: key + [
        .text(annotation.kind.rawValue), .integer(range.lowerBound), .integer(range.upperBound),
        .text(place.string(annotation.span)), .text(annotation.status.rawValue),
        .real(annotation.confidence), .text(annotation.creator.name),
        .text(annotation.creator.type.rawValue), .text(annotation.creator.created), Value(note),
      ])
    switch annotation.body {
    case .quotation(let quotation):
      return [row, Row(table: "quotations", values: key + values(quotation, place, names))]
    case .date(let date):
      let values: [Value] = [
        .text(date.kind.rawValue), .text(date.value), Value(date.anchor), Value(date.modifier),
      ]
      return [row, Row(table: "dates", values: key + values)]
    case .outlet(let outlet):
      let values: [Value] = [
        Value(outlet.outletID), .text(outlet.name), .text(outlet.role.rawValue),
        .text(outlet.candidates.joined(separator: " ")),
      ]
      return [row, Row(table: "outlets", values: key + values)]
    case .note: return [row]
    }
  }

  private static func values(
    _ quotation: Quotation, _ place: TextPlaces, _ names: AnnotationNames
  ) -> [Value] {
    let speaker = quotation.speaker
    return [
      .text(quotation.type.rawValue), Value(speaker?.id), Value(speaker?.name),
      Value(speaker?.kind.rawValue), Value(speaker?.role),
    ] + stretch(quotation.source, place) + stretch(quotation.cue, place) + [
      Value(quotation.parent.map { names.quotation($0, place) }),
      .integer(place.offset(quotation.utterance)),
    ]
  }

  private static func stretch(_ span: ByteSpan?, _ place: TextPlaces) -> [Value] {
    guard let span else { return [.null, .null, .null] }
    let range = place.range(span)
    return [
      .integer(range.lowerBound), .integer(range.upperBound), .text(place.string(span)),
    ]
  }
}
