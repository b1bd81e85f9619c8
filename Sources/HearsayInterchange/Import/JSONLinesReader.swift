internal import HearsayJSON
internal import HearsayModel

/// Reads our own JSON lines, from this program or another that writes them.
public enum JSONLinesReader {
  /// The annotations of all lines; a line that is none is a problem and the others go on.
  public static func read(_ bytes: [UInt8]) -> ImportedSet {
    var set = ImportedSet()
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let place = "line \(number)"
      do throws(ImportProblem) {
        let node = try parsed(Array(line), place)
        // A row that could not be annotated is no annotation.
        if node["error"] != nil, node["kind"] == nil { continue }
        set.add(try annotation(node, place), to: try document(node, place))
      } catch {
        set.problems.append(error)
      }
    }
    return set
  }

  /// The JSON of a line.
  static func parsed(_ line: [UInt8], _ place: String) throws(ImportProblem) -> JSONNode {
    do throws(JSONReadError) {
      return try JSONReader.read(line)
    } catch {
      throw ImportProblem(.badRow, at: place, "\(error.reason.rawValue), byte \(error.offset)")
    }
  }

  private static func document(
    _ node: JSONNode, _ place: String
  ) throws(ImportProblem) -> ImportedDocument {
    guard let path = node["document"]?["path"]?.string else {
      throw ImportProblem(.badRow, at: place, "document.path is missing")
    }
    return ImportedDocument(
      path: path, sha256: node["document"]?["sha256"]?.string,
      date: node["document"]?["date"]?.string)
  }

  private static func annotation(
    _ node: JSONNode, _ place: String
  ) throws(ImportProblem) -> ImportedAnnotation {
    guard let target = stretch(node["target"]) else {
      throw ImportProblem(.badRow, at: place, "target needs start, end and exact")
    }
    var result = ImportedAnnotation(
      id: node["id"]?.string, place: target, content: try content(node, place))
    if let status = node["status"]?.string {
      guard let known = ReviewStatus(rawValue: status) else {
        throw ImportProblem(.unknownValue, at: place, "status \(status) is not known")
      }
      result.status = known
    }
    result.confidence = node["confidence"]?.number
    if let name = node["creator"]?["name"]?.string {
      result.creator = CreatorRecord(
        node["creator"]?["type"]?.string == "person" ? .person : .software, name: name,
        version: node["creator"]?["version"]?.string, created: node["created"]?.string ?? "")
    }
    if result.kind != .note { result.note = node["note"]?["text"]?.string }
    return result
  }

  /// A stretch with its words, or nil.
  static func stretch(_ node: JSONNode?) -> ImportedPlace? {
    guard let node, let range = range(node) else { return nil }
    return ImportedPlace(
      range, exact: node["exact"]?.string, prefix: node["prefix"]?.string ?? "",
      suffix: node["suffix"]?.string ?? "")
  }

  /// `start` and `end` of a node, or nil where they are no range of whole numbers.
  static func range(_ node: JSONNode, _ first: String = "start", _ last: String = "end") -> Range<
    Int
  >? {
    guard let start = node[first]?.number, let end = node[last]?.number, start >= 0, start <= end,
      end < 1e12, start == start.rounded(), end == end.rounded()
    else { return nil }
    return Int(start)..<Int(end)
  }

  /// What an annotation says.
  static func content(
    _ node: JSONNode, _ place: String
  ) throws(ImportProblem) -> ImportedAnnotation.Content {
    switch node["kind"]?.string {
    case "quotation": return .quotation(try quotation(node["quotation"], place))
    case "date":
      guard let type = node["date"]?["type"]?.string,
        let kind = TimeExpression.Kind(rawValue: type),
        let value = node["date"]?["value"]?.string
      else { throw ImportProblem(.badRow, at: place, "date needs a TIMEX3 type and value") }
      return .date(
        kind, value: value, anchor: node["date"]?["anchor"]?.string,
        modifier: node["date"]?["mod"]?.string)
    case "outlet":
      guard let name = node["outlet"]?["name"]?.string,
        let role = node["outlet"]?["role"]?.string.flatMap(OutletRole.init(rawValue:))
      else { throw ImportProblem(.badRow, at: place, "outlet needs a name and a role") }
      return .outlet(id: node["outlet"]?["id"]?.string, name: name, role)
    case "note":
      guard let text = node["note"]?["text"]?.string else {
        throw ImportProblem(.badRow, at: place, "note needs a text")
      }
      return .note(text)
    default: throw ImportProblem(.unknownValue, at: place, "kind is missing or not known")
    }
  }

  private static func quotation(
    _ node: JSONNode?, _ place: String
  ) throws(ImportProblem) -> ImportedQuotation {
    guard let type = node?["type"]?.string.flatMap(QuotationType.init(rawValue:)) else {
      throw ImportProblem(.badRow, at: place, "quotation.type is missing or not known")
    }
    var result = ImportedQuotation()
    result.type = type
    result.speaker = node?["speaker"].flatMap(speaker)
    result.source = stretch(node?["source"])
    result.cue = stretch(node?["cue"])
    result.parent = node?["parent"]?.string
    result.utterance = node?["utterance"]?.string
    return result
  }

  private static func speaker(_ node: JSONNode) -> Speaker? {
    node["name"]?.string.map { name in
      Speaker(
        name: name, kind: node["kind"]?.string.flatMap(Speaker.Kind.init(rawValue:)) ?? .person,
        role: node["role"]?.string)
    }
  }
}
