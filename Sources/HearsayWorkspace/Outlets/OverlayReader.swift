internal import HearsayJSON
internal import HearsayModel

/// Reads a team's overlay against the shipped registry.
///
/// Every mistake is a problem with its place. What a mistake stands in is left out, the rest is
/// used; of a file that is no JSON nothing is, and the shipped registry stays in force.
struct OverlayReader {
  private let shipped: OutletCatalogue
  private var overlay = OutletOverlay()
  private var reader = OutletRecordReader(origin: .team("team"))
  /// Owners of domains, those that the overlay adds included.
  private var domains: [String: String] = [:]
  /// What stands above each outlet by an undisputed statement.
  private var above: [String: Set<String>] = [:]
  /// The outlets that were added so far.
  private var added: Set<String> = []
  /// Unknown ids that a known one is still looked for; each takes a look at every name there is.
  private var hints = 20

  /// The overlay in a file's bytes.
  static func read(
    _ bytes: [UInt8], over shipped: OutletCatalogue = .shipped
  ) -> OutletOverlay {
    var reader = OverlayReader(shipped: shipped)
    reader.read(bytes)
    return reader.overlay
  }

  /// An overlay of which only a problem is known.
  static func broken(_ code: OverlayProblem.Code, _ message: String) -> OutletOverlay {
    var overlay = OutletOverlay()
    overlay.problems = [OverlayProblem(code, 0..<0, message)]
    return overlay
  }

  private init(shipped: OutletCatalogue) { self.shipped = shipped }

  private mutating func read(_ bytes: [UInt8]) {
    guard bytes.count <= OutletOverlay.maximumSize else {
      overlay.problems = [
        OverlayProblem(
          .tooLarge, 0..<0,
          "An overlay may have \(OutletOverlay.maximumSize) bytes, not \(bytes.count).")
      ]
      return
    }
    overlay.bytes = bytes
    do throws(JSONReadError) {
      read(try JSONReader.read(bytes))
    } catch {
      // What is missing at the end is shown at the last sign.
      let start = max(0, min(error.offset, bytes.count - 1))
      let range = start..<min(bytes.count, start + 1)
      report(.notJSON, range, "This is no JSON: \(error.reason.rawValue).")
    }
    overlay.problems.sort { ($0.range.lowerBound, $0.message) < ($1.range.lowerBound, $1.message) }
  }

  private mutating func report(
    _ code: OverlayProblem.Code, _ range: Range<Int>, _ message: String
  ) {
    overlay.problems.append(OverlayProblem(code, range, message))
  }

  private mutating func read(_ root: JSONNode) {
    guard case .object(let members) = root.value else {
      return report(.wrongForm, root.range.prefix(1), "An overlay is an object.")
    }
    for member in members where !RegistryForm.overlayKeys.contains(member.key) {
      report(.wrongForm, member.keyRange, "An overlay has no key “\(member.key)”.")
    }
    if let team = good(root["team"], .text) { overlay.team = team.string ?? "team" }
    if let version = good(root["version"], .text) { overlay.version = version.string ?? "" }
    reader = OutletRecordReader(origin: .team(overlay.team))
    readExtends(root["extends"])
    for member in root["sources"]?.members ?? [] {
      guard good(member.value, .source) != nil else { continue }
      overlay.sources[member.key] = reader.source(member.value)
    }
    for entry in shipped.entries {
      for domain in entry.domains { domains[domain] = entry.id }
      note(entry.relations, of: entry.id)
    }
    for node in list(root["add"]) { add(node) }
    for node in list(root["patch"]) { patch(node) }
    for node in list(root["mute"]) {
      if let id = good(node, .key)?.string, isKnown(id, node.range) { overlay.muted.append(id) }
    }
    for node in list(root["not_outlets"]) where good(node, .notOutlet) != nil {
      overlay.notOutlets.append(node["text"]?.string ?? "")
    }
  }

  /// The value, if it is there and has the form.
  private mutating func good(_ node: JSONNode?, _ form: RegistryForm) -> JSONNode? {
    guard let node, form.accepts(node, &overlay.problems) else { return nil }
    return node
  }

  private mutating func list(_ node: JSONNode?) -> [JSONNode] {
    guard let node else { return [] }
    if case .array(let elements) = node.value { return elements }
    report(.wrongForm, node.range, "Here must stand a list.")
    return []
  }

  private mutating func readExtends(_ node: JSONNode?) {
    let form = RegistryForm.object(
      .init(
        name: "“extends”", forms: ["name": .text, "min_version": .version], required: ["name"]))
    guard let node = good(node, form), let wanted = node["min_version"] else { return }
    let numbers = { (text: String) in text.split(separator: ".").map { Int($0) ?? 0 } }
    let here = shipped.version
    guard numbers(here).lexicographicallyPrecedes(numbers(wanted.string ?? "")) else { return }
    report(
      .olderRegistry, wanted.range,
      "The overlay wants registry \(wanted.string ?? "") or later; this one is \(here).")
  }

  private mutating func isKnown(_ id: String, _ range: Range<Int>) -> Bool {
    if shipped.entry(id) != nil || added.contains(id) { return true }
    report(.unknownID, range, "No outlet has the id “\(id)”.\(hint(for: id))")
    return false
  }

  private mutating func hint(for id: String) -> String {
    guard hints > 0 else { return "" }
    hints -= 1
    let nearest = shipped.suggestions(for: id, limit: 1).first ?? ""
    return shipped.find(nearest).first.map { " Did you mean “\($0.id)”?" } ?? ""
  }

