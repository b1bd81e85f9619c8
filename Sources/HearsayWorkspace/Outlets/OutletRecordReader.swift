internal import HearsayJSON
internal import HearsayModel

/// Turns JSON that has the form of ``RegistryForm`` into records; what is missing stays empty.
struct OutletRecordReader {
  /// Whose statements they are.
  let origin: ClaimOrigin

  /// A whole record.
  func entry(_ node: JSONNode) -> OutletEntry {
    var entry = OutletEntry(
      id: text(node, "id"), name: text(node, "name"), entity: text(node, "entity"))
    entry.nameAmbiguity = node["name_ambiguity"]?.string ?? "none"
    entry.country = node["country"]?.string
    entry.aliases = node["aliases"].map { $0.elements.map(alias) } ?? []
    entry.domains = node["domains"].map { $0.elements.map(domain) } ?? []
    entry.creditForms = texts(node, "credit_forms")
    entry.boilerplate = texts(node, "boilerplate")
    entry.relations = node["links"].map { $0.elements.compactMap(relation) } ?? []
    entry.measures = node["actions"].map { $0.elements.map(measure) } ?? []
    entry.classifications = node["classifications"].map { $0.elements.map(classification) } ?? []
    entry.note = node["note"]?.string
    entry.review = texts(node, "review")
    entry.asOf = node["as_of"]?.string
    entry.origin = origin
    return entry
  }

  /// One more name.
  func alias(_ node: JSONNode) -> OutletEntry.Alias {
    var alias = OutletEntry.Alias(
      text: text(node, "text"), ambiguity: node["ambiguity"]?.string ?? "none",
      isCaseSensitive: node["case_sensitive"]?.bool ?? false,
      needsContext: node["needs_context"]?.bool ?? false,
      isPersonal: node["also_person"]?.bool ?? false, language: node["lang"]?.string,
      also: texts(node, "also"))
    alias.needsCountry = node["needs_country"]?.bool ?? false
    return alias
  }

  /// A domain's name.
  func domain(_ node: JSONNode) -> String { text(node, "domain") }

  /// A relation; nil for a kind that is not known.
  func relation(_ node: JSONNode) -> OutletRelation? {
    guard let kind = OutletRelation.Kind(rawValue: text(node, "rel")) else { return nil }
    let target = node["target"]?.string.map { OutletRelation.Target.outlet($0) }
    var relation = OutletRelation(
      kind: kind, target: target ?? .name(text(node, "target_name")),
      status: OutletRelation.Status(rawValue: text(node, "status")) ?? .asserted,
      ground: ground(node))
    relation.from = node["from"]?.string
    relation.to = node["to"]?.string
    relation.share = node["share"]?.number
    relation.claimedBy = node["claimed_by"]?.string
    relation.note = node["note"]?.string
    return relation
  }

  /// A measure.
  func measure(_ node: JSONNode) -> OutletMeasure {
    OutletMeasure(
      kind: text(node, "type"), authority: text(node, "authority"),
      instrument: text(node, "instrument"), from: text(node, "from"), to: node["to"]?.string,
      note: node["note"]?.string, ground: ground(node))
  }

  /// A class.
  func classification(_ node: JSONNode) -> OutletClassification {
    OutletClassification(
      scheme: text(node, "scheme"), code: text(node, "code"), ground: ground(node))
  }

  /// A text to cite.
  func source(_ node: JSONNode) -> OutletSource {
    OutletSource(
      title: text(node, "title"), publisher: text(node, "publisher"),
      year: Int(node["year"]?.number ?? 0), date: node["date"]?.string, url: text(node, "url"),
      licence: node["licence"]?.string)
  }

  private func ground(_ node: JSONNode) -> ClaimGround {
    ClaimGround(
      confidence: text(node, "confidence"), citations: texts(node, "cite"),
      asOf: node["as_of"]?.string, origin: origin)
  }

  private func text(_ node: JSONNode, _ key: String) -> String { node[key]?.string ?? "" }

  private func texts(_ node: JSONNode, _ key: String) -> [String] {
    node[key]?.elements.compactMap(\.string) ?? []
  }
}
