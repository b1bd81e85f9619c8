internal import HearsayJSON
internal import HearsayModel

/// Reads the list of disagreements that `hearsay agree` writes as JSON lines.
public enum DisagreementReader {
  /// The disagreements of all lines; a line that is none is a problem and the others go on.
  public static func read(_ bytes: [UInt8]) -> (list: [Disagreement], problems: [ImportProblem]) {
    var list: [Disagreement] = []
    var problems: [ImportProblem] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let place = "line \(number + 1)"
      do throws(ImportProblem) {
        list.append(try disagreement(try JSONLinesReader.parsed(Array(line), place), place))
      } catch {
        problems.append(error)
      }
    }
    return (list, problems)
  }

  private static func disagreement(
    _ node: JSONNode, _ place: String
  ) throws(ImportProblem) -> Disagreement {
    let nodes = node["annotators"]?.elements ?? []
    let document = node["document"]?.string
    let kind = node["kind"]?.string.flatMap { AnnotationKind(rawValue: $0) }
    let range = JSONLinesReader.range(node)
    guard let document, let kind, let range, nodes.count >= 2 else {
      throw ImportProblem(
        .badRow, at: place, "a disagreement needs document, kind, place and annotators")
    }
    let opinions = try opinions(nodes, kind, place)
    return Disagreement(
      document: document, kind: kind.rawValue, range: range, line: whole(node["line"]),
      column: whole(node["column"]), reasons: words(node["reasons"]), opinions: opinions)
  }

  private static func whole(_ node: JSONNode?) -> Int? {
    guard let number = node?.number else { return nil }
    return Int(exactly: number)
  }

  private static func words(_ node: JSONNode?) -> [String] {
    (node?.elements ?? []).compactMap(\.string)
  }

  private static func opinions(
    _ nodes: [JSONNode], _ kind: AnnotationKind, _ place: String
  ) throws(ImportProblem) -> [Disagreement.Opinion] {
    var opinions: [Disagreement.Opinion] = []
    for node in nodes {
      let opinion = try opinion(node, kind, place)
      opinions.append(opinion)
    }
    return opinions
  }

  private static func opinion(
    _ node: JSONNode, _ kind: AnnotationKind, _ place: String
  ) throws(ImportProblem) -> Disagreement.Opinion {
    guard let name = node["name"]?.string else {
      throw ImportProblem(.badRow, at: place, "an annotator needs a name")
    }
    guard let given = node["annotation"], let stretch = JSONLinesReader.stretch(given) else {
      return Disagreement.Opinion(annotator: name, annotation: nil, values: [])
    }
    guard let says = given["says"] else {
      throw ImportProblem(.badRow, at: place, "the list is of an earlier version; write it again")
    }
    var annotation = ImportedAnnotation(
      id: nil, place: stretch, content: try JSONLinesReader.content(says, place))
    guard annotation.kind == kind else {
      throw ImportProblem(.badRow, at: place, "an annotation is of another kind")
    }
    annotation.note = given["remark"]?.string
    return Disagreement.Opinion(annotator: name, annotation: annotation, values: [])
  }
}
