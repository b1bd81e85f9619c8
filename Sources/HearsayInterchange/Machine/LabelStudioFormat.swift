internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// Label Studio's tasks, one JSON array; offsets count UTF-16 units.
///
/// Suggestions are predictions, what a person decided is an annotation. The README
/// names the controls that a labelling configuration needs for it.
public struct LabelStudioFormat: AnnotationFormat {
  /// The format.
  public init() {}

  /// The array begins.
  public var opening: [UInt8] { Array("[\n".utf8) }
  /// Between two tasks.
  public var separator: [UInt8] { Array(",\n".utf8) }
  /// The array ends.
  public func closing(_ summary: SetSummary) -> [UInt8] { Array("\n]\n".utf8) }

  private static let carried = CarriedFields(
    [
      .id, .type, .speaker, .source, .cue, .parent, .utterance, .value, .outlet, .role, .status,
      .confidence, .creator, .note,
    ], document: [.date, .sha256])

  /// The task of a document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document)
    rendition.part = LabelStudioTask(document).json()
    return rendition
  }
}

/// Writes one task.
private struct LabelStudioTask {
  private let document: AnnotatedDocument
  private let graph: SpanGraph
  private let place: TextPlaces
  private let points: TextPlaces
  private let names: AnnotationNames

  init(_ document: AnnotatedDocument) {
    self.document = document
    graph = SpanGraph(document)
    place = TextPlaces(document.text, utf16: true)
    points = TextPlaces(document.text)
    names = AnnotationNames(document)
  }

  func json() -> [UInt8] {
    var json = JSONWriter(reserving: 1 << 16)
    json.object { json in
      json.key("data")
      json.object { json in
        json.key("text")
        json.string(utf8: place.whole)
        json.key("document")
        json.string(document.record.path)
        json.key("sha256")
        json.string(document.record.sha256)
        if let date = document.record.date {
          json.key("date")
          json.string(date.value)
        }
      }
      json.key("predictions")
      json.array { json in
        if hasAny(decided: false) { result(&json, decided: false) }
      }
      json.key("annotations")
      json.array { json in
        if hasAny(decided: true) { result(&json, decided: true) }
      }
    }
    return json.bytes
  }

  private func isDecided(_ index: Int) -> Bool {
    document.annotations[index].status != .suggested
  }

  private func hasAny(decided: Bool) -> Bool {
    document.annotations.indices.contains { isDecided($0) == decided }
  }

  /// The nodes of a layer: its annotations and the sources and cues they lead to.
  private func members(decided: Bool) -> Set<Int> {
    var members = Set(
      graph.nodes.indices.filter { index in
        graph.nodes[index].annotation.map { isDecided($0) == decided } ?? false
      })
    for relation in graph.relations where members.contains(relation.from) {
      if graph.nodes[relation.to].annotation == nil { members.insert(relation.to) }
    }
    return members
  }

  private func result(_ json: inout JSONWriter, decided: Bool) {
    let members = members(decided: decided)
    json.object { json in
      if !decided {
        let creator = document.annotations.first { $0.status == .suggested }?.creator
        json.key("model_version")
        json.string([creator?.name, creator?.version].compactMap(\.self).joined(separator: " "))
      }
      json.key("result")
      json.array { json in
        for index in graph.nodes.indices where members.contains(index) {
          region(&json, index)
        }
        for relation in graph.relations
        where members.contains(relation.from) && members.contains(relation.to) {
          self.relation(&json, relation)
        }
      }
    }
  }

  private func id(_ index: Int) -> String {
    let node = graph.nodes[index]
    if let annotation = node.annotation {
      return names.of(document.annotations[annotation], points)
    }
    let range = points.range(node.span)
    return "\(node.label)-\(range.lowerBound)-\(range.upperBound)"
  }

  private func region(_ json: inout JSONWriter, _ index: Int) {
    let node = graph.nodes[index]
    part(&json, index, name: "label", type: "labels") { json in
      json.key("labels")
      json.array { $0.string(node.label) }
    }
    guard let annotation = node.annotation.map({ document.annotations[$0] }) else { return }
    for (name, value) in LabelStudioTask.texts(annotation) {
      part(&json, index, name: name, type: "textarea") { json in
        json.key("text")
        json.array { $0.string(value) }
      }
    }
    part(&json, index, name: "status", type: "choices") { json in
      json.key("choices")
      json.array { $0.string(annotation.status.rawValue) }
    }
  }

  /// One result about a region; those of the same region share its id.
  private func part(
    _ json: inout JSONWriter, _ index: Int, name: String, type: String,
    _ value: (inout JSONWriter) -> Void
  ) {
    let node = graph.nodes[index]
    let range = place.range(node.span)
    json.object { json in
      json.key("id")
      json.string(id(index))
      json.key("from_name")
      json.string(name)
      json.key("to_name")
      json.raw("\"text\"")
      json.key("type")
      json.string(type)
      json.key("value")
      json.object { json in
        json.key("start")
        json.number(range.lowerBound)
        json.key("end")
        json.number(range.upperBound)
        if type == "labels" {
          json.key("text")
          json.string(utf8: place.bytes(node.span))
        }
        value(&json)
      }
      if let annotation = node.annotation, type == "labels" {
        json.key("score")
        json.decimal(document.annotations[annotation].confidence)
      }
    }
  }

  /// What an annotation says in free words.
  private static func texts(_ annotation: AnnotationRecord) -> [(String, String)] {
    var texts: [(String, String?)] = []
    switch annotation.body {
    case .quotation(let quotation): texts = [("speaker", quotation.speaker?.name)]
    case .date(let date): texts = [("timex", date.kind.rawValue), ("value", date.value)]
    case .outlet(let outlet):
      texts = [
        ("outlet", outlet.outletID), ("outlet-name", outlet.name), ("role", outlet.role.rawValue),
      ]
    case .note(_, let text): texts = [("note", text)]
    }
    if annotation.creator.type == .person { texts.append(("creator", annotation.creator.name)) }
    texts.append(("remark", annotation.note))
    return texts.compactMap { name, value in value.map { (name, $0) } }
  }

  private func relation(_ json: inout JSONWriter, _ relation: SpanGraph.Relation) {
    json.object { json in
      json.key("from_id")
      json.string(id(relation.from))
      json.key("to_id")
      json.string(id(relation.to))
      json.key("type")
      json.raw("\"relation\"")
      json.key("direction")
      json.raw("\"right\"")
      json.key("labels")
      json.array { $0.string(relation.label) }
    }
  }
}
