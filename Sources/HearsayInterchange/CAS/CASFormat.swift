internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// UIMA CAS for INCEpTION and other UIMA tools, as XMI with a type system, or as CAS JSON 0.4.
///
/// Offsets count UTF-16 units, as Java does. Characters that XML does not allow become U+FFFD in
/// XMI, one for one; CAS JSON carries them.
public struct CASFormat: AnnotationFormat {
  private let isJSON: Bool

  /// XMI, or JSON.
  public init(json: Bool) { isJSON = json }

  /// A folder with one CAS for each document, and for XMI the type system.
  public var layout: ExportLayout { .folder }

  private static let carried = CarriedFields([
    .id, .type, .speaker, .speakerRole, .source, .cue, .parent, .utterance, .value, .anchor,
    .modifier, .outlet, .role, .status, .confidence, .creator, .note,
  ])

  /// The CAS of a document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document)
    let graph = CASGraph(document)
    if isJSON {
      rendition.part = CASJSONWriter.json(graph, document.text)
    } else {
      let (bytes, replaced) = XMIWriter.xmi(graph, document.text)
      rendition.part = bytes
      rendition.loss.loseOfDocument("forbidden-characters", replaced)
    }
    rendition.files = [ExportFile(isJSON ? ".json" : ".xmi", rendition.part)]
    return rendition
  }

  /// XMI's type system.
  public func commonFiles(_ summary: SetSummary) -> [ExportFile] {
    isJSON ? [] : [ExportFile("TypeSystem.xml", XMIWriter.typeSystem())]
  }
}

/// Writes a CAS as XMI.
enum XMIWriter {
  /// The document and the number of characters that were replaced.
  static func xmi(_ graph: CASGraph, _ text: Text) -> (bytes: [UInt8], replaced: Int) {
    var xml = XMLWriter(reserving: text.byteCount * 2 + 4096)
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "xmi:XMI",
      [
        ("xmlns:xmi", "http://www.omg.org/XMI"), ("xmlns:cas", "http:///uima/cas.ecore"),
        ("xmlns:tcas", "http:///uima/tcas.ecore"),
        ("xmlns:custom", "http:///webanno/custom.ecore"), ("xmi:version", "2.0"),
      ])
    xml.raw("\n")
    xml.empty("cas:NULL", [("xmi:id", "0")])
    xml.raw("\n")
    let sofa = String(CASGraph.sofaID)
    xml.empty(
      "tcas:DocumentAnnotation",
      [
        ("xmi:id", String(CASGraph.documentID)), ("sofa", sofa), ("begin", "0"),
        ("end", String(graph.length)), ("language", "x-unspecified"),
      ])
    xml.raw("\n")
    for structure in graph.structures { self.structure(&xml, structure, sofa) }
    xml.empty(
      "cas:Sofa",
      [
        ("xmi:id", sofa), ("sofaNum", "1"), ("sofaID", "_InitialView"), ("mimeType", "text"),
        ("sofaString", String(decoding: text.allBytes, as: UTF8.self)),
      ])
    let members = [CASGraph.documentID] + graph.structures.map(\.id)
    xml.raw("\n")
    xml.empty(
      "cas:View", [("sofa", sofa), ("members", members.map(String.init).joined(separator: " "))])
    xml.raw("\n</xmi:XMI>\n")
    return (xml.bytes, xml.replaced)
  }

  private static func structure(
    _ xml: inout XMLWriter, _ structure: CASGraph.Structure, _ sofa: String
  ) {
    var attributes: [(String, String?)] = [
      ("xmi:id", String(structure.id)), ("sofa", sofa),
      ("begin", String(structure.range.lowerBound)), ("end", String(structure.range.upperBound)),
    ]
    for (name, value) in structure.features {
      switch value {
      case .string(let text): attributes.append((name, text))
      case .reference(let id): attributes.append((name, String(id)))
      }
    }
    xml.empty("custom:\(structure.layer.rawValue)", attributes)
    xml.raw("\n")
  }

  /// The description of all layers.
  static func typeSystem() -> [UInt8] {
    var xml = XMLWriter()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open(
      "typeSystemDescription", [("xmlns", "http://uima.apache.org/resourceSpecifier")])
    xml.open("types")
    for layer in CASLayer.allCases {
      xml.raw("\n")
      xml.open("typeDescription")
      xml.element("name", text: layer.typeName)
      xml.element("description", text: "")
      xml.element("supertypeName", text: "uima.tcas.Annotation")
      xml.open("features")
      for (name, range) in layer.features {
        xml.open("featureDescription")
        xml.element("name", text: name)
        xml.element("description", text: "")
        xml.element("rangeTypeName", text: range)
        xml.close("featureDescription")
      }
      xml.close("features")
      xml.close("typeDescription")
    }
    xml.raw("\n</types></typeSystemDescription>\n")
    return xml.bytes
  }
}

/// Writes a CAS as CAS JSON 0.4.
enum CASJSONWriter {
  /// The document with its types.
  static func json(_ graph: CASGraph, _ text: Text) -> [UInt8] {
    var json = JSONWriter(reserving: text.byteCount * 2 + 4096)
    json.object { json in
      json.key("%TYPES")
      types(&json)
      json.key("%FEATURE_STRUCTURES")
      json.array { json in
        json.object { json in
          json.key("%ID")
          json.number(CASGraph.sofaID)
          json.key("%TYPE")
          json.raw("\"uima.cas.Sofa\"")
          json.key("sofaNum")
          json.number(1)
          json.key("sofaID")
          json.raw("\"_InitialView\"")
          json.key("mimeType")
          json.raw("\"text\"")
          json.key("sofaString")
          json.string(utf8: text.allBytes[...])
        }
        json.object { json in
          annotation(&json, CASGraph.documentID, "uima.tcas.DocumentAnnotation", 0..<graph.length)
          json.key("language")
          json.raw("\"x-unspecified\"")
        }
        for structure in graph.structures { self.structure(&json, structure) }
      }
      json.key("%VIEWS")
      json.object { json in
        json.key("_InitialView")
        json.object { json in
          json.key("%SOFA")
          json.number(CASGraph.sofaID)
          json.key("%MEMBERS")
          json.array { json in
            json.number(CASGraph.documentID)
            for structure in graph.structures { json.number(structure.id) }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func types(_ json: inout JSONWriter) {
    json.object { json in
      for layer in CASLayer.allCases {
        json.key(text: layer.typeName)
        json.object { json in
          json.key("%NAME")
          json.string(layer.typeName)
          json.key("%SUPER_TYPE")
          json.raw("\"uima.tcas.Annotation\"")
          for (name, range) in layer.features {
            json.key(text: name)
            json.object { json in
              json.key("%NAME")
              json.string(name)
              json.key("%RANGE")
              json.string(range)
            }
          }
        }
      }
    }
  }

  private static func annotation(
    _ json: inout JSONWriter, _ id: Int, _ type: String, _ range: Range<Int>
  ) {
    json.key("%ID")
    json.number(id)
    json.key("%TYPE")
    json.string(type)
    json.key("@sofa")
    json.number(CASGraph.sofaID)
    json.key("begin")
    json.number(range.lowerBound)
    json.key("end")
    json.number(range.upperBound)
  }

  private static func structure(_ json: inout JSONWriter, _ structure: CASGraph.Structure) {
    json.object { json in
      annotation(&json, structure.id, structure.layer.typeName, structure.range)
      for (name, value) in structure.features {
        switch value {
        case .string(let text):
          json.key(text: name)
          json.string(text)
        case .reference(let id):
          json.key(text: "@\(name)")
          json.number(id)
        }
      }
    }
  }
}
