internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// Reads our layers of a UIMA CAS, as XMI or as CAS JSON, from this program or from INCEpTION.
public enum CASReader {
  /// The annotations of one CAS; `path` is its document's, without ending.
  public static func read(_ bytes: [UInt8], path: String) -> ImportedSet {
    let isJSON = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    var set = ImportedSet()
    do throws(ImportProblem) {
      let file = isJSON ? try json(bytes) : try xmi(bytes)
      guard let words = file.text else {
        throw ImportProblem(.badFile, at: path, "the sofa has no text")
      }
      var document = ImportedDocument(path: path, text: Array(words.utf8))
      document.annotations = graph(file, Text(words), path, &set.problems).annotations()
      set.documents.append(document)
    } catch {
      set.problems.append(error)
    }
    return set
  }

  /// A feature structure with its features as text; references by number.
  private struct Structure {
    let type: String
    let id: String
    let features: [String: String]
  }

  private struct File {
    var text: String?
    var structures: [Structure] = []
  }

  private static func json(_ bytes: [UInt8]) throws(ImportProblem) -> File {
    let root: JSONNode
    do throws(JSONReadError) {
      root = try JSONReader.read(bytes)
    } catch {
      throw ImportProblem(.badFile, at: "byte \(error.offset)", error.reason.rawValue)
    }
    let structures = root["%FEATURE_STRUCTURES"]
    // Either a list, or an object whose keys are the numbers.
    let list =
      structures.map { node in
        node.elements.map { (id: text($0["%ID"]), node: $0) }
          + node.members.map { (id: Optional($0.key), node: $0.value) }
      } ?? []
    var file = File()
    for (id, node) in list {
      guard let type = node["%TYPE"]?.string, let id else { continue }
      if type == "uima.cas.Sofa" { file.text = file.text ?? node["sofaString"]?.string }
      var features: [String: String] = [:]
      for member in node.members {
        let name = member.key.hasPrefix("@") ? String(member.key.dropFirst()) : member.key
        features[name] = text(member.value)
      }
      file.structures.append(Structure(type: type, id: id, features: features))
    }
    return file
  }

  /// A string, or a number as text.
  private static func text(_ node: JSONNode?) -> String? {
    node?.string ?? node?.number.map { Int(exactly: $0).map { "\($0)" } ?? "\($0)" }
  }

  private static func xmi(_ bytes: [UInt8]) throws(ImportProblem) -> File {
    var file = File()
    let elements: [XMLTag]
    do throws(XMLTagError) {
      elements = try XMLTagReader.tags(bytes)
    } catch {
      throw ImportProblem(.badFile, at: "byte \(error.offset)", error.message)
    }
    for element in elements {
      let name = element.name.split(separator: ":").last.map(String.init) ?? element.name
      guard let id = element.attributes["xmi:id"] else { continue }
      if name == "Sofa" { file.text = file.text ?? element.attributes["sofaString"] }
      file.structures.append(
        Structure(type: "\(CASLayer.package).\(name)", id: id, features: element.attributes))
    }
    return file
  }

  private static func graph(
    _ file: File, _ text: Text, _ path: String, _ problems: inout [ImportProblem]
  ) -> LabelledGraph {
    let units = UnitPlaces(text)
    var graph = LabelledGraph()
    for structure in file.structures {
      guard let layer = CASLayer.allCases.first(where: { $0.typeName == structure.type }) else {
        continue
      }
      let features = structure.features
      if layer == .relation {
        if let from = features["Governor"], let to = features["Dependent"] {
          graph.relations.append((features["label"] ?? "source", from, to))
        }
        continue
      }
      let stretch = units.stretch(
        features["begin"].flatMap(Double.init), features["end"].flatMap(Double.init))
      guard let stretch else {
        problems.append(
          ImportProblem(.badPlace, at: "\(path), \(structure.id)", "it is not in the text"))
        continue
      }
      let label =
        layer == .quotation ? features["quotationType"] ?? "direct" : layer.rawValue.lowercased()
      graph.nodes.append(
        .init(
          id: structure.id, place: stretch, fields: LabelledFields(label: label, values: features)))
    }
    return graph
  }
}
