internal import HearsayModel
internal import HearsayText

/// A document as a UIMA CAS: feature structures over one text, offsets in UTF-16 units.
///
/// The layers are INCEpTION's custom ones: spans for quotations, sources, cues, dates, outlets and
/// notes, and one relation layer between spans, whose label says what the relation is.
struct CASGraph {
  /// What a feature holds.
  enum Value {
    /// A string.
    case string(String)
    /// Another feature structure, by its number.
    case reference(Int)
  }

  /// A feature structure.
  struct Structure {
    /// Its number, unique in the document.
    let id: Int
    /// Its type, one of ``CASLayer``.
    let layer: CASLayer
    /// Where it stands, in UTF-16 units.
    let range: Range<Int>
    /// Its features; those without a value are left out.
    let features: [(name: String, value: Value)]
  }

  /// Number of the document's sofa.
  static let sofaID = 1
  /// Number of the document annotation.
  static let documentID = 2

  /// In reading order, relations last.
  let structures: [Structure]
  /// Length of the text in UTF-16 units.
  let length: Int

  /// The graph of a document.
  init(_ document: AnnotatedDocument) {
    let graph = SpanGraph(document)
    let place = TextPlaces(document.text, utf16: true)
    let points = TextPlaces(document.text)
    let names = AnnotationNames(document)
    let first = Self.documentID + 1
    var structures = graph.nodes.enumerated().map { index, node in
      let annotation = node.annotation.map { document.annotations[$0] }
      return Structure(
        id: first + index, layer: CASLayer(label: node.label), range: place.range(node.span),
        features: annotation.map { Self.features($0, names.of($0, points)) } ?? [])
    }
    for relation in graph.relations {
      let target = graph.nodes[relation.to].span
      structures.append(
        Structure(
          id: first + structures.count, layer: .relation, range: place.range(target),
          features: [
            ("Dependent", .reference(first + relation.to)),
            ("Governor", .reference(first + relation.from)), ("label", .string(relation.label)),
          ]))
    }
    self.structures = structures
    length = document.text.count(in: .utf16)
  }

  private static func features(
    _ annotation: AnnotationRecord, _ id: String
  ) -> [(name: String, value: Value)] {
    var features: [(String, String?)] = [("identifier", id)]
    switch annotation.body {
    case .quotation(let quotation):
      features += [
        ("quotationType", quotation.type.rawValue), ("speaker", quotation.speaker?.name),
        ("speakerKind", quotation.speaker?.kind.rawValue),
        ("speakerRole", quotation.speaker?.role),
      ]
    case .date(let date):
      features += [
        ("timexType", date.kind.rawValue), ("value", date.value), ("anchor", date.anchor),
        ("modifier", date.modifier),
      ]
    case .outlet(let outlet):
      features += [
        ("outlet", outlet.outletID), ("outletName", outlet.name), ("role", outlet.role.rawValue),
      ]
    case .note(_, let text): features += [("text", text)]
    }
    features += [
      ("status", annotation.status.rawValue),
      ("confidence", TableFormat.decimal(annotation.confidence)),
      ("creator", annotation.creator.type == .person ? annotation.creator.name : nil),
      ("remark", annotation.note),
    ]
    return features.compactMap { name, value in value.map { (name, .string($0)) } }
  }
}

/// The layers of our type system.
enum CASLayer: String, CaseIterable {
  /// Quotations of every type.
  case quotation = "Quotation"
  /// Words that name who is credited.
  case source = "Source"
  /// Words that credit.
  case cue = "Cue"
  /// Time expressions.
  case date = "Date"
  /// Outlet mentions.
  case outlet = "Outlet"
  /// A person's notes.
  case note = "Note"
  /// A quotation's relation to its source, cue, parent or earlier stretch.
  case relation = "AttributionRelation"

  /// The namespace of INCEpTION's custom layers.
  static let package = "webanno.custom"

  /// The type's full name.
  var typeName: String { "\(Self.package).\(rawValue)" }

  /// The layer of a label of ``SpanGraph``.
  init(label: String) {
    switch label {
    case "source": self = .source
    case "cue": self = .cue
    case "date": self = .date
    case "outlet": self = .outlet
    case "note": self = .note
    default: self = .quotation
    }
  }

  /// The layer's features with the UIMA type of what they hold.
  var features: [(name: String, range: String)] {
    let own: [String]
    switch self {
    case .quotation: own = ["quotationType", "speaker", "speakerKind", "speakerRole"]
    case .date: own = ["timexType", "value", "anchor", "modifier"]
    case .outlet: own = ["outlet", "outletName", "role"]
    case .note: own = ["text"]
    case .source, .cue: return []
    case .relation:
      return [
        ("Dependent", "uima.tcas.Annotation"), ("Governor", "uima.tcas.Annotation"),
        ("label", "uima.cas.String"),
      ]
    }
    return (["identifier"] + own + ["status", "confidence", "creator", "remark"]).map {
      ($0, "uima.cas.String")
    }
  }
}
