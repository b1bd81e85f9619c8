internal import HearsayModel
internal import HearsayText

/// TEI P5: one file for each text, speakers and outlets in the header.
///
/// `said` is direct or indirect speech, `q` a fragment inside a paraphrase, `soCalled` marks that
/// credit nobody; who speaks is in `@who`, how sure it is in `@cert`. Source mentions are `rs`, cues
/// `seg`, dates `date` with `@when` or, where TIMEX3 says more than a date or a day that no calendar
/// has, `@when-custom`. What crosses another element or a paragraph is cut, and so are split
/// utterances joined: `@next` and `@prev`. The text between the tags of `body` is the text of the
/// file.
public struct TEIFormat: AnnotationFormat {
  /// The format.
  public init() {}

  /// A folder with one file for each text.
  public var layout: ExportLayout { .folder }

  private static let carried = CarriedFields(
    [
      .type, .speaker, .speakerRole, .source, .cue, .utterance, .value, .outlet, .role,
      .confidence, .note,
    ], document: [.date, .chain])

  /// The TEI document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document)
    var writer = TEIWriter(document)
    rendition.part = writer.whole()
    rendition.loss.loseOfDocument("forbidden-characters", writer.replaced)
    rendition.files = [ExportFile(".xml", rendition.part)]
    return rendition
  }
}

/// Writes one TEI document.
private struct TEIWriter {
  private let document: AnnotatedDocument
  private let graph: SpanGraph
  private let place: TextPlaces
  private let markup: InlineMarkup
  private var xml = XMLWriter(reserving: 1 << 16)
  /// Node before and after a node in the same utterance.
  private var previous: [Int: Int] = [:]
  private var following: [Int: Int] = [:]

  var replaced: Int { xml.replaced }

  init(_ document: AnnotatedDocument) {
    self.document = document
    graph = SpanGraph(document)
    place = TextPlaces(document.text)
    markup = InlineMarkup(
      graph.nodes.map(\.span), paragraphs: TextBlocks.paragraphs(place.whole),
      byteCount: place.byteCount)
    for relation in graph.relations where relation.label == "utterance" {
      previous[relation.from] = relation.to
      following[relation.to] = relation.from
    }
  }

  mutating func whole() -> [UInt8] {
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("TEI", [("xmlns", "http://www.tei-c.org/ns/1.0")])
    header()
    xml.raw("<text><body>")
    for step in markup.steps {
      switch step {
      case .openParagraph: xml.open("p")
      case .closeParagraph: xml.close("p")
      case .text(let span): xml.text(place.bytes(span))
      case .open(let stretch, let fragment): open(stretch, fragment)
      case .close(let stretch): xml.close(element(stretch))
      }
    }
    if markup.steps.isEmpty { xml.empty("p") }
    xml.raw("</body>")
    back()
    xml.raw("</text></TEI>\n")
    return xml.bytes
  }

  // MARK: - Header

  private mutating func header() {
    xml.raw("\n<teiHeader><fileDesc><titleStmt>")
    xml.element("title", text: DocumentDigest.title(document.text) ?? document.record.name)
    xml.raw("</titleStmt><publicationStmt><p>Annotated by Hearsay.</p></publicationStmt>")
    xml.raw("<sourceDesc><bibl>")
    xml.element("idno", [("type", "path")], text: document.record.path)
    if let date = document.record.date?.value {
      xml.element("date", [("when", date)], text: date)
    }
    for step in document.record.chain.steps {
      xml.element(
        "orgName", [("key", step.outletID), ("role", step.role.rawValue)], text: step.name)
    }
    xml.raw("</bibl></sourceDesc></fileDesc>")
    people()
    xml.raw("</teiHeader>\n")
  }

