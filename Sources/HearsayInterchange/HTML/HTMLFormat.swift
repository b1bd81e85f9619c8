internal import HearsayModel
internal import HearsayText
internal import Mustache

/// A report to read: one self-contained page for each article, and one for the set.
///
/// No page needs a network or a script; what is shown on pointing is shown on keyboard focus too.
public struct HTMLFormat: AnnotationFormat {
  /// What the registry knows of an outlet on the article's date, by outlet id.
  public typealias Notices = @Sendable (_ outletID: String, _ date: String?) -> OutletNotice?

  private let pages: HTMLPages
  private let notices: Notices

  /// A report whose outlet notes come from `notices`.
  public init(notices: @escaping Notices) {
    pages = HTMLPages()
    self.notices = notices
  }

  /// A folder: a page for each article, and `index.html`.
  public var layout: ExportLayout { .folder }

  private static let carried = CarriedFields(
    Set(CarriedField.allCases).subtracting([.id, .parent, .modifier, .decision, .utterance]),
    document: [.date, .chain])

  /// The page of an article.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    let digest = DocumentDigest(document)
    rendition.digest = digest
    rendition.loss = Self.carried.loss(document)
    let page = HTMLArticlePage(document, digest, notices)
    rendition.part = Array(pages.article.render(page.context).utf8)
    rendition.files = [ExportFile(".html", rendition.part)]
    return rendition
  }

  /// The page of the set.
  public func commonFiles(_ summary: SetSummary) -> [ExportFile] {
    let context = HTMLIndexPage(summary).context
    return [ExportFile("index.html", Array(pages.index.render(context).utf8))]
  }
}

/// What the page of one article shows.
private struct HTMLArticlePage {
  /// Values by the names the template uses.
  let context: [String: Any]

  init(_ document: AnnotatedDocument, _ digest: DocumentDigest, _ notices: HTMLFormat.Notices) {
    var summary = SetSummary()
    summary.add(digest)
    var context: [String: Any] = [
      "title": digest.title, "path": digest.path, "style": HTMLStyle.css,
      "body": HTMLArticle(document).html,
      "counts": HTMLArticlePage.counts(digest.counts),
      "speakers": HTMLArticlePage.speakers(document),
      "chain": document.record.chain.steps.map { step -> [String: Any] in
        [
          "name": step.name, "role": step.role.rawValue.replacing("-", with: " "),
          "evidence": step.evidence.map(\.rawValue).joined(separator: ", "),
        ]
      },
      "dates": HTMLArticlePage.dates(document),
      "outlets": HTMLArticlePage.outlets(document, notices),
    ]
    if let date = digest.date { context["date"] = date }
    if let picture = QuotationPicture.svg(summary, columnWidth: 200) {
      context["picture"] = picture
    }
    for key in ["speakers", "chain", "dates", "outlets"] {
      context["has-\(key)"] = (context[key] as? [Any])?.isEmpty == false
    }
    self.context = context
  }

  static func counts(_ counts: [AnnotationKind: Int]) -> String {
    AnnotationKind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.rawValue)\($0 == 1 ? "" : "s")" }
    }.joined(separator: " · ")
  }

  private static func words(_ document: AnnotatedDocument, _ span: ByteSpan) -> String {
    document.text.string(in: span).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Speakers in the order of their first words, each with all of them.
  private static func speakers(_ document: AnnotatedDocument) -> [[String: Any]] {
    var order: [String] = []
    var names: [String: Speaker] = [:]
    var lists: [String: [[String: Any]]] = [:]
    for (index, annotation) in document.annotations.enumerated() {
      guard let quotation = annotation.quotation, quotation.type != .scare else { continue }
      let id = quotation.speaker?.id ?? ""
      if lists[id] == nil { order.append(id) }
      names[id] = names[id] ?? quotation.speaker
      lists[id, default: []].append([
        "anchor": "a\(index + 1)", "number": index + 1, "words": words(document, quotation.span),
        "type": quotation.type.rawValue, "status": annotation.status.rawValue,
      ])
    }
    return order.map { id in
      var entry: [String: Any] = [
        "name": names[id]?.name ?? "Nobody credited", "list": lists[id] ?? [],
        "count": lists[id]?.count ?? 0,
      ]
      if let role = names[id]?.role { entry["role"] = role }
      return entry
    }
  }

  /// Calendar values in their order, each with the words it stands for.
  private static func dates(_ document: AnnotatedDocument) -> [[String: Any]] {
    let dates = document.annotations.enumerated().compactMap {
      index, annotation -> (value: String, entry: [String: Any])? in
      guard case .date(let date) = annotation.body, date.value.first?.isNumber == true else {
        return nil
      }
      return (
        date.value,
        [
          "value": date.value, "anchor": "a\(index + 1)", "words": words(document, date.span),
        ]
      )
    }
    return dates.enumerated().sorted {
      let (a, b) = (CalendarOrder.key($0.element.value), CalendarOrder.key($1.element.value))
      return (a, $0.offset) < (b, $1.offset)
    }.map(\.element.entry)
  }

  /// Notes on the outlets of the chain and of the text, each once.
  private static func outlets(
    _ document: AnnotatedDocument, _ notices: HTMLFormat.Notices
  ) -> [[String: Any]] {
    var ids = document.record.chain.steps.map(\.outletID)
    for annotation in document.annotations {
      if case .outlet(let outlet) = annotation.body, let id = outlet.outletID { ids.append(id) }
    }
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }.compactMap { id in
      notices(id, document.record.date?.value).map { HTMLArticlePage.entry($0) }
    }
  }

  private static func entry(_ notice: OutletNotice) -> [String: Any] {
    [
      "title": notice.title, "subtitle": notice.subtitle,
      "lines": notice.lines.map { line -> [String: Any] in
        [
          "label": line.label,
          "statements": line.statements.map { statement -> [String: Any] in
            [
              "text": statement.text,
              "sources": statement.sources.map { "[\($0)]" }.joined(),
            ]
          },
        ]
      },
      "citations": notice.sources.map { source -> [String: Any] in
        var entry: [String: Any] = ["number": source.number, "text": source.text]
        if let address = source.address,
          address.hasPrefix("https://") || address.hasPrefix("http://")
        {
          entry["address"] = address
        }
        return entry
      },
    ]
  }
}
