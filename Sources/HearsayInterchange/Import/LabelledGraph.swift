internal import HearsayText

/// Labelled stretches and relations of one document, as CAS and Label Studio give them.
struct LabelledGraph {
  /// A stretch with what is said of it.
  struct Node {
    let id: String
    let place: ImportedPlace
    let fields: LabelledFields
  }

  /// Stretches in the order of the file.
  var nodes: [Node] = []
  /// Relations from a quotation: what it is, and the ids.
  var relations: [(label: String, from: String, to: String)] = []

  /// The annotations; sources and cues become parts of them.
  func annotations() -> [ImportedAnnotation] {
    var places: [String: Node] = [:]
    for node in nodes { places[node.id] = node }
    var links: [String: [String: String]] = [:]
    for relation in relations { links[relation.from, default: [:]][relation.label] = relation.to }
    return nodes.compactMap { node in
      let own = links[node.id] ?? [:]
      let parts = own.compactMapValues { places[$0]?.place }
      let parent = own["parent"].map { places[$0]?.fields.values["identifier"] ?? $0 }
      var first = node.id
      var seen: Set<String> = [first]
      while let before = links[first]?["utterance"], seen.insert(before).inserted { first = before }
      let start = places[first]?.place.range.lowerBound ?? 0
      return node.fields.content(parts, parent: parent, utterance: "u\(start)").map {
        node.fields.annotation(id: node.id, place: node.place, content: $0)
      }
    }
  }
}
