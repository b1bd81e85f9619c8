internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// brat's standoff files: the text as it is (`.txt`) and its annotations (`.ann`).
///
/// Text-bound annotations carry the labels of ``SpanGraph``, relations its relations, attributes
/// what is chosen from a list, notes everything else. Offsets count code points. A stretch over
/// several lines is written in fragments, one for each line, as brat asks for.
public struct BratFormat: AnnotationFormat {
  /// The format.
  public init() {}

  /// A folder: two files for each document, and brat's configuration.
  public var layout: ExportLayout { .folder }

  private static let carried = CarriedFields(
    [
      .id, .type, .speaker, .speakerRole, .source, .cue, .parent, .utterance, .value, .anchor,
      .outlet, .role, .status, .confidence, .creator, .note, .modifier,
    ], document: [])

  /// The text and its annotations.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    var writer = BratWriter(document)
    rendition.part = writer.lines()
    rendition.files = [
      ExportFile(".txt", Array(writer.text)), ExportFile(".ann", rendition.part),
    ]
    rendition.loss = Self.carried.loss(document)
    return rendition
  }

  /// What brat must be told of the labels.
  public func commonFiles(_ summary: SetSummary) -> [ExportFile] {
    [ExportFile("annotation.conf", Array(Self.configuration.utf8))]
  }

  static let configuration = """
    [entities]
    direct
    mixed
    indirect
    scare
    source
    cue
    date
    outlet
    note

    [relations]
    source Arg1:direct|mixed|indirect|scare, Arg2:source
    cue Arg1:direct|mixed|indirect|scare, Arg2:cue
    parent Arg1:direct|mixed|indirect|scare, Arg2:direct|mixed|indirect|scare
    utterance Arg1:direct|mixed|indirect|scare, Arg2:direct|mixed|indirect|scare
    <OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

    [events]

    [attributes]
    status Arg:<ENTITY>, Value:suggested|accepted|rejected|edited|authored
    timex Arg:date, Value:DATE|TIME|DURATION|SET
    role Arg:outlet, Value:publisher|agency|republished-from|reported-by|told-to|image-credit|link|mention
    speaker-kind Arg:direct|mixed|indirect|scare, Value:person|organisation|collective

    """
}

/// Writes the lines of one `.ann` file.
private struct BratWriter {
  private let document: AnnotatedDocument
  private let place: TextPlaces
  private let graph: SpanGraph
  private let names: AnnotationNames
  private var out: [UInt8] = []
  private var attributes = 0
  private var notes = 0

  init(_ document: AnnotatedDocument) {
    self.document = document
    place = TextPlaces(document.text)
    graph = SpanGraph(document)
    names = AnnotationNames(document)
  }

  var text: ArraySlice<UInt8> { place.whole }

  mutating func lines() -> [UInt8] {
    for (index, node) in graph.nodes.enumerated() { textBound(index + 1, node) }
    for (index, relation) in graph.relations.enumerated() {
      line("R\(index + 1)\t\(relation.label) Arg1:T\(relation.from + 1) Arg2:T\(relation.to + 1)")
    }
    for (index, node) in graph.nodes.enumerated() {
      guard let annotation = node.annotation else { continue }
      details(index + 1, document.annotations[annotation])
    }
    return out
  }

  private mutating func line(_ text: String) {
    out += Array(text.utf8)
    out.append(0x0A)
  }

  private mutating func textBound(_ number: Int, _ node: SpanGraph.Node) {
    let pieces = fragments(node.span)
    let places = pieces.map { piece in
      let range = place.range(piece)
      return "\(range.lowerBound) \(range.upperBound)"
    }.joined(separator: ";")
    let words = pieces.map(place.string).joined(separator: " ")
    line("T\(number)\t\(node.label) \(places)\t\(words)")
  }

  /// The parts of a span on each line; an empty line has none.
  private func fragments(_ span: ByteSpan) -> [ByteSpan] {
    let bytes = place.bytes(span)
    var result: [ByteSpan] = []
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
      if index > start { result.append(ByteSpan(start, index)) }
      start = index + 1
    }
    if bytes.endIndex > start { result.append(ByteSpan(start, bytes.endIndex)) }
    return result
  }

  private mutating func attribute(_ name: String, _ number: Int, _ value: String) {
    attributes += 1
    line("A\(attributes)\t\(name) T\(number) \(value)")
  }

  /// A note; what would end its line is written as JSON writes it.
  private mutating func note(_ type: String, _ number: Int, _ text: String?) {
    guard let text else { return }
    notes += 1
    line("#\(notes)\t\(type) T\(number)\t\(BratText.escaped(text))")
  }

  private mutating func details(_ number: Int, _ annotation: AnnotationRecord) {
    attribute("status", number, annotation.status.rawValue)
    switch annotation.body {
    case .quotation(let quotation):
      note("Speaker", number, quotation.speaker?.name)
      note("SpeakerRole", number, quotation.speaker?.role)
      if let kind = quotation.speaker?.kind { attribute("speaker-kind", number, kind.rawValue) }
    case .date(let date):
      attribute("timex", number, date.kind.rawValue)
      note("Value", number, date.value)
      note("Anchor", number, date.anchor)
      note("Modifier", number, date.modifier)
    case .outlet(let outlet):
      attribute("role", number, outlet.role.rawValue)
      note("Outlet", number, outlet.outletID)
      note("OutletName", number, outlet.name)
    case .note(_, let text):
      note("Note", number, text)
    }
    note("Confidence", number, TableFormat.decimal(annotation.confidence))
    note("Id", number, names.of(annotation, place))
    if annotation.creator.type == .person { note("Creator", number, annotation.creator.name) }
    note("AnnotatorNotes", number, annotation.note)
  }
}

/// Text inside a note of brat's, which must stay on one line.
enum BratText {
  /// Line breaks, tabs and backslashes written with a backslash.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text that was escaped.
  static func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let sign = rest.popFirst() else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch sign {
      case "n": result += "\n"
      case "r": result += "\r"
      case "t": result += "\t"
      default: result.unicodeScalars.append(sign)
      }
    }
    return result
  }
}
