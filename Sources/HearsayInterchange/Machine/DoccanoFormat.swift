internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// doccano's JSON lines for sequence labelling with relations; offsets count code points.
public struct DoccanoFormat: AnnotationFormat {
  /// The format.
  public init() {}

  private static let carried = CarriedFields(
    [.type, .source, .cue, .parent, .utterance], document: [.date, .sha256])

  /// The line of a document; entity numbers count from 1 in each document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document)
    let graph = SpanGraph(document)
    let place = TextPlaces(document.text)
    var json = JSONWriter(reserving: 1 << 14)
    json.object { json in
      json.key("text")
      json.string(utf8: place.whole)
      json.key("entities")
      json.array { json in
        for (index, node) in graph.nodes.enumerated() { entity(&json, index + 1, node, place) }
      }
      json.key("relations")
      json.array { json in
        for (index, relation) in graph.relations.enumerated() {
          self.relation(&json, index + 1, relation)
        }
      }
      json.key("meta")
      json.object { json in
        json.key("document")
        json.string(document.record.path)
        json.key("sha256")
        json.string(document.record.sha256)
        json.key("date")
        if let date = document.record.date { json.string(date.value) } else { json.null() }
      }
    }
    json.endLine()
    rendition.part = json.bytes
    return rendition
  }

  private func entity(
    _ json: inout JSONWriter, _ number: Int, _ node: SpanGraph.Node, _ place: TextPlaces
  ) {
    let range = place.range(node.span)
    json.object { json in
      json.key("id")
      json.number(number)
      json.key("label")
      json.string(node.label)
      json.key("start_offset")
      json.number(range.lowerBound)
      json.key("end_offset")
      json.number(range.upperBound)
    }
  }

  private func relation(_ json: inout JSONWriter, _ number: Int, _ relation: SpanGraph.Relation) {
    json.object { json in
      json.key("id")
      json.number(number)
      json.key("from_id")
      json.number(relation.from + 1)
      json.key("to_id")
      json.number(relation.to + 1)
      json.key("type")
      json.string(relation.label)
    }
  }
}
