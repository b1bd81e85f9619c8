internal import HearsayModel

/// Sorts the statements of a record into the lines of a note.
struct OutletNoteBuilder {
  let entry: OutletEntry
  let catalogue: OutletCatalogue
  let scope: OutletNote.Scope
  /// The day of reading, or nil where it is not known.
  let today: RegistryDate?
  /// Statements that held at another time and were left out.
  private(set) var leftOut = 0

  /// Months after which a statement says of when it is.
  static let freshMonths = 24

  init(
    entry: OutletEntry, catalogue: OutletCatalogue, scope: OutletNote.Scope, today: RegistryDate?
  ) {
    self.entry = entry
    self.catalogue = catalogue
    self.scope = scope
    self.today = today
  }

  /// The lines of the template, always the same and in the same order.
  mutating func lines() -> [OutletNote.Line] {
    let ownership = relations([
      .ownedBy, .partOf, .distinctFrom, .specialShare, .legalForm, .acquisitionAgreed,
    ])
    let ties = relations([
      .foundedBy, .affiliatedWith, .affiliationDenied, .successorOf, .memberOf, .memberSuspended,
    ])
    let denies = entry.relations.contains {
      $0.kind == .distinctFrom || $0.kind == .affiliationDenied
    }
    return [
      line("Operated by", relations([.operatedBy, .publishedBy])),
      line("Ownership", ownership),
      line("Funding", relations([.fundedBy])),
      line("Editorial control", relations([.controlledBy, .editedBy])),
      line("Founding and ties", ties),
      line("Classed by others", classifications()),
      line("Legal measures", measures(), blank: "none recorded"),
      line(
        "Own statement", relations([.reply, .editorialIndependenceClaimed]),
        blank: denies ? "beside what it denies, above" : "not recorded"),
      line("Known republication", relations([.republishes, .creditsImagesFrom])),
    ]
  }

  private func line(
    _ label: String, _ statements: [OutletNote.Statement], blank: String = "not recorded"
  ) -> OutletNote.Line {
    OutletNote.Line(label: label, statements: statements, blank: blank)
  }

  /// What stands behind the lines.
  mutating func remarks() -> [String] {
    var result = entry.review.map { "To be checked: \($0)." }
    if leftOut > 0 {
      let noun = leftOut == 1 ? "statement is" : "statements are"
      result.append("\(leftOut) \(noun) about another time; the registry entry holds all.")
    }
    if case .date = scope, !entry.retired.isEmpty {
      result.append("A team set a statement aside; the registry entry holds it.")
    }
    if scope == .everything { result += identities() }
    return result
  }

  private func identities() -> [String] {
    var result: [String] = []
    if !entry.aliases.isEmpty {
      let names = entry.aliases.map {
        $0.language == nil ? $0.text : "\($0.text) (\($0.language ?? ""))"
      }
      result.append("Other names: \(names.joined(separator: ", ")).")
    }
    if !entry.domains.isEmpty {
      result.append("Domains: \(entry.domains.joined(separator: ", ")).")
    }
    let below = catalogue.below(entry.id).map { catalogue.name(of: $0) }
    if !below.isEmpty { result.append("Below it: \(below.joined(separator: ", ")).") }
    if let date = entry.asOf { result.append("Record of \(date), id \(entry.id).") }
    return result
  }

  /// What a team set aside.
  func retired() -> [OutletNote.Statement] {
    entry.retired.map {
      OutletNote.Statement(text: "\($0.statement): \($0.reason)", citations: $0.citations)
    }
  }

  // MARK: - Statements

  private mutating func relations(_ kinds: [OutletRelation.Kind]) -> [OutletNote.Statement] {
    var result: [OutletNote.Statement] = []
    for kind in kinds {
      for relation in entry.relations where relation.kind == kind {
        guard holds(from: relation.from, to: relation.to) else { continue }
        let name: String
        switch relation.target {
        case .outlet(let id): name = catalogue.name(of: id)
        case .name(let text): name = text
        }
        let text = RelationWording.text(relation, name: name, age: age(relation.ground))
        result.append(
          .init(text: text + team(relation.ground), citations: relation.ground.citations))
      }
    }
    return result
  }

  private mutating func measures() -> [OutletNote.Statement] {
    var result: [OutletNote.Statement] = []
    for measure in entry.measures where holds(from: measure.from, to: measure.to) {
      var text = "\(measure.authority): \(RelationWording.name(ofMeasure: measure.kind))"
      text += " (\(measure.instrument)), since \(measure.from)"
      if let end = measure.to { text += " until \(end)" }
      if let note = measure.note { text += ". \(note.withoutFullStop)" }
      result.append(
        .init(text: text + team(measure.ground), citations: measure.ground.citations))
    }
    return result
  }

  /// A class is shown with its author and year, never as our own.
  private func classifications() -> [OutletNote.Statement] {
    entry.classifications.map { item in
      let source = item.ground.citations.lazy.compactMap { catalogue.source($0) }.first
      let author = source.map { "\(RelationWording.author(item.scheme, $0)), \($0.year)" }
      let name = RelationWording.name(ofClass: item.code, in: item.scheme)
      let text = "\(author ?? item.scheme): \(name)\(age(item.ground))\(team(item.ground))"
      return .init(text: text, citations: item.ground.citations)
    }
  }

  /// Whether a statement is about the time that is asked for; one that is not is counted.
  private mutating func holds(from: String?, to: String?) -> Bool {
    guard case .date(let article) = scope, let day = article.flatMap(RegistryDate.init) ?? today
    else { return true }
    let isLater = from.flatMap(RegistryDate.init)?.isAfter(day) ?? false
    let isOver = to.flatMap(RegistryDate.init)?.isBefore(day) ?? false
    if isLater || isOver { leftOut += 1 }
    return !isLater && !isOver
  }

  /// “, as of …” where a statement is older than 24 months, or so far from the article's date.
  private func age(_ ground: ClaimGround) -> String {
    guard let text = ground.asOf ?? newestSource(ground), let date = RegistryDate(text) else {
      return ""
    }
    var references = [today]
    if case .date(let article) = scope { references.append(article.flatMap(RegistryDate.init)) }
    let isFar = references.compactMap { $0 }.contains {
      date.isFurther(than: OutletNoteBuilder.freshMonths, from: $0)
    }
    return isFar ? ", as of \(text)" : ""
  }

  private func newestSource(_ ground: ClaimGround) -> String? {
    ground.citations.compactMap { catalogue.source($0) }.map { $0.date ?? String($0.year) }.max()
  }

  private func team(_ ground: ClaimGround) -> String {
    if case .team(let name) = ground.origin { return " [added by \(name)]" }
    return ""
  }
}

extension String {
  /// The same text without a full stop at its end.
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
