internal import HearsayModel

/// Who quotes whom, and which outlet carries whom, as one GraphML graph.
///
/// Nodes are speakers and outlets. An arrow `quotes` leads from a speaker to one quoted inside that
/// speaker's words, `carries` from an outlet of the article's chain to everybody quoted in it,
/// `republishes` from an outlet to the one it took a text from. Each has the article's date and
/// the number of statements behind it.
public struct GraphMLFormat: AnnotationFormat {
  /// The format.
  public init() {}

  /// Nothing is written before the end; the text of quotations is not carried.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.digest = DocumentDigest(document)
    rendition.loss = Self.loss(document)
    return rendition
  }

  private static func loss(_ document: AnnotatedDocument) -> LossReport {
    var loss = LossReport()
    let hasOutlets = !document.record.chain.textSteps.isEmpty
    for annotation in document.annotations {
      switch annotation.body {
      case .quotation(let quotation):
        loss.lose("text", of: .quotation)
        if quotation.speaker == nil {
          loss.lose("without-speaker", of: .quotation)
        } else if !hasOutlets, quotation.parent == nil {
          loss.lose("without-arrow", of: .quotation)
        }
      default: loss.lose("annotation", of: annotation.kind)
      }
    }
    return loss
  }

  /// The whole graph.
  public func closing(_ summary: SetSummary) -> [UInt8] {
    var xml = XMLWriter()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("graphml", [("xmlns", "http://graphml.graphdrawing.org/xmlns")])
    xml.raw("\n")
    key(&xml, "name", for: "node", "string")
    key(&xml, "kind", for: "node", "string")
    key(&xml, "relation", for: "edge", "string")
    key(&xml, "date", for: "edge", "string")
    key(&xml, "weight", for: "edge", "int")
    xml.open("graph", [("id", "hearsay"), ("edgedefault", "directed")])
    xml.raw("\n")
    for (id, node) in summary.nodes.sorted(by: { $0.key < $1.key }) {
      xml.open("node", [("id", id)])
      data(&xml, "name", node.name)
      data(&xml, "kind", node.kind)
      xml.close("node")
      xml.raw("\n")
    }
    for (index, item) in summary.edges.sorted(by: { $0.key < $1.key }).enumerated() {
      let edge = item.key
      xml.open("edge", [("id", "e\(index)"), ("source", edge.from), ("target", edge.to)])
      data(&xml, "relation", edge.relation.rawValue)
      if !edge.date.isEmpty { data(&xml, "date", edge.date) }
      data(&xml, "weight", String(item.value))
      xml.close("edge")
      xml.raw("\n")
    }
    xml.raw("</graph>\n</graphml>\n")
    return xml.bytes
  }

  private func key(_ xml: inout XMLWriter, _ name: String, for owner: String, _ type: String) {
    xml.empty(
      "key", [("id", name), ("for", owner), ("attr.name", name), ("attr.type", type)])
    xml.raw("\n")
  }

  private func data(_ xml: inout XMLWriter, _ key: String, _ value: String) {
    xml.element("data", [("key", key)], text: value)
  }
}