  private mutating func people() {
    var seen: Set<String> = []
    let speakers = document.annotations.compactMap(\.quotation?.speaker).filter {
      seen.insert($0.id).inserted
    }
    guard !speakers.isEmpty else { return }
    xml.raw("<profileDesc><particDesc><listPerson>")
    for speaker in speakers {
      let isPerson = speaker.kind == .person
      xml.open(
        isPerson ? "person" : "personGrp",
        [("xml:id", TEIWriter.id(speaker)), ("role", isPerson ? nil : speaker.kind.rawValue)])
      xml.element(isPerson ? "persName" : "name", text: speaker.name)
      if let role = speaker.role {
        xml.element(isPerson ? "occupation" : "note", text: role)
      }
      xml.close(isPerson ? "person" : "personGrp")
    }
    xml.raw("</listPerson></particDesc></profileDesc>")
  }

  /// An XML name made of a speaker's id.
  private static func id(_ speaker: Speaker) -> String {
    var result = "s-"
    for scalar in speaker.id.unicodeScalars {
      let isPlain = scalar.isASCII && (scalar == "-" || scalar.properties.isAlphabetic)
      if isPlain || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_\(String(scalar.value, radix: 16))"
      }
    }
    return result
  }

  // MARK: - Elements

  private func annotation(_ node: Int) -> AnnotationRecord? {
    graph.nodes[node].annotation.map { document.annotations[$0] }
  }

  private func element(_ node: Int) -> String {
    switch graph.nodes[node].label {
    case "mixed": "q"
    case "scare": "soCalled"
    case "source": "rs"
    case "cue", "note": "seg"
    case "date": "date"
    case "outlet": "orgName"
    default: "said"
    }
  }

  private mutating func open(_ node: Int, _ fragment: Int) {
    let last = markup.fragments[node] - 1
    var before = fragment > 0 ? id(node, fragment - 1) : nil
    var after = fragment < last ? id(node, fragment + 1) : nil
    if fragment == 0, let other = previous[node], markup.fragments[other] > 0 {
      before = id(other, markup.fragments[other] - 1)
    }
    if fragment == last, let other = following[node], markup.fragments[other] > 0 {
      after = id(other, 0)
    }
    xml.open(
      element(node),
      [("xml:id", id(node, fragment))] + attributes(node)
        + [("prev", before.map { "#\($0)" }), ("next", after.map { "#\($0)" })])
  }

  private func id(_ node: Int, _ fragment: Int) -> String {
    fragment == 0 ? "a\(node + 1)" : "a\(node + 1).\(fragment + 1)"
  }

  private func attributes(_ node: Int) -> [(String, String?)] {
    guard let annotation = annotation(node) else {
      return [("type", graph.nodes[node].label)]
    }
    let certainty = ("cert", Optional(TableFormat.decimal(annotation.confidence)))
    switch annotation.body {
    case .quotation(let quotation):
      let who = quotation.speaker.map { "#\(TEIWriter.id($0))" }
      switch quotation.type {
      case .direct: return [("who", who), ("direct", "true"), certainty]
      case .indirect: return [("who", who), ("direct", "false"), certainty]
      case .mixed: return [("who", who), ("type", "mixed"), certainty]
      case .scare: return [certainty]
      }
    case .date(let date):
      let isPlain = TimeExpression.isCalendarDate(date.value)
      return [
        ("type", date.kind.rawValue), ("when", isPlain ? date.value : nil),
        ("when-custom", isPlain ? nil : date.value), certainty,
      ]
    case .outlet(let outlet):
      return [
        ("type", "outlet"), ("key", outlet.outletID ?? outlet.name),
        ("role", outlet.role.rawValue), certainty,
      ]
    case .note: return [("type", "note")]
    }
  }

  // MARK: - Notes

  /// What people wrote, each note pointing at its stretch.
  private mutating func back() {
    let notes = graph.nodes.indices.compactMap { node -> (Int, AnnotationRecord, String)? in
      guard let annotation = annotation(node), markup.fragments[node] > 0 else { return nil }
      if case .note(_, let text) = annotation.body { return (node, annotation, text) }
      return annotation.note.map { (node, annotation, $0) }
    }
    guard !notes.isEmpty else { return }
    xml.raw("<back><div type=\"notes\">")
    for (node, annotation, text) in notes {
      xml.open("note", [("target", "#\(id(node, 0))")])
      xml.element("name", text: annotation.creator.name)
      xml.text(Array(": \(text)".utf8)[...])
      xml.close("note")
    }
    xml.raw("</div></back>")
  }
}
