internal import HearsayJSON
internal import HearsayModel

/// Reads our own pages of Web Annotations, and others' notes on a text by position or quote.
public enum WebAnnotationReader {
  /// The annotations of a page, a list, or a single annotation.
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
    let items = root["items"]?.elements ?? (root["target"] != nil ? [root] : root.elements)
    for (index, item) in items.enumerated() {
      let place = item["id"]?.string ?? "item \(index + 1)"
      do throws(ImportProblem) {
        let document = try document(item, place)
        for annotation in try annotations(item, place) { set.add(annotation, to: document) }
      } catch {
        set.problems.append(error)
      }
    }
    return set
  }

  private static func document(
    _ item: JSONNode, _ place: String
  ) throws(ImportProblem) -> ImportedDocument {
    let source = item["target"]?["source"]
    guard let path = source?["path"]?.string ?? source?["id"]?.string ?? source?.string else {
      throw ImportProblem(.badRow, at: place, "target.source is missing")
    }
    return ImportedDocument(
      path: path, sha256: source?["sha256"]?.string, date: source?["articleDate"]?.string)
  }

  private static func annotations(
    _ item: JSONNode, _ place: String
  ) throws(ImportProblem) -> [ImportedAnnotation] {
    let bodies = item["body"].map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    guard let body = bodies.first else {
      throw ImportProblem(.badRow, at: place, "the body is missing")
    }
    let fragments = body["fragments"]?.elements ?? []
    guard fragments.isEmpty else {
      var result: [ImportedAnnotation] = []
      for fragment in fragments {
        var annotation = try annotation(
          fragment, fragment["id"]?.string, fragment["selector"], fragment["creator"], item, place)
        if case .quotation(var quotation) = annotation.content {
          quotation.utterance = item["id"]?.string
          annotation.content = .quotation(quotation)
        }
        annotation.note = fragment["note"]?.string
        result.append(annotation)
      }
      return result
    }
    var result = try annotation(
      body, item["id"]?.string, item["target"]?["selector"], item["creator"], item, place)
    result.note = bodies.dropFirst().lazy.compactMap { $0["value"]?.string }.first
    return [result]
  }

  private static func annotation(
    _ body: JSONNode, _ id: String?, _ selector: JSONNode?, _ creator: JSONNode?,
    _ item: JSONNode, _ place: String
  ) throws(ImportProblem) -> ImportedAnnotation {
    guard let target = stretch(selector) else {
      throw ImportProblem(.badRow, at: place, "a selector with a position is missing")
    }
    var result = ImportedAnnotation(
      id: id.map(plain), place: target, content: try content(body, place))
    let isPerson = creator?["type"]?.string == "Person"
    // Somebody else's annotation has no status of ours: a person added it.
    result.status =
      body["status"]?.string.flatMap(ReviewStatus.init(rawValue:))
      ?? (isPerson ? .authored : .suggested)
    result.confidence = body["confidence"]?.number
    if let name = creator?["name"]?.string {
      result.creator = CreatorRecord(
        isPerson ? .person : .software, name: name, version: nil,
        created: item["created"]?.string ?? "")
    }
    return result
  }

  /// An id without what makes it a name for the whole world.
  private static func plain(_ id: String) -> String {
    let prefix = "urn:hearsay:annotation:"
    return id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
  }

  private static func stretch(_ node: JSONNode?) -> ImportedPlace? {
    let selectors = node.map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    guard let position = selectors.first(where: { $0["start"] != nil }),
      let range = JSONLinesReader.range(position)
    else { return nil }
    let quote = selectors.first { $0["exact"] != nil }
    return ImportedPlace(
      range, exact: quote?["exact"]?.string, prefix: quote?["prefix"]?.string ?? "",
      suffix: quote?["suffix"]?.string ?? "")
  }

  private static func content(
    _ body: JSONNode, _ place: String
  ) throws(ImportProblem) -> ImportedAnnotation.Content {
    let types = body["type"].map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    let names = Set(types.compactMap(\.string))
    if names.contains("Quotation") {
      guard let type = body["quotationType"]?.string.flatMap(QuotationType.init(rawValue:)) else {
        throw ImportProblem(.badRow, at: place, "quotationType is missing or not known")
      }
      var result = ImportedQuotation()
      result.type = type
      result.speaker = body["speaker"]?.string.map { name in
        Speaker(
          name: name,
          kind: body["speakerKind"]?.string.flatMap(Speaker.Kind.init(rawValue:)) ?? .person,
          role: body["speakerRole"]?.string)
      }
      result.source = stretch(body["sourceWords"])
      result.cue = stretch(body["cue"])
      result.parent = body["parent"]?.string.map(plain)
      return .quotation(result)
    }
    if names.contains("Date"), let value = body["timexValue"]?.string,
      let kind = body["timexType"]?.string.flatMap(TimeExpression.Kind.init(rawValue:))
    {
      return .date(
        kind, value: value, anchor: body["timexAnchor"]?.string,
        modifier: body["timexModifier"]?.string)
    }
    if names.contains("OutletMention"), let name = body["outletName"]?.string,
      let role = body["outletRole"]?.string.flatMap(OutletRole.init(rawValue:))
    {
      return .outlet(id: body["outletId"]?.string, name: name, role)
    }
    if let text = body["value"]?.string { return .note(text) }
    throw ImportProblem(.unknownValue, at: place, "the body is of a type that is not known")
  }
}
