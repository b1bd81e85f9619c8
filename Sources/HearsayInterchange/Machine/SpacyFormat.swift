internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// JSON lines that `spacy.tokens.Doc.from_json` reads; offsets count code points.
///
/// All stretches are in the span group `hearsay`, since they may overlap; `kb_id` is the speaker's,
/// the outlet's or the date's value. Tokens end wherever a stretch begins or ends, so that every
/// stretch is a run of whole tokens.
public struct SpacyFormat: AnnotationFormat {
  /// The format.
  public init() {}

  private static let carried = CarriedFields([.type, .speaker, .source, .cue, .value, .outlet])

  /// The line of a document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document)
    let graph = SpanGraph(document)
    let place = TextPlaces(document.text)
    let tokens = WordTokens(document.text, cuts: graph.nodes.map(\.span)).spacy()
    var json = JSONWriter(reserving: 1 << 16)
    json.object { json in
      json.key("text")
      json.string(utf8: place.whole)
      json.key("tokens")
      json.array { json in
        for (index, token) in tokens.enumerated() {
          let range = place.range(token)
          json.object { json in
            json.key("id")
            json.number(index)
            json.key("start")
            json.number(range.lowerBound)
            json.key("end")
            json.number(range.upperBound)
          }
        }
      }
      json.key("spans")
      json.object { json in
        json.key("hearsay")
        json.array { json in
          for node in graph.nodes { span(&json, node, document, place) }
        }
      }
    }
    json.endLine()
    rendition.part = json.bytes
    return rendition
  }

  private func span(
    _ json: inout JSONWriter, _ node: SpanGraph.Node, _ document: AnnotatedDocument,
    _ place: TextPlaces
  ) {
    let range = place.range(node.span)
    json.object { json in
      json.key("start")
      json.number(range.lowerBound)
      json.key("end")
      json.number(range.upperBound)
      json.key("label")
      json.string(node.label)
      json.key("kb_id")
      json.string(node.annotation.map { SpacyFormat.identity(document.annotations[$0]) } ?? "")
    }
  }

  /// Whom or what a stretch is about, empty where nothing decides.
  private static func identity(_ annotation: AnnotationRecord) -> String {
    switch annotation.body {
    case .quotation(let quotation): quotation.speaker?.id ?? ""
    case .date(let date): date.value
    case .outlet(let outlet): outlet.outletID ?? ""
    case .note: ""
    }
  }
}
