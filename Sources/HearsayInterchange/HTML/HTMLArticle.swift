internal import HearsayModel
internal import HearsayText

/// The text of an article with its annotations as marks, each with its evidence card.
struct HTMLArticle {
  /// The markup of the article's body.
  let html: String

  /// The marked-up text of a document whose annotations are numbered from 1.
  init(_ document: AnnotatedDocument) {
    let graph = SpanGraph(document)
    let place = TextPlaces(document.text)
    let markup = InlineMarkup(
      graph.nodes.map(\.span), paragraphs: TextBlocks.paragraphs(place.whole),
      byteCount: place.byteCount)
    var writer = XMLWriter(reserving: place.byteCount * 4 + 1024, html: true)
    for step in markup.steps {
      switch step {
      case .openParagraph: writer.open("p")
      case .closeParagraph: writer.close("p")
      case .text(let span): writer.text(place.bytes(span))
      case .open(let stretch, let fragment):
        HTMLArticle.open(
          &writer, graph.nodes[stretch], fragment, document,
          isLast: fragment == markup.fragments[stretch] - 1)
      case .close(let stretch):
        let node = graph.nodes[stretch]
        if let annotation = node.annotation {
          HTMLArticle.card(&writer, document.annotations[annotation])
          writer.close("mark")
        } else {
          writer.close("span")
        }
      }
    }
    html = String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func open(
    _ writer: inout XMLWriter, _ node: SpanGraph.Node, _ fragment: Int,
    _ document: AnnotatedDocument, isLast: Bool
  ) {
    guard let index = node.annotation else { return writer.open("span", [("class", node.label)]) }
    let status = document.annotations[index].status
    let isFirst = fragment == 0
    writer.open(
      "mark",
      [
        ("class", status == .rejected ? "\(node.label) rejected" : node.label),
        ("id", isFirst ? "a\(index + 1)" : nil), ("tabindex", isFirst ? "0" : nil),
        ("data-n", isLast && node.label != "date" ? String(index + 1) : nil),
      ])
  }

  /// The evidence of an annotation, shown while its mark is pointed at or has the focus.
  private static func card(_ writer: inout XMLWriter, _ annotation: AnnotationRecord) {
    writer.open("span", [("class", "card")])
    let lines = EvidenceLines(annotation)
    writer.element("b", text: lines.title)
    for line in lines.lines {
      writer.open("span")
      writer.text(Array(line.utf8)[...])
      writer.close("span")
    }
    writer.close("span")
  }
}

/// What an annotation rests on, in words.
struct EvidenceLines {
  /// What it is.
  let title: String
  /// What is known about it, one thing a line.
  let lines: [String]

  /// The lines about an annotation.
  init(_ annotation: AnnotationRecord) {
    var lines: [String] = []
    switch annotation.body {
    case .quotation(let quotation):
      title = EvidenceLines.title(quotation)
      lines = EvidenceLines.lines(quotation)
    case .date(let date):
      title = date.value
      lines.append(date.kind.rawValue.lowercased())
      if let anchor = date.anchor { lines.append("counted from \(anchor)") }
      if !date.alternatives.isEmpty {
        lines.append("or \(date.alternatives.joined(separator: ", "))")
      }
      if date.gap != nil { lines.append("cannot be completed from the text") }
    case .outlet(let outlet):
      title = outlet.name
      lines.append(outlet.role.rawValue.replacing("-", with: " "))
      if outlet.outletID == nil, !outlet.candidates.isEmpty {
        lines.append("could be \(outlet.candidates.joined(separator: ", "))")
      }
    case .note(_, let text):
      title = "Note by \(annotation.creator.name)"
      lines.append(text)
    }
    if let note = annotation.note { lines.append("“\(note)”") }
    if annotation.kind != .note {
      let percent = Int((annotation.confidence * 100).rounded())
      lines.append("\(annotation.status.rawValue) · confidence \(percent) %")
    }
    self.lines = lines
  }

  private static func title(_ quotation: Quotation) -> String {
    if let speaker = quotation.speaker { return speaker.name }
    if quotation.type == .scare { return "Marks, nobody credited" }
    return quotation.candidates.isEmpty ? "Nobody credited" : "Unclear who speaks"
  }

  private static func lines(_ quotation: Quotation) -> [String] {
    var lines: [String] = []
    if let role = quotation.speaker?.role { lines.append(role) }
    if quotation.type != .scare { lines.append("\(quotation.type.rawValue) speech") }
    if !quotation.candidates.isEmpty {
      lines.append("could be \(quotation.candidates.map(\.name).joined(separator: ", "))")
    }
    if quotation.evidence.rule != .none {
      lines.append("credited: \(quotation.evidence.rule.rawValue.replacing("-", with: " "))")
    }
    if quotation.evidence.resolution != .none {
      lines.append(
        "speaker from: \(quotation.evidence.resolution.rawValue.replacing("-", with: " "))")
    }
    if quotation.isAltered { lines.append("words altered or left out inside the marks") }
    if quotation.isUnclosed { lines.append("the closing mark is missing") }
    return lines
  }
}
