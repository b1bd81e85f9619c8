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
    var chains = UtteranceChains(links)
    return nodes.compactMap { node in
      let own = links[node.id] ?? [:]
      let parts = own.compactMapValues { places[$0]?.place }
      let parent = own["parent"].map { places[$0]?.fields.values["identifier"] ?? $0 }
      let start = places[chains.first(of: node.id)]?.place.range.lowerBound ?? 0
      return node.fields.content(parts, parent: parent, utterance: "u\(start)").map {
        node.fields.annotation(id: node.id, place: node.place, content: $0)
      }
    }
  }
}

/// Utterances as chains of stretches, each of which names the one before; no link is followed twice.
struct UtteranceChains {
  private let before: [String: String]
  private var known: [String: String] = [:]

  /// The chains in the relations of stretches, by the id they lead from and their label.
  init(_ links: [String: [String: String]]) {
    before = links.compactMapValues { $0["utterance"] }
  }

  /// The stretch that the utterance of a stretch begins with; in a circle, one and the same of it.
  mutating func first(of id: String) -> String {
    var way: [String] = []
    var passed: Set<String> = []
    var place = id
    while known[place] == nil, let earlier = before[place], passed.insert(place).inserted {
      way.append(place)
      place = earlier
    }
    let first = known[place] ?? place
    for id in way { known[id] = first }
    return first
  }
}
