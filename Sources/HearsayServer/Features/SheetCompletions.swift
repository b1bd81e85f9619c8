internal import HearsayInterchange
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What can be written at a place of an annotation sheet.
struct SheetCompletions {
  /// What can be written.
  private(set) var items: [CompletionItem] = []
  private let places: SheetPlaces
  private let line: CompletionLine

  /// Outlets of the registry that are offered at most.
  private static let outletLimit = 50

  /// What can be written in a line; nil for what is no sheet with an article.
  init?(_ snapshot: DocumentSnapshot, _ line: CompletionLine) {
    guard let places = SheetPlaces(snapshot) else { return nil }
    self.places = places
    self.line = line
    if line.before.hasPrefix("[") {
      addKinds()
    } else if let colon = line.before.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let name = line.before[..<colon]
      let field = SheetField(rawValue: String(name.hasSuffix("!") ? name.dropLast() : name))
      if let field, let block = places.block(at: line.start) {
        addValues(field, block, from: name.utf8.count + 1)
      }
    } else if line.before.allSatisfy({ $0.isLetter }), let block = places.block(at: line.start) {
      addFields(block)
    }
  }

  private mutating func addKinds() {
    for kind in AnnotationKind.allCases where !line.all.contains(" ") {
      items.append(
        CompletionItem(
          "[\(kind.rawValue)]", kind: .enumMember, range: line.range(from: 0)))
    }
  }

  private mutating func addFields(_ block: SheetBlock) {
    for field in SheetField.fields(of: block.kind) where block.layout.names[field] == nil {
      items.append(
        CompletionItem(
          field.rawValue, kind: .field, range: line.range(from: 0, to: line.before.utf8.count),
          text: "\(field.rawValue): "))
    }
  }

  private mutating func addValues(_ field: SheetField, _ block: SheetBlock, from start: Int) {
    let findings = places.article.findings()
    switch field {
    case .status:
      let entry = places.entry(at: line.start)
      let status = entry.flatMap { ReviewStatus(rawValue: $0.block[.status]) } ?? .suggested
      add(SheetReview.statuses(after: status), .enumMember, from: start)
    case .type:
      let types =
        block.kind == .date
        ? TimeExpression.Kind.allCases.map(\.rawValue) : QuotationType.allCases.map(\.rawValue)
      add(types, .enumMember, from: start)
    case .role: add(OutletRole.allCases.map(\.rawValue), .enumMember, from: start)
    case .speaker:
      let speakers = findings.quotations.flatMap { [$0.speaker].compactMap { $0 } + $0.candidates }
      add(speakers.map(\.name), .value, from: start)
    case .value:
      let span = places.entry(at: line.start)?.span
      let dates = findings.dates.sorted { $0.span == span && $1.span != span }
      add(dates.flatMap { [$0.value] + $0.alternatives }, .value, from: start)
    case .outlet: addOutlets(findings, from: start)
    case .text, .note: break
    }
  }

  private mutating func addOutlets(_ findings: Findings, from start: Int) {
    let catalogue = places.article.edition.catalogue
    let typed = line.before.dropFirst(start).drop { $0 == " " }
    var ids = findings.outlets.flatMap { [$0.outletID].compactMap { $0 } + $0.candidates }
    if !typed.isEmpty {
      let near = catalogue.suggestions(
        for: String(typed), limit: SheetCompletions.outletLimit)
      ids += catalogue.find(String(typed)).map(\.id)
      ids += near.compactMap { catalogue.find($0).first?.id }
    }
    var seen: Set<String> = []
    for id in ids.prefix(SheetCompletions.outletLimit) where seen.insert(id).inserted {
      items.append(
        CompletionItem(
          id, kind: .value, detail: catalogue.name(of: id), range: line.range(from: start),
          text: " \(id)"))
    }
  }

  private mutating func add(_ values: [String], _ kind: CompletionItem.Kind, from start: Int) {
    var seen: Set<String> = []
    for value in values where seen.insert(value).inserted {
      items.append(
        CompletionItem(value, kind: kind, range: line.range(from: start), text: " \(value)"))
    }
  }
}
