internal import HearsayJSON
public import HearsayModel
internal import HearsayText

/// A table for spreadsheets: one row for each quotation, and for other kinds where asked for.
///
/// Fields are quoted as RFC 4180 says, lines end in LF. A cell that a spreadsheet would take for a
/// formula has an apostrophe in front; the reader of our tables takes it away again.
public struct TableFormat: AnnotationFormat {
  /// The columns, in order.
  static let columns = [
    "document", "date", "speaker", "role", "type", "text", "cue", "source", "outlet chain",
    "status", "annotator", "kind", "value", "confidence", "start", "end", "note", "id", "sha256",
  ]

  private let delimiter: UInt8
  private let kinds: Set<AnnotationKind>

  /// Comma-separated, or with tabs; `kinds` are those that have rows.
  public init(tabs: Bool, kinds: Set<AnnotationKind> = [.quotation]) {
    delimiter = tabs ? 0x09 : 0x2C
    self.kinds = kinds
  }

  /// The row of column names.
  public var opening: [UInt8] {
    var row = TableRow(delimiter: delimiter)
    for column in Self.columns { row.cell(column) }
    return row.line
  }

  private static let carried = CarriedFields(
    [
      .id, .type, .speaker, .speakerRole, .source, .cue, .value, .outlet, .role, .status,
      .confidence, .creator, .note,
    ], document: [.date, .chain, .sha256])

  /// The rows of a document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document, kinds: kinds)
    let place = TextPlaces(document.text)
    let names = AnnotationNames(document)
    let chain = document.record.chain.steps.map { "\($0.name) (\($0.role.rawValue))" }
      .joined(separator: " ← ")
    for annotation in document.annotations where kinds.contains(annotation.kind) {
      rendition.part += row(annotation, document.record, chain, place, names)
    }
    return rendition
  }

  private func row(
    _ annotation: AnnotationRecord, _ record: DocumentRecord, _ chain: String,
    _ place: TextPlaces, _ names: AnnotationNames
  ) -> [UInt8] {
    var row = TableRow(delimiter: delimiter)
    let quotation = annotation.quotation
    let (type, role, value) = TableFormat.typeRoleValue(annotation)
    let range = place.range(annotation.span)
    row.cell(record.path)
    row.cell(record.date?.value ?? "")
    row.cell(quotation?.speaker?.name ?? "")
    row.cell(role)
    row.cell(type)
    row.cell(place.string(annotation.span))
    row.cell(quotation?.cue.map(place.string) ?? "")
    row.cell(quotation?.source.map(place.string) ?? "")
    row.cell(chain)
    row.cell(annotation.status.rawValue)
    row.cell(annotation.creator.name)
    row.cell(annotation.kind.rawValue)
    row.cell(value)
    row.cell(TableFormat.decimal(annotation.confidence))
    row.cell(String(range.lowerBound))
    row.cell(String(range.upperBound))
    row.cell(annotation.note ?? "")
    row.cell(names.of(annotation, place))
    row.cell(record.sha256)
    return row.line
  }

  private static func typeRoleValue(
    _ annotation: AnnotationRecord
  ) -> (type: String, role: String, value: String) {
    switch annotation.body {
    case .quotation(let quotation): (quotation.type.rawValue, quotation.speaker?.role ?? "", "")
    case .date(let date): (date.kind.rawValue, "", date.value)
    case .outlet(let outlet): ("", outlet.role.rawValue, outlet.outletID ?? outlet.name)
    case .note(_, let text): ("", "", text)
    }
  }

  /// A number with two digits behind the point.
  static func decimal(_ value: Double) -> String {
    var json = JSONWriter()
    json.decimal(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

/// One row of a table while it is written.
struct TableRow {
  private let delimiter: UInt8
  private var bytes: [UInt8] = []
  private var isFirst = true

  /// An empty row.
  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// The row with its line break.
  var line: [UInt8] { bytes + [0x0A] }

  /// Signs that make a spreadsheet read a cell as a formula when it begins with one (OWASP's list).
  static let formulaSigns: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]

  /// Adds a cell.
  ///
  /// The apostrophe also goes before one that is there already, so that taking one away
  /// gives the text back.
  mutating func cell(_ text: String) {
    if !isFirst { bytes.append(delimiter) }
    isFirst = false
    let utf8 = Array(text.utf8)
    let isFormula =
      utf8.first.map { Self.formulaSigns.contains($0) || $0 == 0x27 } ?? false
    let content = isFormula ? [0x27] + utf8 : utf8
    let needsQuotes = content.contains {
      $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == delimiter
    }
    guard needsQuotes else {
      bytes += content
      return
    }
    bytes.append(0x22)
    for byte in content {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
