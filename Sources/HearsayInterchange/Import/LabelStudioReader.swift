internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// Reads Label Studio's tasks: the annotations people made, not the predictions.
public enum LabelStudioReader {
  /// The annotations of all tasks; a task that cannot be read is a problem and the others go on.
  public static func read(_ bytes: [UInt8]) -> ImportedSet {
    var set = ImportedSet()
    let root: JSONNode
    do throws(JSONReadError) {
      root = try JSONReader.read(bytes)
    } catch {
      set.problems.append(
        ImportProblem(.badFile, at: "byte \(error.offset)", error.reason.rawValue))
      return set
    }
    for (index, task) in root.elements.enumerated() {
      let place = "task \(index + 1)"
      guard let words = task["data"]?["text"]?.string else {
        set.problems.append(ImportProblem(.badRow, at: place, "data.text is missing"))
        continue
      }
      var document = ImportedDocument(
        path: task["data"]?["document"]?.string ?? place,
        sha256: task["data"]?["sha256"]?.string, date: task["data"]?["date"]?.string,
        text: Array(words.utf8))
      for annotation in task["annotations"]?.elements ?? [] {
        let results = annotation["result"]?.elements ?? []
        document.annotations += graph(results, Text(words), place, &set.problems).annotations()
      }
      set.documents.append(document)
    }
    return set
  }

  private static let names = [
    "timex": "timexType", "outlet-name": "outletName", "note": "text",
  ]

  private static func graph(
    _ results: [JSONNode], _ text: Text, _ place: String, _ problems: inout [ImportProblem]
  ) -> LabelledGraph {
    let units = UnitPlaces(text)
    var graph = LabelledGraph()
    var values: [String: [String: String]] = [:]
    for result in results {
      guard let id = result["id"]?.string, let name = result["from_name"]?.string else { continue }
      let value =
        result["value"]?["choices"]?.elements.first?.string
        ?? result["value"]?["text"]?.elements.first?.string
      if let value { values[id, default: [:]][names[name] ?? name] = value }
    }
    for result in results {
      if result["type"]?.string == "relation" {
        if let from = result["from_id"]?.string, let to = result["to_id"]?.string {
          let label = result["labels"]?.elements.first?.string ?? "source"
          graph.relations.append((label, from, to))
        }
        continue
      }
      guard let id = result["id"]?.string,
        let label = result["value"]?["labels"]?.elements.first?.string
      else { continue }
      let start = result["value"]?["start"]?.number
      guard let stretch = units.stretch(start, result["value"]?["end"]?.number) else {
        problems.append(ImportProblem(.badPlace, at: "\(place), \(id)", "it is not in the text"))
        continue
      }
      graph.nodes.append(
        .init(
          id: id, place: stretch, fields: LabelledFields(label: label, values: values[id] ?? [:])))
    }
    return graph
  }
}