  private mutating func note(_ relations: [OutletRelation], of id: String) {
    for relation in relations
    where relation.kind.isUpward && relation.status == .asserted && relation.to == nil {
      if case .outlet(let target) = relation.target { above[id, default: []].insert(target) }
    }
  }
}

/// Records and patches.
extension OverlayReader {
  private mutating func add(_ node: JSONNode) {
    guard good(node, .record) != nil else { return }
    var entry = reader.entry(node)
    let place = node["id"]?.range ?? node.range
    guard shipped.entry(entry.id) == nil, !added.contains(entry.id) else {
      return report(
        .duplicateID, place, "The id “\(entry.id)” is taken; say more of that outlet in “patch”.")
    }
    entry.domains = domains(node["domains"], of: entry.id)
    entry.relations = relations(node["links"], of: entry.id)
    entry.measures = cited(node["actions"]).map(reader.measure)
    entry.classifications = cited(node["classifications"]).map(reader.classification)
    overlay.added.append(entry)
    added.insert(entry.id)
    overlay.records[entry.id, default: []].append(node.range)
  }

  private mutating func patch(_ node: JSONNode) {
    guard case .object(let members) = node.value else {
      return report(.wrongForm, node.range, "Here must stand an object: a patch.")
    }
    for member in members where !RegistryForm.patchKeys.contains(member.key) {
      report(.wrongForm, member.keyRange, "A patch has no key “\(member.key)”.")
    }
    guard let identity = node["id"] else {
      return report(.wrongForm, node.range.prefix(1), "A patch needs “id”.")
    }
    guard let id = good(identity, .key)?.string, isKnown(id, identity.range) else { return }
    var patch = OutletOverlay.Patch(id: id)
    for alias in list(node["add_aliases"]) where good(alias, .alias) != nil {
      patch.aliases.append(reader.alias(alias))
    }
    patch.domains = domains(node["add_domains"], of: id)
    patch.relations = relations(node["add_links"], of: id)
    patch.measures = claims(node["add_actions"], .action).map(reader.measure)
    patch.classifications = claims(node["add_classifications"], .classification)
      .map(reader.classification)
    for item in list(node["retire"]) {
      if let retirement = retirement(item, of: id) { patch.retirements.append(retirement) }
    }
    overlay.patches.append(patch)
    overlay.records[id, default: []].append(node.range)
  }

  private mutating func retirement(
    _ node: JSONNode, of id: String
  ) -> OutletOverlay.Retirement? {
    guard good(node, .retirement) != nil, !cited([node]).isEmpty else { return nil }
    let path = node["path"]?.string ?? ""
    let retirement = OutletOverlay.Retirement(
      path: path, reason: node["reason"]?.string ?? "",
      citations: node["cite"]?.elements.compactMap(\.string) ?? [])
    var trial = shipped.entry(id) ?? OutletEntry(id: id, name: id, entity: "")
    guard trial.retire(retirement) else {
      let place = node["path"]?.range ?? node.range
      report(.nothingToRetire, place, "The shipped record of “\(id)” has nothing at “\(path)”.")
      return nil
    }
    return retirement
  }

  private mutating func domains(_ node: JSONNode?, of id: String) -> [String] {
    var result: [String] = []
    for element in list(node) where good(element, .domainEntry) != nil {
      let domain = reader.domain(element)
      if let owner = domains[domain], owner != id {
        report(
          .duplicateDomain, element.range, "The domain “\(domain)” belongs to “\(owner)” already.")
      } else {
        domains[domain] = id
        result.append(domain)
      }
    }
    return result
  }

  /// Relations that cite known sources, lead somewhere and close no circle of owners.
  private mutating func relations(_ node: JSONNode?, of id: String) -> [OutletRelation] {
    var result: [OutletRelation] = []
    for element in claims(node, .link) {
      guard let relation = reader.relation(element) else { continue }
      if case .outlet(let target) = relation.target {
        let place = element["target"]?.range ?? element.range
        guard target == id || isKnown(target, place) else { continue }
        if relation.kind.isUpward, relation.status == .asserted, leads(from: target, to: id) {
          report(.ownershipCycle, place, "“\(id)” would stand above itself by way of “\(target)”.")
          continue
        }
      }
      note([relation], of: id)
      result.append(relation)
    }
    return result
  }

  /// Whether somebody stands above an outlet, or is that outlet.
  private func leads(from start: String, to goal: String) -> Bool {
    var open = [start]
    var seen: Set<String> = []
    while let id = open.popLast() {
      if id == goal { return true }
      if seen.insert(id).inserted { open += above[id] ?? [] }
    }
    return false
  }

  /// Elements of a form whose citations are all known.
  private mutating func claims(_ node: JSONNode?, _ form: RegistryForm) -> [JSONNode] {
    var sound: [JSONNode] = []
    for element in list(node) where good(element, form) != nil { sound.append(element) }
    return cited(sound)
  }

  private mutating func cited(_ node: JSONNode?) -> [JSONNode] { cited(node?.elements ?? []) }

  private mutating func cited(_ nodes: [JSONNode]) -> [JSONNode] {
    nodes.filter { node in
      var isKnown = true
      for citation in node["cite"]?.elements ?? [] {
        let key = citation.string ?? ""
        guard overlay.sources[key] == nil, shipped.source(key) == nil else { continue }
        isKnown = false
        overlay.problems.append(
          OverlayProblem(.unknownSource, citation.range, "No source has the key “\(key)”."))
      }
      return isKnown
    }
  }
}
